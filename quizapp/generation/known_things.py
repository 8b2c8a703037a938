"""Well-known things that have no place and no trade, as wrong answers; read once from `known_things.toml`.

What is true is never taken from here: only which names are of one class, which of them are alike, and
of events when they were.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from quizapp.generation.aliases import words

# So many years apart two events are still of one time.
_ONE_TIME = 60
KNOWN_THINGS = Path(__file__).with_name("known_things.toml")


def kind(names: Iterable[str]) -> str:
    """The class of a thing of one of these names, or nothing."""
    return next((found[0] for name in names if (found := _kept().get(_key(name)))), "")


def beside(names: Iterable[str], kind: str, at: int | None = None) -> tuple[str, ...]:
    """The things of one class that are most alike: those that stand with a name; else all of the kind.

    Of events, those of the time of the one that is named, else of the year `at`.
    """
    found = next((kept for name in names if (kept := _kept().get(_key(name)))), None)
    groups = _groups().get(found[0] if found else kind, {})
    among = (
        groups[found[1]]
        if found
        else {name: year for group in groups.values() for name, year in group.items()}
    )
    when = found[2] if found and found[2] else at
    return tuple(name for name, year in among.items() if not year or (when and abs(year - when) <= _ONE_TIME))


@cache
def _kept() -> Mapping[str, tuple[str, str, int]]:
    """For every name, as compared, its class, the group in it, and its year or 0."""
    return {
        _key(name): (kind, group, year)
        for kind, groups in _groups().items()
        for group, names in groups.items()
        for name, year in names.items()
    }


def _key(name: str) -> str:
    return " ".join(words(name)).removeprefix("the ")


@cache
def _groups() -> Mapping[str, Mapping[str, Mapping[str, int]]]:
    tables = tomllib.loads(KNOWN_THINGS.read_text("utf8"))
    return {
        kind.replace("_", " "): {
            group: dict(_dated(name) for name in names.split()) for group, names in table.items()
        }
        for kind, table in tables.items()
    }


def _dated(name: str) -> tuple[str, int]:
    """A name with the year behind its colon, or 0."""
    plain, _, year = name.replace("_", " ").partition(":")
    return plain, int(year or 0)
