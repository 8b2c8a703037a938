"""The rubric on single items: each check has an item that it refuses and a near one that it lets pass."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.text import folded
from quizapp.errors import Malformed
from quizapp.packs.lint import ITEM_CHECKS, lint_item
from tests.builders import an_item

Changes = dict[str, Any]


def options(*all_four: str) -> Changes:
    """An item about anything, with these options; the first is the key."""
    return {"key": all_four[0], "distractors": all_four[1:], "explanation": f"{all_four[0]} is right."}


def stem(text: str, *all_four: str) -> Changes:
    """An item with this stem, and options if they matter."""
    return {"stem": text} | (options(*all_four) if all_four else {})


FILM = ("Shun Oguri", "Yuri Nakamura", "Jin Akanishi", "Song Joong-ki")

# code, what it refuses, what comes near and passes
TABLE: tuple[tuple[str, Changes, Changes], ...] = (
    ("too-short", stem("Which planet?"), stem("Who wrote Hamlet?", *FILM)),
    ("short-stem", stem("Which planet is red?"), stem("Who directed “Solaris”?", *FILM)),
    (
        "open-reference",
        stem("Who plays the lead in the film?", *FILM),
        stem("Who plays the lead in the film “Romantics Anonymous”?", *FILM),
    ),
    (
        "open-reference",
        stem("In which year did she win the Nobel Prize?", "1903", "1905", "1908", "1911"),
        stem("Who said that she won her prize in Stockholm?", *FILM),
    ),
    (
        "open-reference",
        stem("How many moons did they see in 1846?", "2", "4", "6", "8"),
        stem("Of these four worlds, which is the largest?"),
    ),
    ("open-reference", stem("What is his first name?", *FILM), stem("Who lost his crown in London?", *FILM)),
    ("none-of-the-above", options("Ceres", "Pluto", "Eris", "None of the above"), options(*FILM)),
    (
        "none-of-the-above",
        options("Ceres", "Pluto", "Eris", "none"),
        options(
            "And Then There Were None", "The Moving Finger", "The Mysterious Affair", "Death on the Nile"
        ),
    ),
    ("all-of-the-above", options("All of these", "Pluto", "Eris", "Ceres"), options(*FILM)),
    (
        "longest-option",
        options("A small round world of rock", "A comet of ice", "A ring of dust", "A cloud of gas"),
        options("A round world", "A comet of ice", "A ring of dust", "A cloud of gas"),
    ),
    ("true-false", options("Yes", "No", "Perhaps", "Unknown"), options("Yes", "Genesis", "Rush", "Camel")),
    (
        "convergence",
        options("red square", "red circle", "blue square", "green star"),
        options("red square", "red circle", "blue square", "blue circle"),
    ),
    (
        "logical-cue",
        stem("When was Ceres discovered by Piazzi?", "1801", "1846", "1930", "Palermo"),
        stem("When was Ceres discovered by Piazzi?", "1801", "1846", "1930", "1781"),
    ),
    (
        "logical-cue",
        stem("How many moons does the planet Mars have?", "2", "4", "Phobos", "8"),
        stem("How many moons does the planet Mars have?", "2", "A dozen", "Thirty", "8"),
    ),
    (
        "logical-cue",
        stem("Who discovered Ceres in Palermo?", "Giuseppe Piazzi", "1801", "Carl Gauss", "Heinrich Olbers"),
        stem("Who recorded “In da Club” in New York?", "50 Cent", "Eminem", "Nelly", "Ludacris"),
    ),
    (
        "gap-inside",
        stem("Which ___ planet lies in the asteroid belt?"),
        stem("The dwarf planet in the asteroid belt is ___"),
    ),
    (
        "absolute-option",
        options("It never turns", "It turns once", "It turns twice", "It turns slowly"),
        options("Never Let Me Go", "The Remains of the Day", "Klara and the Sun", "The Buried Giant"),
    ),
    (
        "absolute-stem",
        stem("Which planet always shows the Sun one side of the ring?"),
        stem("Who recorded “Always on My Mind” in Memphis?", *FILM),
    ),
    (
        "clang",
        stem("Which man founded the Piazzi observatory in Palermo?", "Giuseppe Piazzi", *FILM[:3]),
        stem(
            "Which Stone played guitar for the Stones?",
            "Ron Stone",
            "Mick Stone",
            "Brian Stone",
            "Bill Stone",
        ),
    ),
    (
        "clang",
        stem("Which country has the Norwegian krone?", "Norway", "Estonia", "Latvia", "Lithuania"),
        stem("Which country has the krone in its purse?", "Norway", "Estonia", "Latvia", "Lithuania"),
    ),
    (
        "key-in-stem",
        stem("In the 2010 film, in which year does it play?", "2010", "2011", "2012", "2013"),
        stem("Which is nearer to the Sun: Ceres, Pluto or Eris?", "Ceres", "Pluto", "Eris", "Haumea"),
    ),
    (
        "initials",
        stem("Which body does WHO stand for in Geneva?", "World Health Organization", *FILM[:3]),
        stem("Which body watches over health from Geneva?", "World Health Organization", *FILM[:3]),
    ),
    (
        "initials",
        stem("Who runs the National Aeronautics and Space Administration?", "NASA", "ESA", "JAXA", "CNSA"),
        stem("Which agency launched Voyager?", "NASA", "ESA", "JAXA", "CNSA"),
    ),
    (
        "no-question",
        stem("The dwarf planet in the asteroid belt."),
        stem("In the belt lies the dwarf planet ___."),
    ),
    ("no-question", stem("Ceres lies in the asteroid belt?"), stem("In the asteroid belt lies what?")),
    (
        "bare-choice",
        stem("Which of the following statements is true?"),
        stem("Which of these is the nearest dwarf planet to the Sun?"),
    ),
    ("combined-options", options("A and B", "Pluto", "Eris", "Haumea"), options("Tom and Jerry", *FILM[:3])),
    (
        "combined-options",
        options("Pluto and Eris", "Pluto", "Eris", "Ceres"),
        options("Simon and Schuster", *FILM[:3]),
    ),
    ("combined-options", options("Shun Oguri", "Oguri Shun", *FILM[1:3]), options(*FILM)),
    (
        "article-cue",
        stem("A pilot who flies through space is called an ___?", "astronaut", "diver", "driver", "sailor"),
        stem("A pilot who flies through space is called a ___?", "cosmonaut", "diver", "driver", "sailor"),
    ),
    (
        "determiner-cue",
        options("a comet", "ring", "cloud", "moon"),
        options("The Beatles", "Queen", "Genesis", "Oasis"),
    ),
    ("number-cue", options("comets", "ring", "cloud", "moon"), options("comets", "rings", "cloud", "moon")),
    (
        "vague-term",
        stem("Which dwarf planet is often seen by telescope?"),
        stem("How often does Ceres turn in a day?"),
    ),
    (
        "undated",
        stem("Which dwarf planet is currently the nearest to Mars?"),
        stem("As of November 2025, which dwarf planet is now the nearest to Mars?"),
    ),
    (
        "undated",
        stem("Which city won the award last year?", *FILM),
        stem("Which city is now called Istanbul?", *FILM),
    ),
    (
        "negative-stem",
        stem("Which of these is NOT a dwarf planet?"),
        stem("Which dwarf planet has at least one moon and a ring?"),
    ),
    (
        "negative-stem",
        stem("Which dwarf planet doesn’t have a moon?"),
        stem("Who sings “I Will Not Bow” in Berlin?", *FILM),
    ),
    ("trick-spelling", options("Ceres", "Cares", "Eris", "Pluto"), options("Ceres", "Eros", "Eris", "Pluto")),
    (
        "trick-number",
        options("12,345 km", "12,346 km", "14,000 km", "16,000 km"),
        options("2010", "2011", "2012", "2013"),
    ),
    (
        "long-stem",
        stem(f"Which dwarf planet {'of the belt ' * 10}is it?"),
        stem("Which dwarf planet lies in the belt?"),
    ),
    (
        "punctuation",
        stem("Which dwarf  planet lies in the belt?"),
        stem("Which dwarf planet lies in the belt?"),
    ),
    (
        "punctuation",
        stem("Which dwarf planet (of five lies near?"),
        stem("Which dwarf planet (of five) lies near?"),
    ),
    ("punctuation", stem("Which planet is it? Is it Ceres?"), stem("Who sings “What?” in Berlin?", *FILM)),
    ("punctuation", stem("which dwarf planet lies in the belt?"), stem("“Ceres” is what kind of thing?")),
    (
        "punctuation",
        stem("Which dwarf planet[3] lies in the belt?"),
        stem("Which planet lies in the belt [sic]?"),
    ),
    (
        "punctuation",
        stem("Which dwarf planet lies in the belt ?"),
        stem("Which dwarf planet lies ... where?"),
    ),
    (
        "wrong-article",
        stem("Which planet has an ring of dust?"),
        stem("Which planet takes a year and an hour?"),
    ),
    (
        "wrong-article",
        stem("Which planet is a icy world?"),
        stem("Who won an honour and a unit of money?", *FILM),
    ),
    (
        "overlap",
        options("October 2010", "2010", "2012", "2013"),
        options("October 2010", "May 2011", "June 2012", "July 2013"),
    ),
    (
        "overlap",
        options("10 to 20", "15 to 25", "30 to 40", "50 to 60"),
        options("10 to 19", "20 to 29", "30 to 39", "40 to 49"),
    ),
    (
        "overlap",
        options("Paris", "Paris, Texas", "Rome", "Oslo"),
        options("York", "New York", "Rome", "Oslo"),
    ),
    (
        "mixed-kinds",
        options("1801", "1846", "In Palermo", "In Rome"),
        options("1984", "Animal Farm", "Burmese Days", "Coming Up for Air"),
    ),
    (
        "mixed-kinds",
        options("2010", "May 2011", "May 2012", "May 2013"),
        options("950", "1066", "1100", "1500"),
    ),
    (
        "mixed-units",
        options("8 km", "9 m", "10 m", "12 m"),
        options("1 episode", "2 episodes", "4 episodes", "6 episodes"),
    ),
    (
        "mixed-rounding",
        options("3.14", "3", "4", "5"),
        options("3.1", "3.5", "4.2", "5.0"),
    ),
    (
        "mixed-rounding",
        options("8,849 m", "8,000 m", "7,500 m", "9,000 m"),
        options("8,849 m", "8,611 m", "8,586 m", "8,516 m"),
    ),
    (
        "mixed-case",
        options("Ceres", "pluto", "Eris", "Haumea"),
        options("iPhone", "Galaxy", "Pixel", "Xperia"),
    ),
    (
        "word-count",
        options("Ceres", "The small ninth world", "The great red spot", "The long dark night"),
        options("Ceres", "The small world", "The great red spot", "The long dark night"),
    ),
    ("absurd-number", options("8", "9", "10", "4000"), options("2", "3", "4", "8")),
    ("absurd-number", options("1801", "1807", "1802", "1999"), options("1801", "1807", "1846", "1781")),
    (
        "needs-the-document",
        stem("According to the article, which dwarf planet lies near?"),
        stem("According to the BBC, which dwarf planet lies near?"),
    ),
    (
        "unsupported-key",
        {"explanation": "It circles the Sun between Mars and Jupiter."},
        {"explanation": "Ceres circles the Sun."},
    ),
    (
        "unsupported-key",
        options("8 episodes", "9 episodes", "10 episodes", "12 episodes") | {"explanation": "It has nine."},
        options("8 episodes", "9 episodes", "10 episodes", "12 episodes") | {"explanation": "It has eight."},
    ),
    ("no-explanation", {"explanation": ""}, {}),
)


def _codes(changes: Changes, language: str = "en") -> set[str]:
    return {flaw.code for flaw in lint_item(an_item(**changes), language)}


@pytest.mark.parametrize(("code", "flawed", "_near"), TABLE)
def test_the_flaw_is_found(code: str, flawed: Changes, _near: Changes) -> None:
    assert code in _codes(flawed)


@pytest.mark.parametrize(("code", "_flawed", "near"), TABLE)
def test_what_comes_near_passes(code: str, _flawed: Changes, near: Changes) -> None:
    assert code not in _codes(near)


def test_every_check_is_in_the_table() -> None:
    assert {check.code for check in ITEM_CHECKS} == {code for code, _, _ in TABLE}


def test_a_good_item_has_no_flaw() -> None:
    assert lint_item(an_item()) == []


def test_a_flaw_names_its_item_and_how_to_mend_it() -> None:
    flaw = lint_item(an_item(explanation=""))[0]

    assert (flaw.code, flaw.level, flaw.item_id) == ("no-explanation", "warning", "q-ceres")
    assert flaw.mend == "add a sentence that says why"


def test_english_checks_are_silent_about_other_languages() -> None:
    german = stem("Welcher Zwergplanet liegt im Gürtel?") | {"distractors": ("Pluto", "Eris", "Cerez")}

    assert _codes(german, "de") == {"trick-spelling"}
    assert "no-question" in _codes(german, "en-GB")


GOOD_ITEMS = (
    stem("Who plays Sosuke Fujiwara in “Romantics Anonymous”?", *FILM),
    stem("How many episodes does “Romantics Anonymous” have?", "8", "6", "10", "12"),
    stem("In which month of 2025 did “Romantics Anonymous” begin?", "October", "May", "August", "December"),
    stem("Which of these rivers flows through Paris?", "Seine", "Loire", "Rhône", "Garonne"),
    stem(
        "On which date did Apollo 11 land on the Moon?",
        "20 July 1969",
        "16 July 1969",
        "24 July 1969",
        "21 May 1969",
    ),
    stem("What is the capital of Australia?", "Canberra", "Sydney", "Melbourne", "Perth"),
    stem("How high is Mont Blanc?", "4,806 m", "4,478 m", "4,634 m", "3,967 m"),
    stem("What did the Beatles call their last album?", "Let It Be", "Abbey Road", "Help!", "Revolver"),
    stem(
        "Which novel by George Orwell appeared in 1949?",
        "1984",
        "Animal Farm",
        "Burmese Days",
        "Homage to Catalonia",
    ),
    stem(
        "How much did the film “Titanic” cost?",
        "$200 million",
        "$100 million",
        "$150 million",
        "$300 million",
    ),
    stem("Which chemical element has the symbol Au?", "Gold", "Silver", "Argon", "Copper"),
)


@pytest.mark.parametrize("changes", GOOD_ITEMS, ids=lambda changes: changes["stem"])
def test_good_questions_of_all_kinds_pass(changes: Changes) -> None:
    assert _codes(changes) == set()


_SHORT_TEXT = st.text(min_size=1, max_size=12) | st.sampled_from(
    ["“”?", "…", "_", "a an", "-1,", "May 0", "the ?"]
)


@given(st.lists(_SHORT_TEXT, min_size=5, max_size=5, unique_by=folded))
def test_any_item_can_be_judged(texts: list[str]) -> None:
    try:
        item = an_item(stem=texts[0], key=texts[1], distractors=tuple(texts[2:]), explanation="")
    except Malformed:
        return

    assert all(flaw.code and flaw.item_id for flaw in lint_item(item))
