"""Which place lies in which: a town in its country, a country in its continent."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from quizapp.domain.fact import Entity, EntityType, Fact, Relation

_PLACE = (EntityType.PLACE,)


def containers(
    facts: Iterable[Fact], catalogue: Mapping[str, Relation], entities: Mapping[str, Entity]
) -> dict[str, frozenset[str]]:
    """For each entity that is inside others, all of those, as wholes and facts between places tell."""
    around: dict[str, set[str]] = defaultdict(set)
    for entity in entities.values():
        if entity.within:
            around[entity.entity_id].add(entity.within)
    for fact in facts:
        if _places_in(catalogue[fact.relation]):
            around[fact.subject].add(fact.value)
    return {inner: _all_around(inner, around) for inner in around}


def _places_in(relation: Relation) -> bool:
    """Whether it sends many places to one, as rivers to their sea or towns to their country."""
    one_place = relation.subject == relation.value == _PLACE
    return one_place and relation.single_valued and not relation.single_subject


def _all_around(inner: str, around: Mapping[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = [inner]
    while waiting:
        for outer in around.get(waiting.pop(), ()):
            if outer not in found:
                found.add(outer)
                waiting.append(outer)
    return frozenset(found - {inner})
