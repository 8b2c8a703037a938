"""The facts of a run as one graph that can be asked: who, what, and what is provably not so.

The graph is closed only where the catalogue says that there can be no second value or subject; everywhere
else a missing fact proves nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quizapp.domain.fact import Document, Entity, Fact, Relation, Side
from quizapp.domain.text import folded
from quizapp.generation import literals


@dataclass(frozen=True)
class Graph:
    """Facts with their entities and relations. `co_mentions` is None when there is no text to search."""

    catalogue: Mapping[str, Relation]
    entities: Mapping[str, Entity]
    facts: tuple[Fact, ...]
    documents: Mapping[str, Document] = field(default_factory=dict)
    co_mentions: frozenset[frozenset[str]] | None = None

    def __post_init__(self) -> None:
        by_relation: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            by_relation[fact.relation].append(fact)
        object.__setattr__(self, "_by_relation", by_relation)

    def of(self, relation: str) -> list[Fact]:
        """The facts of one relation."""
        found: dict[str, list[Fact]] = self._by_relation  # type: ignore[attr-defined]
        return found.get(relation, [])

    def relation(self, fact: Fact) -> Relation:
        """The relation of a fact."""
        return self.catalogue[fact.relation]

    def entity(self, fact: Fact, side: Side) -> Entity | None:
        """The entity on one side of a fact; None where a literal stands."""
        if side == "value" and self.relation(fact).literal:
            return None
        return self.entities[slot(fact, side)]

    def names(self, fact: Fact, side: Side) -> tuple[str, ...]:
        """Every text that means what stands on one side of a fact."""
        entity = self.entity(fact, side)
        if entity is not None:
            return entity.names
        relation = self.relation(fact)
        return (literals.shown(relation.literal, fact.value, relation.unit),)

    def answers(self, fact: Fact, side: Side) -> set[str]:
        """All that is known to stand on the asked side beside the given other side."""
        given = other(side)
        return {
            slot(known, side)
            for known in self.of(fact.relation)
            if self.may_be_same(fact.relation, given, slot(known, given), slot(fact, given))
        }

    def may_be_same(self, relation: str, side: Side, one: str, another: str) -> bool:
        """Whether two fillings of a side may mean the same: equal, part of one another, finer and coarser."""
        literal = self.catalogue[relation].literal if side == "value" else ""
        if literal:
            return literals.may_be_same(literal, one, another)
        return one == another or one in self.wholes(another) or another in self.wholes(one)

    def wholes(self, entity_id: str) -> list[str]:
        """What an entity is part of, the nearest first."""
        found: list[str] = []
        while (entity := self.entities.get(entity_id)) and entity.within and entity.within not in found:
            found.append(entity.within)
            entity_id = entity.within
        return found

    def is_false(self, fact: Fact, side: Side, candidate: str) -> bool:
        """Whether the fact with the candidate in the asked slot is provably false."""
        relation = self.relation(fact)
        if any(self.may_be_same(fact.relation, side, candidate, known) for known in self.answers(fact, side)):
            return False
        only_one = relation.single_valued if side == "value" else relation.single_subject
        if only_one:
            return True
        elsewhere = [
            known
            for known in self.of(fact.relation)
            if slot(known, side) == candidate and known.scope == fact.scope
        ]
        if not elsewhere:
            return False
        only_there = relation.single_subject if side == "value" else relation.single_valued
        return only_there or self._never_together(slot(fact, other(side)), candidate)

    def _never_together(self, given: str, candidate: str) -> bool:
        """Whether no sentence names both, and no fact ties one to the other or to a part of it."""
        if self.co_mentions is None or frozenset((given, candidate)) in self.co_mentions:
            return False
        return not any(
            candidate in ends and (given in ends or any(given in self.wholes(end) for end in ends))
            for ends in ({fact.subject, fact.value} for fact in self.facts)
        )


def slot(fact: Fact, side: Side) -> str:
    """What stands on one side of a fact."""
    return fact.subject if side == "subject" else fact.value


def other(side: Side) -> Side:
    """The side that is given when this one is asked."""
    return "value" if side == "subject" else "subject"


def overlap(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one of these names is, or stands whole inside, one of those."""
    words = [f" {folded(name)} " for name in some]
    against = [f" {folded(name)} " for name in others]
    return any(a in b or b in a for a in words for b in against)
