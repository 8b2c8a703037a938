"""The facts of a run as one graph that can be asked: who, what, and what is provably not so.

The graph is closed only where the catalogue says that there can be no second value or subject; everywhere
else a missing fact proves nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from quizapp.domain.fact import Document, Entity, EntityType, Fact, Relation, Side
from quizapp.domain.text import folded
from quizapp.generation import literals
from quizapp.generation.aliases import may_share, words
from quizapp.generation.containment import containers
from quizapp.generation.texts import Texts

# Who cut a work, furnished it or wrote its music is hardly ever one of its listed producers or writers too;
# directors and showrunners often are.
_LISTED = frozenset({"produced", "wrote"})
_APART = frozenset({"edited", "production_designer_of", "composed_music_for"})
SIDES: tuple[Side, ...] = ("subject", "value")


@dataclass(frozen=True)
class Graph:
    """Facts with their entities and relations. `co_mentions` is None when there is no text to search.

    `others` are entities that documents name and no fact is about: they can be wrong answers only. `doubted`
    are facts that a person did not let stand: nothing is asked of them, and nothing is false by them.
    """

    catalogue: Mapping[str, Relation]
    entities: Mapping[str, Entity]
    facts: tuple[Fact, ...]
    documents: Mapping[str, Document] = field(default_factory=dict)
    co_mentions: frozenset[frozenset[str]] | None = None
    others: Mapping[str, Entity] = field(default_factory=dict)
    texts: Texts = field(default_factory=Texts)
    doubted: tuple[Fact, ...] = ()

    @cached_property
    def _by_relation(self) -> Mapping[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            found[fact.relation].append(fact)
        return found

    @cached_property
    def _by_filling(self) -> Mapping[tuple[str, Side, str], list[Fact]]:
        found: dict[tuple[str, Side, str], list[Fact]] = defaultdict(list)
        for fact in self.facts:
            found[fact.relation, "subject", fact.subject].append(fact)
            found[fact.relation, "value", fact.value].append(fact)
        return found

    @cached_property
    def _by_entity(self) -> Mapping[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            for each in dict.fromkeys((fact.subject, fact.value)):
                found[each].append(fact)
        return found

    @cached_property
    def _by_type(self) -> Mapping[EntityType, list[Entity]]:
        found: dict[EntityType, list[Entity]] = defaultdict(list)
        for entity in self.entities.values():
            found[entity.type].append(entity)
        return found

    @cached_property
    def _around(self) -> Mapping[str, frozenset[str]]:
        return containers(self.facts, self.catalogue, self.entities)

    @cached_property
    def _answers(self) -> dict[tuple[str, Side, str], set[str]]:
        return {}

    def of(self, relation: str) -> list[Fact]:
        """The facts of one relation."""
        return self._by_relation.get(relation, [])

    def about(self, entity_id: str) -> list[Fact]:
        """The facts that an entity is in."""
        return self._by_entity.get(entity_id, [])

    def of_type(self, type_: EntityType) -> list[Entity]:
        """The entities of one type that facts are about."""
        return self._by_type.get(type_, [])

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
        asked = (fact.relation, side, slot(fact, given))
        if asked not in self._answers:
            self._answers[asked] = {
                slot(known, side)
                for known in self.of(fact.relation)
                if self.may_be_same(fact.relation, given, slot(known, given), slot(fact, given))
            }
        return self._answers[asked]

    def perhaps(self, fact: Fact, side: Side) -> set[str]:
        """All that may be true on the asked side: what is known, and what somebody did not let stand."""
        given = other(side)
        return self.answers(fact, side) | {
            slot(told, side)
            for told in self.doubted
            if told.relation == fact.relation
            and self.may_be_same(fact.relation, given, slot(told, given), slot(fact, given))
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
        while (entity := self._named(entity_id)) and entity.within and entity.within not in found:
            found.append(entity.within)
            entity_id = entity.within
        return found

    def is_false(self, fact: Fact, side: Side, candidate: str) -> bool:
        """Whether the fact with the candidate in the asked slot is provably false."""
        relation = self.relation(fact)
        if any(self._may_be_true(fact, side, candidate, known) for known in self.perhaps(fact, side)):
            return False
        single, single_given = relation.single_valued, relation.single_subject
        closed = relation.exhaustive
        if side == "subject":
            single, single_given = single_given, single
            closed = relation.exhaustive_subject
        if candidate in self.others:
            # No fact tells who it is; a text that names it beside the given side may say that it is true.
            return (single or closed) and self._never_together(slot(fact, other(side)), candidate)
        if single:
            return True
        elsewhere = any(
            known.scope == fact.scope for known in self._by_filling.get((fact.relation, side, candidate), ())
        )
        if closed and self.co_mentions is None:
            return elsewhere
        if not (elsewhere or closed):
            return False
        if closed and self._has_another_job(fact, side, candidate):
            return True
        return (elsewhere and single_given) or self._never_together(slot(fact, other(side)), candidate)

    def _has_another_job(self, fact: Fact, side: Side, candidate: str) -> bool:
        """Whether somebody did something else on a work whose producers (writers) are listed: cut it."""
        if side == "value" or fact.relation not in _LISTED:
            return False
        return any(
            known.relation in _APART and known.subject == candidate and known.value == fact.value
            for known in self.about(candidate)
        )

    def is_closed(self, fact: Fact, side: Side) -> bool:
        """Whether nothing but the known answer can stand on that side."""
        relation = self.relation(fact)
        return relation.single_valued if side == "value" else relation.single_subject

    def is_whole(self, fact: Fact, side: Side) -> bool:
        """Whether what is known of that side is all there is: one answer, or a list named at once."""
        relation = self.relation(fact)
        listed = relation.exhaustive if side == "value" else relation.exhaustive_subject
        return listed or self.is_closed(fact, side)

    def called(self, entity_id: str) -> tuple[str, ...]:
        """The names of an entity, or nothing."""
        entity = self._named(entity_id)
        return entity.names if entity else ()

    def _may_be_true(self, fact: Fact, side: Side, candidate: str, known: str) -> bool:
        """Whether a candidate may mean what is known to be true: by facts, by place or by name."""
        if self.may_be_same(fact.relation, side, candidate, known):
            return True
        one, another = self._named(candidate), self._named(known)
        if one is None or another is None or (side == "value" and self.relation(fact).literal):
            return False
        lies_in = candidate in self._around.get(known, ()) or known in self._around.get(candidate, ())
        return lies_in or may_share(one.names, another.names)

    def _named(self, entity_id: str) -> Entity | None:
        return self.entities.get(entity_id) or self.others.get(entity_id)

    def _never_together(self, given: str, candidate: str) -> bool:
        """Whether no sentence names both, and no fact ties one to the other or to a part of it."""
        if self.co_mentions is None or frozenset((given, candidate)) in self.co_mentions:
            return False
        return not any(
            given in ends or any(given in self.wholes(end) for end in ends)
            for ends in ({fact.subject, fact.value} for fact in self.about(candidate))
        )


def outweighs(one: Fact, another: Fact) -> bool:
    """Whether two readings of one document state the first, and one alone the second: a slip of a reader."""
    documents = {place.document_id for fact in (one, another) for place in fact.evidence}
    return one.witnesses > 1 == another.witnesses and len(documents) == 1


def slot(fact: Fact, side: Side) -> str:
    """What stands on one side of a fact."""
    return fact.subject if side == "subject" else fact.value


def other(side: Side) -> Side:
    """The side that is given when this one is asked."""
    return "value" if side == "subject" else "subject"


def overlap(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one of these names is, or stands whole inside, one of those: Plzen is Plzeň."""
    against = _all_heard(tuple(others))
    return any(a in b or b in a for a in _all_heard(tuple(some)) for b in against)


# One key is laid beside hundreds of names.
@lru_cache(maxsize=8192)
def _all_heard(names: tuple[str, ...]) -> tuple[str, ...]:
    """The words of each name without diacritics and signs, each between spaces."""
    return tuple(f" {' '.join(words(name)) or folded(name)} " for name in names)
