"""How a range of scores is cut into bars: of one round width, and neither too many nor too few."""

from collections.abc import Iterator, Sequence
from itertools import count

MOST_BARS = 24
# Of 20 players one may stand beyond the last edge: a single giant would squeeze all others into one bar.
ONE_BEYOND_OF = 20
_HALVINGS = 12


def reaches(low: int, high: int) -> tuple[int, ...]:
    """How far the bars may reach, from the whole range to ever smaller parts: at most as many as bars."""
    quarters = (
        low + (high - low) * part // (4 * 2**halved) for halved in range(_HALVINGS) for part in (4, 3)
    )
    return tuple(dict.fromkeys(quarters))


def shortest_reach(of: tuple[int, ...], beyond: Sequence[int], size: int) -> int:
    """The smallest of the reaches beyond which so few stand that they can share the last bar."""
    return min(reach for reach, left_out in zip(of, beyond, strict=True) if left_out * ONE_BEYOND_OF <= size)


def bar_edges(low: int, high: int) -> tuple[int, ...]:
    """Where each bar begins and, at last, where the last one ends; they hold all scores from low to high."""
    for width in _round_widths():
        first, last = low // width, high // width
        if last - first < MOST_BARS:
            return tuple(number * width for number in range(first, last + 2))
    raise AssertionError("widths have no end")


def _round_widths() -> Iterator[int]:
    yield from (1, 2, 5)
    for power in count(1):
        yield from (part * 10**power // 10 for part in (10, 20, 25, 50))
