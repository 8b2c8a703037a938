"""When what has a name happened, by the time right behind it: read by characters and by the parse."""

import pytest

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.extraction.witnesses import witnesses


def told(sentence: str) -> set[tuple[str, str, str, str]]:
    document = document_of(f"A report\n\nIt was cold in Ost. {sentence}", "report")
    found = witnesses(load(), [document]).hear(document).candidates
    return {(c.subject.name, c.relation, str(c.value), c.witness) for c in found if c.pattern == "dated name"}


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Ada Holt died at the Battle of Skarn in 1644.", ("Battle of Skarn", "took_place_in_year", "1644")),
        ("Lena Holt won the Battle of Skarn in May 1644.", ("Battle of Skarn", "took_place_in_year", "1644")),
        ("The border was drawn by the Treaty of Wick in 1661.", ("Treaty of Wick", "signed_in_year", "1661")),
        ("The Treaty of Wick of 1661 gave Skarn to Ost.", ("Treaty of Wick", "signed_in_year", "1661")),
        (
            "After the Ost earthquake of 1755 all was rebuilt.",
            ("Ost earthquake", "took_place_in_year", "1755"),
        ),
    ],
)
def test_both_readings_date_what_is_named(sentence: str, fact: tuple[str, str, str]) -> None:
    assert told(sentence) >= {(*fact, "surface"), (*fact, "syntax")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Holt painted the Battle of Skarn in 1844.",
        "The anniversary of the Battle of Skarn in 1844 was a feast.",
        "Ost withdrew from the Treaty of Wick in 1961.",
        "Ost signed the Treaty of Wick in 1961.",
        "They may have met at the Battle of Skarn in 1644.",
        "According to legend he fell at the Battle of Skarn in 1644.",
        "He fought in the Orn War in 1644.",
        "She won the Orn Cup in 1961.",
        "A film about the Battle of Skarn in 1964 was long.",
        "He wrote about the Battle of Skarn in 1964.",
    ],
)
def test_a_time_may_be_that_of_another_deed(sentence: str) -> None:
    assert told(sentence) == set()


def stated(sentence: str) -> set[tuple[str, str, str]]:
    document = document_of(f"A report\n\nThe Orn Union is a football club. {sentence}", "report")
    return {
        (c.relation, c.value if isinstance(c.value, str) else c.value.name, c.witness)
        for c in witnesses(load(), [document]).hear(document).candidates
        if c.pattern in ("says", "clause")
    }


@pytest.mark.parametrize(
    ("sentence", "relation", "value"),
    [
        (
            "The war ended with the Treaty of Brenn, which was signed on 3 June 1648.",
            "signed_on",
            "1648-06-03",
        ),
        ("The Ost earthquake had a magnitude of 7.2.", "magnitude", "7.2"),
        ("The Ost earthquake destroyed 840 houses.", "destroyed_houses", "840"),
        ("The Orn Union plays its home games at Orn Park.", "plays_home_games_at", "Orn Park"),
        ("The Orn Union had 4,300 employees in 2019.", "employees", "4,300"),
        ("The Marr expedition was led by Ada Holt.", "led_event", "Marr expedition"),
        ("Shortly after midnight on 3 May 1741, the Orn War broke out.", "began_on", "1741-05-03"),
    ],
)
def test_both_readings_know_how_events_and_clubs_are_told(sentence: str, relation: str, value: str) -> None:
    assert stated(sentence) >= {(relation, value, "surface"), (relation, value, "syntax")}
