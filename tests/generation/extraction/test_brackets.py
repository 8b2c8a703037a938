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
        (
            "Anna Jane Holt DBE RA (/ˈhɒl(t)/, born Low; 9 May 1934 – 3 June 1996) was a painter.",
            {
                ("Anna Jane Holt", "born_in_year", "1934"),
                ("Anna Jane Holt", "born_on", "1934-05-09"),
                ("Anna Jane Holt", "died_in_year", "1996"),
                ("Anna Jane Holt", "died_on", "1996-06-03"),
            },
        ),
        (
            "Peter Lund (c. 1818 – May 8, 1880) was a citizen of Paris.",
            {("Peter Lund", "died_in_year", "1880"), ("Peter Lund", "died_on", "1880-05-08")},
        ),
        (
            "Peter Lund (3 May 1860 in Leeds, Yorkshire – 4 June 1875 in Paris) was a poet.",
            {
                ("Peter Lund", "born_in_year", "1860"),
                ("Peter Lund", "born_on", "1860-05-03"),
                ("Peter Lund", "died_in_year", "1875"),
                ("Peter Lund", "died_on", "1875-06-04"),
            },
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
        "Modern Grammar on Historical Principles (1844–1926) was written by Peter Lund.",
        "Peter Lund (3 May 1860 – 4 June 1865) was a poet.",
        "Peter Lund (c. 1844 – c. 1926) was a poet.",
    ],
)
def test_years_of_other_things_are_no_life(sentence: str) -> None:
    assert not heard(sentence)


@pytest.mark.parametrize(
    "bracket", ["3 May 1860 in Leeds – 4 June 1925 in Paris", "3 May 1860, Leeds – 4 June 1925, Paris"]
)
def test_places_beside_the_dates_are_those_of_birth_and_death(bracket: str) -> None:
    text = f"Notes\n\nPeter Lund ({bracket}) was a poet. He lived in Leeds and moved to Paris."

    found = _WITNESSES.hear(document_of(text, "file")).candidates

    for relation, place in (("born_in_place", "Leeds"), ("died_in_place", "Paris")):
        told = [each for each in found if each.relation == relation]
        assert {each.witness for each in told} == {"surface", "syntax"}
        assert {getattr(each.value, "name", "") for each in told} == {place}


def test_the_end_of_a_title_is_nobody() -> None:
    text = "Notes\n\nHe liked Modern Grammar on Historical Principles (1844–1926) by Peter Lund."

    found = _WITNESSES.hear(document_of(text, "file"))

    assert "Historical Principles" not in {mention.name for mention in found.named}
    assert not [each for each in found.candidates if each.subject.name == "Historical Principles"]
