"""Where a player stands on one board. Equal points share a place."""

from dataclasses import dataclass

from sqlalchemy import Connection

from quizapp.domain.leaderboard import Board
from quizapp.services.seat import Seat
from quizapp.store import standing as store


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


def place_on(connection: Connection, board: Board, seat: Seat) -> Place | None:
    """The place of whoever sits there, or None without a standing on that board."""
    theirs = {"board": board.key, "player_id": seat.player_id, "epoch": seat.epoch}
    row = connection.execute(store.standing_of_seat, theirs).first()
    if row is None:
        return None
    return Place(
        player_id=row.player_id,
        place=place_of(connection, board.key, row.points),
        size=size_of(connection, board.key),
        points=row.points,
        correct=row.correct,
        answered=row.answered,
        reached_at_ms=row.reached_at_ms,
    )


def place_of(connection: Connection, board: str, points: int) -> int:
    """The place that so many points have there: one more than there are players with more."""
    return 1 + (connection.scalar(store.ahead_on_board, {"board": board, "points": points}) or 0)


def size_of(connection: Connection, board: str) -> int:
    """How many players stand on the board."""
    return connection.scalar(store.size_of_board, {"board": board}) or 0
