import pytest

from quizapp.generation import literals


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("year", "2010", "2010"),
        ("year", "-44", "44 BC"),
        ("date", "2025-10-16", "16 October 2025"),
        ("date", "2025-10", "October 2025"),
        ("date", "2025", "2025"),
        ("number", "1,200", "1,200 km"),
        ("text", "blue", "blue"),
    ],
)
def test_values_are_shown_as_people_write_them(kind: str, value: str, shown: str) -> None:
    assert literals.shown(kind, value, "km") == shown


def test_one_of_a_unit_stands_in_the_singular() -> None:
    assert literals.shown("number", "1", "episodes") == "1 episode"


@pytest.mark.parametrize(
    ("kind", "value"), [("date", "2025-02-30"), ("date", "16.10.2025"), ("year", "MMX"), ("number", "1,20")]
)
def test_values_that_are_not_of_their_kind_are_seen(kind: str, value: str) -> None:
    assert not literals.is_well_formed(kind, value)


def test_a_year_and_a_day_in_it_do_not_contradict_each_other() -> None:
    assert literals.may_be_same("date", "2010", "2010-10-16")
    assert not literals.may_be_same("date", "2011", "2010-10-16")


def test_rounding_leaves_room_and_counts_leave_none() -> None:
    assert literals.may_be_same("number", "1,200", "1,190")
    assert not literals.may_be_same("number", "1,200", "1,300")
    assert not literals.may_be_same("number", "8", "9")


@pytest.mark.parametrize(
    "value", ["62 metres", "3.5 million tonnes", "31 million Austrian crowns", "-5 degrees Celsius"]
)
def test_a_quantity_is_shown_as_it_is(value: str) -> None:
    assert literals.is_well_formed("quantity", value)
    assert literals.shown("quantity", value) == value


@pytest.mark.parametrize("value", ["62", "62 m", "62 metre", "62 cats", "metres", "sixty metres"])
def test_a_quantity_is_a_number_with_a_known_unit_in_the_plural(value: str) -> None:
    assert not literals.is_well_formed("quantity", value)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("62 metres", "203 feet"),
        ("1,200 kilometres", "750 miles"),
        ("3.5 million tonnes", "3,500,000 tons"),
        ("40 hectares", "0.4 square kilometres"),
        ("100 km/h", "62 mph"),
        ("3 years", "36 months"),
        ("100 degrees Celsius", "212 degrees Fahrenheit"),
        ("31 million crowns", "31 million Austrian crowns"),
        ("4 million dollars", "31 million crowns"),
    ],
)
def test_quantities_may_be_the_same_in_other_units(one: str, other: str) -> None:
    assert literals.may_be_same("quantity", one, other)
    assert literals.may_be_same("quantity", other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("62 metres", "63 metres"),
        ("62 metres", "62 feet"),
        ("62 metres", "62 tonnes"),
        ("3.5 million tonnes", "3.7 million tonnes"),
        ("8 hours", "9 hours"),
    ],
)
def test_quantities_that_rounding_cannot_explain_differ(one: str, other: str) -> None:
    assert not literals.may_be_same("quantity", one, other)


def test_words_stand_in_others_as_words() -> None:
    assert literals.may_be_same("text", "4 May", "on 4 May")
    assert not literals.may_be_same("text", "4 May", "14 May")
