"""Leaderboards and the pages of players: reading only. What moves the boards is in `bookkeeping`."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection

from quizapp.domain.leaderboard import Board, Clock, Period, board, turns_at_ms
from quizapp.domain.pack import SLUG
from quizapp.errors import NotFound
from quizapp.services.bookkeeping import (
    Difference,
    check_boards,
    move_standings,
    rebuild_boards,
    recompute_for,
)
from quizapp.services.placing import Place, place_of, place_on, size_of
from quizapp.services.player_page import PackStanding, PlayerPage, player_page
from quizapp.services.seat import Seat
from quizapp.store import standing as store
from quizapp.store.published_pack import latest_title_of_slug
from quizapp.store.transaction import reading

__all__ = [
    "BoardPage",
    "Difference",
    "PackStanding",
    "PlayerPage",
    "Row",
    "board_page",
    "check_boards",
    "move_standings",
    "player_page",
    "rebuild_boards",
    "recompute_for",
]

ROWS_ON_A_PAGE = 50
ROWS_AROUND = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a board."""

    place: int
    player_name: str
    points: int
    correct: int
    answered: int
    is_you: bool
    is_tied: bool


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
    slug: str | None, period: Period, clock: Clock, seat: Seat | None, page: int | None, now_ms: int
) -> BoardPage:
    """A page of the board of a pack, or over all packs: the one asked for, as far as there are pages."""
    with reading() as connection:
        title = _title(connection, slug) if slug else "All packs"
        which = board(slug or "", period, clock, now_ms)
        size = size_of(connection, which.key)
        pages = max(1, -(-size // ROWS_ON_A_PAGE))
        page = min(max(page or 1, 1), pages)
        yours = place_on(connection, which, seat) if seat else None
        first = (page - 1) * ROWS_ON_A_PAGE
        return BoardPage(
            title=title,
            rows=_rows(connection, which, first, ROWS_ON_A_PAGE, yours),
            around=_around(connection, which, first, yours),
            your_place=yours.place if yours else None,
            size=size,
            page=page,
            pages=pages,
            turns_at_ms=turns_at_ms(period, now_ms),
        )


def _title(connection: Connection, slug: str) -> str:
    title = connection.scalar(latest_title_of_slug, {"slug": slug}) if SLUG.fullmatch(slug) else None
    if title is None:
        raise NotFound("There is no such leaderboard.")
    return str(title)


def _around(connection: Connection, which: Board, first: int, yours: Place | None) -> tuple[Row, ...]:
    """The player's row with its neighbours; nothing when it is among the rows of the page anyway."""
    if yours is None:
        return ()
    listed = {
        "points": yours.points,
        "reached_at_ms": yours.reached_at_ms,
        "player_id": yours.player_id,
    }
    before = connection.scalar(store.listed_before, {"board": which.key, **listed}) or 0
    if first <= before < first + ROWS_ON_A_PAGE:
        return ()
    start = max(0, before - ROWS_AROUND)
    return _rows(connection, which, start, before - start + 1 + ROWS_AROUND, yours)


def _rows(
    connection: Connection, which: Board, first: int, most: int, yours: Place | None
) -> tuple[Row, ...]:
    """Lines of the board in order. One more is read on each side, to see who shares a place with whom."""
    skipped = max(0, first - 1)
    window = {"board": which.key, "skipped": skipped, "most": most + 1 + (first - skipped)}
    found = connection.execute(store.standings_listed, window).all()
    if not found:
        return ()
    places = _places(found, skipped, place_of(connection, which.key, found[0].points))
    tied = {place for place, next_place in pairwise(places) if place == next_place}
    rows = [
        _row(standing, place, place in tied, yours) for standing, place in zip(found, places, strict=True)
    ]
    return tuple(rows[first - skipped :][:most])


def _places(found: Any, skipped: int, first_place: int) -> list[int]:
    places = [first_place]
    for index, (above, standing) in enumerate(pairwise(found), start=skipped + 2):
        places.append(places[-1] if standing.points == above.points else index)
    return places


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
