"""How far places are said to lie from others, by characters and by parse."""

import pytest

from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.extraction import distances
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.phrasebook import phrasebook
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.syntax import distances as syntax_distances
from quizapp.generation.extraction.syntax.parse import parsed
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.values import values
from quizapp.generation.language import load_language

INTRO = "Skell\n\nSkell is a town in the south of Norway."


def by_characters(sentence: str) -> list[tuple[str, str, str]]:
    scene = Scene(document_of(f"{INTRO} {sentence}", "town"))
    line = scene.lines[-1]
    relation, is_verb = load()[distances.RELATION], phrasebook(load()).is_verb
    found = distances.distances(line, values(line.text), Meanings(scene), relation, is_verb)
    return [(c.subject.name, str(c.value), c.scope) for c in found]


def by_parse(sentence: str) -> list[tuple[str, str, str]]:
    scene = Scene(document_of(f"{INTRO} {sentence}", "town"))
    line, meanings, relation = scene.lines[-1], Meanings(scene), load()[distances.RELATION]
    (doc,) = parsed([line], load_language(), meanings.names_in)
    found = syntax_distances.distances(Tree(doc, line.text), line, values(line.text), meanings, relation)
    return [(c.subject.name, str(c.value), c.scope) for c in found]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Skell lies 40 kilometres north of Oslo.", [("Skell", "40 kilometres", "lies … north of Oslo")]),
        ("It is about 40 kilometres from Oslo.", [("Skell", "40 kilometres", "about lies … from Oslo")]),
        (
            "The town is situated 12 miles south-west of the city of Hamar.",
            [("Skell", "12 miles", "lies … south-west of the city of Hamar")],
        ),
        (
            "It lies 40 kilometres from Oslo and 90 kilometres from Hamar.",
            [("Skell", "40 kilometres", "lies … from Oslo"), ("Skell", "90 kilometres", "lies … from Hamar")],
        ),
        ("Orn is a village 9 kilometres east of Hamar.", [("Orn", "9 kilometres", "lies … east of Hamar")]),
    ],
)
def test_how_far_a_place_lies_from_another_is_read(sentence: str, found: list[tuple[str, str, str]]) -> None:
    assert by_characters(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Skell lies 40 kilometres north of Oslo.", [("Skell", "40 kilometres", "lies … north of Oslo")]),
        ("It is about 40 kilometres from Oslo.", [("Skell", "40 kilometres", "about lies … from Oslo")]),
    ],
)
def test_the_parse_shows_how_far_too(sentence: str, found: list[tuple[str, str, str]]) -> None:
    assert by_parse(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Skell lies more than 40 kilometres from Oslo.",
        "Skell is not 40 kilometres from Oslo.",
        "Skell may lie 40 kilometres from Oslo.",
        "Skell is said to lie 40 kilometres from Oslo.",
        "Skell lies 40 kilometres from the Tower.",
        "Skell lies 40 kilometres from Otto Holt’s house.",
        "Skell lies 90 metres from Oslo.",
        "The road from Skell is 40 kilometres long.",
        "The son of Skell lies 40 kilometres from Oslo.",
        "They met 40 kilometres from Oslo.",
    ],
)
def test_what_is_doubted_or_of_another_thing_is_no_distance(sentence: str) -> None:
    assert by_characters(sentence) == by_parse(sentence) == []
