"""Key -> distractors: wrong by the facts, alike in type and shape, so that only knowing tells them apart.

Entities and texts are drawn from the facts of the run, then from names that its documents hold; places, where
only one can be right, also from the gazetteer. Amounts prefer real values of the same relation and are filled
up with near ones. Chance comes from the fact's id, so that other facts do not move a choice.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from quizapp.domain.fact import Entity, EntityType, Fact, Side
from quizapp.domain.item import DISTRACTORS
from quizapp.generation import gazetteer, literals, wording
from quizapp.generation.aliases import PEOPLE, may_share
from quizapp.generation.extraction.pronouns import sex_of
from quizapp.generation.graph import Graph, other, overlap, slot
from quizapp.generation.lifespan import is_within, lifespan
from quizapp.generation.near import is_comparable, near, order
from quizapp.generation.seeded import fraction
from quizapp.generation.stems import Stem

_SHORT_LIST = 9
_NEAR = 6.0
_TRIES = 12
# From so near a place must come that stands beside one of which no kind, or a small one, is known.
_NEIGHBOURHOOD = 0.75
_SETTLEMENTS = frozenset(
    {"", "city", "capital", "capital city", "port city", "town", "port town", "market town", "seaside town"}
    | {"village", "fishing village", "hamlet", "borough", "suburb", "municipality", "commune"}
)
_CITIES = frozenset({"city", "capital", "capital city", "port city", "metropolis"})
# Their quarters are known by names of their own, and who was born in one was born in the other.
_METROPOLISES = frozenset(
    {"New York", "Los Angeles", "Chicago", "Istanbul", "Mumbai", "Sydney", "Rio de Janeiro", "São Paulo"}
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Three distractors in the order of how well they fit, and how close they come to the key (0 to 1)."""

    key: str
    distractors: tuple[str, ...]
    closeness: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A wrong answer: its text, every name it goes by, its score, and how close it is to the key.

    `likely`: known to be of the key's kind, or to have done the like.
    """

    text: str
    names: tuple[str, ...]
    score: float
    closeness: float
    likely: bool = True


def choices(stem: Stem, fact: Fact, graph: Graph, today: date, key_rank: int) -> Iterator[Choice]:
    """The sets of three that can stand beside the key, the best first; none if fewer than three are false.

    `key_rank` (0 to 3) is how many distractors should be smaller (amounts) or shorter (texts) than the key.
    """
    literal = graph.relation(fact).literal if stem.side == "value" else ""
    if literal and literal != "text":
        yield from _amounts(literal, fact, graph, today, key_rank)
        return
    key = graph.entity(fact, stem.side)
    if key and fact.witnesses and _lies_anywhere(key):
        return
    text = wording.option(key) if key else fact.value
    found = _entities(key, stem, fact, graph) if key else _texts(stem, fact, graph)
    yield from _sets(text, sorted(found, key=lambda c: (-c.score, c.text)), key_rank)


def _lies_anywhere(key: Entity) -> bool:
    """Whether a key is a place of which nothing tells what or where it is: all others would look odd."""
    is_kept = gazetteer.wholes(key.names) or key.kind in gazetteer.kinds()
    return key.type is EntityType.PLACE and not is_kept


def key_ranks(facts: Sequence[Fact]) -> dict[str, int]:
    """For each fact the rank its key should take among its options: each rank equally often."""
    shuffled = sorted({fact.fact_id for fact in facts}, key=lambda fact_id: fraction("rank", fact_id))
    turns = {}
    for place, fact_id in enumerate(shuffled):
        block = sorted(range(DISTRACTORS + 1), key=lambda rank: fraction("turn", str(place // 4), str(rank)))
        turns[fact_id] = block[place % 4]
    return turns


def _entities(key: Entity, stem: Stem, fact: Fact, graph: Graph) -> list[_Candidate]:
    """Those that facts are about; where they are few, also those that documents merely name."""
    partners: dict[str, set[str]] = defaultdict(set)
    for known in graph.of(fact.relation):
        if _is_about_its_like(known, fact, other(stem.side), graph):
            partners[slot(known, stem.side)].add(slot(known, other(stem.side)))
    fitting = (entity for entity in graph.of_type(key.type) if _fits(entity, key, stem, graph))
    found = list(_false(fitting, key, stem, fact, graph, partners))
    if len(found) < _SHORT_LIST:
        fitting = (entity for entity in graph.others.values() if _fits(entity, key, stem, graph))
        found += _false(fitting, key, stem, fact, graph, partners)
    if key.type is EntityType.PLACE and graph.is_closed(fact, stem.side):
        found += _well_known(key, stem, fact, graph, [name for each in found for name in each.names])
    return found


def _is_about_its_like(one: Fact, another: Fact, given: Side, graph: Graph) -> bool:
    """Whether what two facts are told of is of one kind, as far as is known: founders of two firms."""
    kinds = {each.kind for fact in (one, another) if (each := graph.entity(fact, given)) and each.kind}
    return len(kinds) < 2


def _well_known(
    key: Entity, stem: Stem, fact: Fact, graph: Graph, taken: Sequence[str]
) -> Iterator[_Candidate]:
    """Places of the gazetteer that lie near the key, or near what its sentence names; none mean an answer."""
    answers = [name for each in graph.answers(fact, stem.side) for name in graph.called(each)]
    home = _home(key, fact, graph)
    vague = key.kind not in gazetteer.kinds()
    if not home or (vague and (stem.same_kind or key.kind not in _SETTLEMENTS)):
        return
    for entity in gazetteer.of_kind("city" if vague else key.kind):
        near_by = gazetteer.nearness(entity.names, home)
        may_hold_it = entity.name in (*_METROPOLISES, *gazetteer.capitals())
        if vague and (near_by < _NEIGHBOURHOOD or may_hold_it):
            continue
        if gazetteer.is_inside(entity.names, key.names) or may_share(entity.names, answers):
            continue
        if not overlap(entity.names, [*taken, _plain(stem.text)]) and not overlap(entity.names, answers):
            chance = fraction(fact.fact_id, stem.side, entity.name)
            fame = 0.5 * (entity.name in gazetteer.capitals())
            score = 2 + _NEAR * near_by + fame + 0.5 * _alikeness(entity.name, key.name) + chance
            yield _Candidate(wording.option(entity), entity.names, score, 0.3 * (1 + near_by))


def _home(key: Entity, fact: Fact, graph: Graph) -> tuple[str, ...]:
    """Names of the key, if the gazetteer knows it; else of the place that its sentences name with it."""
    if gazetteer.wholes(key.names):
        return key.names
    return next(filter(None, map(gazetteer.first_named, graph.texts.behind(fact))), ())


def _false(
    entities: Iterable[Entity],
    key: Entity,
    stem: Stem,
    fact: Fact,
    graph: Graph,
    partners: Mapping[str, set[str]],
) -> Iterator[_Candidate]:
    """The entities that are provably false, with how well they would stand beside the key."""
    home = _surroundings(key.entity_id, {slot(fact, other(stem.side))}, graph)
    place = _home(key, fact, graph) if key.type is EntityType.PLACE else ()
    for entity in entities:
        entity_id = entity.entity_id
        if not (_is_likely(entity, key, graph) or entity_id in partners):
            continue
        if graph.is_false(fact, stem.side, entity_id):
            around = _surroundings(entity_id, partners.get(entity_id, set()), graph)
            closeness = 0.4 * (entity_id in partners)
            closeness += 0.3 * (entity.kind == key.kind) + 0.3 * _shared(home, around)
            chance = fraction(fact.fact_id, stem.side, entity_id)
            score = 6 * closeness + _alikeness(entity.name, key.name) + chance
            score += _NEAR * gazetteer.nearness(entity.names, place)
            likely = key.type not in PEOPLE or entity_id in partners or entity.kind == key.kind != ""
            yield _Candidate(wording.option(entity), entity.names, score, closeness, likely)


def _is_kin(entity: Entity, key: Entity) -> bool:
    """Whether two are of one kind, or both places where people live."""
    if entity.type is EntityType.PLACE and {entity.kind, key.kind} <= _SETTLEMENTS:
        return all(gazetteer.kind(each.names) in _SETTLEMENTS for each in (entity, key))
    return entity.kind == key.kind


def _may_hold(entity: Entity, key: Entity) -> bool:
    """Whether the key, of which little is known, may be a quarter of a great city."""
    great = {*_METROPOLISES, *gazetteer.capitals()}
    return key.kind in ("", "borough", "suburb") and entity.name in great


def _is_likely(entity: Entity, key: Entity, graph: Graph) -> bool:
    """Whether an entity is of the key's known kind; without a kind it must come from one of its documents."""
    if entity.kind and key.kind:
        return _is_kin(entity, key)
    if key.type not in PEOPLE and not _is_kin(entity, key):
        return False
    together = graph.texts.naming(key.names) & graph.texts.naming(entity.names)
    return bool(together) or not graph.texts.sentences


def _fits(entity: Entity, key: Entity, stem: Stem, graph: Graph) -> bool:
    """Whether the stem leaves the entity possible: its type, and its kind and whole where it says them."""
    if entity.type is not key.type or entity.entity_id == key.entity_id:
        return False
    if stem.same_kind and entity.kind != key.kind and not {entity.kind, key.kind} <= _CITIES:
        return False
    if key.type is EntityType.PLACE and (
        gazetteer.is_inside(entity.names, key.names) or _may_hold(entity, key)
    ):
        return False
    if stem.same_within and entity.within != key.within:
        return False
    if stem.is_cast and _are_man_and_woman(entity.name, key.name):
        return False
    if key.entity_id in graph.wholes(entity.entity_id) or entity.entity_id in graph.wholes(key.entity_id):
        return False
    return not overlap(entity.names, key.names) and not overlap(entity.names, [_plain(stem.text)])


def _are_man_and_woman(one: str, other: str) -> bool:
    """Whether first names tell that one is a man and the other a woman."""
    return {sex_of(one), sex_of(other)} == {"male", "female"}


def _texts(stem: Stem, fact: Fact, graph: Graph) -> Iterator[_Candidate]:
    for text in sorted({known.value for known in graph.of(fact.relation)} - {fact.value}):
        if graph.is_false(fact, "value", text) and not overlap([text], [fact.value, _plain(stem.text)]):
            score = _alikeness(text, fact.value) + fraction(fact.fact_id, text)
            yield _Candidate(text, (text,), score, 0.6)


def _sets(key: str, candidates: Sequence[_Candidate], key_rank: int) -> Iterator[Choice]:
    tried = []
    for three in combinations(candidates[:_SHORT_LIST], DISTRACTORS):
        if any(overlap(a.names, b.names) for a, b in combinations(three, 2)):
            continue
        # Three people of whom nothing alike is known would be told from the key without knowing the answer.
        if not any(candidate.likely for candidate in three):
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


def _alikeness(one: str, other: str) -> float:
    """How alike two texts look, from 0 to 1: length and number of words."""
    lengths = sorted((len(one), len(other)))
    words = sorted((len(one.split()), len(other.split())))
    return (lengths[0] / lengths[1] + words[0] / words[1]) / 2


def _amounts(kind: str, fact: Fact, graph: Graph, today: date, key_rank: int) -> Iterator[Choice]:
    candidates = {
        value: score
        for value, score in _amount_scores(kind, fact, graph, today).items()
        if graph.is_false(fact, "value", value)
    }
    truth = order(kind, fact.value)
    best = sorted(candidates, key=lambda value: (-candidates[value], value))
    below = _spaced([value for value in best if order(kind, value) < truth], kind, fact.value)
    above = _spaced([value for value in best if order(kind, value) > truth], kind, fact.value)
    unit = graph.relation(fact).unit
    for rank in sorted(range(DISTRACTORS + 1), key=lambda rank: (abs(rank - key_rank), rank)):
        if len(below) >= rank and len(above) >= DISTRACTORS - rank:
            chosen = below[:rank] + above[: DISTRACTORS - rank]
            chosen.sort(key=lambda value: order(kind, value))
            shown = tuple(literals.shown(kind, value, unit) for value in chosen)
            yield Choice(literals.shown(kind, fact.value, unit), shown, 0.7)


def _amount_scores(kind: str, fact: Fact, graph: Graph, today: date) -> dict[str, float]:
    """Near values and, ranked above them, real values of the relation that are near enough."""
    span = lifespan(fact, graph) if kind in ("year", "date") else (None, None)
    neighbours = near(kind, fact.value, today, fact.fact_id, span)
    scores = {value: fraction(fact.fact_id, value) for value in neighbours}
    for known in graph.of(fact.relation):
        if known.value != fact.value and is_comparable(kind, known.value, fact.value, today):
            scores[known.value] = 1 + fraction(fact.fact_id, known.value)
    return {
        value: score
        for value, score in scores.items()
        if kind not in ("year", "date") or is_within(value, span)
    }


def _spaced(values: Sequence[str], kind: str, truth: str) -> list[str]:
    """The values, best first, without those that stand too near to the truth or to a better one."""
    gap = literals.gap(kind, truth)
    kept: list[str] = []
    for value in values:
        if all(abs(order(kind, value) - order(kind, better)) >= gap for better in [truth, *kept]):
            kept.append(value)
    return kept


def _plain(stem: str) -> str:
    """The stem with signs as spaces, so that a name in quotes or before a comma is seen as a word."""
    return "".join(c if c.isalnum() or c in "-'" else " " for c in stem.replace("’s", " "))
