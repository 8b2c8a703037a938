"""The word lists of the training recipe, read from `words.toml` beside this module."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of one list, in the order of the file."""
    return tuple(_lists()[name].split())


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
