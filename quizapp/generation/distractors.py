"""Key -> distractors: wrong by the facts, alike in type and shape, so that only knowing tells them apart.

Entities and texts are drawn from the facts of the run. Amounts prefer real values of the same relation and
are filled up with near ones. Chance comes from the fact's id, so that other facts do not move a choice.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from quizapp.domain.fact import Entity, EntityType, Fact
from quizapp.domain.item import DISTRACTORS
from quizapp.generation import literals, wording
from quizapp.generation.graph import Graph, other, overlap, slot
from quizapp.generation.near import is_comparable, near, order
from quizapp.generation.seeded import fraction
from quizapp.generation.stems import Stem

_SHORT_LIST = 9
_TRIES = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """Three distractors in the order of how well they fit, and how close they come to the key (0 to 1)."""

    key: str
    distractors: tuple[str, ...]
    closeness: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A wrong answer: its text, every name it goes by, its score, and how close it is to the key."""

    text: str
    names: tuple[str, ...]
    score: float
    closeness: float


def choices(stem: Stem, fact: Fact, graph: Graph, today: date, key_rank: int) -> Iterator[Choice]:
    """The sets of three that can stand beside the key, the best first; none if fewer than three are false.

    `key_rank` (0 to 3) is how many distractors should be smaller (amounts) or shorter (texts) than the key.
    """
    literal = graph.relation(fact).literal if stem.side == "value" else ""
    if literal and literal != "text":
        yield from _amounts(literal, fact, graph, today, key_rank)
        return
    key = graph.entity(fact, stem.side)
    text = wording.option(key) if key else fact.value
    found = _entities(key, stem, fact, graph) if key else _texts(stem, fact, graph)
    yield from _sets(text, sorted(found, key=lambda c: (-c.score, c.text)), key_rank)


def key_ranks(facts: Sequence[Fact]) -> dict[str, int]:
    """For each fact the rank its key should take among its options: each rank equally often."""
    shuffled = sorted({fact.fact_id for fact in facts}, key=lambda fact_id: fraction("rank", fact_id))
    turns = {}
    for place, fact_id in enumerate(shuffled):
        block = sorted(range(DISTRACTORS + 1), key=lambda rank: fraction("turn", str(place // 4), str(rank)))
        turns[fact_id] = block[place % 4]
    return turns


def _entities(key: Entity, stem: Stem, fact: Fact, graph: Graph) -> Iterator[_Candidate]:
    partners: dict[str, set[str]] = defaultdict(set)
    for known in graph.of(fact.relation):
        partners[slot(known, stem.side)].add(slot(known, other(stem.side)))
    home = _surroundings(key.entity_id, {slot(fact, other(stem.side))}, graph)
    for entity_id, entity in graph.entities.items():
        if _fits(entity, key, stem, graph) and graph.is_false(fact, stem.side, entity_id):
            around = _surroundings(entity_id, partners.get(entity_id, set()), graph)
            closeness = 0.4 * (entity_id in partners)
            closeness += 0.3 * (entity.kind == key.kind) + 0.3 * _shared(home, around)
            chance = fraction(fact.fact_id, stem.side, entity_id)
            score = 6 * closeness + _alikeness(entity.name, key.name) + chance
            yield _Candidate(wording.option(entity), entity.names, score, closeness)


def _fits(entity: Entity, key: Entity, stem: Stem, graph: Graph) -> bool:
    """Whether the stem leaves the entity possible: its type, and its kind and whole where it says them."""
    if entity.type is not key.type or entity.entity_id == key.entity_id:
        return False
    people = key.type in (EntityType.PERSON, EntityType.CHARACTER)
    kinds_differ = entity.kind != key.kind
    if kinds_differ and (stem.same_kind or (entity.kind and key.kind and not people)):
        return False
    if stem.same_within and entity.within != key.within:
        return False
    if key.entity_id in graph.wholes(entity.entity_id) or entity.entity_id in graph.wholes(key.entity_id):
        return False
    return not overlap(entity.names, key.names) and not overlap(entity.names, [_plain(stem.text)])


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
    scores = {value: fraction(fact.fact_id, value) for value in near(kind, fact.value, today, fact.fact_id)}
    for known in graph.of(fact.relation):
        if known.value != fact.value and is_comparable(kind, known.value, fact.value, today):
            scores[known.value] = 1 + fraction(fact.fact_id, known.value)
    return scores


def _spaced(values: Sequence[str], kind: str, truth: str) -> list[str]:
    """The values, best first, without those that stand too near to the truth or to a better one."""
    gap = literals.step(truth) if kind == "number" else 1
    kept: list[str] = []
    for value in values:
        if all(abs(order(kind, value) - order(kind, better)) >= gap for better in [truth, *kept]):
            kept.append(value)
    return kept


def _plain(stem: str) -> str:
    """The stem with signs as spaces, so that a name in quotes or before a comma is seen as a word."""
    return "".join(c if c.isalnum() or c in "-'" else " " for c in stem.replace("’s", " "))
