"""What is different between two editions of a pack, in the words of whoever has to decide about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.domain.item import Item
from quizapp.domain.pack import Pack

HEADING = ("title", "language", "licence", "attribution", "description", "topic")


@dataclass(frozen=True, slots=True)
class Pair:
    """An item as it was and as it is."""

    old: Item
    new: Item


@dataclass(frozen=True, slots=True)
class Comparison:
    """The items that came, went, or are asked in other words; and those whose key is another one."""

    added: tuple[Item, ...] = ()
    removed: tuple[Item, ...] = ()
    reworded: tuple[Pair, ...] = ()
    rekeyed: tuple[Pair, ...] = ()
    heading: tuple[str, ...] = ()
    documents_differ: bool = False
    facts_differ: bool = False

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return any(getattr(self, name) for name in self.__slots__)


def compare(old: Pack, new: Pack, past: Mapping[str, Item] | None = None) -> Comparison:
    """What makes the new pack another one. `past`: items of earlier editions, or as they are asked by now."""
    known = {item.item_id: item for item in old.items} | dict(past or {})
    pairs = [Pair(known[item.item_id], item) for item in new.items if item.item_id in known]
    rekeyed = tuple(pair for pair in pairs if pair.old.key != pair.new.key)
    return Comparison(
        added=tuple(item for item in new.items if item.item_id not in known),
        removed=tuple(item for item in old.items if new.item(item.item_id) is None),
        reworded=tuple(pair for pair in pairs if pair.old != pair.new and pair not in rekeyed),
        rekeyed=rekeyed,
        heading=tuple(name for name in HEADING if getattr(old, name) != getattr(new, name)),
        documents_differ=old.documents != new.documents,
        facts_differ=(old.entities, old.facts) != (new.entities, new.facts),
    )
