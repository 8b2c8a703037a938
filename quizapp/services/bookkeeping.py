"""Standings from responses: moved when a round closes, counted anew to prove them, mended if ever needed.

Responses are the facts. A standing must equal the sum of the first responses in its player's closed rounds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from quizapp.domain.leaderboard import boards_of
from quizapp.store import standing as store
from quizapp.store.attempt import first_sums_of_all, first_sums_of_players
from quizapp.store.response import (
    first_sums_of_attempt,
    mark_firsts,
    responses,
    unmark_repeats,
    wrongly_marked,
)
from quizapp.store.transaction import Direct, reading_all_at_once, write_alone, writing

# Far below what one statement may name, on either kind of database.
_AT_ONCE = 500

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Sums:
    """What a player has earned on a board, and when the last of it was added."""

    points: int = 0
    correct: int = 0
    answered: int = 0
    reached_at_ms: int = 0

    def plus(self, row: Any) -> "Sums":
        """The sums with those of another attempt."""
        return Sums(
            points=self.points + row.points,
            correct=self.correct + row.correct,
            answered=self.answered + row.answered,
            reached_at_ms=max(self.reached_at_ms, row.closed_at_ms),
        )

    def __str__(self) -> str:
        return f"{self.points} points, {self.correct} of {self.answered} right, at {self.reached_at_ms}"


@dataclass(frozen=True, slots=True)
class Difference:
    """Something kept that the responses do not bear out."""

    what: str
    kept: str
    counted: str

    def __str__(self) -> str:
        return f"{self.what}: kept {self.kept}; the responses say {self.counted}"


def move_standings(connection: Direct, attempt: Any, closed_at_ms: int) -> None:
    """Add what a closing attempt earned by first responses to its boards, in the same transaction."""
    sums = first_sums_of_attempt.first(connection, attempt_id=attempt.id)
    if not sums.answered:
        return
    for board in boards_of(attempt.slug, attempt.pace, closed_at_ms):
        store.add_to_standing.run(
            connection,
            board=board.key,
            player_id=attempt.player_id,
            reached_at_ms=closed_at_ms,
            points=sums.points,
            correct=sums.correct,
            answered=sums.answered,
        )


def recompute_for(connection: Connection, *player_ids: int) -> None:
    """Count the players' standings anew on every board. Their marks of first responses must be right."""
    for start in range(0, len(player_ids), _AT_ONCE):
        some = player_ids[start : start + _AT_ONCE]
        counted = _counted(connection.execute(first_sums_of_players, {"player_ids": some}))
        connection.execute(store.remove_standings_of_players, {"gone_player_ids": some})
        _keep(connection, counted)


def check_boards() -> list[Difference]:
    """Every mark and standing that the responses do not bear out; none, unless something is broken."""
    with reading_all_at_once() as connection:
        return _differences(connection)


def rebuild_boards() -> int:
    """How many marks and standings had to be mended."""
    with writing() as connection:
        write_alone(connection, responses, store.standings)
        differences = _differences(connection)
        connection.execute(unmark_repeats)
        connection.execute(mark_firsts)
        wrong = _wrong_standings(connection)
        for board, player_id in wrong:
            gone = {"gone_board": board, "gone_player_id": player_id}
            connection.execute(store.remove_standing, gone)
        _keep(connection, {key: counted for key, (_, counted) in wrong.items() if counted})
    return len(differences)


def _differences(connection: Connection) -> list[Difference]:
    marks = [
        Difference(
            what=f"response {row.id} of player {row.player_id} to {row.item_id}",
            kept="first" if row.is_first else "not first",
            counted="not first" if row.is_first else "first",
        )
        for row in connection.execute(wrongly_marked)
    ]
    standings = [
        Difference(f"{board}, player {player_id}", str(kept or "nothing"), str(counted or "nothing"))
        for (board, player_id), (kept, counted) in sorted(_wrong_standings(connection).items())
    ]
    return marks + standings


def _wrong_standings(connection: Connection) -> dict[Key, tuple[Sums | None, Sums | None]]:
    kept = {
        (row.board, row.player_id): Sums(row.points, row.correct, row.answered, row.reached_at_ms)
        for row in connection.execute(store.all_standings)
    }
    counted = _counted(connection.execute(first_sums_of_all))
    return {
        key: (kept.get(key), counted.get(key))
        for key in kept.keys() | counted.keys()
        if kept.get(key) != counted.get(key)
    }


def _counted(rows: Iterable[Any]) -> dict[Key, Sums]:
    counted: dict[Key, Sums] = {}
    for row in rows:
        for board in boards_of(row.slug, row.pace, row.closed_at_ms):
            key = (board.key, row.player_id)
            counted[key] = counted.get(key, Sums()).plus(row)
    return counted


def _keep(connection: Connection, counted: dict[Key, Sums]) -> None:
    if not counted:
        return
    rows = [
        {
            "board": board,
            "player_id": player_id,
            "points": sums.points,
            "correct": sums.correct,
            "answered": sums.answered,
            "reached_at_ms": sums.reached_at_ms,
        }
        for (board, player_id), sums in counted.items()
    ]
    connection.execute(store.insert_standing, rows)
