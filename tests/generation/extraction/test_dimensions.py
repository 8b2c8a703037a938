import pytest

from quizapp.generation.extraction.dimensions import said_apart
from quizapp.generation.extraction.scene import Line


@pytest.mark.parametrize(
    ("sentence", "apart"),
    [
        (
            "The bridge is 845 metres long and 28 metres wide.",
            ["The bridge is 28 metres wide."],
        ),
        (
            "Its deck is 9 metres long, 4 metres wide and 3 metres thick.",
            ["Its deck is 4 metres wide and 3 metres thick.", "Its deck is 3 metres thick."],
        ),
        ("It is nine metres long and two metres wide.", ["It is two metres wide."]),
        ("The Skell Bridge, 845 metres long, opened in 1951.", ["The Skell Bridge is 845 metres long."]),
        ("The bridge is 845 metres long and has 28 arches.", []),
        ("The bridge is 845 metres long, about as long as the pier.", []),
    ],
)
def test_every_measure_behind_the_first_is_said_apart(sentence: str, apart: list[str]) -> None:
    assert [line.text for line in said_apart(Line(sentence, 1, 1))] == apart
