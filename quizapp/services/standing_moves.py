"""Standings and the trees of their boards, moved together: whoever writes one goes through here.

On PostgreSQL the rows are held in one order, standings by board and player and then buckets, so that rounds
that end at once wait for each other but never in a circle.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from quizapp.domain.board_tree import Cell, changes
from quizapp.store import standing as store
from quizapp.store.board_tree import add_to_buckets
from quizapp.store.transaction import Direct

Key = tuple[str, int]
BoardCell = tuple[str, Cell]


@dataclass(frozen=True, slots=True)
class Sums:
    """What a player has earned on a board, and when the last of it was added."""

    points: int = 0
    correct: int = 0
    answered: int = 0
    reached_at_ms: int = 0

    @classmethod
    def of(cls, standing: Any) -> "Sums":
        """Those of a kept standing."""
        return cls(standing.points, standing.correct, standing.answered, standing.reached_at_ms)

    def plus(self, row: Any, closed_at_ms: int) -> "Sums":
        """The sums with those of another attempt."""
        return Sums(
            points=self.points + row.points,
            correct=self.correct + row.correct,
            answered=self.answered + row.answered,
            reached_at_ms=max(self.reached_at_ms, closed_at_ms),
        )

    def __str__(self) -> str:
        return f"{self.points} points, {self.correct} of {self.answered} right, at {self.reached_at_ms}"


# What is kept of a standing, and what it should be.
Wrong = Mapping[Key, tuple[Sums | None, Sums | None]]


def add(connection: Direct, earned: Mapping[Key, Sums]) -> None:
    """Add what was earned to the standings. Whoever earns has answered, so that a new standing shows."""
    moved: Counter[BoardCell] = Counter()
    for row in store.add_to_standings.all(connection, rows_of(earned)):
        added = earned[row.board, row.player_id]
        before = row.points - added.points if row.answered > added.answered else None
        _count(moved, row.board, before, row.points)
    _move(connection, moved)


def put(connection: Connection, wrong: Wrong) -> None:
    """Make standings right that are held until the transaction ends."""
    write(connection, wrong)
    _move(Direct.under(connection), tree_moves(wrong))


def write(connection: Connection, wrong: Wrong) -> None:
    """The same without the trees."""
    if gone := sorted(key for key, (_, now) in wrong.items() if now is None):
        rows = [{"gone_board": board, "gone_player_id": player_id} for board, player_id in gone]
        connection.execute(store.remove_standing, rows)
    if rows := rows_of({key: now for key, (_, now) in wrong.items() if now}):
        store.put_standings.run(Direct.under(connection), rows)


def differing(kept: Mapping[Key, Sums], now: Mapping[Key, Sums]) -> Wrong:
    """The standings that are not what is kept."""
    return {
        key: (kept.get(key), now.get(key))
        for key in kept.keys() | now.keys()
        if kept.get(key) != now.get(key)
    }


def tree_moves(wrong: Wrong) -> Counter[BoardCell]:
    """What the trees count more or less once these standings are right."""
    moved: Counter[BoardCell] = Counter()
    for (board, _), (kept, now) in wrong.items():
        before, after = (sums.points if sums else None for sums in (kept, now))
        _count(moved, board, before, after)
    return moved


def _count(moved: Counter[BoardCell], board: str, before: int | None, after: int | None) -> None:
    for cell, change in changes(before, after):
        moved[board, cell] += change


def _move(connection: Direct, moved: Counter[BoardCell]) -> None:
    rows = [
        {"board": board, "level": cell.level, "bucket": cell.bucket, "n": change}
        for (board, cell), change in sorted(moved.items())
        if change
    ]
    if rows:
        add_to_buckets.run(connection, rows)


def rows_of(sums: Mapping[Key, Sums]) -> list[dict[str, Any]]:
    """As the store wants them, in the order in which they are held."""
    return [
        {
            "board": board,
            "player_id": player_id,
            "points": each.points,
            "correct": each.correct,
            "answered": each.answered,
            "reached_at_ms": each.reached_at_ms,
        }
        for (board, player_id), each in sorted(sums.items())
    ]
