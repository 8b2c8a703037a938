import pytest

from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.extraction.attributes import attributes, measured
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.values import values

BRIDGE = "The Skell Bridge is a road bridge in Norway."


def told(sentence: str) -> set[tuple[str, str, str]]:
    scene = Scene(document_of(f"The Skell Bridge\n\n{BRIDGE} {sentence}", "bridge"))
    meanings, known = Meanings(scene), attributes(load())
    return {
        (c.subject.name, c.relation, str(c.value))
        for line in scene.lines
        for c in measured(line, tuple(values(line.text)), meanings, known)
    }


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Its length is 845 metres.", ("Skell Bridge", "length", "845 metres")),
        ("The Skell Bridge’s height was 62 metres.", ("Skell Bridge", "height", "62 metres")),
    ],
)
def test_a_measure_of_what_a_thing_has_is_a_measure_of_the_thing(
    sentence: str, fact: tuple[str, str, str]
) -> None:
    assert told(sentence) == {fact}


@pytest.mark.parametrize(
    "sentence",
    [
        "Its length is about 845 metres.",
        "Its main span is 310 metres.",
        "Its length is 845 pounds.",
        "Perhaps its length is 845 metres.",
    ],
)
def test_what_is_rounded_doubted_or_of_a_part_is_no_measure_of_it(sentence: str) -> None:
    assert told(sentence) == set()
