"""Leaderboards and the pages of players: reading only. What moves the boards is in `bookkeeping`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection

from quizapp.domain.leaderboard import Board, Clock, Period, board, turns_at_ms
from quizapp.domain.pack import SLUG
from quizapp.errors import NotFound
from quizapp.services.bookkeeping import (
    Difference,
    check_boards,
    ended_by_ms,
    move_standings,
    prune_boards,
    rebuild_boards,
    recompute_for,
)
from quizapp.services.placing import Place, listed_at, place_of, place_on, size_of
from quizapp.services.player_page import PackStanding, PlayerPage, player_page
from quizapp.services.seat import Seat
from quizapp.store.published_pack import latest_title_of_slug
from quizapp.store.standing import MOST_AROUND, standings_around, standings_from
from quizapp.store.transaction import Direct, reading

__all__ = [
    "BoardPage",
    "Difference",
    "PackStanding",
    "PlayerPage",
    "Row",
    "board_page",
    "board_title",
    "check_boards",
    "ended_by_ms",
    "move_standings",
    "player_page",
    "prune_boards",
    "rebuild_boards",
    "recompute_for",
]

ROWS_ON_A_PAGE = 50
# One less than the store gives, to see who shares a place.
ROWS_AROUND = MOST_AROUND // 2


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a board; `is_sought`: it is the one that was asked for."""

    place: int
    player_name: str
    points: int
    correct: int
    answered: int
    is_you: bool
    is_tied: bool
    is_sought: bool = False


@dataclass(frozen=True, slots=True)
class BoardPage:
    """One page of a board; `around` shows the player with neighbours when the page does not."""

    title: str
    rows: tuple[Row, ...]
    around: tuple[Row, ...]
    your_place: int | None
    size: int
    page: int
    pages: int
    turns_at_ms: int | None


def board_page(
    slug: str | None,
    period: Period,
    clock: Clock,
    seat: Seat | None,
    page: int | None,
    now_ms: int,
    sought: int | None = None,
) -> BoardPage:
    """A page of the board of a pack, or over all packs: the one asked for, or that of the place sought.

    Beyond the end, it is the last. Where players share a place, those after it are places to go to as well.
    """
    with reading() as connection:
        title = board_title(connection, slug) if slug else "All packs"
        which = board(slug or "", period, clock, now_ms)
        size = size_of(connection, which.key)
        pages = max(1, -(-size // ROWS_ON_A_PAGE))
        sought = min(sought, size) if sought else None
        page = min(max(-(-sought // ROWS_ON_A_PAGE) if sought else page or 1, 1), pages)
        yours = place_on(connection, which, seat) if seat else None
        first = (page - 1) * ROWS_ON_A_PAGE
        rows = _marked(_rows(connection, which, first, yours), sought and sought - 1 - first)
        return BoardPage(
            title=title,
            rows=rows,
            around=() if any(row.is_you for row in rows) else _around(connection, which, yours),
            your_place=yours.place if yours else None,
            size=size,
            page=page,
            pages=pages,
            turns_at_ms=turns_at_ms(period, now_ms),
        )


def board_title(connection: Connection, slug: str) -> str:
    """What the board of a pack is called."""
    title = connection.scalar(latest_title_of_slug, {"slug": slug}) if SLUG.fullmatch(slug) else None
    if title is None:
        raise NotFound("There is no such leaderboard.")
    return str(title)


def _rows(connection: Connection, which: Board, first: int, yours: Place | None) -> tuple[Row, ...]:
    """A page of the board from so far down. One more is read on each side, to see who shares a place."""
    above = min(first, 1)
    start = listed_at(connection, which.key, first - above + 1)
    if start is None:
        return ()
    found = standings_from.all(
        Direct.under(connection),
        board=which.key,
        points=start.points,
        skipped=start.skipped,
        most=above + ROWS_ON_A_PAGE + 1,
    )
    return _placed(connection, which, found, yours)[above:][:ROWS_ON_A_PAGE]


def _marked(rows: tuple[Row, ...], sought: int | None) -> tuple[Row, ...]:
    return tuple(replace(row, is_sought=True) if number == sought else row for number, row in enumerate(rows))


def _around(connection: Connection, which: Board, yours: Place | None) -> tuple[Row, ...]:
    """The player's row with its neighbours."""
    if yours is None:
        return ()
    found = standings_around.all(
        Direct.under(connection),
        board=which.key,
        points=yours.points,
        reached_at_ms=yours.reached_at_ms,
        player_id=yours.player_id,
    )
    rows = _placed(connection, which, found, yours)
    own = next((index for index, row in enumerate(rows) if row.is_you), 0)
    return rows[max(0, own - ROWS_AROUND) : own + ROWS_AROUND + 1]


def _placed(
    connection: Connection, which: Board, found: Sequence[Any], yours: Place | None
) -> tuple[Row, ...]:
    """Neighbouring lines of the board, with their places."""
    rows: list[Row] = []
    next_place = 0
    for number, (points, tied) in enumerate(groupby(found, key=attrgetter("points"))):
        together = list(tied)
        # Where the first and second group begin, the tree knows; from there on they are all in view.
        if number < 2:
            next_place = place_of(connection, which.key, points)
        rows += [_row(standing, next_place, len(together) > 1, yours) for standing in together]
        next_place += len(together)
    return tuple(rows)


def _row(standing: Any, place: int, is_tied: bool, yours: Place | None) -> Row:
    return Row(
        place=place,
        player_name=standing.name,
        points=standing.points,
        correct=standing.correct,
        answered=standing.answered,
        is_you=yours is not None and standing.player_id == yours.player_id,
        is_tied=is_tied,
    )
