"""What stands under a heading for the story of a work is true in that story alone."""

import pytest

from quizapp.generation import catalogue
from quizapp.generation.document import document_of
from quizapp.generation.extraction.retold import retold
from quizapp.generation.extraction.witnesses import Witnesses
from quizapp.generation.language import load_language

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

_WITNESSES = Witnesses(catalogue.load(), load_language())
_STORY = "Otto Finch was born in Paris in 1871."
_LIFE = "The film was directed by Ada Quill. Ada Quill was born in Leeds in 1921."


def told_of(text: str) -> set[str]:
    """The people whose birth is read in a document."""
    found = _WITNESSES.hear(document_of(text, "file")).candidates
    return {c.subject.name for c in found if c.relation == "born_in_year"}


@pytest.mark.parametrize("heading", ["Plot", "## Synopsis", "Plot summary", "*Story*"])
def test_lives_in_a_story_are_no_facts_and_those_after_it_are(heading: str) -> None:
    text = f"The Iron Sea\n\n{heading}\n\n{_STORY}\n\nProduction\n\n{_LIFE}"

    assert told_of(text) == {"Ada Quill"}


def test_without_such_a_heading_all_is_told() -> None:
    assert told_of(f"The Iron Sea\n\nCast\n\n{_STORY}\n\n{_LIFE}") == {"Otto Finch", "Ada Quill"}


def test_a_sentence_about_a_plot_opens_no_story() -> None:
    document = document_of("The Iron Sea\n\nThe plot was thin.\n\nIt was praised by all.", "file")

    assert retold(document.passages) == frozenset()
