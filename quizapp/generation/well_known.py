"""Well-known places and people as wrong answers, where nothing but what documents state can be right.

Places lie near the key, or in the country where its documents play; people are of the key's trade and time,
or of the trade of those who do the like. Neither is taken where nothing tells the place or the time.
"""

import re
from collections.abc import Iterator, Sequence

from quizapp.domain.fact import Entity, EntityType, Fact, Side
from quizapp.domain.item import DISTRACTORS
from quizapp.generation import english, gazetteer, known_people, known_things, setting, wording
from quizapp.generation.aliases import may_share
from quizapp.generation.asked_sex import asked_sex
from quizapp.generation.extraction.channels import CHANNELS
from quizapp.generation.extraction.genders import sex_of
from quizapp.generation.graph import Graph, other, overlap, slot
from quizapp.generation.houses import has_few, houses
from quizapp.generation.known_people import KnownPerson
from quizapp.generation.seeded import fraction
from quizapp.generation.stems import Stem
from quizapp.generation.terms_beside import terms_beside
from quizapp.generation.wrong_answers import WrongAnswer, alikeness, plain
from quizapp.packs.vocabulary import vocabulary

_NEAR = 6.0
# From so near a place must come that stands beside one of which no kind, or a small one, is known.
_NEIGHBOURHOOD = 0.75
SETTLEMENTS = frozenset(
    {"", "city", "capital", "capital city", "port city", "town", "port town", "market town", "seaside town"}
    | {"village", "fishing village", "hamlet", "borough", "suburb", "municipality", "commune"}
)
_TOWNS = frozenset({"town", "market town"})
# Names of parts of a country, in which towns lie: Wolmland, the Altmoor Valley.
_OF_AREAS = re.compile(
    r"(?:shire|lands?|mark)$|\b(?:Valley|Coast|County|Islands?|Isles?|Peninsula|Highlands|Hills?|Mountains?|River|Bay|Lake"
    r"|District|Province|Region|Parish|Castle|House|Hall|Park|Street|Square|Forest)\b"
)
_PARTS = frozenset({"region", "county", "province", "historical region"})
# A town beside a town rather than a city.
_AS_SMALL = 1.0
# Their quarters are known by names of their own, and who was born in one was born in the other.
_METROPOLISES = frozenset(
    {"New York", "Los Angeles", "Chicago", "Istanbul", "Mumbai", "Sydney", "Rio de Janeiro", "São Paulo"}
)
# Where hardly anything is that a text tells of.
_NOBODYS = frozenset({"Antarctica"})
# What people of film write; everything else is written by writers.
_ON_SCREEN = frozenset(
    {"film", "movie", "series", "show", "drama", "documentary", "comedy", "thriller", "screenplay", "remake"}
)
# So people are called who make films, and who run a school.
_OF_MANY_TRADES = frozenset({"director", "producer", "founder", "president", "minister"})
# Who is a native of one country is of no other; a film may come from two, and a text tell one of them.
_ORIGINS = frozenset({"comes_from"})
# What is told of now, whatever year its sentence names.
_LASTING = frozenset({"located_in", "situated_in", "located_on", "has_capital", "borders"})
# A river or a range may cross from one into another.
_LANDS = frozenset({"country", "state"})
_IN_ONE_CONTINENT = frozenset({"lake", "waterfall", "volcano", "castle", "bridge", "lighthouse"})
# What stands in one town, and in one country.
_BUILDINGS = vocabulary(
    "abbey airport amphitheatre arboretum arena basilica botanical_garden building castle cathedral"
    " catacomb cemetery chapel château church college concert_hall courthouse factory fort fortress"
    " gallery garden hospital hotel house library lighthouse manor mansion market mausoleum mill minster"
    " monastery monument mosque museum observatory opera_house palace park pier prison railway_station"
    " school shipyard shrine square stadium station synagogue temple theatre tower town_hall university"
    " villa zoo"
)
_TITLES = frozenset({"king", "queen", "emperor", "empress"})
_YEARS_APART = 40
# A neighbour is not yet a compatriot.
_ABROAD = 0.75
# Where documents tell what the key is, they have others of its kind; else they have anybody.
_BESIDE_KIN, _BESIDE_ANYBODY = 1.0, 3.0
# A famous name beside an unknown one is a last resort.
_BESIDE_UNKNOWN = 4.0


def well_known(key: Entity, stem: Stem, fact: Fact, graph: Graph, taken: Sequence[str]) -> list[WrongAnswer]:
    """Those that may stand beside the key and mean none of the names taken; none where more may be true."""
    if _is_shown_by_one(key, fact, graph):
        return list(_channels(key, stem, fact, graph, taken))
    if found_terms := list(terms_beside(key, stem, fact, graph, taken)):
        return found_terms
    is_one = _is_origin(key, fact, graph) or _lies_in_one(key, stem, fact, graph)
    if not (is_one or graph.is_whole(fact, stem.side)):
        return list(_beside_one_of_few(key, stem, fact, graph, taken))
    found = {
        EntityType.PLACE: _places,
        EntityType.PERSON: _people,
        EntityType.THING: _things,
        EntityType.EVENT: _things,
    }.get(key.type)
    known = list(found(key, stem, fact, graph, taken)) if found else []
    return known or list(houses(key, stem, fact, graph, taken))


def _beside_one_of_few(
    key: Entity, stem: Stem, fact: Fact, graph: Graph, taken: Sequence[str]
) -> Iterator[WrongAnswer]:
    """Houses and places which no document names, where nobody has many: nobody is mayor of many cities."""
    kept = gazetteer.kind(key.names) or ("town" if key.kind in SETTLEMENTS else "")
    if stem.side == "value" and key.type is EntityType.PLACE:
        if {key.kind, kept} & set(graph.relation(fact).few):
            yield from _places(key, stem, fact, graph, taken)
    elif has_few(key, stem.side, fact, graph):
        yield from houses(key, stem, fact, graph, taken)


def _is_origin(key: Entity, fact: Fact, graph: Graph) -> bool:
    """Whether a country is asked from which somebody or a company comes: nobody comes from two."""
    subject = graph.entity(fact, "subject")
    is_firm = subject is not None and subject.type is EntityType.ORGANISATION
    is_told = fact.relation in _ORIGINS or (is_firm and fact.relation == "country_of_origin")
    return is_told and key.kind == "country"


def _lies_in_one(key: Entity, stem: Stem, fact: Fact, graph: Graph) -> bool:
    """Whether it is asked in which country a town or a building lies, or in which continent a lake."""
    subject = graph.entity(fact, "subject")
    if stem.side != "value" or fact.relation != "located_in" or subject is None:
        return False
    is_town = bool(subject.kind) and subject.kind in SETTLEMENTS
    if subject.kind.replace(" ", "_") in _BUILDINGS and (
        key.kind in _LANDS or gazetteer.kind(key.names) in ("city", "town")
    ):
        return True
    return (is_town and key.kind in _LANDS) or (
        key.kind == "continent" and (is_town or subject.kind in _IN_ONE_CONTINENT)
    )


def _is_shown_by_one(key: Entity, fact: Fact, graph: Graph) -> bool:
    """Whether the streaming service of a series is asked: who has a series made shows it alone."""
    work = graph.entity(fact, "subject")
    is_streamed = fact.relation == "released_on" and CHANNELS.get(key.name) == "streaming service"
    return is_streamed and work is not None and work.kind == "series"


def _channels(
    key: Entity, stem: Stem, fact: Fact, graph: Graph, taken: Sequence[str]
) -> Iterator[WrongAnswer]:
    """Other services of the key's kind which no document names."""
    for name, kind in CHANNELS.items():
        if kind != key.kind or overlap([name], [*taken, *key.names, plain(stem.text)]):
            continue
        if not graph.texts.naming([name]):
            score = 1 + alikeness(name, key.name) + fraction(fact.fact_id, stem.side, name)
            yield WrongAnswer(name, (name,), score, 0.5)


def jobs_of_others(fact: Fact, graph: Graph) -> list[str]:
    """What somebody might work as, of whom a fact tells another job: such as no document mentions.

    Of the same field if three are left of it, since a stranger to the text would strike out all others.
    """
    if fact.relation != "works_as" or not graph.texts.sentences:
        return []
    job, heard = fact.value.partition(" ")[2], graph.texts.small_words
    near, any_job = (
        [f"{english.article(each)} {each}" for each in jobs if heard.isdisjoint(each.split())]
        for jobs in (dict.fromkeys(known_people.jobs_beside(job)), known_people.jobs())
    )
    return near if len(near) >= DISTRACTORS else any_job


def home(key: Entity, fact: Fact, graph: Graph) -> tuple[str, ...]:
    """Names of a place, if the gazetteer knows it; else of the place that its sentences name with it."""
    if gazetteer.wholes(key.names):
        return key.names
    return next(filter(None, map(gazetteer.first_named, graph.texts.behind(fact))), ())


def sex_in_cast(entity: Entity, graph: Graph) -> str:
    """`male` or `female` where the name of an actor or a part, or of the other of the two, tells it."""
    pairs = [known for known in graph.about(entity.entity_id) if known.relation == "plays"]
    ends = [each for known in pairs for each in (known.subject, known.value)]
    both = [entity, *(graph.entities[each] for each in ends)]
    return next(filter(None, (sex_of(each.name) for each in both)), "")


def may_hold(entity: Entity, key: Entity) -> bool:
    """Whether the key, of which little is known, may be a quarter of a great city."""
    return key.kind in ("", "borough", "suburb") and _is_great(entity)


def lies_anywhere(key: Entity, fact: Fact, graph: Graph) -> bool:
    """Whether a key is a place of which nothing tells what or where it is: all others would look odd."""
    if key.type is not EntityType.PLACE or gazetteer.wholes(key.names) or key.kind in gazetteer.kinds():
        return False
    return not _is_settlement(key) or not (home(key, fact, graph) or setting.country_of(fact, graph))


def _is_settlement(place: Entity) -> bool:
    """Whether people live in a place as in a town, as far as its name and what is said of it tell."""
    is_area = place.takes_the or _OF_AREAS.search(place.name) is not None
    return place.kind in SETTLEMENTS and not (is_area and not place.kind)


def _places(key: Entity, stem: Stem, fact: Fact, graph: Graph, taken: Sequence[str]) -> Iterator[WrongAnswer]:
    """Places of the gazetteer that lie near the key, or near what its sentence names; none mean an answer."""
    answers = [name for each in graph.answers(fact, stem.side) for name in graph.called(each)]
    vague = key.kind not in gazetteer.kinds() and not _is_area(key)
    at = home(key, fact, graph) or ((setting.land_of(fact, graph),) if vague else ())
    if not any(at) or (vague and stem.same_kind and key.kind not in _TOWNS):
        return
    found = []
    said = [*taken, plain(stem.text), *answers]
    for entity in _alike(key, stem):
        near_by = gazetteer.likeness(entity.names, at)
        if vague and (near_by < _NEIGHBOURHOOD or _is_great(entity)):
            continue
        if gazetteer.is_inside(entity.names, key.names) or may_share(entity.names, answers):
            continue
        if (
            entity.name in _NOBODYS
            or _is_too_young(entity.name, fact, graph)
            or _is_told_of(entity.names, stem.side, fact, graph)
        ):
            continue
        if not overlap(entity.names, said):
            chance = fraction(fact.fact_id, stem.side, entity.name)
            fame = 0.5 * (entity.name in gazetteer.capitals())
            score = 2 + _NEAR * near_by + fame + 0.5 * alikeness(entity.name, key.name) + chance
            score += _AS_SMALL * (entity.kind == (gazetteer.kind(key.names) or "town"))
            found.append(
                (near_by, WrongAnswer(wording.option(entity), entity.names, score, 0.3 * (1 + near_by)))
            )
    # Where a country has enough of them, none of its neighbours gives the key away.
    enough = sorted((near_by for near_by, _ in found), reverse=True)[: DISTRACTORS + 1][-1:]
    yield from (wrong for near_by, wrong in found if near_by >= min(enough))


def _is_too_young(name: str, fact: Fact, graph: Graph) -> bool:
    """Whether a place was not there yet, or not under this name, when it happened."""
    since = gazetteer.since(name)
    at = setting.year_of(fact, graph) if since and fact.relation not in _LASTING else None
    return at is not None and at < since


def _alike(key: Entity, stem: Stem) -> tuple[Entity, ...]:
    """The places of the gazetteer that are of the key's kind; of a settlement the towns and cities."""
    if key.kind in gazetteer.kinds():
        return gazetteer.of_kind(key.kind)
    kept = gazetteer.kind(key.names)
    if _is_area(key):
        return gazetteer.of_kind("area")
    if kept not in ("", "city", "town"):
        return gazetteer.of_kind(kept) if not key.kind else ()
    if not _is_settlement(key):
        return ()
    return gazetteer.of_kind("town") + (() if stem.same_kind else gazetteer.of_kind("city"))


def _is_area(key: Entity) -> bool:
    """Whether it is a part of a country that the gazetteer keeps, and is called so: the county of Kent."""
    return key.kind in _PARTS and gazetteer.kind(key.names) == "area"


def _is_great(place: Entity) -> bool:
    return place.name in _METROPOLISES or place.name in gazetteer.capitals()


def _is_told_of(names: Sequence[str], side: Side, fact: Fact, graph: Graph) -> bool:
    """Whether more than one answer can be right, and a document names this one beside the given side.

    Of a dated deed the list is asked for what no document names at all: two moves of one year may be told.
    """
    if graph.relation(fact).is_dated:
        return bool(graph.texts.naming(names))
    if graph.is_closed(fact, side):
        return False
    return bool(graph.texts.naming(names) & graph.texts.naming(graph.names(fact, other(side))))


def _people(key: Entity, stem: Stem, fact: Fact, graph: Graph, taken: Sequence[str]) -> Iterator[WrongAnswer]:
    """People of the key's trade and time whom no document names, those of its country first."""
    trades = _trades(key, stem, fact, graph)
    born = setting.born_in(slot(fact, stem.side), graph) or known_people.born(key.names)
    at = setting.year_of(fact, graph)
    if not trades or not (born or at):
        return
    country = known_people.country(key.names) or setting.country_of(fact, graph)
    sex, asked = sex_in_cast(key, graph), asked_sex(fact, stem.side, graph)
    is_famous = known_people.is_known(key.names)
    for person in known_people.of_trades(trades, at, born):
        if _is_named(person, graph) or overlap([person.name], [*taken, *key.names, plain(stem.text)]):
            continue
        if not _has_the_title(person, key, stem):
            continue
        if stem.is_cast and sex != ("female" if person.is_woman else "male"):
            continue
        if asked and asked != ("female" if person.is_woman else "male"):
            continue
        abroad = _ABROAD * gazetteer.nearness([person.country], [country])
        near_by = 1.0 if person.country == country else abroad
        apart = abs(person.born - (born or (at or 0) - _YEARS_APART)) / _YEARS_APART
        chance = fraction(fact.fact_id, stem.side, person.name)
        score = (
            (_BESIDE_ANYBODY if is_famous and not key.kind else _BESIDE_KIN)
            - _BESIDE_UNKNOWN * (not is_famous)
            + 2 * near_by
            - apart
            + 0.5 * alikeness(person.name, key.name)
            + chance
        )
        yield WrongAnswer(
            person.name, (person.name,), score, 0.3 * (1 + near_by), fame=2 - (person.country == country)
        )


def _things(key: Entity, stem: Stem, fact: Fact, graph: Graph, taken: Sequence[str]) -> Iterator[WrongAnswer]:
    """Things and events that a list has beside the key, or of its kind and time, which no document names."""
    for name in known_things.beside(key.names, key.kind, setting.year_of(fact, graph)):
        called = (name, name.rpartition(" of ")[2])
        if not overlap([name], [*taken, *key.names, plain(stem.text)]) and not graph.texts.naming(called):
            score = 1 + alikeness(name, key.name) + fraction(fact.fact_id, stem.side, name)
            yield WrongAnswer(name, (name,), score, 0.5)


def _trades(key: Entity, stem: Stem, fact: Fact, graph: Graph) -> tuple[str, ...]:
    """What those may be who stand beside the key: what the stem says, the key is, or its doing needs."""
    given = graph.entity(fact, other(stem.side))
    if fact.relation == "wrote" and given and given.kind in _ON_SCREEN:
        return () if stem.same_kind else ("filmmaker",)
    doing = known_people.trades_that(fact.relation, given.kind if given else "")
    if not doing and ("crew" in graph.relation(fact).tags or key.kind in _OF_MANY_TRADES):
        return ()
    near = known_people.trades_near(key.kind)
    if stem.same_kind and key.kind not in _TITLES:
        near = known_people.trades_called(key.kind)
    if not doing or set(near) & set(doing):
        return near
    # A stem that asks which of these engineers founded a trust has no engineers who founded one.
    return () if stem.same_kind else doing


def _has_the_title(person: KnownPerson, key: Entity, stem: Stem) -> bool:
    """Whether somebody bears the title that the stem asks for or the key has: a queen beside a queen."""
    titles = _TITLES & {key.kind * stem.same_kind, key.name.split()[0].casefold()}
    return not titles or person.name.split()[0].casefold() in titles


def _is_named(person: KnownPerson, graph: Graph) -> bool:
    """Whether a document of the run has the name or the surname: then its facts decide, not a list."""
    return bool(graph.texts.naming([person.name, person.name.split()[-1]]))
