"""Passwords: which ones are taken, and how they are kept. Nobody can read one back."""

import secrets
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from quizapp.domain.text import folded
from quizapp.errors import LogInRefused, Malformed

SHORTEST = 8
LONGEST = 200

_hasher = PasswordHasher()


def checked_password(password: str, name: str) -> str:
    """The password, or Malformed with the rule it breaks."""
    if len(password) > LONGEST:
        raise Malformed(f"A password has at most {LONGEST} characters.")
    if not password.strip():
        raise Malformed("A password cannot be blank.")
    if len(password) < SHORTEST:
        raise Malformed(f"A password has at least {SHORTEST} characters.")
    if folded(password) == folded(name):
        raise Malformed("A password cannot be the name itself.")
    return password


def hashed(password: str) -> str:
    """What is kept of a password."""
    return _hasher.hash(_bytes(password))


def matches(password_hash: str | None, password: str) -> bool:
    """Whether the password is the one kept. It takes as long when there is none to compare with."""
    try:
        return _hasher.verify(password_hash or _nobodys_hash(), _bytes(password))
    except (VerificationError, InvalidHashError):
        return False


def require_match(password_hash: str | None, password: str) -> None:
    """Nothing, or LogInRefused when the password is not the one kept."""
    if not matches(password_hash, password):
        raise LogInRefused("That is not your password.")


def is_outdated(password_hash: str) -> bool:
    """Whether it was kept with weaker parameters than today's."""
    return _hasher.check_needs_rehash(password_hash)


def _bytes(password: str) -> bytes:
    # Two keyboards may spell the same accented letter in different ways.
    return unicodedata.normalize("NFC", password).encode("utf8", "surrogatepass")


@cache
def _nobodys_hash() -> str:
    return hashed(secrets.token_urlsafe(32))
