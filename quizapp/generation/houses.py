"""Institutions and firms as wrong answers beside one that a fact names: of its kind, time and country.

None is taken of which a document may speak, under its full name or a short one.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from quizapp.domain.fact import Entity, EntityType, Fact, Side
from quizapp.domain.item import DISTRACTORS
from quizapp.generation import gazetteer, known_organisations, setting
from quizapp.generation.graph import Graph, other, overlap
from quizapp.generation.seeded import fraction
from quizapp.generation.stems import Stem
from quizapp.generation.wrong_answers import WrongAnswer, alikeness, plain
from quizapp.packs.vocabulary import vocabulary

_BESIDE_KIN, _NEAR = 1.0, 6.0
# Of another country on the same continent.
_ABROAD = 0.5
# Texts call so whatever has a name of its own: a list that has the name says what it is.
_VAGUE = vocabulary("organisation institution company firm team club house franchise party society")
# What many houses have in their names; what is left is what a text may call one by.
_SHARED = vocabulary(
    "university college school high academy institute conservatory museum gallery library party club"
    " bank press records orchestra theatre theater studio studios pictures airlines airways symphony"
    " philharmonic observatory company society association national"
    " royal state music science sciences art arts technology new old of the and in de di du la le technical"
)


def houses(key: Entity, stem: Stem, fact: Fact, graph: Graph, taken: Sequence[str]) -> Iterator[WrongAnswer]:
    """Those of the key's kind, time and continent which no document names; of its country if enough."""
    given = graph.entity(fact, other(stem.side))
    to = (given.kind or given.type) if given else ""
    kind = known_organisations.kind_of(_kind(key), fact.relation, to)
    kept = known_organisations.of_kind(kind, setting.year_of(fact, graph))
    country = next(
        (land for land in _lands(key, fact, graph) if any(_nearness(each.country, land) for each in kept)), ""
    )
    found = []
    for house in kept:
        near_by = _nearness(house.country, country)
        if not near_by or overlap([house.name], [*taken, *key.names, plain(stem.text)]):
            continue
        if not graph.texts.naming(_short_names(house.name)):
            chance = fraction(fact.fact_id, stem.side, house.name)
            score = _BESIDE_KIN + _NEAR * near_by + _likeness(house.name, key.name) + chance
            found.append((near_by, WrongAnswer(house.name, (house.name,), score, 0.3 * (1 + near_by))))
    # Where a country has enough of them, none from abroad gives the key away.
    enough = sorted((near_by for near_by, _ in found), reverse=True)[: DISTRACTORS + 1][-1:]
    yield from (wrong for near_by, wrong in found if near_by >= min(enough))


def has_few(key: Entity, side: Side, fact: Fact, graph: Graph) -> bool:
    """Whether nobody has many such values, so that a well-known one that no document names is none."""
    is_house = side == "value" and key.type is EntityType.ORGANISATION
    return is_house and _kind(key) in graph.relation(fact).few


def _kind(key: Entity) -> str:
    """What a house is: as the text calls it, or as the list does that has its name."""
    kept, _ = known_organisations.named(key.names)
    return kept if kept and (not key.kind or key.kind in _VAGUE) else key.kind


def _lands(key: Entity, fact: Fact, graph: Graph) -> tuple[str, ...]:
    """The countries in which a house may lie: by the list, its own name, a fact, and where its fact plays."""
    _, country = known_organisations.named(key.names)
    told = [
        graph.entities[known.value].name
        for known in graph.about(key.entity_id)
        if known.relation == "country_of_origin" and known.subject == key.entity_id
    ]
    told += [land for name in key.names for land in setting.countries_in(name)]
    plays = setting.country_of(fact, graph), setting.country_around(fact, graph)
    return tuple(filter(None, (country, *reversed(told), *plays)))


def _nearness(one: str, another: str) -> float:
    return 1.0 if one == another else _ABROAD * gazetteer.nearness([one], [another])


def _likeness(one: str, another: str) -> float:
    """How alike two names look: the University of X beside the University of Y."""
    first, last = (one.split()[at].casefold() == another.split()[at].casefold() for at in (0, -1))
    return 0.5 * alikeness(one, another) + 0.5 * (first or last)


@lru_cache(maxsize=4096)
def _short_names(name: str) -> tuple[str, ...]:
    """All that a text may call a house: the Boston Red Sox, the Red Sox; Harvard."""
    own = [word for word in name.split() if word.casefold() not in _SHARED] or name.split()
    forms = (own, own[1:], own[:-1], own[-1:])
    return tuple(dict.fromkeys((name, *(" ".join(form) for form in forms if form))))
