"""When something began or ended, where a noun says so: read by characters and, beside them, by the parse."""

import pytest

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.witnesses import witnesses

BRIDGE = "The Skell Bridge is a road bridge in Norway. It was designed by Ada Brook."


def told(sentence: str) -> set[tuple[str, str, str]]:
    return {(c.subject.name, c.relation, str(c.value)) for c in heard(sentence) if c.pattern == "happening"}


def heard(sentence: str) -> tuple[Candidate, ...]:
    document = document_of(f"The Skell Bridge\n\n{BRIDGE} {sentence}", "bridge")
    return witnesses(load(), [document]).hear(document).candidates


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Since its completion in 1872 it has carried trains.", ("completed_in_year", "1872")),
        ("The opening of the bridge in 1873 was a feast.", ("opened_in_year", "1873")),
        ("The Skell Bridge’s closure in 1950 was a loss.", ("closed_in_year", "1950")),
    ],
)
def test_a_noun_takes_for_granted_that_it_happened(sentence: str, fact: tuple[str, str]) -> None:
    assert told(sentence) == {("Skell Bridge", *fact)}


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("After the fall of Lisbon in 1641 all was quiet.", ("Lisbon", "fell_in_year", "1641")),
        ("The annexation of Finland in March 1809 was quick.", ("Finland", "annexed_in_year", "1809")),
        ("Until the execution of Ada Brook in 1901 it stood.", ("Ada Brook", "died_in_year", "1901")),
    ],
)
def test_places_fall_and_people_are_put_to_death(sentence: str, fact: tuple[str, str, str]) -> None:
    assert told(sentence) == {fact}


def test_both_readings_find_the_day_of_a_death() -> None:
    candidates = heard("Until her death on 4 June 1911 Ada Brook lived in Vik.")

    assert {c.witness for c in candidates if c.relation == "died_on"} <= {"surface", "syntax"}
    assert {(c.subject.name, c.value) for c in candidates if c.relation == "died_on"} <= {
        ("Ada Brook", "1911-06-04")
    }


def test_the_opening_that_took_place_on_a_day_is_the_day_of_the_opening() -> None:
    assert ("Skell Bridge", "opened_on", "1873-05-03") in told(
        "The official opening of the bridge took place on 3 May 1873."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Its planned closure in 1990 was called off.",
        "Its first opening in 1880 failed.",
        "The opening of the second span of the bridge in 1880 failed.",
        "Perhaps its completion in 1872 was late.",
        "Its completion around 1872 was late.",
        "The bridge’s discovery in 1866 of a crack was kept quiet.",
    ],
)
def test_what_is_planned_doubted_rounded_or_of_a_part_did_not_happen_to_it(sentence: str) -> None:
    assert told(sentence) == set()
