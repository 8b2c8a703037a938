"""What authors do with packs: so far, having one made from documents and other packs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.errors import DocumentRefused, PackError
from quizapp.packs.reader import read_pack
from quizapp.packs.source import read_bytes
from quizapp.packs.writer import save_pack

if TYPE_CHECKING:
    from quizapp.generation.document import Document
    from quizapp.generation.naming import Name
    from quizapp.generation.pipeline import Generated
    from quizapp.generation.progress import Progress

PACK_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Written:
    """A pack that was made, how it came about, what was read, and the files that were written.

    `candidates` is where the facts went that wait for a person.
    """

    generated: "Generated"
    path: Path
    candidates: Path | None = None
    documents: "Sequence[Document]" = ()


def generate_pack(
    paths: Sequence[Path],
    output: Path,
    today: date,
    title: str = "",
    candidates: Path | None = None,
    progress: "Progress | None" = None,
    model: str = "",
    most: int | None = None,
) -> Written:
    """The pack made from these documents and packs, saved whole or not at all.

    A pack that already lies at the output is read as well: its head, facts and hand-written items stay.
    `candidates` gets what one witness alone states, as a pack of its own: given back as an input, after a
    person has taken out what is wrong, its facts stand. `progress` is told how far each step has come.
    `model` names another language pipeline than ours; `most` limits the questions made to the best.
    """
    # Imported here so that a web process never loads what generation needs.
    from quizapp.generation import catalogue, pipeline
    from quizapp.generation.document import read_documents
    from quizapp.generation.progress import untold

    for target in (output, candidates):
        _require_pack_file(target)
    given = list(dict.fromkeys(paths))
    documents = read_documents([path for path in given if path.suffix not in PACK_SUFFIXES])
    packs = {path: _pack_at(path) for path in _packs_first(given, output)}
    _require_ids_of_one_item(packs)
    generated = pipeline.make_pack(
        documents,
        list(packs.values()),
        catalogue.load(),
        today,
        title,
        progress=progress or untold,
        model=model,
        most=most,
    )
    if not generated.pack.facts and not generated.pack.items and not generated.waiting.facts:
        raise DocumentRefused(_nothing_found(documents))
    save_pack(generated.pack, output)
    if candidates:
        save_pack(generated.waiting, candidates)
    return Written(generated, output, candidates, documents)


def _nothing_found(documents: "Sequence[Document]") -> str:
    """What to say where no fact was found: which documents can have none, and what would do."""
    lacking = "".join(f" “{each.title}” {each.lack}." for each in documents if each.lack)
    return (
        f"No fact was found in these documents, so no question could be made.{lacking} Give English texts "
        "that state facts in whole sentences; `quizapp read` shows what was read."
    )


def _require_pack_file(path: Path | None) -> None:
    if path is None:
        return
    if path.suffix not in PACK_SUFFIXES:
        raise PackError(f"{path}: a pack is a file that ends in .yaml; choose such a name.")
    if not path.parent.is_dir():
        raise PackError(f"{path}: there is no folder {path.parent}; make it first.")


def _require_ids_of_one_item(packs: Mapping[Path, Pack]) -> None:
    """Refuse packs that write two items by hand under one id; the same item in two packs is one."""
    written: dict[str, tuple[Path, Item]] = {}
    for path, pack in packs.items():
        for item in (item for item in pack.items if not item.made):
            other, same = written.setdefault(item.item_id, (path, item))
            if item != same:
                raise PackError(
                    f"{path}: the item “{item.item_id}” is written differently in {other}; give one of them "
                    "another id, or leave out one of the packs."
                )


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
