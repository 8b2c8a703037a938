import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.scoring import FULL, SCHEMES, accuracy, speed

times = st.integers(0, 300_000)
limits = st.integers(5_000, 200_000)


@pytest.mark.parametrize(
    ("elapsed_ms", "points"),
    [(0, 1000), (499, 1000), (2_000, 967), (15_000, 750), (30_000, 500), (30_001, 0)],
)
def test_speed_counts_by_the_known_formula(elapsed_ms: int, points: int) -> None:
    assert speed(True, elapsed_ms, 30_000) == points


@given(times, times, limits)
def test_points_never_grow_with_time(one: int, other: int, limit_ms: int) -> None:
    early, later = sorted((one, other))

    assert speed(True, early, limit_ms) >= speed(True, later, limit_ms)


@given(st.sampled_from(sorted(SCHEMES)), st.booleans(), times, limits)
def test_points_are_never_negative_nor_more_than_full(
    pace: str, correct: bool, elapsed_ms: int, limit_ms: int
) -> None:
    scheme = SCHEMES[pace]  # type: ignore[index]

    assert 0 <= scheme(correct, elapsed_ms, limit_ms) <= FULL
    assert scheme(False, elapsed_ms, limit_ms) == 0


def test_accuracy_does_not_look_at_speed() -> None:
    assert accuracy(True, 1, None) == accuracy(True, 10**9, None) == FULL
    assert accuracy(True, 40_000, 30_000) == 0
