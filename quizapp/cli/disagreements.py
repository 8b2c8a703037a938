"""What documents disagree about, side by side: each value with the sentence that states it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.fact import Disagreement, Evidence, Fact
from quizapp.domain.pack import Pack
from quizapp.domain.text import folded

if TYPE_CHECKING:
    from quizapp.generation.document import Document


@dataclass(frozen=True, slots=True)
class Stated:
    """One side of a disagreement: a value, where it stands, and the sentence there where it was read."""

    value: str
    document: str
    paragraph: int | None = None
    sentence: int | None = None
    text: str = ""

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        counted = [("paragraph", self.paragraph), ("sentence", self.sentence)]
        return " ".join([self.document, *(f"{word} {number}" for word, number in counted if number)])


def lines(found: Disagreement, pack: Pack, documents: "Sequence[Document]") -> Iterator[str]:
    """The disagreement as lines for a person to read."""
    sides = list(_few(stated(found, pack, documents)))
    yield f"{_heading(found, pack)}:"
    width = max(len(side.value) for side in sides)
    for side in sides:
        yield f"  {side.value:<{width}}  {side.place}"
        if side.text:
            yield f"  {'':<{width}}    {side.text}"


def _few(sides: "Iterator[Stated]") -> Iterator[Stated]:
    """The sides, each value in its first places only: more of them prove nothing more."""
    told: Counter[tuple[str, str]] = Counter()
    for side in sides:
        told[side.value, side.document] += 1
        if told[side.value, side.document] == 1:
            yield side


def stated(found: Disagreement, pack: Pack, documents: "Sequence[Document]") -> Iterator[Stated]:
    """Every value of a disagreement in every place where it stands."""
    for fact in found.facts:
        value = _differing(fact, found, pack)
        for place in fact.evidence:
            document = pack.document(place.document_id)
            name = (document.publisher or document.title) if document else place.document_id
            title = document.title if document else ""
            yield Stated(value, name, place.paragraph, place.sentence, _sentence(place, title, documents))
        if not fact.evidence:
            yield Stated(value, "stated in the pack")


def _heading(found: Disagreement, pack: Pack) -> str:
    subject = _shown(found.subject, pack)
    if found.kind == "spelling":
        names = dict.fromkeys(_differing(fact, found, pack) for fact in found.facts)
        return f"disagreement about a name: {' or '.join(names)}"
    if found.kind == "order":
        later, earlier = (fact.relation for fact in found.facts)
        return f"disagreement: {subject}, {earlier} before {later}"
    return f"disagreement: {subject}, {found.relation}"


def _differing(fact: Fact, found: Disagreement, pack: Pack) -> str:
    """The side on which the facts differ: their values, or else their subjects."""
    values = {other.value for other in found.facts}
    return _shown(fact.value if len(values) > 1 else fact.subject, pack)


def _shown(text: str, pack: Pack) -> str:
    return next((entity.name for entity in pack.entities if entity.entity_id == text), text)


def _sentence(place: Evidence, title: str, documents: "Sequence[Document]") -> str:
    """The sentence in that place, if the document was read; a pack may know it by another id."""
    return next(
        (
            sentence.text
            for document in documents
            if document.document_id == place.document_id or folded(document.title) == folded(title)
            for passage in document.passages
            if passage.number == place.paragraph
            for sentence in passage.sentences
            if sentence.number == (place.sentence or 1)
        ),
        "",
    )
