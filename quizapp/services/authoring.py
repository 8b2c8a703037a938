"""What authors do with packs: so far, having one made from documents and other packs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.pack import Pack
from quizapp.errors import DocumentRefused, PackError
from quizapp.packs.reader import read_pack
from quizapp.packs.source import read_bytes
from quizapp.packs.writer import save_pack

if TYPE_CHECKING:
    from quizapp.generation.document import Document
    from quizapp.generation.naming import Name
    from quizapp.generation.pipeline import Generated

PACK_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Written:
    """A pack that was made, how it came about, and the file it went to."""

    generated: "Generated"
    path: Path


def generate_pack(paths: Sequence[Path], output: Path, today: date, title: str = "") -> Written:
    """The pack made from these documents and packs, saved whole or not at all.

    A pack that already lies at the output is read as well: its head, facts and hand-written items stay.
    """
    # Imported here so that a web process never loads what generation needs.
    from quizapp.generation import catalogue, pipeline
    from quizapp.generation.document import read_documents

    if output.suffix not in PACK_SUFFIXES:
        raise PackError(f"{output}: a pack is a file that ends in .yaml; choose such a name.")
    if not output.parent.is_dir():
        raise PackError(f"{output}: there is no folder {output.parent}; make it first.")
    given = list(dict.fromkeys(paths))
    documents = read_documents([path for path in given if path.suffix not in PACK_SUFFIXES])
    packs = [_pack_at(path) for path in _packs_first(given, output)]
    generated = pipeline.make_pack(documents, packs, catalogue.load(), today, title)
    if not generated.pack.facts and not generated.pack.items:
        raise DocumentRefused("No fact was found in these documents, so no question could be made.")
    save_pack(generated.pack, output)
    return Written(generated, output)


def read_files(paths: Sequence[Path]) -> "list[Document]":
    """The documents in those files, as the generator reads them."""
    from quizapp.generation.document import read_documents

    return read_documents(paths)


def names_seen(sentences: Sequence[str], model: str) -> "list[tuple[Name, ...]]":
    """The names in each sentence, as the language pipeline (that model, or ours) sees them."""
    from quizapp.generation.naming import names_in

    return list(names_in(sentences, model))


def _packs_first(paths: Sequence[Path], output: Path) -> list[Path]:
    """The pack files to read: one that lies at the output leads, so that its head stays."""
    others = [p for p in paths if p.suffix in PACK_SUFFIXES and p.resolve() != output.resolve()]
    return [output, *others] if output.exists() else others


def _pack_at(path: Path) -> Pack:
    return read_pack(read_bytes(path), str(path))
