"""A player's places on the boards of the last weeks. Where to draw them is worked out here, in percent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from math import log
from typing import Any

from sqlalchemy import Connection

from quizapp.domain.leaderboard import Clock, board
from quizapp.services.seat import Seat
from quizapp.store import spread as store

WEEKS = 12
FEWEST_WEEKS = 2
WEEK = timedelta(weeks=1)
_TOP, _BOTTOM = 12, 92
# Longer numbers beside each other would touch.
_LONGEST_NUMBER = 9_999


@dataclass(frozen=True, slots=True)
class Week:
    """The player's place on the board of one week; None without points there."""

    begins_ms: int
    place: int | None
    size: int
    points: int
    across: float
    down: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """The line from the dot of one week to that of the next."""

    across: float
    down: float
    to_across: float
    to_down: float


@dataclass(frozen=True, slots=True)
class Weeks:
    """The last weeks, this one at the end. Place 1 is at the top; each doubling of a place is as far down."""

    weeks: tuple[Week, ...]
    strokes: tuple[Stroke, ...]

    @property
    def best(self) -> Week:
        """The latest of the weeks with the best place."""
        return min((week for week in reversed(self.weeks) if week.place), key=lambda week: week.place or 0)

    @property
    def latest(self) -> Week:
        """The last week with points."""
        return next(week for week in reversed(self.weeks) if week.place)

    @property
    def are_numbered(self) -> bool:
        """Whether there is room for a number at every dot."""
        return all((week.place or 0) <= _LONGEST_NUMBER for week in self.weeks)

    @property
    def this_week(self) -> Week:
        """The week that is not over yet."""
        return self.weeks[-1]


def weeks_of(connection: Connection, slug: str, clock: Clock, seat: Seat, now_ms: int) -> Weeks | None:
    """The picture of whoever sits there; None where there are too few weeks with points to see a way."""
    begins = _mondays_ms(now_ms)
    boards = [board(slug, "week", clock, begins_ms) for begins_ms in begins]
    wanted = {"boards": [each.key for each in boards], "player_id": seat.player_id, "epoch": seat.epoch}
    kept = {row.board: row for row in connection.execute(store.placed_standings_of_seat, wanted)}
    if len(kept) < FEWEST_WEEKS:
        return None
    return drawn(
        [(begins_ms, *_placed(kept.get(which.key))) for which, begins_ms in zip(boards, begins, strict=True)]
    )


def drawn(told: Sequence[tuple[int, int | None, int, int]]) -> Weeks:
    """The picture of weeks, each told by its beginning, the place, among how many, and the points."""
    lowest = max(place or 1 for _, place, _, _ in told)
    weeks = tuple(
        Week(
            *week,
            across=round(100 * (number + 0.5) / len(told), 2),
            down=round(_TOP + (_BOTTOM - _TOP) * log(week[1] or 1) / log(max(lowest, 2)), 2),
        )
        for number, week in enumerate(told)
    )
    return Weeks(weeks, tuple(_strokes(weeks)))


def _placed(row: Any) -> tuple[int | None, int, int]:
    """The place, among how many, and the points."""
    return (row.place, row.size, row.points) if row else (None, 0, 0)


def _strokes(weeks: Sequence[Week]) -> Iterator[Stroke]:
    """Only between weeks next to each other: of a week without points there is nothing to say."""
    for one, following in pairwise(weeks):
        if one.place and following.place:
            yield Stroke(one.across, one.down, following.across, following.down)


def _mondays_ms(now_ms: int) -> list[int]:
    """The beginnings of the last weeks, this one at the end."""
    today = datetime.fromtimestamp(now_ms / 1000, UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    monday = today - timedelta(days=today.weekday())
    return [int((monday - back * WEEK).timestamp() * 1000) for back in reversed(range(WEEKS))]
