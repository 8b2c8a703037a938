"""What two texts about one subject are seen to tell differently, and what only looks so."""

import pytest

from quizapp.generation.comparison.contrasts import contrasts
from quizapp.generation.comparison.rivals import compared
from quizapp.generation.document import document_of

_GUIDE = (
    "The Orsay Mill\n\nThe Orsay Mill is a water mill on the River Penn, below the village of Wick. {}\n\n"
    "Visitors to the Orsay Mill come from Wick by boat."
)
_LETTER = "A day out of town\n\nI walked from Wick to the Orsay Mill along the River Penn. {}\n\nIt rained."


def told(here: str, there: str) -> list[tuple[str, str]]:
    texts = (document_of(_GUIDE.format(here), "guide"), document_of(_LETTER.format(there), "letter"))
    return [(a.written, b.written) for a, b in contrasts([compared(each) for each in texts])]


@pytest.mark.parametrize(
    ("here", "there", "values"),
    [
        ("It was founded in 1702 by Ada Quill.", "Ada Quill founded the mill in 1720.", ("1702", "1720")),
        (
            "It opened to the public on 3 May 1911.",
            "The public opening took place on 13 May 1911, in snow.",
            ("3 May 1911", "13 May 1911"),
        ),
        (
            "The bakery was built in 1850 and has a clock.",
            "I went to the bakery. It was built in 1856, of brick.",
            ("1850", "1856"),
        ),
        (
            "Work began in 1701, before the money was there.",
            "Construction had started in 1703, and went slowly.",
            ("1701", "1703"),
        ),
        (
            "In 1803 a raft broke loose and struck the lower sluice.",
            "The raft left its mark on the lower sluice in 1805.",
            ("1803", "1805"),
        ),
        (
            "The wheel is 6.5 metres wide.",
            "Its wheel measures 5.6 metres across.",
            ("6.5 metres", "5.6 metres"),
        ),
        (
            "It stands 1,418 metres above the sea.",
            "At the top, 1,481 metres above the sea, the air was thin.",
            ("1,418 metres", "1,481 metres"),
        ),
        (
            "Its ledger, printed in Wick, lists the names of 41,600 sacks.",
            "She measured 46,100 sacks.",
            ("41,600", "46,100"),
        ),
        ("The hall has a capacity of 2,150.", "The hall holds 2,510 people.", ("2,150", "2,510")),
        ("The raft carries 12 passengers.", "The raft can take 15 passengers; we were two.", ("12", "15")),
        (
            "In 1896 she married the miller Søren Holt, who was rich.",
            "Her husband was Søren Holt, a miller of rye, whom she married in 1898.",
            ("1896", "1898"),
        ),
        (
            "The wheel was made by Holt & Sons of Wick, a family firm.",
            "I stood at the wheel. It was built by the Lindal Works in 1850.",
            ("Holt & Sons of Wick", "Lindal Works"),
        ),
        (
            "Her first novel, Salt Road, was published in 1889 by Holt & Kahl.",
            "Salt Road, her first novel, was brought out by the Meridian Press in 1889.",
            ("Holt & Kahl", "Meridian Press"),
        ),
        (
            "Its sign, a heron over three waves, was drawn by the painter Ada Quill.",
            "I asked about the sign. It was drawn by Vera Crake on a menu.",
            ("Ada Quill", "Vera Crake"),
        ),
        (
            "The miller Otto Lind was followed by Ron Askew.",
            "Lind was succeeded as miller by Clive Motson.",
            ("Ron Askew", "Clive Motson"),
        ),
        (
            "The raft was launched on 8 March 1877.",
            "The raft slid into the water on 18 March 1877.",
            ("8 March 1877", "18 March 1877"),
        ),
        ("The raft had a crew of 24 and a dog.", "It sailed with a crew of 42.", ("24", "42")),
        ("The raft is 58 metres long.", "She is 85 metres long, and old.", ("58 metres", "85 metres")),
        (
            "The film “Low Salt”, which was directed by Clara Wenn, was shot here.",
            "“Low Salt” was directed by Hugo Brandt.",
            ("Clara Wenn", "Hugo Brandt"),
        ),
        ("Otto Lind was born in Carrow.", "Otto Lind is old. He was born in Holme.", ("Carrow", "Holme")),
    ],
)
def test_two_values_of_one_thing_are_seen(here: str, there: str, values: tuple[str, str]) -> None:
    assert told(here, there) == [values]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("The bakery was opened in 1902.", "The museum was opened in 1911."),
        ("The bakery was opened in 1902.", "The bakery was closed in 1911."),
        ("The barn was built in 1902.", "The barn was built in 1902, of oak."),
        ("The wheel is 6.5 metres wide.", "The wheel is 9.1 metres high."),
        ("The wheel is 6.5 metres wide.", "The door is 5.6 metres wide."),
        ("The wheel is 6 metres wide.", "The wheel is 60 metres from the road and wide."),
        ("The mill stands 1,418 metres above the sea.", "The mill stands 1,400 metres above the sea."),
        ("Some 340 men worked in the mill.", "The mill had 330 men."),
        ("The raft carries 12 passengers.", "The raft once carried more than 15 passengers."),
        ("The raft carries 12 passengers.", "The raft may one day carry 15 passengers."),
        ("The raft carries 12 passengers.", "The raft carries 12 passengers, and 15 passengers in summer."),
        ("It was founded in 1702.", "It was not founded in 1720."),
        ("Ann Reed won a medal in 1902.", "Ann Reed won a medal in 1904."),
        ("As of 1902 the raft had a crew and a bell.", "As of 1904 the raft had a crew and a bell."),
        ("In 1901 he bought the farm of the Holts.", "In 1904 he bought the barn of the Holts."),
        ("She began to write in 1901.", "Work began in 1904."),
        ("The first bridge was opened in 1850.", "The second bridge was opened in 1902."),
        ("The eastern tower is 52 metres high.", "The western tower is 61 metres high."),
        ("The wheel was made by Holt & Sons.", "The wheel was made by Holt and Sons of Wick."),
        ("The wheel was made by Ada Quill and Bram Osei.", "The wheel was made by Vera Crake."),
        ("The wheel was made by Ada Quill.", "The door was made by Vera Crake."),
        ("The first wheel was made by Ada Quill.", "The wheel was made by Vera Crake."),
        ("The wheel was designed by Ada Quill.", "The wheel was built by Vera Crake."),
        ("The wheel was made by Ada Quill.", "The wheel is said to have been made by Vera Crake."),
        ("Otto Lind was born in Carrow.", "Ivo Lind was born in Holme."),
        ("The raft was launched on 8 March 1877.", "It rained on 11 March 1877."),
        ("The raft had a crew of 24.", "The ferry had a crew of 31."),
        ("It was founded by Ada Quill and milled its first corn in 1703.", "It was founded in 1702."),
    ],
)
def test_other_things_and_near_values_are_left_alone(here: str, there: str) -> None:
    assert told(here, there) == []


def test_texts_about_other_subjects_are_not_compared() -> None:
    mill = document_of(_GUIDE.format("It was founded in 1702."), "guide")
    other = document_of("The Ruan Inn\n\nThe Ruan Inn is an inn in Corve. It was founded in 1720.", "inn")

    assert list(contrasts([compared(mill), compared(other)])) == []
