"""Years in brackets behind a name: what both readers take from them, and what neither does."""

import pytest

from quizapp.generation import catalogue
from quizapp.generation.document import document_of
from quizapp.generation.extraction.witnesses import Witnesses
from quizapp.generation.language import load_language

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

_YEARS = ("born_in_year", "died_in_year", "born_on", "died_on", "published_in_year", "released_in_year")
_WITNESSES = Witnesses(catalogue.load(), load_language())


def heard(sentence: str) -> set[tuple[str, str, str]]:
    """Name, relation and year of what both readers find in the second sentence of a paragraph."""
    text = f"Notes on a coast\n\nThe coast was quiet for many years and few people came to see it. {sentence}"
    found: dict[str, set[tuple[str, str, str]]] = {"surface": set(), "syntax": set()}
    for candidate in _WITNESSES.hear(document_of(text, "file")).candidates:
        if candidate.relation in _YEARS and isinstance(candidate.value, str):
            told = (candidate.subject.name, candidate.relation, candidate.value)
            found[candidate.witness].add(told)
    return found["surface"] & found["syntax"]


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "The painter Anna Holt (1844–1926) lived in Paris.",
            {("Anna Holt", "born_in_year", "1844"), ("Anna Holt", "died_in_year", "1926")},
        ),
        (
            "The actress Anna Holt (born 9 December 1934) lived in Paris.",
            {("Anna Holt", "born_in_year", "1934"), ("Anna Holt", "born_on", "1934-12-09")},
        ),
        (
            "The novel “The Grey Tide” (1871) was written by Peter Lund.",
            {("The Grey Tide", "published_in_year", "1871")},
        ),
    ],
)
def test_both_read_the_dates_in_brackets(sentence: str, facts: set[tuple[str, str, str]]) -> None:
    assert heard(sentence) == facts


@pytest.mark.parametrize(
    "sentence",
    [
        "The president Anna Holt (1844–1926) lived in Paris.",
        "The painter Anna Holt (1944–1956) lived in Paris.",
        "The Holt Bridge (1844–1926) stood in Paris.",
        "Peter Lund wrote the symphony “The Grey Tide” (1871) in Paris.",
        "Peter Lund wrote A Modern Grammar on Historical Principles (1844–1926).",
    ],
)
def test_years_of_other_things_are_no_life(sentence: str) -> None:
    assert not heard(sentence)
