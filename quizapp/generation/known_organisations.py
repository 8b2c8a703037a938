"""Well-known institutions and firms as wrong answers, read once from `known_organisations.toml`.

What is true is never taken from here: only what kind of house it is, where, and since when.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

KNOWN_ORGANISATIONS = Path(__file__).with_name("known_organisations.toml")

_ALSO, _BRING_OUT = "also", "bring_out"
_ANY = frozenset({"", "company", "firm", "studio", "house", "production company", "manufacturer"})


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """A house whose name many readers have heard."""

    name: str
    country: str
    began: int


def of_kind(kind: str, at: int | None) -> tuple[KnownOrganisation, ...]:
    """Those of the kind that a text may call so, and that were there in the year `at`; else none."""
    return tuple(each for each in _kept(_table(kind)) if at is not None and each.began <= at)


def is_kept(kind: str) -> bool:
    """Whether houses of a kind are kept that a text may call so."""
    return bool(_table(kind))


def kind_of(kind: str, relation: str, work: str) -> str:
    """What somebody is who brings out a work of some kind, where only `company` or less is said of it."""
    if kind not in _ANY:
        return kind
    brought = [(key.split(), kinds.split()) for key, kinds in _tables()[_BRING_OUT].items()]
    found = (house for (does, house), kinds in brought if does == relation and work in map(_spaced, kinds))
    return _spaced(next(found, kind))


def named(names: Iterable[str]) -> tuple[str, str]:
    """The kind and the country of the house that bears one of these names; else nothing."""
    return next((found for name in names if (found := _named().get(name.removeprefix("the ")))), ("", ""))


@cache
def _table(kind: str) -> str:
    return next((each for each in _kinds() if kind == _spaced(each) or kind in _others(each)), "")


@cache
def _named() -> Mapping[str, tuple[str, str]]:
    return {each.name: (_spaced(table), each.country) for table in _kinds() for each in _kept(table)}


@cache
def _kept(table: str) -> tuple[KnownOrganisation, ...]:
    return tuple(_read(table)) if table else ()


def _read(table: str) -> Iterator[KnownOrganisation]:
    for country, houses in _tables()[table].items():
        for name, _, began in (each.rpartition(":") for each in houses.split()):
            yield KnownOrganisation(_spaced(name), _spaced(country), int(began))


def _kinds() -> tuple[str, ...]:
    return tuple(table for table in _tables() if table not in (_ALSO, _BRING_OUT))


def _others(table: str) -> list[str]:
    return [_spaced(each) for each in _tables()[_ALSO].get(table, "").split()]


def _spaced(name: str) -> str:
    return name.replace("_", " ")


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(KNOWN_ORGANISATIONS.read_text("utf8"))
