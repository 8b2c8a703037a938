"""Terms and their meanings as wrong answers, read once from `known_terms.toml`: phobias, what names mean."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from quizapp.domain.text import folded

KNOWN_TERMS = Path(__file__).with_name("known_terms.toml")


def of_class(kind: str) -> Mapping[str, str]:
    """The terms of a class with what they mean; nothing where the class is not kept."""
    return _tables().get(kind, {}) if kind in _TERMS else {}


def meanings_beside(meaning: str) -> tuple[str, ...]:
    """What a name might mean that means something of one article and one noun: others of that form."""
    article, _, noun = meaning.partition(" ")
    others = _tables()["meaning"].get(article, "").split()
    if not noun or " " in noun or not noun[0].isupper():
        return ()
    return tuple(f"{article} {other}" for other in others if folded(other) != folded(noun))


_TERMS = ("phobia",)


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(KNOWN_TERMS.read_text("utf8"))
