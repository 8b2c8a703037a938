"""Key -> distractors: wrong by the facts, alike in type and shape, so that only knowing tells them apart.

Entities and texts are drawn from the facts of the run, then from names that its documents hold; where nothing
but what is stated can be right, well-known places and people join them (`well_known`). Amounts prefer real
values of the same relation and are filled up with near ones. Chance comes from the fact's id, so that other
facts do not move a choice.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from quizapp.domain.fact import Entity, EntityType, Fact, Side
from quizapp.domain.item import DISTRACTORS
from quizapp.generation import gazetteer, known_organisations, known_people, setting, wording
from quizapp.generation.aliases import PEOPLE
from quizapp.generation.amounts import amounts
from quizapp.generation.asked_sex import asked_sex, may_be_of
from quizapp.generation.extraction.genders import sex_of
from quizapp.generation.graph import Graph, other, overlap, slot
from quizapp.generation.seeded import fraction
from quizapp.generation.stems import Stem
from quizapp.generation.terms_beside import days_beside, meanings_beside
from quizapp.generation.well_known import (
    SETTLEMENTS,
    home,
    jobs_of_others,
    lies_anywhere,
    may_hold,
    sex_in_cast,
    well_known,
)
from quizapp.generation.wrong_answers import Choice, WrongAnswer, alikeness, plain

_SHORT_LIST = 9
_NEAR = 6.0
_TRIES = 12
# A letter is the name of some works, and a slip of reading for everything else.
_SHORTEST = 2
# Of two people whom no document names together, nothing tells that they are of one time.
_STRANGE = 2.0
# Who has a full name and a trade is taken for somebody; a bare name may be a slip of reading.
_VAGUE = 1.5
# Whom a text calls a poet patents little.
_OUT_OF_TRADE = 1.5
# A name that everybody knows, beside one that few have heard.
_STANDING_OUT = 2.0
# Beside Shakespeare at least two others of whom everybody has heard.
_FEWEST_FAMOUS = 2
# So much fame may stand beside somebody of whom few have heard: two compatriots, or one from elsewhere.
_MOST_FAME = 2
_PLACES_OF_LEARNING = frozenset({"university", "college", "institute", "polytechnic"})
_OF_SPOUSES = re.compile(r"\bmarr(?:y|ied)\b")
_CITIES = frozenset({"city", "capital", "capital city", "port city", "metropolis"})


def choices(stem: Stem, fact: Fact, graph: Graph, today: date, key_rank: int) -> Iterator[Choice]:
    """The sets of three that can stand beside the key, the best first; none if fewer than three are false.

    `key_rank` (0 to 3) is how many distractors should be smaller (amounts) or shorter (texts) than the key.
    """
    literal = graph.relation(fact).literal if stem.side == "value" else ""
    if literal and literal != "text":
        yield from amounts(literal, fact, graph, today, key_rank)
        return
    key = graph.entity(fact, stem.side)
    if key and fact.witnesses and lies_anywhere(key, fact, graph):
        return
    text = wording.option(key) if key else fact.value
    found = _entities(key, stem, fact, graph) if key else _texts(stem, fact, graph)
    candidates = sorted(found, key=lambda c: (-c.score, c.text))
    yield from _sets(text, candidates, key_rank, is_famous=_is_famous(key))


def key_ranks(facts: Sequence[Fact]) -> dict[str, int]:
    """For each fact the rank its key should take among its options: each rank equally often."""
    shuffled = sorted({fact.fact_id for fact in facts}, key=lambda fact_id: fraction("rank", fact_id))
    turns = {}
    for place, fact_id in enumerate(shuffled):
        block = sorted(range(DISTRACTORS + 1), key=lambda rank: fraction("turn", str(place // 4), str(rank)))
        turns[fact_id] = block[place % 4]
    return turns


def _entities(key: Entity, stem: Stem, fact: Fact, graph: Graph) -> list[WrongAnswer]:
    """Those that facts are about; where they are few, also those that documents merely name.

    Beside what a dated deed names stands nothing that a document names: it may be true of that year too.
    """
    if graph.relation(fact).is_dated:
        return well_known(key, stem, fact, graph, [])
    sex = asked_sex(fact, stem.side, graph)
    partners: dict[str, set[str]] = defaultdict(set)
    for known in graph.of(fact.relation):
        if _is_about_its_like(known, fact, other(stem.side), graph):
            partners[slot(known, stem.side)].add(slot(known, other(stem.side)))
    fitting = (entity for entity in graph.of_type(key.type) if _fits(entity, key, stem, graph))
    fitting = (entity for entity in fitting if not _is_also(EntityType.CHARACTER, entity, graph))
    fitting = (entity for entity in fitting if may_be_of(entity, sex))
    found = list(_false(fitting, key, stem, fact, graph, partners))
    if len(found) < _SHORT_LIST:
        fitting = (entity for entity in graph.others.values() if _fits(entity, key, stem, graph))
        fitting = (entity for entity in fitting if not _is_of_a_story(entity, graph))
        fitting = (entity for entity in fitting if may_be_of(entity, sex))
        found += _false(fitting, key, stem, fact, graph, partners)
    return found + well_known(key, stem, fact, graph, [name for each in found for name in each.names])


def _is_about_its_like(one: Fact, another: Fact, given: Side, graph: Graph) -> bool:
    """Whether what two facts are told of is of one kind, as far as is known: founders of two firms."""
    kinds = {each.kind for fact in (one, another) if (each := graph.entity(fact, given)) and each.kind}
    return len(kinds) < 2


def _false(
    entities: Iterable[Entity],
    key: Entity,
    stem: Stem,
    fact: Fact,
    graph: Graph,
    partners: Mapping[str, set[str]],
) -> Iterator[WrongAnswer]:
    """The entities that are provably false, with how well they would stand beside the key."""
    surroundings = _surroundings(key.entity_id, {slot(fact, other(stem.side))}, graph)
    place = home(key, fact, graph) if key.type is EntityType.PLACE else ()
    place = place or ((setting.country_of(fact, graph),) if key.type is EntityType.PLACE else ())
    is_famous = _is_famous(key)
    for entity in entities:
        entity_id = entity.entity_id
        if not (_is_likely(entity, key, stem, graph) or entity_id in partners):
            continue
        if fact.witnesses and (_is_far(entity, place) or _is_of_another_kind(entity, key)):
            continue
        if entity_id not in partners and _is_known_as_actor(entity, fact, graph):
            continue
        if _is_of_another_time(entity, key, fact, graph):
            continue
        if entity_id not in partners and _brings_out_nothing(entity, key, fact, graph):
            continue
        if graph.is_false(fact, stem.side, entity_id):
            around = _surroundings(entity_id, partners.get(entity_id, set()), graph)
            closeness = 0.4 * (entity_id in partners)
            closeness += 0.3 * (entity.kind == key.kind) + 0.3 * _shared(surroundings, around)
            chance = fraction(fact.fact_id, stem.side, entity_id)
            score = 6 * closeness + alikeness(entity.name, key.name) + chance
            score += _NEAR * gazetteer.likeness(entity.names, place)
            score -= _STRANGE * _are_strangers(entity, key, graph)
            score -= _VAGUE * (key.type is EntityType.PERSON and _is_vague(entity, key))
            score -= _OUT_OF_TRADE * _has_another_trade(entity, key, fact, graph)
            likely = key.type not in PEOPLE or entity_id in partners or bool(entity.kind)
            fame = int(_is_famous(entity))
            # What famous people are is as well known as their names.
            score -= _STANDING_OUT * (fame > is_famous or (is_famous and entity.kind != key.kind))
            yield WrongAnswer(wording.option(entity), entity.names, score, closeness, likely, fame)


def _is_far(entity: Entity, place: Sequence[str]) -> bool:
    """Whether both places are known and lie on two continents: nobody would take one for the other."""
    return all(map(gazetteer.wholes, (entity.names, place))) and not gazetteer.likeness(entity.names, place)


def _is_of_another_time(entity: Entity, key: Entity, fact: Fact, graph: Graph) -> bool:
    """Whether a text found in writing names somebody long before or after what the fact tells."""
    is_person = fact.witnesses > 0 and entity.type is EntityType.PERSON
    return is_person and setting.is_of_another_time(entity.names, key.names, fact, graph)


def _is_of_another_kind(entity: Entity, key: Entity) -> bool:
    """Whether two organisations are known to be of two kinds, such as a school and a university."""
    kinds = {entity.kind, key.kind} - {""}
    return key.type is EntityType.ORGANISATION and len(kinds) > 1 and not kinds <= _PLACES_OF_LEARNING


def _brings_out_nothing(entity: Entity, key: Entity, fact: Fact, graph: Graph) -> bool:
    """Whether it is asked who published a book, and nothing tells that an organisation publishes any."""
    given = graph.entity(fact, "subject" if key.entity_id == fact.value else "value")
    house = known_organisations.kind_of("", fact.relation, given.kind if given else "")
    return key.type is EntityType.ORGANISATION and bool(house) and entity.kind != house


def _are_man_and_woman(entity: Entity, key: Entity, graph: Graph) -> bool:
    """Whether it is told that one is a man and the other a woman."""
    return {sex_in_cast(entity, graph), sex_in_cast(key, graph)} == {"male", "female"}


def _are_strangers(entity: Entity, key: Entity, graph: Graph) -> bool:
    """Whether two are people whom no document that was read names together."""
    if key.type is not EntityType.PERSON or not graph.texts.sentences:
        return False
    return not graph.texts.naming(key.names) & graph.texts.naming(entity.names)


def _is_kin(entity: Entity, key: Entity) -> bool:
    """Whether two are of one kind, or both places where people live."""
    if entity.type is EntityType.PLACE and {entity.kind, key.kind} <= SETTLEMENTS:
        return all(gazetteer.kind(each.names) in SETTLEMENTS for each in (entity, key))
    return entity.kind == key.kind


def _is_of_a_story(entity: Entity, graph: Graph) -> bool:
    """Whether the name of somebody is that of a character, or a piece of a title."""
    return any(_is_also(type_, entity, graph) for type_ in (EntityType.CHARACTER, EntityType.WORK))


def _is_also(type_: EntityType, entity: Entity, graph: Graph) -> bool:
    """Whether somebody bears a name of another type too."""
    if entity.type is not EntityType.PERSON:
        return False
    return any(overlap(entity.names, known.names) for known in graph.of_type(type_))


def _has_another_trade(entity: Entity, key: Entity, fact: Fact, graph: Graph) -> bool:
    """Whether somebody is known to be nothing that the key is, nor what those are who do the like."""
    if not entity.kind or entity.kind == key.kind:
        return False
    given = graph.entity(fact, "subject" if key.entity_id == fact.value else "value")
    doing = known_people.trades_that(fact.relation, given.kind if given else "")
    return bool(doing) and not set(doing) & set(known_people.trades_near(entity.kind))


def _is_known_as_actor(entity: Entity, fact: Fact, graph: Graph) -> bool:
    """Whether it is asked who made a work, and everybody knows somebody for acting."""
    return "crew" in graph.relation(fact).tags and known_people.trade_of(entity.names) == "actor"


def _is_vague(entity: Entity, key: Entity) -> bool:
    """Whether nothing tells what somebody is, or somebody goes by one name beside one of two."""
    return not entity.kind or (" " in key.name) > (" " in entity.name)


def _is_famous(entity: Entity | None) -> bool:
    """Whether it is somebody of whom most readers have heard."""
    return entity is not None and entity.type is EntityType.PERSON and known_people.is_known(entity.names)


def _is_likely(entity: Entity, key: Entity, stem: Stem, graph: Graph) -> bool:
    """Whether an entity is of the key's known kind, or comes from one of its documents and may stand for it.

    Who people are matters less than that they belong to one story, unless the stem says what is asked for.
    """
    is_kin = _is_kin(entity, key)
    told = bool(graph.texts.sentences)
    if (
        entity.kind
        and key.kind
        and (is_kin or not told or key.type is not EntityType.PERSON or stem.same_kind)
    ):
        return is_kin
    if key.type not in PEOPLE and not is_kin:
        return False
    together = graph.texts.naming(key.names) & graph.texts.naming(entity.names)
    return bool(together) or not told


def _fits(entity: Entity, key: Entity, stem: Stem, graph: Graph) -> bool:
    """Whether the stem leaves the entity possible: its type, and its kind and whole where it says them."""
    if entity.type is not key.type or entity.entity_id == key.entity_id or len(entity.name) < _SHORTEST:
        return False
    if stem.same_kind and entity.kind != key.kind and not {entity.kind, key.kind} <= _CITIES:
        return False
    if key.type is EntityType.PLACE and (
        gazetteer.is_inside(entity.names, key.names) or may_hold(entity, key)
    ):
        return False
    if stem.same_within and entity.within != key.within:
        return False
    if stem.is_cast and _are_man_and_woman(entity, key, graph):
        return False
    if _OF_SPOUSES.search(stem.text) and {sex_of(entity.name), sex_of(key.name)} == {"male", "female"}:
        return False
    if key.entity_id in graph.wholes(entity.entity_id) or entity.entity_id in graph.wholes(key.entity_id):
        return False
    return not overlap(entity.names, key.names) and not overlap(entity.names, [plain(stem.text)])


def _texts(stem: Stem, fact: Fact, graph: Graph) -> Iterator[WrongAnswer]:
    known = {known.value for known in graph.of(fact.relation)}
    false = [text for text in sorted(known - {fact.value}) if graph.is_false(fact, "value", text)]
    others = jobs_of_others(fact, graph) + meanings_beside(fact, graph) + days_beside(fact, graph)
    for text in dict.fromkeys((*others, *false)):
        if not overlap([text], [fact.value, plain(stem.text)]):
            score = (text in others) + alikeness(text, fact.value) + fraction(fact.fact_id, text)
            yield WrongAnswer(text, (text,), score, 0.6)


def _sets(key: str, candidates: Sequence[WrongAnswer], key_rank: int, *, is_famous: bool) -> Iterator[Choice]:
    tried = []
    for three in combinations(candidates[:_SHORT_LIST], DISTRACTORS):
        if any(overlap(a.names, b.names) for a, b in combinations(three, 2)):
            continue
        # Three people of whom nothing alike is known would be told from the key without knowing the answer.
        if not any(candidate.likely for candidate in three):
            continue
        # Of famous and unknown names the odd one is picked out by whoever knows nothing of the matter.
        if is_famous and sum(bool(candidate.fame) for candidate in three) < _FEWEST_FAMOUS:
            continue
        if not is_famous and sum(candidate.fame for candidate in three) > _MOST_FAME:
            continue
        # Were the key mostly the longest (or the shortest) option, length would give it away.
        shorter = sum(len(c.text) < len(key) for c in three)
        tried.append((sum(c.score for c in three) - 0.4 * abs(shorter - key_rank), three))
    tried.sort(key=lambda found: (-found[0], [c.text for c in found[1]]))
    for _, three in tried[:_TRIES]:
        yield Choice(key, tuple(c.text for c in three), sum(c.closeness for c in three) / DISTRACTORS)


def _surroundings(entity_id: str, partners: set[str], graph: Graph) -> set[str]:
    """The wholes that an entity and its partners in the relation belong to: a work, a continent."""
    return {whole for each in (entity_id, *partners) for whole in graph.wholes(each)}


def _shared(some: set[str], others: set[str]) -> float:
    """How much of two surroundings is common, from 0 to 1; without any, nothing sets the two apart."""
    return len(some & others) / len(some | others) if some or others else 1.0
