"""What genitives and possessive pronouns say of a name, by characters and with the catalogue's own frames."""

import pytest

from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.extraction.genitives import genitives
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.phrasebook import phrasebook
from quizapp.generation.extraction.scene import Scene
from tests.generation.extraction.reading import Fact, fact

KNOWN = "Otto Finch was a Danish painter. He was born in Leeds in 1850."


def told(sentence: str) -> set[Fact]:
    scene = Scene(document_of(f"Otto Finch\n\n{KNOWN} {sentence}", "finch"))
    meanings, book = Meanings(scene), phrasebook(load())
    return {fact(c) for line in scene.lines for c in genitives(line, meanings, book)}


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("His wife, Ida Holt, kept the books.", ("Ida Holt", "married_to", "Otto Finch")),
        ("His wife Ida Holt kept the books.", ("Ida Holt", "married_to", "Otto Finch")),
        ("His future wife, the singer Ida Holt, was ill.", ("Ida Holt", "married_to", "Otto Finch")),
        ("Otto Finch’s elder brother Paul Finch left.", ("Paul Finch", "sibling_of", "Otto Finch")),
        ("Otto Finch's pupil, the poet Ida Holt, left.", ("Otto Finch", "taught", "Ida Holt")),
        ("His father was the banker Max Finch.", ("Max Finch", "father_of", "Otto Finch")),
        ("Ida Holt, his sister, painted too.", ("Ida Holt", "sibling_of", "Otto Finch")),
        ("Ida Holt was Otto Finch's sister.", ("Ida Holt", "sibling_of", "Otto Finch")),
        ("Norway’s capital, Oslo, is far away.", ("Norway", "has_capital", "Oslo")),
        (
            "The poet Ida Holt, whose father, the printer Karl Holt, was rich, left.",
            ("Karl Holt", "father_of", "Ida Holt"),
        ),
    ],
)
def test_a_noun_with_an_owner_tells_what_a_named_person_is_to_the_owner(sentence: str, fact: Fact) -> None:
    assert told(sentence) == {fact}


@pytest.mark.parametrize(
    "sentence",
    [
        "With his brother, Paul Finch went to Rome.",
        "After the death of his father, Max Finch, then a boy, left.",
        "His brother-in-law Paul Holt left.",
        "His supposed father, Max Finch, left.",
        "His wife, Ida Holt, and Max Finch left.",
        "Norway’s former capital, Bergen, is far away.",
        "Perhaps his father was the banker Max Finch.",
        "The sister of Ida Holt, whose father, Karl Holt, was rich, left.",
        "His brother was ill.",
    ],
)
def test_nothing_is_told_where_another_may_be_named_or_the_noun_means_another(sentence: str) -> None:
    assert told(sentence) == set()
