from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generation import literals
from quizapp.generation.near import is_comparable, near, order, wide
from tests.generation.stage import TODAY

SEEDS = st.text(min_size=1, max_size=8)


@given(st.integers(1000, 2026), SEEDS)
def test_near_years_differ_stay_in_the_century_and_out_of_the_future(year: int, seed: str) -> None:
    for found in near("year", str(year), TODAY, seed):
        assert found != str(year)
        assert int(found) <= TODAY.year
        assert int(found) // 100 == year // 100


@pytest.mark.parametrize(
    ("year", "span"), [(1997, (1996, None)), (2024, (None, None)), (1901, (None, 1903)), (1960, (1958, 1961))]
)
def test_where_little_room_is_left_single_years_stand_beside_a_year(
    year: int, span: tuple[int | None, int | None]
) -> None:
    found = near("year", str(year), TODAY, "seed", span)

    assert len(found) >= 3
    assert all((span[0] or 0) <= int(each) <= (span[1] or TODAY.year) for each in found)


@given(st.dates(date(1900, 1, 1), TODAY), SEEDS)
def test_near_dates_are_in_the_calendar_past_and_differ_in_one_component(day: date, seed: str) -> None:
    found = near("date", day.isoformat(), TODAY, seed)

    changed = {
        tuple(a != b for a, b in zip(value.split("-"), day.isoformat().split("-"), strict=True))
        for value in found
    }
    assert all(literals.is_well_formed("date", value) and value <= TODAY.isoformat() for value in found)
    assert len(changed) <= 1
    assert all(sum(parts) == 1 for parts in changed)


@given(st.integers(1, 10**7), SEEDS)
def test_near_numbers_keep_sign_and_rounding(number: int, seed: str) -> None:
    for found in near("number", str(number), TODAY, seed):
        assert order("number", found) > 0
        assert order("number", found) % literals.step(str(number)) == 0


@given(st.decimals("0.1", "999.9", places=1), SEEDS)
def test_near_numbers_keep_their_places_after_the_point(number: object, seed: str) -> None:
    assert all(len(found.split(".")[1]) == 1 for found in near("number", str(number), TODAY, seed))


def test_texts_have_no_neighbours() -> None:
    assert near("text", "blue", TODAY, "seed") == []


@given(st.integers(2, 10**5), st.sampled_from(["metres", "million crowns", "per cent"]), SEEDS)
def test_near_quantities_keep_unit_and_rounding(size: int, unit: str, seed: str) -> None:
    truth = f"{size:,} {unit}"

    for found in near("quantity", truth, TODAY, seed):
        assert literals.is_well_formed("quantity", found)
        assert found.partition(" ")[2] == unit
        assert literals.number(found.split()[0]) % literals.step(str(size)) == 0
        assert not literals.may_be_same("quantity", found, truth)


def test_no_share_is_more_than_the_whole() -> None:
    found = near("quantity", "80 per cent", TODAY, "seed")

    assert found
    assert all(order("quantity", share) <= 100 for share in found)


def test_quantities_in_another_unit_do_not_stand_beside_the_truth() -> None:
    assert is_comparable("quantity", "70 metres", "62 metres", TODAY)
    assert not is_comparable("quantity", "230 feet", "62 metres", TODAY)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (
            "quantity",
            "90 metres",
            ["20 metres", "40 metres", "60 metres", "120 metres", "140 metres", "180 metres"],
        ),
        ("number", "1,000", ["200", "500", "700", "1,300", "1,500", "2,000"]),
        ("number", "30", ["5", "15", "20", "40", "45", "60"]),
        ("number", "7", ["3", "5", "9", "11", "14"]),
        ("number", "0", []),
    ],
)
def test_beside_a_number_near_the_truth_stand_round_ones_far_from_it(
    kind: str, value: str, expected: list[str]
) -> None:
    assert wide(kind, value) == expected
