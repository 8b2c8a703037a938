"""Which names a player may have, and which two names count as one."""

from itertools import islice
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import NameRefused
from quizapp.services.guests import guest_names
from quizapp.services.lookalike import skeleton
from quizapp.services.names import (
    LONGEST,
    SHORTEST,
    checked_group_name,
    checked_name,
    deleted_name,
    name_keys,
)


@pytest.mark.parametrize(
    "name",
    [
        "Al",
        "Brave Otter 17",
        "José",
        "Nguyễn Phúc",
        "김철수",
        "عليّ",
        "Ωmega",
        "O'Brien",
        "A🙂",
        "b<i>g",
        "42",
    ],
)
def test_names_of_many_kinds_are_taken_as_written(name: str) -> None:
    assert checked_name(name) == name


def test_surplus_spaces_go_and_letters_take_one_form() -> None:
    assert checked_name("  Jose\u0301   Luis ") == "José Luis"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "at least 2 characters"),
        ("  x  ", "at least 2 characters"),
        ("x" * 25, "at most 24 characters"),
        ("x" * 10_000, "at most 24 characters"),
        (" " * 10_000, "at most 24 characters"),
        ("🙂🙂", "at least one letter or digit"),
        ("---", "at least one letter or digit"),
        ("\u202eecila", "invisible character"),
        ("Ali\u200bce", "invisible character"),
        ("Ali\x00ce", "invisible character"),
        ("Ali\ud800ce", "invisible character"),
        ("\u3164\u3164a", "invisible character"),
        ("<b>Al</b>", "cannot hold /"),
        ("a\\b", "cannot hold /"),
        ("a" + "\u0303" * 9, "too many marks"),
        ("Admin", "kept for the game"),
        ("a d m 1 n", "kept for the game"),
        ("Quizapp", "kept for the game"),
        ("Deleted player 7", "kept for the game"),
        ("Dеleted-Player", "kept for the game"),
        ("You", "kept for the game"),
    ],
)
def test_a_refusal_says_what_to_change(name: str, reason: str) -> None:
    with pytest.raises(NameRefused, match=reason):
        checked_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Fuck",
        "FuckYou",
        "f u c k",
        "fυck",
        "ＦＵＣＫ",
        "sh1t",
        "ѕhіt",
        "BigShit",
        "shit 99",
        "n1gger",
        "nlgger",
    ],
)
def test_slurs_are_refused_however_they_are_dressed(name: str) -> None:
    with pytest.raises(NameRefused, match="hurt somebody"):
        checked_name(name)


@pytest.mark.parametrize(
    "name",
    ["Scunthorpe", "Penistone", "Essex", "Dickens", "Hancock", "Assassin", "Titus", "Kian", "Dick", "Wang"],
)
def test_ordinary_words_that_hold_a_slur_are_no_slurs(name: str) -> None:
    assert checked_name(name) == name


@pytest.mark.parametrize("other", ["alice", "ALICE", "ＡＬＩＣＥ", " Alice ", "𝕬𝖑𝖎𝖈𝖊"])
def test_names_that_fold_to_the_same_text_are_one_name(other: str) -> None:
    assert name_keys(other)[0] == name_keys("Alice")[0]


@pytest.mark.parametrize(
    "other",
    [
        "Аlісе",
        "A1ice",
        "AIice",
        "Al|ce",
        "A-l-i-c-e",
        "Ali ce",
        "Ali\u200dce",
        "Álice",
        "Alice.",
        "Ali\ufe0fce",
    ],
)
def test_names_that_look_the_same_share_a_key(other: str) -> None:
    assert name_keys(other)[1] == name_keys("Alice")[1]


@pytest.mark.parametrize("other", ["Alicia", "Alces", "Alice2", "Bob", "Alice🙂"])
def test_names_that_look_different_do_not(other: str) -> None:
    assert name_keys(other)[1] != name_keys("Alice")[1]


def test_rn_looks_like_m_and_zero_like_o() -> None:
    assert skeleton("Marnie") == skeleton("Mamie")
    assert skeleton("R0b0t") == skeleton("Robot")


def test_letters_that_look_like_punctuation_do_not_vanish() -> None:
    assert skeleton("ノノ")


@given(st.text(max_size=LONGEST + 3))
def test_every_text_is_a_name_or_is_refused_with_a_sentence(text: str) -> None:
    try:
        name = checked_name(text)
    except NameRefused as refusal:
        assert str(refusal).endswith(".")
    else:
        assert SHORTEST <= len(name) <= LONGEST
        assert checked_name(name) == name
        assert all(name_keys(name))


@given(st.text(alphabet="aAáil1|oO0rnm RN-ВвοΟ", max_size=8))
def test_the_case_of_a_name_never_makes_it_look_different(text: str) -> None:
    assert skeleton(skeleton(text)) == skeleton(text)


def test_two_players_who_left_never_share_a_name() -> None:
    keys = {name_keys(deleted_name(number)) for number in range(2000)}

    assert len({name_key for name_key, _ in keys}) == len({look for _, look in keys}) == 2000


def test_the_friendly_names_of_guests_are_good_names() -> None:
    names = list(islice(guest_names(Random(7)), 500))

    assert [checked_name(name) for name in names] == names
    assert len(set(names)) == len(names)


def test_the_same_seed_gives_the_same_guests() -> None:
    assert list(islice(guest_names(Random(1)), 9)) == list(islice(guest_names(Random(1)), 9))


def test_a_group_may_have_a_longer_name_and_one_that_is_kept_from_players() -> None:
    assert checked_group_name("  Staff of the Northfield School  ") == "Staff of the Northfield School"
    assert checked_group_name("Team") == "Team"
    for name in ("x" * 41, "x" * 1000, "x", "Fuck this"):
        with pytest.raises(NameRefused):
            checked_group_name(name)
