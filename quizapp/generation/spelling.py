"""People who may be one under a name that documents spell differently: Holbrook beside Halbrook.

Names so near are never made one silently, nor taken for two: a person has to say.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations

from rapidfuzz.fuzz import ratio

from quizapp.domain.fact import Disagreement, Entity, EntityType, Evidence, Fact, Relation, Side
from quizapp.generation.aliases import PEOPLE, folded_words
from quizapp.generation.graph import other, slot

# No relation of the catalogue: what a text calls someone makes no question.
_CALLED = "called"
_NEAR = 80
_NEAR_IN_ROLE = 65
_ON_ONE_SUBJECT = 3
_SHORTEST = 4


def disputed(
    facts: Sequence[Fact], catalogue: Mapping[str, Relation], entities: Mapping[str, Entity]
) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of facts of two documents that put nearly the same name in a place where one person stands."""
    places: dict[tuple[str, Side, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        for side in _sides(catalogue[fact.relation]):
            entity = entities.get(slot(fact, side))
            if entity is not None and entity.type in PEOPLE:
                places[fact.relation, side, slot(fact, other(side)), fact.scope].append(fact)
    for (_, side, _, _), rivals in places.items():
        for one, another in combinations(rivals, 2):
            here, there = (entities[slot(fact, side)].names for fact in (one, another))
            if slot(one, side) != slot(another, side) and _from_two(one, another) and are_near(here, there):
                yield one, another


def in_texts(entities: Mapping[str, Entity], places: Mapping[str, Sequence[Evidence]]) -> list[Disagreement]:
    """People of one role under nearly one name, each in other documents, about a common thing.

    Without a role the documents must name so much in common that they tell of one subject. `places` are the
    sentences that name each entity.
    """
    documents = {each: {place.document_id for place in found} for each, found in places.items()}
    named: dict[str, set[str]] = defaultdict(set)
    for entity_id, found in documents.items():
        for document_id in found:
            named[document_id].add(entity_id)
    return [
        Disagreement(
            one, _CALLED, tuple(_called(each, entities, places) for each in (one, another)), "spelling"
        )
        for one, another, least in _alike(entities, documents)
        if documents[one].isdisjoint(documents[another])
        and any(len(named[a] & named[b]) >= least for a in documents[one] for b in documents[another])
    ]


def in_casts(
    entities: Mapping[str, Entity], facts: Sequence[Fact], places: Mapping[str, Sequence[Evidence]]
) -> Iterator[Disagreement]:
    """Actors to whom a document that names others of their cast gives another surname, with the same initial.

    Nothing is held back for it: the document may mean somebody else.
    """
    documents = {each: {place.document_id for place in found} for each, found in places.items()}
    given: dict[str, list[str]] = defaultdict(list)
    for entity_id in sorted(documents):
        words = folded_words(entities[entity_id].name)
        if entities[entity_id].type is EntityType.PERSON and len(words) == 2:
            given[words[0]].append(entity_id)
    casts = _casts(facts, entities)
    for bearers in given.values():
        for one, another in permutations(bearers, 2) if len(bearers) == 2 else ():
            mates = {mate for cast in casts if one in cast for mate in cast} - {one}
            if another in mates or another in {each for cast in casts for each in cast}:
                continue
            surnames = [folded_words(entities[each].name)[1] for each in (one, another)]
            apart = documents[one].isdisjoint(documents[another]) and surnames[0][0] == surnames[1][0]
            if apart and sum(not documents[another].isdisjoint(documents.get(m, set())) for m in mates) > 1:
                sides = [Fact(one, _CALLED, entities[e].name, tuple(places[e])) for e in (one, another)]
                yield Disagreement(one, _CALLED, tuple(sides), "spelling")


def _casts(facts: Sequence[Fact], entities: Mapping[str, Entity]) -> list[frozenset[str]]:
    """Who plays in each work."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.relation == "plays" and (whole := entities[fact.value].within):
            found[whole].add(fact.subject)
        elif fact.relation == "appears_in":
            found[fact.value].add(fact.subject)
    return [frozenset(cast) for cast in found.values()]


def _alike(
    entities: Mapping[str, Entity], documents: Mapping[str, set[str]]
) -> Iterator[tuple[str, str, int]]:
    """Pairs of people of one given name, with surnames that differ by little, and how much must tie them."""
    groups: dict[str, list[str]] = defaultdict(list)
    for entity_id in sorted(documents):
        entity = entities[entity_id]
        if entity.type in PEOPLE:
            for given in dict.fromkeys(word for name in entity.names for word in folded_words(name)[:1]):
                groups[given].append(entity_id)
    for one, another in dict.fromkeys(pair for group in groups.values() for pair in combinations(group, 2)):
        kinds = [entities[each].kind for each in (one, another)]
        is_one_role = bool(kinds[0]) and kinds[0] == kinds[1]
        if are_near(entities[one].names, entities[another].names, _NEAR_IN_ROLE if is_one_role else _NEAR):
            yield one, another, 1 if is_one_role else _ON_ONE_SUBJECT


def _called(entity_id: str, entities: Mapping[str, Entity], places: Mapping[str, Sequence[Evidence]]) -> Fact:
    return Fact(entity_id, _CALLED, entities[entity_id].name, (places[entity_id][0],))


def _sides(relation: Relation) -> Iterator[Side]:
    if relation.single_subject or relation.exhaustive_subject:
        yield "subject"
    if not relation.literal and (relation.single_valued or relation.exhaustive):
        yield "value"


def _from_two(one: Fact, another: Fact) -> bool:
    documents = [{place.document_id for place in fact.evidence} for fact in (one, another)]
    return documents[0].isdisjoint(documents[1])


def are_near(some: Sequence[str], others: Sequence[str], near: int = _NEAR) -> bool:
    """Whether a name of one person is a name of another but for a few letters of one word."""
    return any(_differ_by_little(one, another, near) for one in some for another in others)


def _differ_by_little(one: str, another: str, near: int) -> bool:
    """Whether the names are one but for a few letters of one word; the fewer, the longer it opens alike."""
    pairs = list(zip(folded_words(one), folded_words(another), strict=False))
    odd = [(a, b) for a, b in pairs if a != b]
    if len(pairs) < 2 or len(folded_words(one)) != len(folded_words(another)) or len(odd) != 1:
        return False
    near = near if odd[0][0][:_SHORTEST] == odd[0][1][:_SHORTEST] else _NEAR
    return min(map(len, odd[0])) >= _SHORTEST and ratio(*odd[0]) >= near
