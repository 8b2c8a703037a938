"""Well-known places as wrong options, where documents do not name enough; read once from `gazetteer.toml`.

What is true is never taken from here: only that one place lies in another, so that no option holds another.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from quizapp.domain.fact import Entity, EntityType, content_id
from quizapp.generation.aliases import words

GAZETTEER = Path(__file__).with_name("gazetteer.toml")

_WORD = re.compile(r"[^\W_][\w.'’-]*(?<![.'’-])")
_NOWHERE = "_"
_LONGEST_NAME = 4
_STEP_ASIDE = 0.06
_IN_ONE_COUNTRY = 0.8
# Told apart in the file only, where a country or a river has the name too.
_STATE = " State"
# Tables of names, not of places under what they lie in.
_OF_NAMES = ("also", "beside", "since")
# Kinds that no text is taken to mean: what it says of a place counts.
_UNSAID = frozenset({"region", "town", "area"})
_AS_CITIES = ("capital", "capital city", "port city", "metropolis")


@cache
def of_kind(kind: str) -> tuple[Entity, ...]:
    """All places of one kind; none where the kind is not kept."""
    listed = _listed("city" if kind in _AS_CITIES else kind)
    among = capitals() if kind.startswith("capital") else listed
    return tuple(_entity(name, kind) for name in listed if name in among and not name.endswith(_STATE))


@cache
def kinds() -> frozenset[str]:
    """The kinds of which places are kept, as texts say them."""
    return frozenset({*(kind.replace("_", " ") for kind in _kinds()), *_AS_CITIES} - _UNSAID)


def capitals() -> tuple[str, ...]:
    """The capitals among the cities."""
    return _listed("capital")


def kind(names: Iterable[str]) -> str:
    """The kind of a place of one of these names, or nothing."""
    at = wholes(names)[:1]
    return _kind_of().get(at[0], "") if at else ""


def since(name: str) -> int:
    """The year from which a place was known under this name, if that is late; else 0."""
    return next((int(year) for year, names in _tables()["since"].items() if name in names), 0)


def wholes(names: Iterable[str]) -> tuple[str, ...]:
    """What a place of one of these names lies in, itself first: city, country, region, continent."""
    return _wholes(tuple(names))


@lru_cache(maxsize=4096)
def _wholes(names: tuple[str, ...]) -> tuple[str, ...]:
    at = next((found for name in names if (found := _called().get(_key(name)))), "")
    chain = []
    while at and at not in chain:
        chain.append(at)
        at = _around().get(at, "")
    return tuple(chain)


def first_named(text: str) -> tuple[str, ...]:
    """The first place kept here that a text names, or nothing."""
    said = _WORD.findall(text)
    for start in (place for place, word in enumerate(said) if not word.islower()):
        for end in range(min(len(said), start + _LONGEST_NAME), start, -1):
            if found := _called().get(_key(" ".join(said[start:end]))):
                return (found,)
    return ()


def nearness(some: Iterable[str], others: Iterable[str]) -> float:
    """How near one place lies to another or in it, from 1 to 0: 0 where one of them is not known."""
    around, near_by = wholes(some)[1:], wholes(others)
    step = next((step for step, whole in enumerate(around) if whole in near_by), None)
    if step is None:
        return 0.0
    # Two states of one country are nearer than two countries.
    return max(1 - 0.25 * step, _IN_ONE_COUNTRY * (_kind_of().get(around[step]) == "country"))


def likeness(some: Iterable[str], others: Iterable[str]) -> float:
    """How likely one place is taken for another, from 1 to 0: for a country others are kept in order."""
    some, others = tuple(some), tuple(others)
    kept = _tables()["beside"].get(next(iter(wholes(others)), ""), ())
    if not kept or kind(some) != "country":
        return nearness(some, others)
    name = wholes(some)[0]
    return 1 - _STEP_ASIDE * kept.index(name) if name in kept else nearness(some, others) / 2


def is_inside(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one of two places lies in the other, or both are one."""
    one, another = wholes(some), wholes(others)
    return bool(one and another) and (one[0] in another or another[0] in one)


def _entity(name: str, kind: str) -> Entity:
    takes_the = kind in ("ocean", "sea", "river", "mountain range") or name.startswith("United")
    also = tuple(_tables()["also"].get(name, ()))
    return Entity(content_id("g", kind, name), name, EntityType.PLACE, kind, takes_the, aliases=also)


@cache
def _called() -> Mapping[str, str]:
    """Every name, as compared, with the one under which the file keeps its place."""
    kept = {name: name for kind in _kinds() for name in _listed(kind)}
    also = {form: name for name, forms in _tables()["also"].items() for form in forms}
    return {_key(form): name for form, name in {**also, **kept}.items()}


@cache
def _around() -> Mapping[str, str]:
    """For each place the whole under which it stands; where several hold it, the first."""
    around: dict[str, str] = {}
    for kind in _kinds():
        for whole, names in _tables()[kind].items():
            if whole != _NOWHERE:
                for name in names:
                    around.setdefault(name, whole)
    return around


@cache
def _kind_of() -> Mapping[str, str]:
    """For each place the kind under which it is kept; where several hold it, the first."""
    found: dict[str, str] = {}
    for each in _kinds():
        for name in _listed(each):
            found.setdefault(name, each.replace("_", " "))
    return found


@cache
def _listed(kind: str) -> tuple[str, ...]:
    return tuple(name for names in _tables().get(kind.replace(" ", "_"), {}).values() for name in names)


def _kinds() -> tuple[str, ...]:
    return tuple(kind for kind in _tables() if kind not in _OF_NAMES)


# The same few names are compared with each other for every question.
@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return " ".join(words(name)).removeprefix("the ").removeprefix("river ").removesuffix(" river")


@cache
def _tables() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    tables = tomllib.loads(GAZETTEER.read_text("utf8"))
    return {
        kind: {
            _spaced(whole): tuple(_spaced(name) for name in names.split()) for whole, names in table.items()
        }
        for kind, table in tables.items()
    }


def _spaced(name: str) -> str:
    return name if name == _NOWHERE else name.replace("_", " ")
