"""How all scores of a board spread, as bars. Where to draw them is worked out here, in percent."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import Connection

from quizapp.domain.leaderboard import Board
from quizapp.domain.spread import bar_edges, reaches, shortest_reach
from quizapp.store import spread as store
from quizapp.store.transaction import Direct

FEWEST_PLAYERS = 5
_GAP = 0.12
# One player among thousands is still to be seen.
_LOWEST = 1.5


@dataclass(frozen=True, slots=True)
class Bar:
    """How many players have from `first` to `last` points. Without a last, so many or more."""

    first: int
    last: int | None
    players: int
    is_yours: bool
    left: float
    middle: float
    width: float
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Spread:
    """The bars of a board, from few points to many, and the viewer's own score among them."""

    bars: tuple[Bar, ...]
    size: int
    your_points: int | None
    behind_you: int | None

    @property
    def yours(self) -> Bar | None:
        """The bar that the viewer is in."""
        return next((bar for bar in self.bars if bar.is_yours), None)

    @property
    def halfway(self) -> Bar:
        """The bar in the middle."""
        return self.bars[len(self.bars) // 2]

    @property
    def fullest(self) -> Bar:
        """The bar with most players."""
        return max(self.bars, key=lambda bar: bar.players)


def spread_of(connection: Connection, which: Board, your_points: int | None) -> Spread | None:
    """The picture of the board; None where so few stand there, or so equal, that there is nothing to see."""
    direct = Direct.under(connection)
    low, high, size = store.extent_of_board.first(direct, board=which.key)
    if size < FEWEST_PLAYERS or low == high:
        return None
    edges = bar_edges(low, _reach(direct, which, low, high, size))
    # The scores just below the edges; of the first one it is known that everybody has more.
    at_least = (size, *store.counts_above(direct, which.key, [edge - 1 for edge in edges[1:]]))
    behind = None if your_points is None else size - _at_least(direct, which, your_points, low, size)
    return Spread(bars(edges, at_least, your_points), size, your_points, behind)


def _reach(connection: Direct, which: Board, low: int, high: int, size: int) -> int:
    """Up to which score bars stand side by side; the few players beyond share the last one."""
    possible = reaches(low, high)
    beyond = store.counts_above(connection, which.key, possible)
    return shortest_reach(possible, beyond, size)


def _at_least(connection: Direct, which: Board, points: int, low: int, size: int) -> int:
    return store.counts_above(connection, which.key, [points - 1])[0] if points > low else size


def bars(edges: Sequence[int], at_least: Sequence[int], your_points: int | None) -> tuple[Bar, ...]:
    """The bars between the edges, when so many players have at least as many points as each edge says."""
    players = [here - above for here, above in pairwise(at_least)]
    players[-1] += at_least[-1]
    lasts: list[int | None] = [edge - 1 for edge in edges[1:]]
    if at_least[-1]:
        lasts[-1] = None
    yours = None if your_points is None else min(bisect_right(edges, your_points), len(players)) - 1
    return tuple(
        _bar(number, len(players), edges[number], lasts[number], here, max(players), is_yours=number == yours)
        for number, here in enumerate(players)
    )


def _bar(
    number: int, bars: int, first: int, last: int | None, players: int, most: int, *, is_yours: bool
) -> Bar:
    slot = 100 / bars
    height = max(100 * players / most, _LOWEST) if players else 0
    return Bar(
        first=first,
        last=last,
        players=players,
        is_yours=is_yours,
        left=round((number + _GAP / 2) * slot, 2),
        middle=round((number + 0.5) * slot, 2),
        width=round((1 - _GAP) * slot, 2),
        top=round(100 - height, 2),
        height=round(height, 2),
    )
