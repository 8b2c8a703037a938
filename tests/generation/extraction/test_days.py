import pytest

from quizapp.generation.extraction.days import told_in
from quizapp.generation.extraction.scene import Line
from tests.generation.extraction.reading import Fact, fact, found

_RELATIONS = ("began_on_day", "ended_on_day", "streamed_from_day", "years_in_development")


def of_days(*paragraphs: str) -> set[Fact]:
    return {each for each in found(*paragraphs) if each[1] in _RELATIONS}


@pytest.mark.parametrize(
    ("bracket", "first", "last"),
    [
        ("(May 3–9)", "3 May", "9 May"),
        ("(3–9 May)", "3 May", "9 May"),
        ("(May 30 – June 2)", "30 May", "2 June"),
        ("(30 May – 2 June)", "30 May", "2 June"),
    ],
)
def test_a_bracket_tells_the_days_of_one_of_a_row_of_gatherings(bracket: str, first: str, last: str) -> None:
    assert of_days(f"It will be shown at the 30th Ostrey Film Festival {bracket} in the old hall.") == {
        ("30th Ostrey Film Festival", "began_on_day", first),
        ("30th Ostrey Film Festival", "ended_on_day", last),
    }


def test_days_of_a_gathering_that_has_no_number_are_those_of_any_year() -> None:
    assert of_days("It was shown at the Ostrey Film Festival (May 3–9).") == set()


def test_the_day_from_which_a_work_is_streamed_is_read() -> None:
    assert of_days("The series premieres globally on Netflix on November 4.") == {
        ("Cold Harbour", "streamed_from_day", "4 November")
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The series will premiere on Netflix on October 16.",
        "The series premieres on Netflix on October 16, 2025.",
        "The series premieres on Market Street on October 16.",
        "The series may have premiered on Netflix on October 16.",
    ],
)
def test_what_is_planned_told_with_its_year_or_shown_elsewhere_is_not_read(sentence: str) -> None:
    assert of_days(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    ["A Harbour Collaboration Ten Years in the Making", "The series is a project ten years in the making."],
)
def test_the_years_of_making_are_read(sentence: str) -> None:
    assert of_days(sentence, "Here the series is told from its first day.") == {
        ("Cold Harbour", "years_in_development", "10")
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "A Bridge Ten Years in the Making",
        "The series may be ten years in the making.",
        "The series is set ten years after the making of the bridge.",
    ],
)
def test_the_years_of_something_else_are_not_read(sentence: str) -> None:
    assert of_days(sentence) == set()


def test_a_statement_alone_tells_its_day() -> None:
    stated = ["The series “Salt” began to stream on 3 May.", "The 30th Ostrey Fair ended on 9 May."]

    assert {fact(each) for text in stated for each in told_in(Line(text, 1, 1))} == {
        ("Salt", "streamed_from_day", "3 May"),
        ("30th Ostrey Fair", "ended_on_day", "9 May"),
    }
