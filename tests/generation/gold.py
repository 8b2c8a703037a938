"""The test documents and what a careful reader finds in them. Reads only; what the generator finds is judged
elsewhere."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizapp.generation.document import Document, read_documents

FOLDER = Path(__file__).parent / "documents"
LICENCE = FOLDER / "LICENCE.txt"


@dataclass(frozen=True, slots=True)
class GoldFact:
    """One fact and the sentence that states it."""

    document: str
    paragraph: int
    sentence: int
    subject: str
    relation: str
    value: str


@dataclass(frozen=True, slots=True)
class Place:
    """One side of a contradiction: a sentence, and the words in which it differs from the other."""

    document: str
    paragraph: int
    sentence: int
    value: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sentences of the pair that cannot both be true."""

    about: str
    one: Place
    other: Place


@dataclass(frozen=True, slots=True)
class Gold:
    """Facts of six documents, and what was planted: furniture, names of one thing, contradictions."""

    facts: tuple[GoldFact, ...]
    furniture: Mapping[str, tuple[int, ...]]
    pair: tuple[str, ...]
    aliases: tuple[tuple[str, ...], ...]
    apart: tuple[tuple[str, ...], ...]
    contradictions: tuple[Contradiction, ...]


def written_documents() -> dict[str, Document]:
    """The twelve documents by the stem of their file."""
    paths = sorted(path for path in FOLDER.glob("*.txt") if path != LICENCE)
    return dict(zip((path.stem for path in paths), read_documents(paths), strict=True))


def gold() -> Gold:
    """What gold.toml says."""
    told = tomllib.loads((FOLDER / "gold.toml").read_text(encoding="utf-8"))
    return Gold(
        tuple(GoldFact(**fact) for fact in told["facts"]),
        {name: tuple(numbers) for name, numbers in told["furniture"].items()},
        tuple(told["pair"]["documents"]),
        tuple(tuple(group["names"]) for group in told["pair"]["aliases"]),
        tuple(tuple(group) for group in told["pair"]["apart"]),
        tuple(_contradiction(one) for one in told["contradictions"]),
    )


def _contradiction(told: Mapping[str, Any]) -> Contradiction:
    return Contradiction(told["about"], Place(**told["one"]), Place(**told["other"]))
