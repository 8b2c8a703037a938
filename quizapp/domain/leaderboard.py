"""Boards and ranks: ties share a place, the order is total.

A standing is the sum, over the items of a board, of the points of the first response that the player ever
gave to that item. A round counts for the day and week (UTC) on which it ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Literal, cast

from quizapp.domain.round import PaceName

Period = Literal["day", "week", "all"]
Clock = Literal["timed", "untimed"]
PERIODS: tuple[Period, ...] = ("day", "week", "all")
CLOCKS: tuple[Clock, ...] = ("timed", "untimed")


@dataclass(frozen=True, slots=True)
class Board:
    """One leaderboard: of a pack (or of all, with an empty slug), of a period, of one kind of clock."""

    slug: str
    period: Period
    clock: Clock
    date: str = ""

    @property
    def key(self) -> str:
        """The board's name in storage, e.g. `timed/2026-11-21/romantics-anonymous`."""
        return f"{self.clock}/{self.date or 'all'}/{self.slug}"

    @classmethod
    def of(cls, key: str) -> "Board":
        """The board of that name in storage."""
        clock, date, slug = key.split("/", 2)
        period: Period = "all" if date == "all" else "week" if "W" in date else "day"
        return cls(slug, period, cast(Clock, clock), "" if period == "all" else date)


@dataclass(frozen=True, slots=True)
class Standing:
    """One player's sum on a board, and when it was reached."""

    player_id: int
    points: int
    reached_at_ms: int = 0


@dataclass(frozen=True, slots=True)
class Ranked:
    """A standing with its place, counted from 1."""

    place: int
    standing: Standing


def clock_of(pace: PaceName) -> Clock:
    """The kind of board a pace plays for: only rounds at the common speed share the timed ones."""
    return "timed" if pace == "timed" else "untimed"


def board(slug: str, period: Period, clock: Clock, at_ms: int) -> Board:
    """The board of that period in which the moment falls."""
    moment = datetime.fromtimestamp(at_ms / 1000, UTC)
    year, week, _ = moment.isocalendar()
    date = {"day": moment.date().isoformat(), "week": f"{year}-W{week:02}", "all": ""}[period]
    return Board(slug, period, clock, date)


def boards_of(slug: str, pace: PaceName, closed_at_ms: int) -> tuple[Board, ...]:
    """The boards that a round moves when it ends: its pack's own and those over all packs, by period."""
    return tuple(
        board(which, period, clock_of(pace), closed_at_ms) for which in (slug, "") for period in PERIODS
    )


def turns_at_ms(period: Period, now_ms: int) -> int | None:
    """When the board of today or this week gives way to a new one; None for all time."""
    if period == "all":
        return None
    midnight = datetime.fromtimestamp(now_ms / 1000, UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    days = 1 if period == "day" else 7 - midnight.weekday()
    return int((midnight + timedelta(days=days)).timestamp() * 1000)


@lru_cache(1024)
def ends_at_ms(date: str) -> int | None:
    """When the board of that day or week takes no more standings; None for all time."""
    if not date:
        return None
    last = datetime.fromisoformat(f"{date}-7" if "W" in date else date).replace(tzinfo=UTC)
    return int((last + timedelta(days=1)).timestamp() * 1000)


def has_ended(key: str, by_ms: int) -> bool:
    """Whether the board of that name in storage had ended by then."""
    end_ms = ends_at_ms(Board.of(key).date)
    return end_ms is not None and end_ms <= by_ms


def key_to_look_from(kept: str) -> str:
    """Where in the order of keys to look on for boards that have ended, after one that has not.

    Days come first in each year, then its weeks, then those of all time: the rest of the days, or weeks, of
    that year has not ended either.
    """
    which = Board.of(kept)
    year = which.date[:4]
    return f"{which.clock}/{year}-{'W' if which.period == 'day' else 'X'}" if year else f"{which.clock}0"


def rank(standings: Iterable[Standing]) -> list[Ranked]:
    """Standings in order, most points first; equal points share the place, the earlier is listed first."""
    ordered = sorted(standings, key=lambda s: (-s.points, s.reached_at_ms, s.player_id))
    ranked: list[Ranked] = []
    for index, standing in enumerate(ordered):
        tied = ranked and ranked[-1].standing.points == standing.points
        ranked.append(Ranked(ranked[-1].place if tied else index + 1, standing))
    return ranked
