"""What the rubric says of an item: a flaw; and a check: the named function that finds it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from quizapp.domain.item import Item

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Flaw:
    """One flaw of one item; of the whole pack when `item_id` is empty. An error means: never publish."""

    code: str
    level: Level
    what: str
    mend: str
    item_id: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One row of the rubric: `find` says what is wrong with an item, or None."""

    code: str
    rubric: int
    level: Level
    find: Callable[[Item], str | None]
    mend: str
    any_language: bool = False

    def flaw(self, item: Item) -> Flaw | None:
        """The flaw of the item, if it has this one."""
        what = self.find(item)
        return None if what is None else Flaw(self.code, self.level, what, self.mend, item.item_id)
