"""Sweeps: what nobody will come back for is put away, now and then and in small steps.

Each step is a transaction of its own and looks anew for what is left, so that a sweep can end at any moment.
Sessions need none: they are signed cookies, which are refused when they are too old; nothing of them is kept.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Executable

from quizapp.extensions import db
from quizapp.services.bookkeeping import prune_boards
from quizapp.services.closing import close_left_rounds
from quizapp.services.leaving import forget_player
from quizapp.services.marks import mark_unlikely
from quizapp.store import leftover
from quizapp.store.player import Player, players
from quizapp.store.transaction import reading, sweeping_alone, writing

_MINUTE_MS = 60_000
_HOUR_MS = 60 * _MINUTE_MS
_DAY_MS = 24 * _HOUR_MS

# A guest who opens a round and answers nothing was passing by, or a robot; others come back within a week.
SILENT_GUESTS_KEPT_DAYS = 7
REMOVED_DRAFTS_KEPT_DAYS = 30
ENDED_TASKS_KEPT_DAYS = 30
# Only play of the last days is compared by where it came from.
ORIGINS_KEPT_DAYS = 30

_AT_ONCE = 200
_STANDINGS_AT_ONCE = 5_000
# Players are walked through by number: an index by when they were seen would be moved by every round.
_PLAYERS_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class Kept:
    """For how many days an installation keeps what it may choose; 0: for ever."""

    guests_days: int = 400
    boards_days: int = 100


@dataclass(frozen=True, slots=True)
class Sweep:
    """One kind of thing to put away, how often to look for it, and the steps that do it.

    Each step says how many it has put away.
    """

    done: str
    every_ms: int
    steps: Callable[[int, Kept], Iterator[int]]


def sweep_all(now_ms: int, kept: Kept) -> Mapping[str, int]:
    """Do every sweep to its end; how many of what have been put away."""
    return {sweep.done: sum(sweep.steps(now_ms, kept)) for sweep in SWEEPS}


class Sweeper:
    """Does the sweeps that are due, as long as no other process does."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._next_at_ms: dict[str, int] = {}

    def sweep_due(self, now_ms: int) -> Mapping[str, int]:
        """Do what is due; how many of what have been put away."""
        due = [sweep for sweep in SWEEPS if now_ms >= self._next_at_ms.get(sweep.done, 0)]
        if not due:
            return {}
        counts: dict[str, int] = {}
        with sweeping_alone() as alone:
            for sweep in due:
                # What another process does at this moment need not be done again.
                counts[sweep.done] = sum(sweep.steps(now_ms, self._kept)) if alone else 0
                self._next_at_ms[sweep.done] = now_ms + sweep.every_ms
        return {done: count for done, count in counts.items() if count}


def _left_rounds(now_ms: int, _kept: Kept) -> Iterator[int]:
    while closed := close_left_rounds(now_ms):
        yield closed


def _rounds_to_look_over(now_ms: int, _kept: Kept) -> Iterator[int]:
    while looked_over := mark_unlikely(now_ms):
        yield looked_over


def _quiet_guests(now_ms: int, kept: Kept) -> Iterator[int]:
    unseen_since_ms = now_ms - kept.guests_days * _DAY_MS if kept.guests_days else 0
    quiet = leftover.quiet_guest(unseen_since_ms, now_ms - SILENT_GUESTS_KEPT_DAYS * _DAY_MS)
    with reading() as connection:
        last = connection.scalar(leftover.last_player_id) or 0
    for start in range(0, last, _PLAYERS_AT_ONCE):
        piece = players.c.id.between(start + 1, start + _PLAYERS_AT_ONCE)
        with reading() as connection:
            ids = connection.scalars(
                players.select().with_only_columns(players.c.id).where(piece, quiet)
            ).all()
        # One by one, and each is looked at again: who comes back at this moment stays.
        yield sum(forget_player(db.session.get_one(Player, id_), now_ms, still=quiet) for id_ in ids)


def _ended_boards(now_ms: int, kept: Kept) -> Iterator[int]:
    while removed := prune_boards(now_ms, kept.boards_days, _STANDINGS_AT_ONCE):
        yield removed


def _removed_drafts(now_ms: int, _kept: Kept) -> Iterator[int]:
    before = {"removed_before_ms": now_ms - REMOVED_DRAFTS_KEPT_DAYS * _DAY_MS, "most": _AT_ONCE}
    return _forgotten(leftover.drafts_removed, before, "draft_ids", leftover.forget_drafts)


def _outlived_tasks(now_ms: int, _kept: Kept) -> Iterator[int]:
    before = {"ended_before_ms": now_ms - ENDED_TASKS_KEPT_DAYS * _DAY_MS, "most": _AT_ONCE}
    return _forgotten(leftover.tasks_outlived, before, "task_ids", [leftover.forget_tasks])


def _old_origins(now_ms: int, _kept: Kept) -> Iterator[int]:
    before = {"opened_before_ms": now_ms - ORIGINS_KEPT_DAYS * _DAY_MS, "most": _AT_ONCE}
    return _forgotten(leftover.attempts_with_origin, before, "attempt_ids", [leftover.forget_origins])


def _forgotten(
    left: Executable, before: Mapping[str, int], name: str, forget: Sequence[Executable]
) -> Iterator[int]:
    """Forget what is left, some at a time, by each of the statements; they take the ids by that name."""
    while True:
        with writing() as connection:
            ids = connection.scalars(left, before).all()
            if not ids:
                return
            for statement in forget:
                connection.execute(statement, {name: ids})
        yield len(ids)


SWEEPS = (
    Sweep("rounds left for a day closed", _MINUTE_MS, _left_rounds),
    Sweep("rounds looked over for unlikely play", _MINUTE_MS, _rounds_to_look_over),
    Sweep("guests forgotten who will not come back", _DAY_MS, _quiet_guests),
    Sweep("standings removed with old boards", _HOUR_MS, _ended_boards),
    Sweep("removed drafts forgotten", _HOUR_MS, _removed_drafts),
    Sweep("ended tasks forgotten", _HOUR_MS, _outlived_tasks),
    Sweep("origins of rounds forgotten", _DAY_MS, _old_origins),
)
