"""Bars that people can read: round edges, and all scores in them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.spread import MOST_BARS, bar_edges, reaches, shortest_reach

SCORES = st.integers(0, 20_000_000)


@pytest.mark.parametrize(
    ("low", "high", "first", "last", "width"),
    [
        (0, 9_990, 0, 10_000, 500),
        (1_000, 24_000, 1_000, 25_000, 1_000),
        (3_480, 3_700, 3_480, 3_710, 10),
        (7, 11, 7, 12, 1),
        (0, 16_777_216, 0, 17_000_000, 1_000_000),
        (0, 599, 0, 600, 25),
    ],
)
def test_bars_have_a_round_width(low: int, high: int, first: int, last: int, width: int) -> None:
    edges = bar_edges(low, high)

    assert (edges[0], edges[-1], edges[1] - edges[0]) == (first, last, width)


@given(SCORES, SCORES)
def test_bars_hold_every_score_and_are_neither_too_many_nor_too_few(one: int, other: int) -> None:
    low, high = sorted((one, other))

    edges = bar_edges(low, high)

    assert edges[0] <= low < edges[1]
    assert edges[-2] <= high < edges[-1]
    assert len({after - before for before, after in pairwise(edges)}) == 1
    assert len(edges) - 1 <= MOST_BARS
    assert len(edges) - 1 >= min(9, high - low + 1)


def test_one_giant_does_not_squeeze_the_others_into_one_bar() -> None:
    of = reaches(0, 1_000_000)
    assert len(of) <= MOST_BARS
    beyond = tuple(1 if reach > 30_000 else 40 for reach in of)

    reach = shortest_reach(of, beyond, size=100)

    assert 30_000 < reach < 62_500


def test_where_each_player_counts_the_bars_reach_to_the_top() -> None:
    of = reaches(100, 900)

    assert of[0] == 900
    assert shortest_reach(of, (0, *(1,) * (len(of) - 1)), size=19) == 900
