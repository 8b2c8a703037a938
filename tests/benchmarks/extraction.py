"""How much of what a careful reader finds in the test documents the generator finds, and how much it asks.

Figures only. A fact counts as found when relation, subject and value are those of the gold, under any name
that means the same; nothing is counted in half. True facts that the gold leaves out count as wrong, so that
the precision shown is a lower bound.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from quizapp.domain.fact import Disagreement, Entity, Fact
from quizapp.domain.pack import Pack
from quizapp.domain.text import folded
from quizapp.generation.catalogue import load
from quizapp.generation.document import Document
from quizapp.generation.pipeline import Generated, make_pack
from tests.generation.gold import Contradiction, Gold, GoldFact, Place, gold, written_documents

_TODAY = date(2026, 11, 21)

Matches = Callable[[Fact, GoldFact], bool]


def run() -> str:
    """The tables: facts against the gold, the pair, and items per 1,000 words."""
    told, documents = gold(), written_documents()
    alone = {name: _made(document) for name, document in documents.items()}
    pair = _made(*(documents[name] for name in told.pair))
    ids = {name: document.document_id for name, document in documents.items()}
    return "\n\n".join((_facts(told, alone), _pair(told, pair, ids), _yield(documents, alone)))


def _made(*documents: Document) -> Generated:
    return make_pack(documents, [], load(), _TODAY)


def _facts(told: Gold, alone: Mapping[str, Generated]) -> str:
    """Precision and recall a document, each read alone, and over all of them."""
    names = dict.fromkeys(fact.document for fact in told.facts)
    scores = [_score(name, told, alone[name].pack) for name in names]
    scores.append(
        _Score("all", *(sum(column) for column in zip(*(one.counts for one in scores), strict=True)))
    )
    known = sum(fact.relation in load() for fact in told.facts)
    return "\n".join(
        (
            "facts against the gold     found  right  precision   gold  recalled  recall",
            *(str(score) for score in scores),
            f"  gold facts whose relation the catalogue knows: {known} of {len(told.facts)}",
        )
    )


@dataclass(frozen=True, slots=True)
class _Score:
    """How many facts were found and are right, and how many of the gold were recalled."""

    name: str
    found: int
    right: int
    wanted: int
    recalled: int

    @property
    def counts(self) -> tuple[int, int, int, int]:
        return self.found, self.right, self.wanted, self.recalled

    def __str__(self) -> str:
        precision, recall = _share(self.right, self.found), _share(self.recalled, self.wanted)
        return (
            f"  {self.name:24}{self.found:6}{self.right:7}{precision:>11}"
            f"{self.wanted:7}{self.recalled:10}{recall:>8}"
        )


def _score(name: str, told: Gold, pack: Pack) -> _Score:
    wanted = [fact for fact in told.facts if fact.document == name]
    matches = _matcher(pack, told)
    right = sum(any(matches(fact, one) for one in wanted) for fact in pack.facts)
    recalled = sum(any(matches(fact, one) for fact in pack.facts) for one in wanted)
    return _Score(name, len(pack.facts), right, len(wanted), recalled)


def _matcher(pack: Pack, told: Gold) -> Matches:
    """Whether a fact of the pack is a fact of the gold."""
    entities = {entity.entity_id: entity for entity in pack.entities}
    catalogue = load()

    def matches(fact: Fact, one: GoldFact) -> bool:
        if fact.relation != one.relation:
            return False
        value = {fact.value} if catalogue[fact.relation].literal else set(entities[fact.value].names)
        return bool(
            _keys(entities[fact.subject].names) & _keys(_all_names(one.subject, told))
            and _keys(value) & _keys(_all_names(one.value, told))
        )

    return matches


def _pair(told: Gold, pair: Generated, ids: Mapping[str, str]) -> str:
    """What of the planted names and contradictions comes to light when the pair is read together."""
    entities = pair.pack.entities
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


def _all_names(name: str, told: Gold) -> set[str]:
    return {name}.union(*(names for names in told.aliases if name in names))


def _keys(names: Iterable[str]) -> set[str]:
    """The names as compared: without case, quotation marks, the commas of numbers and a leading article."""
    bare = str.maketrans("", "", '“”"‘,')
    return {folded(name).translate(bare).removeprefix("the ") for name in names}


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"
