import pytest

from quizapp.generation.document import document_of
from quizapp.generation.extraction.counts import counts
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.there import there_are
from quizapp.generation.extraction.told import Told
from quizapp.generation.extraction.values import values

INTRO = "The Skell Bridge\n\nThe Skell Bridge is a road bridge in Norway."


def told(text: str, subject: str, verb: str) -> Told:
    start = text.index(verb, len(subject))
    return Told(0, (0, len(subject)), (start, start + len(verb)), text.rindex("."))


@pytest.mark.parametrize(
    ("sentence", "verb", "found"),
    [
        ("The Long Bridge has 28 arches.", "has", [("28", "has … arches")]),
        (
            "Ada Holm designed 51 new churches in Skell.",
            "designed",
            [("51", "designed … new churches in Skell")],
        ),
        ("Ada Holm won six medals in 1924.", "won", [("6", "won … medals in 1924")]),
        (
            "The Long Bridge has four lanes and two footpaths.",
            "has",
            [("4", "has … lanes"), ("2", "has … footpaths")],
        ),
        ("The Long Bridge consists of five spans.", "consists", [("5", "consists of … spans")]),
        ("The Long Isle is divided into 12 parishes.", "is divided", [("12", "is divided into … parishes")]),
        ("Ada Holm won six medals.", "won", []),
        ("The Long Bridge has about 400 arches.", "has", [("400", "about has … arches")]),
        ("The Long Bridge has more than 400 arches.", "has", []),
        ("The Long Bridge consists of some 40 spans.", "consists", [("40", "about consists of … spans")]),
        ("The Long Bridge consists of up to 40 spans.", "consists", []),
        ("The Vale Bank has 40 employees.", "has", []),
        ("The Long Bridge includes 28 arches.", "includes", []),
    ],
)
def test_what_is_counted_keeps_a_gap_for_its_number(
    sentence: str, verb: str, found: list[tuple[str, str]]
) -> None:
    subject = " ".join(sentence.split()[:2] if sentence.startswith("Ada") else sentence.split()[:3])

    assert list(counts(sentence, told(sentence, subject, verb))) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("There are 98 lamps on the bridge.", [("98", "has … lamps")]),
        ("On the bridge there are four toll houses.", [("4", "has … toll houses")]),
        ("There are about 98 lamps on the bridge.", [("98", "about has … lamps")]),
        ("There are at least 98 lamps on the bridge.", []),
        ("There are 98 people on the bridge.", []),
        ("There are 98 lamps on the road to the bridge.", []),
    ],
)
def test_what_is_in_a_thing_is_counted_as_its_own(sentence: str, found: list[tuple[str, str]]) -> None:
    scene = Scene(document_of(f"{INTRO} {sentence}", "bridge"))
    line = scene.lines[-1]
    read = there_are(line, tuple(values(line.text)), Meanings(scene))

    assert [(str(c.value), c.scope) for c in read if c.subject.name == "Skell Bridge"] == found
