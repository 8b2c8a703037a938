"""The tree of a board: what counting all standings would give, from a few buckets."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.board_tree import FAN_OUT, LEVELS, TOP, Cell, cells_of, changes, children

points = st.one_of(st.integers(0, 300), st.integers(0, 300_000), st.integers(0, 10**12))


@settings(deadline=None)
@given(st.lists(points, min_size=1))
def test_those_in_higher_buckets_beside_ones_own_are_those_ahead(scores: list[int]) -> None:
    tree = Counter(cell for score in scores for cell in cells_of(score))

    for score in scores:
        ahead = sum(n for cell, n in tree.items() if _is_above(cell, score))

        assert ahead == sum(other > score for other in scores)


@settings(deadline=None)
@given(st.none() | points, st.none() | points)
def test_a_score_that_changes_leaves_its_buckets_and_enters_others(
    before: int | None, after: int | None
) -> None:
    tree = Counter(() if before is None else cells_of(before))

    for cell, change in changes(before, after):
        tree[cell] += change

    assert +tree == Counter(() if after is None else cells_of(after))
    assert all(n >= 0 for n in tree.values())


def test_a_score_that_stays_changes_nothing() -> None:
    assert list(changes(4_000, 4_000)) == []
    assert list(changes(None, None)) == []


def test_a_small_step_touches_few_buckets() -> None:
    assert sorted(changes(100, 101)) == [((0, 100), -1), ((0, 101), 1)]


@pytest.mark.parametrize("score", [0, 63, 64, 262_143, 262_144, 10**12])
def test_each_bucket_lies_in_the_one_above(score: int) -> None:
    cells = cells_of(score)

    assert [cell.level for cell in cells] == list(LEVELS)
    assert all(below.bucket in children(above.bucket) for below, above in pairwise(cells))


def _is_above(cell: Cell, score: int) -> bool:
    own = cells_of(score)[cell.level].bucket
    return cell.bucket > own and (cell.level == TOP or cell.bucket // FAN_OUT == own // FAN_OUT)
