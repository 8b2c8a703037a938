"""Options that are numbers, dates and spans, and those that only look like them."""

import pytest

from quizapp.packs.quantity import numbers_in, quantities, quantity


@pytest.mark.parametrize(
    ("option", "value", "unit"),
    [
        ("8", 8, ""),
        ("Eight episodes", 8, "episodes"),
        ("1,200 km", 1200, "km"),
        ("12 450", 12450, ""),
        ("$3.5 million", 3_500_000, "$ million"),
        ("About 8 minutes", 8, "minutes"),
        ("−12 °C", -12, "°c"),
        ("30%", 30, "%"),
        ("3rd", 3, "th"),
        ("5 m", 5, "m"),
        ("£5 m", 5_000_000, "£ m"),
        ("62 metres", 62, "metres"),
        ("31 million crowns", 31_000_000, "million crowns"),
        ("31 million Austrian crowns", 31_000_000, "million austrian crowns"),
        ("100 degrees Celsius", 100, "degrees celsius"),
    ],
)
def test_numbers_are_worth_what_they_say(option: str, value: float, unit: str) -> None:
    told = quantity(option)

    assert told is not None
    assert (told.low, told.unit, told.shape) == (value, unit, "number")


@pytest.mark.parametrize(
    ("option", "shape"),
    [
        ("1801", "year"),
        ("October 2010", "month year"),
        ("16 October 2010", "day month year"),
        ("October 16th, 2010", "day month year"),
        ("2010-10-16", "day month year"),
        ("16 October", "day month"),
        ("May", "month"),
        ("the 1990s", "decade"),
        ("19th century", "century"),
        ("1990–1995", "years"),
    ],
)
def test_dates_say_how_exact_they_are(option: str, shape: str) -> None:
    told = quantity(option)

    assert told is not None
    assert told.shape == shape
    assert told.is_date


@pytest.mark.parametrize(
    "option", ["Ceres", "12 Angry Men", "(500) Days of Summer", "50 Cent", "Apollo 13", "", "1e5"]
)
def test_names_with_numbers_in_them_are_names(option: str) -> None:
    assert quantity(option) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("October 2010", "2010", True),
        ("1994", "the 1990s", True),
        ("1994", "the 1980s", False),
        ("10 to 20", "15", True),
        ("10 to 20", "21", False),
        ("8 km", "8 m", False),
        ("16 October", "October", True),
    ],
)
def test_overlap_is_what_both_could_be(one: str, other: str, expected: bool) -> None:
    ours, theirs = quantity(one), quantity(other)

    assert ours is not None
    assert theirs is not None
    assert ours.overlaps(theirs) is expected


def test_years_beside_a_bare_number_are_numbers() -> None:
    found = quantities(("950", "1500", "2000", "3000"))

    assert found is not None
    assert [told.low for told in found] == [950, 1500, 2000, 3000]


def test_numbers_are_found_in_sentences() -> None:
    assert numbers_in("It has eight episodes, of 1,200 seconds, and 3.5 stars.") == {8, 1200, 3.5}
