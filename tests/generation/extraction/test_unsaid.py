"""Makers, parts and measures of a thing that the sentence leaves out: an invented bridge and a film."""

import pytest

pytest.importorskip("lemminflect")

from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.parts import parts
from quizapp.generation.extraction.phrasebook import phrasebook
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.unsaid import left_out
from quizapp.generation.extraction.values import values

BRIDGE = "The Skell Bridge is a road bridge in Norway."
FILM = "The Salt Road is a 1931 film about a miller."


def told(title: str, text: str) -> set[tuple[str, str, str]]:
    scene, catalogue = Scene(document_of(f"{title}\n\n{text}", "text")), load()
    meanings, known, frames = Meanings(scene), parts(catalogue), phrasebook(catalogue)
    return {
        (c.subject.name, c.relation, c.value if isinstance(c.value, str) else c.value.name)
        for line in scene.lines
        for c in left_out(line, values(line.text), meanings, known, frames)
    }


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("The architect was Otto Holt.", ("Skell Bridge", "designed_by", "Otto Holt")),
        ("Its architect was Otto Holt.", ("Skell Bridge", "designed_by", "Otto Holt")),
        ("Its architect, Otto Holt, died in 1904.", ("Skell Bridge", "designed_by", "Otto Holt")),
        ("The total length is 845 metres.", ("Skell Bridge", "length", "845 metres")),
        (
            "The engine, a flat twin of two litres, was designed by Otto Holt.",
            ("Otto Holt", "made_engine_of", "Skell Bridge"),
        ),
        ("The dome was designed by Otto Holt.", ("Otto Holt", "made_dome_of", "Skell Bridge")),
    ],
)
def test_a_part_belongs_to_what_the_text_is_about(sentence: str, fact: tuple[str, str, str]) -> None:
    assert told("The Skell Bridge", f"{BRIDGE} {sentence}") == {fact}


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("The music was composed by Otto Holt.", "composed_music_for"),
        ("Otto Holt composed the music.", "composed_music_for"),
        ("The director was Otto Holt.", "directed"),
    ],
)
def test_the_music_is_that_of_the_film_told_of(sentence: str, relation: str) -> None:
    assert told("The Salt Road", f"{FILM} {sentence}") == {("Otto Holt", relation, "Salt Road")}


@pytest.mark.parametrize(
    "sentence",
    [
        "A chapel stands beside it. The architect was Otto Holt.",
        "The Ost Bridge is older. The architect was Otto Holt.",
        "The second bridge is longer. The total length is 845 metres.",
        "The mayor was Otto Holt.",
        "The architect was perhaps Otto Holt.",
        "The architect was Otto Holt’s brother.",
        "The architect of the chapel was Otto Holt.",
        "The composer was Otto Holt.",
    ],
)
def test_a_part_of_something_else_is_none(sentence: str) -> None:
    assert told("The Skell Bridge", f"{BRIDGE} {sentence}") <= {("Ost Bridge", "designed_by", "Otto Holt")}


def test_a_town_has_no_architect() -> None:
    assert told("Marrick", "Marrick is a town in Norway. The architect was Otto Holt.") == set()


def test_the_music_is_not_that_of_a_novel() -> None:
    text = f"{FILM} Ada Finch wrote a novel. The music was composed by Otto Holt."

    assert told("The Salt Road", text) == set()


def test_a_novel_has_no_painter() -> None:
    text = "The Salt Road is a novel about a miller. The painter was Otto Holt."

    assert told("The Salt Road", text) == set()
