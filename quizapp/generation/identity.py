"""Two entities that facts show to be one: a work under its own title and under the title it had abroad.

Names say nothing here. Both must fill the one place of a relation beside the same subject, agree in something
that has one value only, such as a year, and contradict each other in nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from quizapp.domain.fact import Entity, Fact, Relation
from quizapp.domain.text import folded
from quizapp.generation import literals
from quizapp.generation.aliases import PEOPLE


def united(
    entities: Mapping[str, Entity],
    facts: Sequence[Fact],
    catalogue: Mapping[str, Relation],
    fixed: frozenset[str],
) -> list[Fact]:
    """The facts with every entity that is another under a second name replaced; those in `fixed` stay."""
    told = _said_once(facts, catalogue)
    bearers = Counter(folded(entity.name) for entity in entities.values())
    stands_for: dict[str, str] = {}
    for one, other in _rivals(facts, catalogue):
        if one in stands_for or other in stands_for or not _are_one(one, other, entities, told, catalogue):
            continue
        # Kept is what was known before, or else the one whose name means nothing else.
        kept, gone = sorted(
            (one, other), key=lambda each: (each not in fixed, bearers[folded(entities[each].name)] > 1, each)
        )
        if gone not in fixed:
            stands_for[gone] = kept
    return [_renamed(fact, stands_for, catalogue[fact.relation]) for fact in facts]


def _rivals(facts: Sequence[Fact], catalogue: Mapping[str, Relation]) -> Iterator[tuple[str, str]]:
    """Pairs of entities that fill the one place of a relation beside one subject."""
    places: dict[tuple[str, str, str], dict[str, None]] = defaultdict(dict)
    for fact in facts:
        if catalogue[fact.relation].single_valued and not catalogue[fact.relation].literal:
            places[fact.subject, fact.relation, fact.scope][fact.value] = None
    for values in places.values():
        yield from combinations(values, 2)


def _are_one(
    one: str,
    other: str,
    entities: Mapping[str, Entity],
    told: Mapping[str, Mapping[str, str]],
    catalogue: Mapping[str, Relation],
) -> bool:
    """Whether two things, not people, agree in what each has one of; people are told apart by their names."""
    if entities[one].type in PEOPLE or _sort(entities[one]) != _sort(entities[other]):
        return False
    said = [told.get(entity_id, {}) for entity_id in (one, other)]
    shared = said[0].keys() & said[1].keys()
    return bool(shared) and all(
        literals.may_be_same(catalogue[name].literal, said[0][name], said[1][name]) for name in shared
    )


def _sort(entity: Entity) -> tuple[str, str]:
    return entity.type, entity.kind


def _said_once(facts: Sequence[Fact], catalogue: Mapping[str, Relation]) -> dict[str, dict[str, str]]:
    """For each entity the literals that can be said once only of it."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for fact in facts:
        if catalogue[fact.relation].single_valued and catalogue[fact.relation].literal:
            found[fact.subject][fact.relation] = fact.value
    return found


def _renamed(fact: Fact, stands_for: Mapping[str, str], relation: Relation) -> Fact:
    subject = stands_for.get(fact.subject, fact.subject)
    value = fact.value if relation.literal else stands_for.get(fact.value, fact.value)
    if (subject, value) == (fact.subject, fact.value):
        return fact
    return replace(fact, subject=subject, value=value, fact_id="")
