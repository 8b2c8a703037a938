"""Years that a sentence takes from the one before it, or from its own first clause."""

import pytest

from quizapp.generation.document import document_of
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.told_years import with_years

BEFORE = "In 1871 she moved to Ost."


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("In the same year she built a mill.", "In 1871, she built a mill."),
        ("That year, she built a mill.", "In 1871, she built a mill."),
        ("The following year she built a mill.", "In 1872, she built a mill."),
        ("Three years later, with a loan, she built a mill.", "In 1874, with a loan, she built a mill."),
        ("She built a mill in the following year.", "She built a mill in 1872."),
        ("She died later that year.", "She died in 1871."),
        ("Ost fell in September of that year.", "Ost fell in September 1871."),
        ("She left on 3 May the same year.", "She left on 3 May 1871."),
    ],
)
def test_the_year_is_that_of_the_sentence_before(text: str, dated: str) -> None:
    assert with_years(text, BEFORE) == dated


def test_the_year_may_be_that_of_the_first_clause() -> None:
    text = "In 1871 she moved to Ost, and in the same year she built a mill."

    assert with_years(text, "") == "In 1871 she moved to Ost, and in 1871 she built a mill."


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("In the same year she built a mill.", "In 1871 she left, and in 1873 she came back."),
        ("In the same year she built a mill.", "She lived in a house that had been built in 1871."),
        ("In the same year she built a mill.", "About 1871 she moved to Ost."),
        ("In the same year she built a mill.", "In 1871 she moved to Ost and married two years later."),
        ("In the same year she built a mill.", "It was cold."),
        ("Ten years later she built a mill.", BEFORE),
        ("Some years later she built a mill.", BEFORE),
        ("About two years later she built a mill.", BEFORE),
        ("In the same year, 1873, she built a mill.", BEFORE),
        ("She met them the same year that he died.", "She moved until 1871."),
    ],
)
def test_a_year_that_may_be_another_is_left(text: str, before: str) -> None:
    assert with_years(text, before) == text


def test_a_document_is_read_with_its_years() -> None:
    scene = Scene(document_of(f"Ada Holt\n\n{BEFORE}\n\nThe following year she left.", "file"))

    assert scene.lines[-1].text == "In 1872, she left."
