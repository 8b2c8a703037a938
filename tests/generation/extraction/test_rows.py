"""Whose verb it is in a row of verbs, behind an aside, or in front of the sentence, by characters alone."""

import re

import pytest

from quizapp.generation.extraction.openings import opening_subject
from quizapp.generation.extraction.phrasebook import Phrasebook
from quizapp.generation.extraction.rows import subject_in_row
from quizapp.generation.extraction.subjects import Subject, subject_of

VERBS = Phrasebook({}, {}, {}).is_verb


def whose(sentence: str, verb: str) -> str:
    """The subject of the verb and its voice, as they are read: `the club, passive`."""
    at = next(re.finditer(rf"\b{verb}\b", sentence)).start()
    found = (
        opening_subject(sentence, at, at + len(verb), VERBS)
        or subject_in_row(sentence, at, VERBS)
        or subject_of(sentence, at, VERBS)
    )
    return _told(sentence, found) if found else ""


def _told(sentence: str, found: Subject) -> str:
    return f"{' & '.join(sentence[s.start : s.end] for s in found.spans)}, {found.voice}"


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        (
            "The club was founded in 1890 by Ada Quill, moved to Saltby in 1901 and closed in 1950.",
            "closed",
            "The club, passive",
        ),
        (
            "The club was founded in 1890 by Ada Quill, moved to Saltby in 1901 and closed in 1950.",
            "moved",
            "The club, passive",
        ),
        ("Quill was born in Saltby in 1870, studied in Deepham and died there.", "studied", "Quill, active"),
        ("Quill was born in Saltby in 1870, studied in Deepham and died there.", "died", "Quill, active"),
        ("Quill bought a mill, turned it into a school and sold it in 1902.", "turned", "Quill, active"),
        ("Quill bought a mill, turned it into a school and sold it in 1902.", "sold", "Quill, active"),
        ("Quill won the race in 1901 and was elected mayor of Saltby.", "elected", "Quill, passive"),
        ("The hall was opened in 1919, has ten rooms and teaches dancing.", "teaches", "The hall, active"),
        (
            "Osei, whose father had kept the harbour of Saltby, built the pier in 1901.",
            "built",
            "Osei, active",
        ),
        (
            "The ship, on which Bram Osei and his sister served, was sold to Norland, renamed Tern in 1921 "
            "and sunk in 1923.",
            "sold",
            "The ship, passive",
        ),
        ("Osei himself, who had married in 1901, returned to Saltby in 1920.", "returned", "Osei, active"),
        (
            "Osei worked in Deepham, where Quill put him in charge of the port, and came home in 1921.",
            "came",
            "Osei, active",
        ),
        ("The mill - built in 1902 and sold twice - burned down in 1931.", "burned", "The mill, active"),
        ("The tower stands empty; built by Quill, it was sold in 1902.", "sold", "it, passive"),
    ],
)
def test_verbs_in_a_row_and_behind_asides_have_the_subject_of_the_first(
    sentence: str, verb: str, subject: str
) -> None:
    assert whose(sentence, verb) == subject


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Quill moved to Osei Hall, built by Cleo Varga and opened in 1890.", "built"),
        ("Osei met Quill, who had studied in Deepham and founded the bank.", "founded"),
        ("Quill said that the bank was sold, moved to Saltby and closed in 1902.", "moved"),
        ("Quill planned to open a school, sell it and retire in 1902.", "retire"),
        ("Osei met Cleo Varga, born in Deepham and founded the bank.", "founded"),
    ],
)
def test_a_verb_that_may_belong_to_another_noun_is_in_no_row(sentence: str, verb: str) -> None:
    assert subject_in_row(sentence, sentence.index(verb), VERBS) is None


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        (
            "Designed by Ada Quill and the engineer Bram Osei, and built in 1902, it carried trains.",
            "built",
            "it, reduced",
        ),
        ("Born in Saltby in 1872, the son of a smith, Quill studied law.", "Born", "Quill, reduced"),
        ("Awarded the Harbour Medal in 1949, she died in Deepham.", "Awarded", "she, reduced"),
        ("First held in 1902 and moved to Saltby in 1910, the fair closed.", "held", "the fair, reduced"),
        (
            "Written by Ada J. Quill and filmed in 1961, “Low Tide” became a success.",
            "filmed",
            "“Low Tide”, reduced",
        ),
    ],
)
def test_a_participle_in_front_tells_of_what_the_sentence_goes_on_with(
    sentence: str, verb: str, subject: str
) -> None:
    assert whose(sentence, verb) == subject


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Quill worked for a bank in Saltby, which was founded in 1880.", "founded"),
        ("Quill worked for a bank in Saltby, founded in 1880.", "founded"),
        ("The pier is near the highest hill in mid Norland, which was sold in 1901.", "sold"),
    ],
)
def test_what_may_tell_of_a_thing_or_of_its_place_tells_of_neither(sentence: str, verb: str) -> None:
    assert whose(sentence, verb) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Built when Quill ruled and he was young, the pier fell.",
        "Built in Saltby, Deepham and elsewhere.",
    ],
)
def test_a_participle_in_front_of_a_doubtful_clause_is_left(sentence: str) -> None:
    assert opening_subject(sentence, 0, len("Built"), VERBS) is None
