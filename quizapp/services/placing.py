"""Where a player stands on one board. Equal points share a place."""

from dataclasses import dataclass

from sqlalchemy import Connection

from quizapp.domain.board_tree import LEVELS, children
from quizapp.domain.leaderboard import Board
from quizapp.services.seat import Seat
from quizapp.store import board_tree as tree
from quizapp.store.transaction import Direct

# More than any score comes to.
_HIGHEST = 2**62


@dataclass(frozen=True, slots=True)
class Place:
    """A player's standing with its place, counted from 1, among `size` players."""

    player_id: int
    place: int
    size: int
    points: int
    correct: int
    answered: int
    reached_at_ms: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a board: so many points, and so many of those who have as many are listed before."""

    points: int
    skipped: int


def place_on(connection: Connection, board: Board, seat: Seat) -> Place | None:
    """The place of whoever sits there, or None without a standing on that board."""
    row = tree.standing_of_seat.first(
        Direct.under(connection), board=board.key, player_id=seat.player_id, epoch=seat.epoch
    )
    if row is None:
        return None
    return Place(
        player_id=row.player_id,
        place=row.place,
        size=row.size,
        points=row.points,
        correct=row.correct,
        answered=row.answered,
        reached_at_ms=row.reached_at_ms,
    )


def place_of(connection: Connection, board: str, points: int) -> int:
    """The place that so many points have there: one more than there are players with more."""
    place: int = tree.place_of_points.first(Direct.under(connection), board=board, points=points).place
    return place


def size_of(connection: Connection, board: str) -> int:
    """How many players stand on the board."""
    size: int = tree.size_of_board.first(Direct.under(connection), board=board).size
    return size


def listed_at(connection: Connection, board: str, number: int) -> Listed | None:
    """Who is listed there, counted from 1, found by going down the tree; None beyond the end."""
    direct = Direct.under(connection)
    left = number
    cells = None
    for level in reversed(LEVELS):
        for row in tree.buckets_between.all(direct, board=board, level=level, **_bounds(cells)):
            if left <= row.n:
                break
            left -= row.n
        else:
            return None
        cells = children(row.bucket)
    return Listed(points=row.bucket, skipped=left - 1)


def _bounds(cells: range | None) -> dict[str, int]:
    return {"lowest": cells[0], "highest": cells[-1]} if cells else {"lowest": 0, "highest": _HIGHEST}
