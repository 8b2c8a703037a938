"""Two entities that facts show to be one: a work under its own title and under the title it had abroad.

Names say nothing here. Both must fill the one place of a relation beside the same subject, agree in something
that has one value only, such as a year, and contradict each other in nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from quizapp.domain.fact import Entity, Fact, Relation
from quizapp.domain.text import folded
from quizapp.generation import literals


def united(
    entities: Mapping[str, Entity],
    facts: Sequence[Fact],
    catalogue: Mapping[str, Relation],
    fixed: frozenset[str],
) -> list[Fact]:
    """The facts with every entity that is another under a second name replaced; those in `fixed` stay."""
    stands_for: dict[str, str] = {}
    for one, other in _rivals(facts, catalogue):
        if one in stands_for or other in stands_for or not _are_one(one, other, entities, facts, catalogue):
            continue
        kept, gone = _kept_first(one, other, entities, fixed)
        if gone not in fixed:
            stands_for[gone] = kept
    return [_renamed(fact, stands_for, catalogue[fact.relation]) for fact in facts]


def _rivals(facts: Sequence[Fact], catalogue: Mapping[str, Relation]) -> Iterator[tuple[str, str]]:
    """Pairs of entities that fill the one place of a relation beside one subject."""
    single = [f for f in facts if catalogue[f.relation].single_valued and not catalogue[f.relation].literal]
    for one, other in combinations(single, 2):
        same_place = (one.subject, one.relation, one.scope) == (other.subject, other.relation, other.scope)
        if same_place and one.value != other.value:
            yield one.value, other.value


def _are_one(
    one: str,
    other: str,
    entities: Mapping[str, Entity],
    facts: Sequence[Fact],
    catalogue: Mapping[str, Relation],
) -> bool:
    if (entities[one].type, entities[one].kind) != (entities[other].type, entities[other].kind):
        return False
    said = [_said_once(entity_id, facts, catalogue) for entity_id in (one, other)]
    shared = said[0].keys() & said[1].keys()
    return bool(shared) and all(
        literals.may_be_same(catalogue[name].literal, said[0][name], said[1][name]) for name in shared
    )


def _said_once(entity_id: str, facts: Sequence[Fact], catalogue: Mapping[str, Relation]) -> dict[str, str]:
    """The literals that can be said once only of an entity."""
    return {
        fact.relation: fact.value
        for fact in facts
        if fact.subject == entity_id
        and catalogue[fact.relation].single_valued
        and catalogue[fact.relation].literal
    }


def _kept_first(
    one: str, other: str, entities: Mapping[str, Entity], fixed: frozenset[str]
) -> tuple[str, str]:
    """The two, first the one to keep: known before, or else the one whose name means nothing else."""

    def order(entity_id: str) -> tuple[bool, bool, str]:
        name = folded(entities[entity_id].name)
        ambiguous = sum(folded(entity.name) == name for entity in entities.values()) > 1
        return entity_id not in fixed, ambiguous, entity_id

    first, second = sorted((one, other), key=order)
    return first, second


def _renamed(fact: Fact, stands_for: Mapping[str, str], relation: Relation) -> Fact:
    subject = stands_for.get(fact.subject, fact.subject)
    value = fact.value if relation.literal else stands_for.get(fact.value, fact.value)
    if (subject, value) == (fact.subject, fact.value):
        return fact
    return replace(fact, subject=subject, value=value, fact_id="")
