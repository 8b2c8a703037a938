"""How long somebody did or was something, read both ways from the same invented sentences."""

import pytest

from tests.generation.extraction.test_general import surface, syntax

SENTENCES = [
    (
        "Ada Holm served as president of the Vale Ski Club from 1926 to 1931.",
        ("did_until_year", "1931", "served as president of the Vale Ski Club from 1926"),
    ),
    (
        "From 1972 to 1988 she coached the Vale Rowing Team.",
        ("did_until_year", "1988", "coached the Vale Rowing Team from 1972"),
    ),
    (
        "Holm taught chemistry at the University of Skell from 1899 until 1907 and died in 1920.",
        ("did_until_year", "1907", "taught chemistry at the University of Skell from 1899"),
    ),
    (
        "Holm was director of the Vale Museum from 1908 to 1911.",
        ("was_until_year", "1911", "director of the Vale Museum from 1908"),
    ),
    (
        "She remained head of the Vale Bank until March 1931.",
        ("did_until_year", "1931", "remained head of the Vale Bank"),
    ),
]
NOTHING_SURE = [
    "Ada Holm served as its president from 1926 to 1931.",
    "Ada Holm taught there from 1926 to 1931.",
    "Ada Holm taught in Skell from 1926 to 1931 and from 1935 to 1940.",
    "Ada Holm taught in Skell again from 1926 to 1931.",
    "Ada Holm may have taught in Skell from 1926 to 1931.",
    "Ada Holm left Skell from 1931 to 1926.",
    "Ada Holm did not teach in Skell until 1931.",
    "Ada Holm bought Skell Castle from 1926 to 1931.",
    "Ada Holm was famous from 1926 to 1931.",
]


def terms(facts: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    return {fact[1:] for fact in facts if fact[1].endswith("until_year")}


@pytest.mark.parametrize(("sentence", "fact"), SENTENCES)
def test_terms_are_read_by_characters(sentence: str, fact: tuple[str, ...]) -> None:
    assert terms(surface(sentence)) == {fact}


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "fact"), SENTENCES)
def test_terms_are_read_from_the_parse_in_the_same_words(sentence: str, fact: tuple[str, ...]) -> None:
    assert terms(syntax(sentence)) == {fact}


@pytest.mark.model
@pytest.mark.parametrize("sentence", NOTHING_SURE)
def test_no_term_is_read_where_words_or_years_leave_it_open(sentence: str) -> None:
    assert terms(surface(sentence)) == set()
    assert terms(syntax(sentence)) == set()


def test_a_reign_needs_no_object() -> None:
    text = "Queen Velma reigned from 1465 to 1489."
    reign = {
        ("Queen Velma", "reign_began_in_year", "1465", ""),
        ("Queen Velma", "reign_ended_in_year", "1489", ""),
    }

    assert surface(text) == syntax(text) == reign
