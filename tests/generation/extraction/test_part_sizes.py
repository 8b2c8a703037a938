import pytest

from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.extraction.attributes import attributes
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.part_sizes import part_sizes
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.values import values

INTRO = "The Skell Bridge\n\nThe Skell Bridge is a road bridge in Norway."


def test_a_town_has_no_tower_of_its_own() -> None:
    text = "Skell\n\nSkell is a town in Norway. The tower is 96 metres high."
    scene = Scene(document_of(text, "town"))
    line = scene.lines[-1]

    assert list(part_sizes(line, values(line.text), Meanings(scene), attributes(load()))) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The towers are 96 metres high.", [("Skell Bridge", "96 metres", "towers are … high")]),
        ("The deck is 30 metres wide.", [("Skell Bridge", "30 metres", "deck is … wide")]),
        ("The towers are about 96 metres high.", [("Skell Bridge", "96 metres", "about towers are … high")]),
        ("The towers are almost as high as 96 metres.", []),
        ("The hotel is 96 metres high.", []),
        ("The towers are 96 metres from the shore.", []),
    ],
)
def test_a_part_without_its_whole_is_a_part_of_what_is_told_of(
    sentence: str, found: list[tuple[str, str, str]]
) -> None:
    scene = Scene(document_of(f"{INTRO} {sentence}", "bridge"))
    line = scene.lines[-1]
    read = part_sizes(line, values(line.text), Meanings(scene), attributes(load()))

    assert [(c.subject.name, str(c.value), c.scope) for c in read] == found
