"""What a document is about: the work in its title, and when `the series` means that one."""

import pytest

from quizapp.domain.fact import EntityType
from quizapp.generation.document import document_of
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.scene import Scene


def scene(*paragraphs: str, title: str) -> Scene:
    return Scene(document_of("\n\n".join((title, *paragraphs)), "file"))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("All about “Cold Harbour”", "It tells of the film Low Tide. Low Tide is good. Low Tide is long."),
        (
            "Cold Harbour: what critics say",
            "Critics like the drama Cold Harbour. The film Low Tide is better.",
        ),
        ("A night at the pier", "Cold Harbour is a new Danish series. Cold Harbour is slow."),
    ],
)
def test_a_document_is_about_the_work_in_its_title_or_the_one_it_names_most(title: str, text: str) -> None:
    main = scene(text, title=title).main

    assert main is not None
    assert main.name == "Cold Harbour"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Anna Holt", "Anna Holt was born in Leeds. She made the film Low Tide. Low Tide is long."),
        ("A night at the pier", "I like the film Low Tide and the series Northbound. Low Tide is long."),
        ("A night at the pier", "Holt is a screenwriter known for the series Northbound. Holt is here."),
    ],
)
def test_a_text_about_a_person_or_about_many_works_is_about_no_work(title: str, text: str) -> None:
    assert scene(text, title=title).main is None


def test_the_series_is_not_another_one_than_the_document_is_about() -> None:
    about = scene(
        "The drama “Cold Harbour” is new. The series is quiet.",
        "She is known for the series “Northbound”. The series was screened at the Gull Festival.",
        title="All about “Cold Harbour”",
    )

    assert Meanings(about).mention(about.lines[-1], 0, len("The series"), (EntityType.WORK,)) is None
    assert not about.is_of_main(about.lines[-1])


@pytest.mark.parametrize(
    ("before", "is_main"),
    [
        ("Cold Harbour is a new series.", True),
        ("It was made into a new series.", True),
        ("A television series with the same title followed.", False),
    ],
)
def test_it_is_not_the_main_work_once_another_was_introduced(before: str, is_main: bool) -> None:
    about = scene(
        f"The drama Cold Harbour is new. {before} It was directed by Anna Holt.", title="Cold Harbour"
    )

    assert about.is_of_main(about.lines[-1]) is is_main
