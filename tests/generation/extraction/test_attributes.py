import pytest

from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.extraction.attributes import attributes, measured
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.phrasebook import phrasebook
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.values import values

BRIDGE = "The Skell Bridge is a road bridge in Norway."


def told(sentence: str) -> set[tuple[str, str, str, str]]:
    scene = Scene(document_of(f"The Skell Bridge\n\n{BRIDGE} {sentence}", "bridge"))
    meanings, known, is_verb = Meanings(scene), attributes(load()), phrasebook(load()).is_verb
    return {
        (c.subject.name, c.relation, str(c.value), c.scope)
        for line in scene.lines
        for c in measured(line, tuple(values(line.text)), meanings, known, is_verb)
    }


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Its length is 845 metres.", ("Skell Bridge", "length", "845 metres", "")),
        ("The Skell Bridge’s height was 62 metres.", ("Skell Bridge", "height", "62 metres", "")),
        ("The length of the bridge is 845 metres.", ("Skell Bridge", "length", "845 metres", "")),
        ("With a length of 845 metres, it crosses a fjord.", ("Skell Bridge", "length", "845 metres", "")),
    ],
)
def test_a_measure_of_what_a_thing_has_is_a_measure_of_the_thing(
    sentence: str, fact: tuple[str, str, str, str]
) -> None:
    assert told(sentence) == {fact}


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Its two towers are ninety metres tall.", ("part_measures", "90 metres", "towers are … high")),
        (
            "The bridge’s western tower measures 9 metres across.",
            ("part_measures", "9 metres", "western tower is … wide"),
        ),
        ("Its main span is 310 metres.", ("main_span", "310 metres", "")),
        ("Its western span is 310 metres.", ("has_measure", "310 metres", "western span is …")),
        (
            "It had an average clearance of 40 metres.",
            ("has_measure", "40 metres", "average clearance was …"),
        ),
    ],
)
def test_a_measure_of_a_part_or_with_a_name_keeps_the_words(
    sentence: str, fact: tuple[str, str, str]
) -> None:
    assert told(sentence) == {("Skell Bridge", *fact)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Mount Skarn, a mountain of over 900 metres, lies above it.",
        "Mount Skarn, a painting of 90 hectares, hangs on it.",
        "Its length is at least about 845 metres.",
        "Its length is 845 pounds.",
        "Its planned height is 845 metres.",
        "Its towers are 845 kilograms high.",
        "Some of its towers are 90 metres high.",
        "Perhaps its length is 845 metres.",
    ],
)
def test_what_is_rounded_doubted_or_planned_is_no_measure_of_it(sentence: str) -> None:
    assert told(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Mount Skarn, a peak of 5,120 metres, stands above it.", ("Mount Skarn", "height", "5,120 metres")),
        ("South of it lies Lake Varn, a lake of 90 hectares.", ("Lake Varn", "area", "90 hectares")),
    ],
)
def test_what_is_of_a_size_has_the_measure_of_its_kind(sentence: str, fact: tuple[str, str, str]) -> None:
    assert told(sentence) == {(*fact, "")}
