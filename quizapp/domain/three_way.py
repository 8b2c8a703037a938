"""Two people's changes of one pack, put together part by part from what both began with."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from quizapp.domain.comparison import HEADING
from quizapp.domain.pack import Pack

Side = Literal["mine", "theirs"]
LISTS = {"documents": "document_id", "entities": "entity_id", "facts": "fact_id", "items": "item_id"}
_FIELDS = ("slug", *HEADING)


@dataclass(frozen=True, slots=True)
class Clash:
    """A part that both changed, each in another way; None where one of them took it out."""

    what: str
    part_id: str
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Merge:
    """The pack with both sides' changes; where both changed one part, that of the favoured side."""

    pack: Pack
    clashes: tuple[Clash, ...]


def merge_packs(base: Pack, mine: Pack, theirs: Pack, favoured: Side = "mine") -> Merge:
    """What both began with, changed as each of them changed it."""
    clashes: list[Clash] = []
    changed: dict[str, Any] = {}
    for name in _FIELDS:
        three = (getattr(base, name), getattr(mine, name), getattr(theirs, name))
        changed[name] = _chosen(name, "", *three, favoured, clashes)
    for name, id_of in LISTS.items():
        parts = [_by_id(pack, name, id_of) for pack in (base, mine, theirs)]
        changed[name] = _list(name, parts[0], parts[1], parts[2], favoured, clashes)
    return Merge(replace(mine, **changed), tuple(clashes))


def _list(
    what: str,
    base: Mapping[str, Any],
    mine: Mapping[str, Any],
    theirs: Mapping[str, Any],
    favoured: Side,
    clashes: list[Clash],
) -> tuple[Any, ...]:
    """The parts in my order, followed by those that only the others have."""
    found = (
        _chosen(what, part_id, base.get(part_id), mine.get(part_id), theirs.get(part_id), favoured, clashes)
        for part_id in dict.fromkeys((*mine, *theirs))
    )
    return tuple(part for part in found if part is not None)


def _chosen(
    what: str, part_id: str, base: Any, mine: Any, theirs: Any, favoured: Side, clashes: list[Clash]
) -> Any:
    if mine in (theirs, base):
        return theirs
    if theirs == base:
        return mine
    clashes.append(Clash(what, part_id, mine, theirs))
    return mine if favoured == "mine" else theirs


def _by_id(pack: Pack, name: str, id_of: str) -> dict[str, Any]:
    return {getattr(part, id_of): part for part in getattr(pack, name)}
