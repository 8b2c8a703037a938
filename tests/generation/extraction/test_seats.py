"""Where a body has its seat: read by characters and by the parse."""

import pytest

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.extraction.witnesses import witnesses

UNION = "The Orn Union is an organisation of farmers. It is old."


def told(sentence: str) -> set[tuple[str, str, str]]:
    document = document_of(f"The Orn Union\n\n{UNION} {sentence}", "union")
    found = witnesses(load(), [document]).hear(document).candidates
    return {
        (c.subject.name, c.value if isinstance(c.value, str) else c.value.name, c.witness)
        for c in found
        if c.pattern == "seat"
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Its headquarters are in Lisbon.",
        "The headquarters of the Orn Union are located in Lisbon.",
        "The Orn Union’s seat is in Lisbon.",
    ],
)
def test_both_readings_find_where_the_headquarters_are(sentence: str) -> None:
    assert told(sentence) == {("Orn Union", "Lisbon", "surface"), ("Orn Union", "Lisbon", "syntax")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Its headquarters were in Lisbon.",
        "Its European headquarters are in Lisbon.",
        "Its former seat is in Lisbon.",
        "Perhaps its headquarters are in Lisbon.",
        "Its headquarters are not in Lisbon.",
        "Its headquarters are in the old town of a port.",
    ],
)
def test_a_seat_that_was_or_is_one_of_several_is_none(sentence: str) -> None:
    assert told(sentence) == set()
