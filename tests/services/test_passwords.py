"""Which passwords are taken, and how they are kept."""

import pytest
from argon2 import PasswordHasher
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.errors import Malformed
from quizapp.services.passwords import checked_password, hashed, is_outdated, matches


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("short", "at least 8"),
        (" " * 12, "blank"),
        ("", "blank"),
        ("x" * 201, "at most 200"),
        ("brave  OTTER", "the name itself"),
    ],
)
def test_a_weak_password_is_refused_with_the_rule(password: str, reason: str) -> None:
    with pytest.raises(Malformed, match=reason):
        checked_password(password, "Brave Otter")


def test_a_password_is_kept_as_argon2_and_not_as_written() -> None:
    kept = hashed("correct horse")

    assert kept.startswith("$argon2id$")
    assert "correct horse" not in kept
    assert matches(kept, "correct horse")
    assert not matches(kept, "correct horse ")


def test_everything_after_a_nul_counts() -> None:
    assert not matches(hashed("password\0one"), "password\0two")


def test_two_spellings_of_an_accent_are_one_password() -> None:
    assert matches(hashed("caf\u00e9 au lait"), "cafe\u0301 au lait")


def test_nobodys_password_matches_nothing() -> None:
    assert not matches(None, "correct horse")
    assert not matches("not a hash", "correct horse")


def test_a_hash_with_weaker_parameters_is_outdated() -> None:
    assert is_outdated(PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash("correct horse"))
    assert not is_outdated(hashed("correct horse"))


@given(st.text(max_size=40))
@settings(max_examples=10, deadline=None)
def test_any_text_can_be_compared(password: str) -> None:
    assert not matches(None, password)
