"""Years, dates, numbers and quantities beside a true one: real ones of the same relation, then near ones."""

from collections.abc import Iterator, Sequence
from datetime import date

from quizapp.domain.fact import Fact
from quizapp.domain.item import DISTRACTORS
from quizapp.generation import literals
from quizapp.generation.graph import Graph
from quizapp.generation.lifespan import is_within, lifespan
from quizapp.generation.near import is_comparable, near, order
from quizapp.generation.seeded import fraction
from quizapp.generation.wrong_answers import Choice


def amounts(kind: str, fact: Fact, graph: Graph, today: date, key_rank: int) -> Iterator[Choice]:
    """The sets of three that can stand beside an amount, the one in which it takes the given rank first."""
    candidates = {
        value: score
        for value, score in _scores(kind, fact, graph, today).items()
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


def _scores(kind: str, fact: Fact, graph: Graph, today: date) -> dict[str, float]:
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
