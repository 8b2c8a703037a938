"""Posts with their fields and places, and who took them over: what both readings find."""

import pytest

from quizapp.generation import catalogue
from quizapp.generation.document import document_of
from quizapp.generation.extraction.witnesses import Witnesses
from quizapp.generation.language import load_language

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

_WITNESSES = Witnesses(catalogue.load(), load_language())


def told(sentence: str) -> set[tuple[str, str, str]]:
    """The posts and successions on which both readings agree."""
    found: dict[str, set[tuple[str, str, str]]] = {"surface": set(), "syntax": set()}
    for candidate in _WITNESSES.hear(
        document_of(f"Anna Holt\n\nAnna Holt lived in Ost. {sentence}", "f")
    ).candidates:
        if candidate.relation in ("taught_at", "was_until_year", "succeeded"):
            value = candidate.value if isinstance(candidate.value, str) else candidate.value.name
            found[candidate.witness].add((candidate.subject.name, candidate.relation, value))
    return found["surface"] & found["syntax"]


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "She was professor of botany at the University of Leeds from 1901 to 1920.",
            {("Anna Holt", "taught_at", "University of Leeds"), ("Anna Holt", "was_until_year", "1920")},
        ),
        (
            "She was Professor of Botany at the University of Leeds.",
            {("Anna Holt", "taught_at", "University of Leeds")},
        ),
        (
            "She was succeeded as director by Otto Finch.",
            {("Otto Finch", "succeeded", "Anna Holt")},
        ),
    ],
)
def test_posts_are_held_where_they_are_and_taken_over(
    sentence: str, facts: set[tuple[str, str, str]]
) -> None:
    assert told(sentence) == facts


@pytest.mark.parametrize(
    "sentence",
    [
        "She was not professor of botany at the University of Leeds.",
        "She was to be succeeded as director by Otto Finch.",
        "She was a friend of a man at the University of Leeds.",
    ],
)
def test_posts_denied_or_planned_and_posts_of_others_are_not_held(sentence: str) -> None:
    assert told(sentence) == set()
