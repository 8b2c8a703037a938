"""Whom a sentence opens with and calls one of a nation, as both readings find it in a whole document."""

import pytest

from quizapp.generation import catalogue
from quizapp.generation.document import document_of
from quizapp.generation.extraction.nationality import country_of
from quizapp.generation.extraction.witnesses import Witnesses
from quizapp.generation.language import load_language

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

_WITNESSES = Witnesses(catalogue.load(), load_language())


def told(sentence: str) -> set[tuple[str, str]]:
    """Who comes from where, as both readings say of a sentence."""
    found: dict[str, set[tuple[str, str]]] = {"surface": set(), "syntax": set()}
    for candidate in _WITNESSES.hear(document_of(f"Anna Holt\n\n{sentence}", "file")).candidates:
        if candidate.relation == "comes_from" and not isinstance(candidate.value, str):
            found[candidate.witness].add((candidate.subject.name, candidate.value.name))
    return found["surface"] & found["syntax"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Holt (3 May 1844 – 2 June 1926) was a Danish painter.",
        "Anna Holt (/ˈhɒlt/; 3 May 1844 – 2 June 1926) was a noted Danish painter and writer.",
        "Anna Holt FRS (1844–1926) was a Danish painter who lived in Paris.",
        "Anna Holt is a Danish painter known for her portraits.",
    ],
)
def test_who_is_called_a_danish_painter_comes_from_denmark(sentence: str) -> None:
    assert told(sentence) == {("Anna Holt", "Denmark")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Holt (1844–1926) was not a Danish painter.",
        "Anna Holt (1844–1926) was perhaps a Danish painter.",
        "Anna Holt (1844–1926) was a Danish-born painter.",
        "Anna Holt (1844–1926) was a Danish and German painter.",
        "Anna Holt (1844–1926) was a Danish teacher.",
        "Anna Holt (1844–1926) was a British painter of Danish birth.",
    ],
)
def test_a_nation_that_is_denied_doubted_or_one_of_two_tells_nothing(sentence: str) -> None:
    assert told(sentence) == set()


@pytest.mark.parametrize(
    "phrase", ["American football player", "Anglo-Danish painter", "painter", "Danish hut"]
)
def test_a_nation_in_the_name_of_something_else_is_no_origin(phrase: str) -> None:
    assert country_of(phrase) is None
