"""Works about which documents do not agree: what they are called, and whether they are films or series.

Neither is a fact that a question could ask; both are shown to a person, and the questions go on.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.fuzz import ratio

from quizapp.domain.fact import Disagreement, Entity, EntityType, Evidence, Fact
from quizapp.domain.text import folded
from quizapp.generation.aliases import folded_words
from quizapp.generation.mediums import are_two_mediums

# No relation of the catalogue, as `medium` is.
_CALLED = "called"
_MEDIUM = "medium"
_NEAR = 85


def called_apart(
    entities: Mapping[str, Entity], places: Mapping[str, Mapping[str, Sequence[Evidence]]]
) -> Iterator[Disagreement]:
    """Works whose title two documents spell differently; `places` are the sentences with each name."""
    for entity_id, named in sorted(places.items()):
        entity = entities[entity_id]
        usual = _usual(named) if entity.type is EntityType.WORK else {}
        names = dict.fromkeys(usual.values())
        for one, other in combinations(names, 2):
            if _differ_by_little(one, other):
                sides = [
                    Fact(entity_id, _CALLED, name, _of_documents(named[name], usual, name))
                    for name in (one, other)
                ]
                yield Disagreement(entity_id, _CALLED, tuple(sides), "spelling")


def of_two_mediums(
    said: Iterable[tuple[str, str, Evidence]], facts: Sequence[Fact]
) -> Iterator[Disagreement]:
    """Works that one document calls a film and another a series, where both tell the same of them.

    `said` is what a work is called, and where. Without a common fact they may be two works of one title.
    """
    told: dict[str, dict[str, dict[Evidence, None]]] = defaultdict(lambda: defaultdict(dict))
    for entity_id, kind, place in said:
        told[entity_id][kind][place] = None
    shared = _shared(facts)
    for entity_id, kinds in sorted(told.items()):
        for one, other in combinations(sorted(kinds), 2):
            documents = [{place.document_id for place in kinds[kind]} for kind in (one, other)]
            is_one = any(documents[0] & both and documents[1] & both for both in shared[entity_id])
            if are_two_mediums(one, other) and documents[0].isdisjoint(documents[1]) and is_one:
                sides = [
                    Fact(entity_id, _MEDIUM, kind, tuple(kinds[kind]), witnesses=1) for kind in (one, other)
                ]
                yield Disagreement(entity_id, _MEDIUM, tuple(sides))


def _usual(named: Mapping[str, Sequence[Evidence]]) -> dict[str, str]:
    """For each document the name that it uses most."""
    times: dict[str, Counter[str]] = defaultdict(Counter)
    for name, found in named.items():
        for place in found:
            times[place.document_id][name] += 1
    return {each: max(counted, key=lambda name: (counted[name], name)) for each, counted in times.items()}


def _of_documents(found: Sequence[Evidence], usual: Mapping[str, str], name: str) -> tuple[Evidence, ...]:
    return tuple(place for place in found if usual[place.document_id] == name)


def _differ_by_little(one: str, other: str) -> bool:
    """Whether the titles are one but for a few letters of one word."""
    pairs = list(zip(folded_words(one), folded_words(other), strict=False))
    odd = [(a, b) for a, b in pairs if folded(a) != folded(b)]
    is_one_word = len(odd) == 1 and len(folded_words(one)) == len(folded_words(other)) > 1
    return is_one_word and min(map(len, odd[0])) > 3 and ratio(*odd[0]) >= _NEAR


def _shared(facts: Sequence[Fact]) -> Mapping[str, list[set[str]]]:
    """For each entity the documents of every fact about it that more than one document states."""
    found: dict[str, list[set[str]]] = defaultdict(list)
    for fact in facts:
        documents = {place.document_id for place in fact.evidence}
        if len(documents) > 1:
            found[fact.subject].append(documents)
            found[fact.value].append(documents)
    return found
