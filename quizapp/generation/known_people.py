"""Well-known people as wrong answers, where documents do not name enough; read once from `known_people.toml`.

What is true is never taken from here: only what somebody is, where, and when he or she was born, so that the
options are of one trade and one time.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quizapp.generation.aliases import folded_words

KNOWN_PEOPLE = Path(__file__).with_name("known_people.toml")

_NO_TRADES = ("women", "jobs", "fields", "also", "near", "does", "done_to")
# At what age people do what texts tell of.
_YOUNGEST, _OLDEST = 20, 75
_ONE_TIME = 35


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody whose name most readers have heard."""

    name: str
    trade: str
    country: str
    born: int
    is_woman: bool = False


def of_trades(trades: tuple[str, ...], at: int | None, born: int | None = None) -> list[KnownPerson]:
    """Those of some trades who were born about the year `born`, or else grown up in the year `at`."""
    among = [person for person in _people() if person.trade in trades]
    if born is not None:
        return [person for person in among if abs(person.born - born) <= _ONE_TIME]
    return [person for person in among if at is not None and _YOUNGEST <= at - person.born <= _OLDEST]


def is_known(names: Iterable[str]) -> bool:
    """Whether somebody of one of these names is well known."""
    return born(names) is not None


def born(names: Iterable[str]) -> int | None:
    """The year in which somebody well known was born; else None."""
    found = _called(names)
    return found.born if found else None


def country(names: Iterable[str]) -> str:
    """The country of somebody well known; else nothing."""
    found = _called(names)
    return found.country if found else ""


def trade_of(names: Iterable[str]) -> str:
    """The trade of somebody well known; else nothing."""
    found = _called(names)
    return found.trade if found else ""


def trades_called(kind: str) -> tuple[str, ...]:
    """The trades of which a stem may say that their people are of this kind."""
    return tuple(trade for trade in _trades() if kind == trade or kind in _words("also", trade))


def trades_near(kind: str) -> tuple[str, ...]:
    """The trades whose people are, or come near to, what this kind says."""
    return trades_called(kind) or tuple(trade for trade in _trades() if kind in _words("near", trade))


def trades_that(relation: str, to: str = "") -> tuple[str, ...]:
    """The trades of those who do what a relation tells to a thing of some kind; none where anybody might."""
    done_to = [(key.split(), kinds) for key, kinds in _tables()["done_to"].items()]
    trades = {trade: kinds.split() for (does, trade), kinds in done_to if does == relation}
    if not (to and trades):
        return tuple(_words("does", relation))
    return tuple(trade for trade, kinds in trades.items() if to in map(_spaced, kinds))


def jobs() -> tuple[str, ...]:
    """What people of no name work as: no two of these jobs are near to one another."""
    return tuple(_words("jobs", "everyday"))


def jobs_beside(job: str) -> tuple[str, ...]:
    """The jobs of the field that a job belongs to; none where its field is not kept."""
    fields = (field for field in _tables()["fields"] if job in _jobs("jobs", field) | _jobs("fields", field))
    return tuple(_spaced(each) for field in fields for each in _words("jobs", field) if _spaced(each) != job)


def _jobs(table: str, field: str) -> set[str]:
    return {_spaced(each) for each in _words(table, field)}


def _called(names: Iterable[str]) -> KnownPerson | None:
    return next((found for name in names if (found := _known().get(" ".join(folded_words(name))))), None)


@cache
def _known() -> Mapping[str, KnownPerson]:
    return {" ".join(folded_words(person.name)): person for person in _people()}


@cache
def _people() -> tuple[KnownPerson, ...]:
    return tuple(_read())


def _read() -> Iterator[KnownPerson]:
    for trade in _trades():
        for country, people in _tables()[trade].items():
            for name, _, born in (each.rpartition(":") for each in people.split()):
                is_woman = name in _words("women", trade)
                yield KnownPerson(_spaced(name), trade, _spaced(country), int(born), is_woman)


def _trades() -> tuple[str, ...]:
    return tuple(table for table in _tables() if table not in _NO_TRADES)


def _words(table: str, of: str) -> list[str]:
    return _tables()[table].get(of, "").split()


def _spaced(name: str) -> str:
    return name.replace("_", " ")


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(KNOWN_PEOPLE.read_text("utf8"))
