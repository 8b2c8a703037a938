"""Years, dates, numbers and quantities beside a true one: real ones of the same relation, then near ones."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from quizapp.domain.fact import Fact
from quizapp.domain.item import DISTRACTORS
from quizapp.generation import literals, scopes
from quizapp.generation.graph import Graph
from quizapp.generation.lifespan import is_within, lifespan
from quizapp.generation.near import is_comparable, near, order, wide
from quizapp.generation.seeded import fraction
from quizapp.generation.wrong_answers import Choice

_ANY = Decimal(0)
# Years that follow each other tell nobody more than their neighbours: first those two years apart are tried.
_APART = {"year": (Decimal(2), _ANY)}
# Of a truth that is only about so much, what differs by less may be true too.
_NEARLY = Decimal("0.25")


def amounts(kind: str, fact: Fact, graph: Graph, today: date, key_rank: int) -> Iterator[Choice]:
    """The sets of three that can stand beside an amount, the one in which it takes the given rank first."""
    candidates = {
        value: score
        for value, score in _scores(kind, fact, graph, today).items()
        if graph.is_false(fact, "value", value)
    }
    for apart in _APART.get(kind, (_ANY,)):
        yield from _sets(candidates, kind, fact, graph, key_rank, apart)


def _sets(
    candidates: Mapping[str, float], kind: str, fact: Fact, graph: Graph, key_rank: int, apart: Decimal
) -> Iterator[Choice]:
    """Three values so far apart or more, the best that make no ladder with the truth."""
    truth = order(kind, fact.value)
    best = sorted(candidates, key=lambda value: (-candidates[value], value))
    below = _spaced([value for value in best if order(kind, value) < truth], kind, fact, apart)
    above = _spaced([value for value in best if order(kind, value) > truth], kind, fact, apart)
    unit = graph.relation(fact).unit
    for rank in sorted(range(DISTRACTORS + 1), key=lambda rank: (abs(rank - key_rank), rank)):
        rest = DISTRACTORS - rank
        tried = [below[skip : skip + rank] + above[:rest] for skip in (0, 1)]
        tried += [below[:rank] + above[1 : 1 + rest]]
        whole = [
            sorted(each, key=lambda value: order(kind, value)) for each in tried if len(each) == DISTRACTORS
        ]
        chosen = next((each for each in whole if not _is_ladder(each, kind, fact.value)), None)
        chosen = chosen or (whole[0] if whole and not apart else None)
        if chosen:
            shown = tuple(literals.shown(kind, value, unit) for value in chosen)
            yield Choice(literals.shown(kind, fact.value, unit), shown, 0.7)


def _is_ladder(chosen: Sequence[str], kind: str, truth: str) -> bool:
    """Whether values follow each other in equal steps, as nothing does: 1936, 1938, 1940, 1942.

    Of numbers the three beside the truth must not either, nor double: the truth would be the odd one.
    """
    rungs = sorted(order(kind, value) for value in chosen)
    if kind == "year":
        rungs = sorted([*rungs, order(kind, truth)])
    steps = {high - low for low, high in pairwise(rungs)}
    shares = {high / low for low, high in pairwise(rungs)} if all(rungs) else set()
    return len(steps) == 1 or (kind in ("number", "quantity") and len(shares) == 1)


def _scores(kind: str, fact: Fact, graph: Graph, today: date) -> dict[str, float]:
    """Near values and, ranked above them, real values of the relation that are near enough."""
    span = lifespan(fact, graph) if kind in ("year", "date") else (None, None)
    is_nearly = scopes.is_nearly(fact.scope)
    neighbours = wide(kind, fact.value) if is_nearly else near(kind, fact.value, today, fact.fact_id, span)
    scores = {value: fraction(fact.fact_id, value) for value in neighbours}
    for known in graph.of(fact.relation):
        if known.value != fact.value and is_comparable(kind, known.value, fact.value, today):
            scores[known.value] = 1 + fraction(fact.fact_id, known.value)
    return {
        value: score
        for value, score in scores.items()
        if kind not in ("year", "date") or is_within(value, span)
    }


def _spaced(values: Sequence[str], kind: str, fact: Fact, apart: Decimal) -> list[str]:
    """The values, best first, without those that stand too near to the truth or to a better one."""
    gap = max(apart, literals.gap(kind, fact.value))
    truth = order(kind, fact.value)
    room = max(gap, _NEARLY * abs(truth)) if scopes.is_nearly(fact.scope) else gap
    kept: list[str] = []
    for value in values:
        is_apart = all(abs(order(kind, value) - order(kind, better)) >= gap for better in kept)
        if is_apart and abs(order(kind, value) - truth) >= room:
            kept.append(value)
    return kept
