import pytest

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

from tests.generation.extraction.syntax.parsing import seen

pytestmark = pytest.mark.model

_RELATIONS = ("began_on_day", "ended_on_day", "streamed_from_day", "years_in_development")


def of_days(*paragraphs: str) -> set[tuple[str, str, str]]:
    return {each for each in seen(*paragraphs) if each[1] in _RELATIONS}


def test_a_bracket_tells_the_days_of_one_of_a_row_of_gatherings() -> None:
    assert of_days("It will be shown at the 30th Ostrey Film Festival (May 3–9) in the old hall.") == {
        ("30th Ostrey Film Festival", "began_on_day", "3 May"),
        ("30th Ostrey Film Festival", "ended_on_day", "9 May"),
    }


def test_days_of_a_gathering_that_has_no_number_are_those_of_any_year() -> None:
    assert of_days("It was shown at the Ostrey Film Festival (May 3–9).") == set()


def test_the_day_from_which_a_work_is_streamed_is_seen() -> None:
    assert of_days("The series premieres globally on Netflix on November 4.") == {
        ("Cold Harbour", "streamed_from_day", "4 November")
    }


def test_a_plan_is_no_first_day() -> None:
    assert of_days("The series will premiere on Netflix on October 16.") == set()


def test_the_years_of_making_are_seen() -> None:
    assert of_days("The series is a project ten years in the making.") == {
        ("Cold Harbour", "years_in_development", "10")
    }


def test_the_years_of_something_else_are_not_seen() -> None:
    assert of_days("The series is set ten years after the bridge.") == set()
