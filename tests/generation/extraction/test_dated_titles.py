"""Titles with their years in brackets and without quotes: what both readings take from them."""

import pytest

from quizapp.generation import catalogue
from quizapp.generation.document import document_of
from quizapp.generation.extraction.witnesses import Witnesses
from quizapp.generation.language import load_language

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

_YEARS = ("published_in_year", "released_in_year")
_WITNESSES = Witnesses(catalogue.load(), load_language())


def told(sentence: str) -> set[tuple[str, str, str]]:
    """Title, relation and year on which both readings agree."""
    found: dict[str, set[tuple[str, str, str]]] = {"surface": set(), "syntax": set()}
    for candidate in _WITNESSES.hear(document_of(f"Anna Holt\n\n{sentence}", "file")).candidates:
        if (
            candidate.relation in ("published_in_year", "released_in_year")
            and candidate.pattern != "brackets"
        ):
            found[candidate.witness].add((candidate.subject.name, candidate.relation, str(candidate.value)))
    return found["surface"] & found["syntax"]


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "She appeared in films like The Salt Road (1971) and A Quiet Man (1973).",
            {("The Salt Road", "released_in_year", "1971"), ("A Quiet Man", "released_in_year", "1973")},
        ),
        (
            "She then starred in the romantic comedy Salt and Sand (1971).",
            {("Salt and Sand", "released_in_year", "1971")},
        ),
        (
            "In her last years she published The Iron Road (1937), a long tale.",
            {("The Iron Road", "published_in_year", "1937")},
        ),
        (
            "Her film roles include The Salt Road (1971), Northbound (1973) and A Quiet Man (1975).",
            {
                ("The Salt Road", "released_in_year", "1971"),
                ("Northbound", "released_in_year", "1973"),
                ("A Quiet Man", "released_in_year", "1975"),
            },
        ),
        (
            "She won a prize for the novel The Salt Road (1971).",
            {("The Salt Road", "published_in_year", "1971")},
        ),
    ],
)
def test_titles_in_films_novels_and_lists_have_their_years(
    sentence: str, facts: set[tuple[str, str, str]]
) -> None:
    assert told(sentence) == facts


@pytest.mark.parametrize(
    "sentence",
    [
        "The film The Salt Road (1971) is perhaps lost.",
        "She met her husband at the Battle of Ost (1871).",
        "She liked the comedy The Salt Road (1771) most.",
        "The findings were published by Holt and Quill (2004).",
        "She appeared in films with Peter Lund (1971) and others.",
        "She played in Leeds (1971) and Paris (1973).",
    ],
)
def test_doubts_battles_plays_and_citations_date_no_work(sentence: str) -> None:
    assert told(sentence) == set()
