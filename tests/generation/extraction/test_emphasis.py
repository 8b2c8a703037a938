"""Words between asterisks or low lines: names among them are read as in quotation marks, others plainly."""

import pytest

from quizapp.domain.fact import EntityType
from quizapp.generation.document import document_of
from quizapp.generation.extraction.emphasis import emphasised, in_quotes, without_marks
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.scene import Scene


def read(text: str) -> str:
    return without_marks(in_quotes(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("She wrote *The Iron Sea* in 1871.", "She wrote “The Iron Sea” in 1871."),
        ("She wrote _The Iron Sea_ in 1871.", "She wrote “The Iron Sea” in 1871."),
        ("It is called *pan negra* there.", "It is called pan negra there."),
        ("It is **The Iron Sea** here.", "It is The Iron Sea here."),
        ("Take *all of it now.*", "Take all of it now."),
        ("A 3 * 4 grid, and 5*6 of them.", "A 3 * 4 grid, and 5*6 of them."),
        ("The file iron_sea_two is here.", "The file iron_sea_two is here."),
    ],
)
def test_names_set_apart_stand_in_quotes_and_other_marks_go(text: str, shown: str) -> None:
    assert read(text) == shown


def test_every_letter_keeps_its_place_until_the_marks_go() -> None:
    text = "It is *pan negra*, **so**, and *The Iron Sea*."

    assert len(in_quotes(text)) == len(text)


def test_only_names_are_told_as_set_apart() -> None:
    assert list(emphasised("In *The Iron Sea* a *pan negra* and a **Big Boat** sail.")) == ["The Iron Sea"]


@pytest.mark.parametrize(
    ("phrase", "text", "name"),
    [
        ("the film “The Iron Sea”", "In May the film *The Iron Sea* was released.", "The Iron Sea"),
        ("the bull “Dies caelum”", "She read the poem and the bull *Dies caelum* in May.", None),
        ("the poem “Dies caelum”", "In May the poem *Dies caelum* was published.", "Dies caelum"),
    ],
)
def test_a_name_set_apart_is_one_name_whatever_small_letters_it_has(
    phrase: str, text: str, name: str | None
) -> None:
    scene = Scene(document_of(f"A report\n\n{text}", "file"))
    line = scene.lines[-1]
    start = line.text.index(phrase)

    found = Meanings(scene).mention(line, start, start + len(phrase), (EntityType.WORK,))

    assert (found.name if found else None) == name
