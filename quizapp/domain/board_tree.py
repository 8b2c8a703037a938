"""How a board counts its standings so that a rank costs the same among ten players and ten million.

On each level the scores are counted in buckets that are 64 times as wide as those below. Whoever is ahead
stands in a higher bucket beside one's own on one of the levels: at most 189 buckets below the top. The top
level has no end, so neither have scores.
"""

from collections.abc import Iterator
from typing import NamedTuple

FAN_OUT = 64
LEVELS = range(4)
TOP = LEVELS[-1]
_WIDTHS = [int(FAN_OUT**level) for level in LEVELS]


class Cell(NamedTuple):
    """A bucket of one level."""

    level: int
    bucket: int


def width(level: int) -> int:
    """How many different scores share a bucket on that level."""
    return _WIDTHS[level]


def cells_of(points: int) -> tuple[Cell, ...]:
    """The buckets in which so many points are counted, one on each level."""
    return tuple(Cell(level, points // width(level)) for level in LEVELS)


def changes(before: int | None, after: int | None) -> Iterator[tuple[Cell, int]]:
    """What a score that changes takes from buckets and adds to others; None: it is not on the board."""
    for level in LEVELS:
        left = None if before is None else before // width(level)
        entered = None if after is None else after // width(level)
        if left == entered:
            # So are the wider ones.
            return
        if left is not None:
            yield Cell(level, left), -1
        if entered is not None:
            yield Cell(level, entered), 1


def children(bucket: int) -> range:
    """The buckets of the level below that make up this one."""
    return range(bucket * FAN_OUT, (bucket + 1) * FAN_OUT)
