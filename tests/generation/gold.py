"""The test documents and what a careful reader finds in them. Reads only; what the generator finds is judged
elsewhere."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizapp.generation.document import Document, read_documents

FOLDER = Path(__file__).parent / "documents"
ARTICLES = Path(__file__).parent / "articles.toml"
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


@dataclass(frozen=True, slots=True)
class ListedFact:
    """A fact that a reader of other documents would ask, and every sentence (document, paragraph, number)
    that states it. `hard`: no single sentence says it flatly."""

    group: str
    subject: str
    relation: str
    value: str
    places: tuple[tuple[str, int, int], ...]
    hard: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """Two sentences that do not say the same; where `is_open`, they cannot both be true."""

    about: str
    is_open: bool
    one: Place
    other: Place


@dataclass(frozen=True, slots=True)
class ReadersList:
    """What a reader found worth asking in documents that need not be here."""

    facts: tuple[ListedFact, ...]
    same: tuple[tuple[str, ...], ...]
    apart: tuple[tuple[str, ...], ...]
    differences: tuple[Difference, ...]


def readers_list(path: Path = ARTICLES) -> ReadersList:
    """What a list file says, with the ids of its documents in full."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    ids, names = told["documents"], told.get("names", {})
    return ReadersList(
        tuple(_listed(group, fact, ids) for group, facts in told["facts"].items() for fact in facts),
        tuple(tuple(group) for group in names.get("same", ())),
        tuple(tuple(group) for group in names.get("apart", ())),
        tuple(_difference(one, ids) for one in told.get("disagreements", ())),
    )


def _listed(group: str, told: Mapping[str, Any], ids: Mapping[str, str]) -> ListedFact:
    places = tuple((ids[document], paragraph, sentence) for document, paragraph, sentence in told["at"])
    return ListedFact(
        group, told["subject"], told["relation"], told["value"], places, told.get("hard", False)
    )


def _difference(told: Mapping[str, Any], ids: Mapping[str, str]) -> Difference:
    def side(name: str) -> Place:
        document, paragraph, sentence = told[name]["at"]
        return Place(ids[document], paragraph, sentence, told[name]["value"])

    return Difference(told["about"], told["open"], side("one"), side("other"))


def _contradiction(told: Mapping[str, Any]) -> Contradiction:
    return Contradiction(told["about"], Place(**told["one"]), Place(**told["other"]))
