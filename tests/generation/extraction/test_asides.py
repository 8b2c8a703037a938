"""Descriptions behind names and commas, with the catalogue's own frames."""

import pytest

from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.extraction.asides import described, is_set_in_phrase
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.phrasebook import phrasebook
from quizapp.generation.extraction.phrases import Span
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.stated import stated
from tests.generation.extraction.reading import Fact, fact


def told(sentence: str) -> set[Fact]:
    scene = Scene(document_of(f"Notes\n\n{sentence}", "notes"))
    meanings, book = Meanings(scene), phrasebook(load())
    return {fact(c) for line in scene.lines for c in stated(line, meanings, book)}


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        (
            "The poet Ida Holt, director of the Skell Museum in Leeds, left.",
            ("Ida Holt", "director_of", "Skell Museum"),
        ),
        (
            "The poet Ida Holt, director of the Skell Museum from 1961 to 1970, left.",
            ("Ida Holt", "director_of", "Skell Museum"),
        ),
        (
            "Ida Holt, a former student of Otto Finch, left.",
            ("Otto Finch", "taught", "Ida Holt"),
        ),
        (
            "They met Ida Holt, later professor of optics at the University of Leeds.",
            ("Ida Holt", "taught_at", "University of Leeds"),
        ),
        (
            "It hangs in the Skell Museum, a small toy museum in Leeds.",
            ("Skell Museum", "situated_in", "Leeds"),
        ),
        (
            "It ended with The Glass Lamp, a comic opera by the Danish composer Otto Finch.",
            ("Otto Finch", "composed", "Glass Lamp"),
        ),
    ],
)
def test_a_description_may_have_words_before_its_noun_and_places_and_years_behind_it(
    sentence: str, fact: Fact
) -> None:
    assert fact in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The director of the Skell Museum, Ida Holt, left.",
        "It was shown to the director of the Skell Museum, the poet Ida Holt.",
    ],
)
def test_an_office_is_held_by_the_name_behind_it(sentence: str) -> None:
    assert ("Ida Holt", "director_of", "Skell Museum") in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "After the death of the director of the Skell Museum, Ida Holt, then a girl, left.",
        "It was shown to the director of the Skell Museum, Ida Holt, Max Roth and others.",
        "It was shown to the director of the Skell Museum, Ida Holt and others.",
        "The director of the Skell Museum, a friend of Ida Holt, left.",
    ],
)
def test_another_name_behind_an_office_holds_none(sentence: str) -> None:
    assert not [fact for fact in told(sentence) if fact[1] == "director_of"]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Ida Holt, an alleged daughter of Otto Finch, left.", "child_of"),
        ("The wife of Ivo Holt, a pupil of Otto Finch, left.", "taught"),
        ("Bergen, the former capital of Norway, is wet.", "has_capital"),
        ("Bergen, the capital of Norway from 1201 to 1299, is wet.", "has_capital"),
        ("Ida Holt, the teacher of Otto Finch, and Max Roth left.", "taught"),
    ],
)
def test_a_doubtful_description_says_nothing(sentence: str, relation: str) -> None:
    assert not [fact for fact in told(sentence) if fact[1] == relation]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met the poet Ida Holt, the first", "the poet Ida Holt"),
        ("They met Otto Finch, Ida Holt, the first", ""),
        ("They met the wife of Otto Finch, the first", ""),
    ],
)
def test_an_aside_describes_the_name_before_it_where_that_is_no_part_of_more(text: str, name: str) -> None:
    span = described(text, text.rindex(","))

    assert (text[span.start : span.end] if span else "") == name


@pytest.mark.parametrize(
    ("text", "is_set"),
    [
        ("He sailed to Skell", False),
        ("He saw a small town near Skell", True),
        ("He saw Ardo, in Skell", True),
    ],
)
def test_a_name_may_only_tell_where_a_thing_is(text: str, is_set: bool) -> None:
    assert is_set_in_phrase(text, Span(text.rindex("Skell"), len(text))) is is_set
