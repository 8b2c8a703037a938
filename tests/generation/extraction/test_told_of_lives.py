"""What both readings find in the frames of the catalogue about invented people."""

import pytest

from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.extraction.witnesses import witnesses
from tests.generation.extraction.reading import Fact, fact

pytestmark = pytest.mark.model
CATALOGUE = load()
ABOUT_ADA = "Ada Holm was a Danish explorer. She loved the snow, and her maps were good."


def heard(sentence: str) -> set[Fact]:
    """Subject, relation and value of what both readings find in a sentence of a text about Ada Holm."""
    document = document_of(f"Ada Holm, explorer\n\n{ABOUT_ADA}\n\n{sentence}", "file")
    found: dict[Fact, set[str]] = {}
    for each in witnesses(CATALOGUE, [document]).hear(document).candidates:
        found.setdefault(fact(each), set()).add(each.witness)
    return {told for told, readings in found.items() if len(readings) > 1}


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        (
            "She studied organic chemistry under Oren Falk at the University of Skell in 1901.",
            ("Ada Holm", "studied_at", "University of Skell"),
        ),
        (
            "She studied organic chemistry under Oren Falk at the University of Skell in 1901.",
            ("Oren Falk", "taught", "Ada Holm"),
        ),
        ("She taught mathematics at Skell College.", ("Ada Holm", "taught_at", "Skell College")),
        (
            "Holm received a doctorate from the University of Skell in 1899.",
            ("Ada Holm", "doctorate_from", "University of Skell"),
        ),
        (
            "Holm received a doctorate from the University of Skell in 1899.",
            ("Ada Holm", "doctorate_in_year", "1899"),
        ),
        ("She was elected a Fellow of the Vale Society.", ("Ada Holm", "member_of", "Vale Society")),
        ("Holm enlisted in the Vale Regiment at twenty.", ("Ada Holm", "member_of", "Vale Regiment")),
        ("She died at her home in Dunmere in 1920.", ("Ada Holm", "died_in_place", "Dunmere")),
        ("She was queen of Tellow from 1349 to 1387.", ("Ada Holm", "was_until_year", "1387")),
        ("She was queen of Norway from 1349 to 1387.", ("Ada Holm", "ruled", "Norway")),
        ("She found work with the Vale Bank.", ("Ada Holm", "worked_for", "Vale Bank")),
        ("Holm took part in the Battle of Skell.", ("Ada Holm", "took_part_in", "Battle of Skell")),
        ("In 1924 the Vale Institute awarded her the Falk Medal.", ("Ada Holm", "won_award", "Falk Medal")),
        (
            "The Vale Society awarded the Finch Medal to Holm in 1903.",
            ("Vale Society", "did_in_year", "1903"),
        ),
    ],
)
def test_steps_of_lives_are_read_both_ways(sentence: str, fact: tuple[str, str, str]) -> None:
    assert fact in heard(sentence)


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("She taught her son at Skell College.", "studied_at"),
        ("She received an honorary doctorate from the University of Skell.", "doctorate_from"),
        ("She hoped to study chemistry at the University of Skell.", "studied_at"),
        ("Her brother studied chemistry at the University of Skell.", "studied_at"),
        ("The Vale Institute never awarded her the Falk Medal.", "won_award"),
        ("The Vale Institute promised her the Falk Medal.", "won_award"),
    ],
)
def test_what_only_looks_like_a_step_of_a_life_is_left(sentence: str, relation: str) -> None:
    assert relation not in {found for _, found, _ in heard(sentence)}
