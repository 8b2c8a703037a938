"""Standings from responses: moved when a round closes, counted anew to prove them, mended if ever needed.

Responses are the facts. A standing must equal the sum of the first responses in its player's closed rounds,
and the tree of a board must count its standings.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection

from quizapp.domain.board_tree import Cell
from quizapp.domain.leaderboard import boards_of, has_ended, key_to_look_from
from quizapp.services import standing_moves
from quizapp.services.standing_moves import BoardCell, Key, Sums, Wrong, differing, tree_moves
from quizapp.store import board_tree as tree
from quizapp.store import standing as store
from quizapp.store.attempt import first_sums_of_all, first_sums_of_players
from quizapp.store.player import held_player
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
MOST_PRUNED = 5_000
DAY_MS = 24 * 60 * 60 * 1000


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
    move_standings_of(connection, [(attempt, closed_at_ms)])


def move_standings_of(connection: Direct, closing: Iterable[tuple[Any, int]]) -> None:
    """The same for several attempts that close, each at its moment, in one transaction."""
    earned: dict[Key, Sums] = {}
    for attempt, closed_at_ms in closing:
        sums = first_sums_of_attempt.first(connection, attempt_id=attempt.id)
        if sums.answered:
            _add_up(earned, attempt, sums, closed_at_ms)
    if earned:
        standing_moves.add(connection, earned)


def recompute_for(connection: Connection, *player_ids: int) -> None:
    """Count the players' standings anew on every board. Their marks of first responses must be right.

    Whoever calls keeps their rounds from closing meanwhile, by holding the rounds or the players.
    """
    for start in range(0, len(player_ids), _AT_ONCE):
        some = player_ids[start : start + _AT_ONCE]
        kept = _kept(connection.execute(store.held_standings, {"player_ids": some}))
        counted = _counted(connection.execute(first_sums_of_players, {"player_ids": some}))
        standing_moves.put(connection, differing(kept, counted))


def leave_boards(connection: Connection, player_id: int) -> None:
    """Take a player off every board who is banned or deleted in the same transaction."""
    connection.execute(held_player, {"player_id": player_id})
    kept = _kept(connection.execute(store.held_standings, {"player_ids": [player_id]}))
    standing_moves.put(connection, differing(kept, {}))


def return_to_boards(connection: Connection, player_id: int) -> None:
    """Put a player back on every board whose ban is lifted in the same transaction."""
    connection.execute(held_player, {"player_id": player_id})
    recompute_for(connection, player_id)


def prune_boards(now_ms: int, kept_days: int, most: int = MOST_PRUNED) -> int:
    """How many standings have been removed from boards of days and weeks that ended so many days ago.

    It may be called at any time and goes in small steps, so that nobody waits for it.
    """
    removed = 0
    for board in _ended_boards(ended_by_ms(now_ms, kept_days)):
        while (at_once := min(most - removed, _AT_ONCE)) > 0:
            some = _remove_some(board, at_once)
            removed += some
            if some < at_once:
                break
        else:
            return removed
    return removed


def ended_by_ms(now_ms: int, kept_days: int) -> int:
    """Boards that had ended by then are not kept any more; with 0 days every board is kept for ever."""
    return now_ms - kept_days * DAY_MS if kept_days else 0


def check_boards(ended_by_ms: int = 0) -> list[Difference]:
    """Every mark, standing and bucket that the responses do not bear out; none, unless something broke.

    Boards that had ended by then may have been pruned.
    """
    with reading_all_at_once() as connection:
        wrong = _wrong_standings(connection, ended_by_ms)
        return [
            *_wrong_marks(connection),
            *(_wrong_standing(key, *both) for key, both in sorted(wrong.items())),
            *_wrong_buckets(connection, wrong),
        ]


def rebuild_boards(ended_by_ms: int = 0) -> int:
    """How many marks, standings and buckets had to be mended."""
    with writing() as connection:
        write_alone(connection, responses, store.standings, tree.buckets)
        marks = list(_wrong_marks(connection))
        if marks:
            connection.execute(unmark_repeats)
            connection.execute(mark_firsts)
        wrong = _wrong_standings(connection, ended_by_ms)
        standing_moves.write(connection, wrong)
        buckets = connection.execute(tree.wrong_buckets).all()
        if buckets:
            connection.execute(tree.remove_all_buckets)
            connection.execute(tree.count_standings)
    return len(marks) + len(wrong) + len(buckets)


def _ended_boards(by_ms: int) -> Iterator[str]:
    after = ""
    while board := _board_after(after):
        if has_ended(board, by_ms):
            yield board
            after = board
        else:
            after = key_to_look_from(board)


def _board_after(key: str) -> str:
    row = tree.board_after.read(board=key)
    return str(row.board) if row else ""


def _remove_some(board: str, most: int) -> int:
    with writing() as connection:
        kept = _kept(connection.execute(store.some_standings_of_board, {"board": board, "most": most}))
        standing_moves.put(connection, differing(kept, {}))
        tree.remove_empty_buckets.run(Direct.under(connection), board=board)
    return len(kept)


def _wrong_marks(connection: Connection) -> Iterator[Difference]:
    for row in connection.execute(wrongly_marked):
        yield Difference(
            what=f"response {row.id} of player {row.player_id} to {row.item_id}",
            kept="first" if row.is_first else "not first",
            counted="not first" if row.is_first else "first",
        )


def _wrong_standing(key: Key, kept: Sums | None, counted: Sums | None) -> Difference:
    board, player_id = key
    return Difference(f"{board}, player {player_id}", str(kept or "nothing"), str(counted or "nothing"))


def _wrong_buckets(connection: Connection, wrong: Wrong) -> Iterator[Difference]:
    """The buckets that do not count what the standings should be."""
    moved = tree_moves(wrong)
    found: dict[BoardCell, tuple[int, int]] = {
        (row.board, Cell(row.level, row.bucket)): (row.kept, row.counted)
        for row in connection.execute(tree.wrong_buckets)
    }
    for board, cell in sorted(moved.keys() - found.keys()):
        where = {"board": board, "level": cell.level, "lowest": cell.bucket, "highest": cell.bucket}
        row = tree.buckets_between.first(Direct.under(connection), **where)
        found[board, cell] = (row.n if row else 0, row.n if row else 0)
    for (board, cell), (kept, counted) in sorted(found.items()):
        now = counted + moved[board, cell]
        if kept != now:
            yield Difference(f"{board}, bucket {cell.bucket} of level {cell.level}", str(kept), str(now))


def _wrong_standings(connection: Connection, ended_by_ms: int) -> dict[Key, tuple[Sums | None, Sums | None]]:
    """Read player by player, so that millions need no more memory than one."""
    kept = _by_player(connection, store.all_standings)
    counted = _by_player(connection, first_sums_of_all)
    wrong: dict[Key, tuple[Sums | None, Sums | None]] = {}
    for theirs, sums in _side_by_side(kept, counted):
        found = differing(_kept(theirs), _counted(sums))
        wrong |= {key: both for key, both in found.items() if not has_ended(key[0], ended_by_ms)}
    return wrong


def _by_player(connection: Connection, query: Any) -> Iterator[tuple[int, list[Any]]]:
    rows = connection.execute(query, execution_options={"yield_per": _AT_ONCE})
    for player_id, theirs in groupby(rows, key=attrgetter("player_id")):
        yield player_id, list(theirs)


def _side_by_side(*both: Iterator[tuple[int, list[Any]]]) -> Iterator[list[list[Any]]]:
    """What the two say of each player, in the order of players; nothing where one does not know them."""
    heads = [next(each, None) for each in both]
    while any(heads):
        player_id = min(head[0] for head in heads if head)
        yield [head[1] if head and head[0] == player_id else [] for head in heads]
        heads = [
            next(each, None) if head and head[0] == player_id else head
            for head, each in zip(heads, both, strict=True)
        ]


def _kept(rows: Iterable[Any]) -> dict[Key, Sums]:
    return {(row.board, row.player_id): Sums.of(row) for row in rows}


def _counted(rows: Iterable[Any]) -> dict[Key, Sums]:
    counted: dict[Key, Sums] = {}
    for row in rows:
        _add_up(counted, row, row, row.closed_at_ms)
    return counted


def _add_up(counted: dict[Key, Sums], attempt: Any, sums: Any, closed_at_ms: int) -> None:
    for board in boards_of(attempt.slug, attempt.pace, closed_at_ms):
        key = (board.key, attempt.player_id)
        counted[key] = counted.get(key, Sums()).plus(sums, closed_at_ms)
