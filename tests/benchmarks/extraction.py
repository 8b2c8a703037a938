"""How much of what a careful reader finds in the test documents the generator finds, and how much it asks.

Figures only. A fact counts as right when relation, subject and value are those of the gold, under any name
that means the same; nothing is counted in half. True facts that the gold leaves out count as wrong, so that
the precision shown is a lower bound. `linked` counts facts that join the right two things by any relation.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import astuple, dataclass
from datetime import date

from quizapp.domain.fact import Disagreement, Entity
from quizapp.domain.text import folded
from quizapp.generation.catalogue import load
from quizapp.generation.document import Document
from quizapp.generation.pipeline import Generated, make_pack
from tests.benchmarks.witnesses import witnesses
from tests.generation.gold import Contradiction, Gold, Place, gold, written_documents
from tests.generation.likeness import Stated, listed, published

TODAY = date(2026, 11, 21)


def run() -> str:
    """The tables: facts by witness and by document, the pair, and items per 1,000 words."""
    told, documents = gold(), written_documents()
    alone = {name: _made(document) for name, document in documents.items()}
    pair = _made(*(documents[name] for name in told.pair))
    ids = {name: document.document_id for name, document in documents.items()}
    return "\n\n".join(
        (
            _by_witness(told, documents, alone),
            _facts(told, alone),
            _pair(told, pair, ids),
            _yield(documents, alone),
        )
    )


def _made(*documents: Document) -> Generated:
    return make_pack(documents, [], load(), TODAY)


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts were found, are right, link the right things; how many were wanted, recalled, linked."""

    found: int = 0
    right: int = 0
    linked: int = 0
    wanted: int = 0
    recalled: int = 0
    reached: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    def __str__(self) -> str:
        return (
            f"{self.found:6}{self.right:7}{share(self.right, self.found):>11}"
            f"{share(self.linked, self.found):>8}"
            f"{self.wanted:7}{self.recalled:10}{share(self.recalled, self.wanted):>8}"
            f"{share(self.reached, self.wanted):>8}"
        )


COLUMNS = " found  right  precision  linked   gold  recalled  recall  linked"


def score(found: Collection[Stated], wanted: Collection[Stated]) -> Score:
    """What was found against what was wanted, of one document."""
    return Score(
        found=len(found),
        right=sum(any(one.means(other) for other in wanted) for one in found),
        linked=sum(any(one.links(other) for other in wanted) for one in found),
        wanted=len(wanted),
        recalled=sum(any(one.means(other) for one in found) for other in wanted),
        reached=sum(any(one.links(other) for one in found) for other in wanted),
    )


def wanted_of(told: Gold) -> dict[str, list[Stated]]:
    """The gold facts of each document that has some."""
    wanted: dict[str, list[Stated]] = {}
    for fact in told.facts:
        one = listed(fact.subject, fact.relation, fact.value, told.aliases)
        wanted.setdefault(fact.document, []).append(one)
    return wanted


def published_in(made: Generated) -> list[Stated]:
    """The facts of the pack that was made."""
    entities = {entity.entity_id: entity for entity in made.pack.entities}
    return [published(fact, entities, load()[fact.relation]) for fact in made.pack.facts]


def share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def _by_witness(told: Gold, documents: Mapping[str, Document], alone: Mapping[str, Generated]) -> str:
    """Each kind of reading by itself, what either and what both state, and what is published."""
    wanted = wanted_of(told)
    rows: dict[str, Score] = {}
    for name, facts in wanted.items():
        readings = {**witnesses(documents[name], load()), "published": published_in(alone[name])}
        for reading, found in readings.items():
            rows[reading] = rows.get(reading, Score()) + score(found, facts)
    return "\n".join(
        (f"facts by witness         {COLUMNS}", *(f"  {name:23}{row}" for name, row in rows.items()))
    )


def _facts(told: Gold, alone: Mapping[str, Generated]) -> str:
    """Precision and recall a document, each read alone, and over all of them."""
    scores = {name: score(published_in(alone[name]), facts) for name, facts in wanted_of(told).items()}
    scores["all"] = sum(scores.values(), Score())
    known = sum(fact.relation in load() for fact in told.facts)
    return "\n".join(
        (
            f"facts published          {COLUMNS}",
            *(f"  {name:23}{row}" for name, row in scores.items()),
            f"  gold facts whose relation the catalogue knows: {known} of {len(told.facts)}",
        )
    )


def _pair(told: Gold, pair: Generated, ids: Mapping[str, str]) -> str:
    """What of the planted names and contradictions comes to light when the pair is read together."""
    entities = pair.whole.entities
    united = sum(_is_one(names, entities) for names in told.aliases)
    mixed = sum(_is_mixed(names, entities) for names in told.apart)
    found = [_places(disagreement) for disagreement in pair.disagreements]
    planted = [_both(one, ids) for one in told.contradictions]
    right = sum(any(both <= places for places in found) for both in planted)
    false = sum(not any(both <= places for both in planted) for places in found)
    return "\n".join(
        (
            "the pair about one subject",
            f"  planted names united: {united} of {len(told.aliases)}; wrongly united: {mixed}",
            f"  planted contradictions found: {right} of {len(planted)}; others printed: {false}",
        )
    )


def _is_one(names: Iterable[str], entities: Iterable[Entity]) -> bool:
    """Whether the facts know a thing by two of these names, and by none of them another thing."""
    bearing = [_keys(names) & _keys(entity.names) for entity in entities]
    bearing = [shared for shared in bearing if shared]
    return len(bearing) == 1 and len(bearing[0]) > 1


def _is_mixed(names: Iterable[str], entities: Iterable[Entity]) -> bool:
    return any(len(_keys(names) & _keys(entity.names)) > 1 for entity in entities)


def _places(disagreement: Disagreement) -> set[tuple[str, int | None, int | None]]:
    return {
        (place.document_id, place.paragraph, place.sentence)
        for fact in disagreement.facts
        for place in fact.evidence
    }


def _both(told: Contradiction, ids: Mapping[str, str]) -> set[tuple[str, int | None, int | None]]:
    def place(side: Place) -> tuple[str, int | None, int | None]:
        return ids[side.document], side.paragraph, side.sentence

    return {place(told.one), place(told.other)}


def _yield(documents: Mapping[str, Document], alone: Mapping[str, Generated]) -> str:
    """Items per 1,000 words of the article, each document read alone."""
    rows = [
        (name, sum(len(passage.text.split()) for passage in document.passages), len(alone[name].pack.items))
        for name, document in documents.items()
    ]
    rows.append(("all", sum(words for _, words, _ in rows), sum(items for _, _, items in rows)))
    return "\n".join(
        (
            "items made                 words  items  per 1,000 words",
            *(f"  {name:24}{words:6}{items:7}{1000 * items / words:17.1f}" for name, words, items in rows),
        )
    )


def _keys(names: Iterable[str]) -> set[str]:
    """The names as compared: without case, quotation marks, the commas of numbers and a leading article."""
    bare = str.maketrans("", "", '“”"‘,')
    return {folded(name).translate(bare).removeprefix("the ") for name in names}
