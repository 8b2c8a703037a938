"""The fixed draw from a pack: which items, in which order, each with its options in which order.

Orders come from sorting by a digest of seed and id, not from a random generator: the same seed gives the
same round on every Python, for ever, so that a stored seed is all that a round needs.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from quizapp.domain.amount import amount
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.domain.prompt import LETTERS, Prompt
from quizapp.errors import Malformed

PaceName = Literal["timed", "relaxed", "extended"]
LENGTHS = (5, 10, 20)
ITEM_LIMIT_MS = 20_000
LONGEST_STRETCH = 10.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How the clock treats a player: timed, relaxed (no clock), or extended by a factor of 1.5 to 10."""

    name: PaceName
    stretch: float = 1.0

    def __post_init__(self) -> None:
        if self.name == "extended" and not 1.5 <= self.stretch <= LONGEST_STRETCH:
            raise Malformed("Extended time is 1.5 to 10 times as long.")
        if self.name != "extended" and self.stretch != 1.0:
            raise Malformed(f"A {self.name} round has no factor of time.")

    @property
    def limit_ms(self) -> int | None:
        """Time for one item in milliseconds, or None without a clock."""
        return None if self.name == "relaxed" else round(ITEM_LIMIT_MS * self.stretch)


@dataclass(frozen=True, slots=True)
class CorrectedKey:
    """What is right in place of the key that an edition was published with, and since when."""

    text: str
    since_ms: int


@dataclass(frozen=True, slots=True)
class Round:
    """Pack, seed and length, and the order of items that follows from them.

    `corrected`: the keys that turned out to be wrong after the pack was published, by item.
    """

    pack: Pack
    seed: str
    item_ids: tuple[str, ...]
    corrected: Mapping[str, CorrectedKey] = field(default_factory=dict)

    def prompt(self, position: int) -> Prompt:
        """The item at a position (from 0) as a player may see it."""
        item = self.item(position)
        options = tuple(item.options[place] for place in option_order(self.seed, item))
        return Prompt(item.item_id, item.stem, options, position + 1, len(self.item_ids), self.pack.language)

    def item(self, position: int) -> Item:
        """The item at a position (from 0), key and all."""
        item = self.pack.item(self.item_ids[position])
        if item is None:
            raise Malformed(f"the pack holds no item {self.item_ids[position]!r}")
        return item

    def key(self, position: int) -> str:
        """The text of the right option."""
        item = self.item(position)
        corrected = self.corrected.get(item.item_id)
        return corrected.text if corrected else item.key

    def key_letter(self, position: int) -> str:
        """The letter under which the key stands in this round; empty where no option turned out right."""
        item = self.item(position)
        key = self.key(position)
        return letter_of(self.seed, item, item.options.index(key)) if key in item.options else ""


def draw(pack: Pack, seed: str, length: int | None) -> Round:
    """A round of that many items (all of them for None, or when the pack holds fewer)."""
    ordered = sorted((item.item_id for item in pack.items), key=lambda item_id: _rank(seed, item_id))
    if not ordered:
        raise Malformed("the pack has no items to play")
    return Round(pack, seed, tuple(ordered[:length]))


@lru_cache(maxsize=8192)
def option_order(seed: str, item: Item) -> tuple[int, ...]:
    """Places in `item.options` (0 is the key) as shown: by value for numbers and dates, else shuffled."""
    values = _values(item)
    ranks = [_rank(seed, item.item_id, option) for option in item.options]
    return tuple(sorted(range(len(ranks)), key=lambda place: (values[place], ranks[place])))


def letter_of(seed: str, item: Item, place: int) -> str:
    """The letter under which an option stands, given its place in `item.options`."""
    return LETTERS[option_order(seed, item).index(place)]


def place_of(seed: str, item: Item, letter: str | None) -> int | None:
    """The place in `item.options` of the option chosen by its letter; None when none was."""
    return None if letter is None else option_order(seed, item)[LETTERS.index(letter)]


@lru_cache(maxsize=8192)
def _values(item: Item) -> tuple[float, ...]:
    """What each option comes to; all the same where one of them is neither a number nor a date."""
    amounts = [amount(option) for option in item.options]
    return tuple(0.0 if None in amounts else one or 0.0 for one in amounts)


def _rank(*parts: str) -> bytes:
    return hashlib.sha256("\x1f".join(parts).encode()).digest()
