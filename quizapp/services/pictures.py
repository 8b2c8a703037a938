"""The pictures of a board, for people who would rather look than read. Reading only."""

from dataclasses import dataclass

from quizapp.domain.leaderboard import Clock, Period, board
from quizapp.services.placing import place_on
from quizapp.services.seat import Seat
from quizapp.services.spread_picture import Spread, spread_of
from quizapp.services.weeks_picture import Weeks, weeks_of
from quizapp.store.transaction import reading_all_at_once


@dataclass(frozen=True, slots=True)
class BoardPictures:
    """What can be drawn of a board; None where there is too little to see."""

    spread: Spread | None
    weeks: Weeks | None


def board_pictures(
    slug: str | None, period: Period, clock: Clock, seat: Seat | None, now_ms: int
) -> BoardPictures:
    """How the scores of that board spread, and the viewer's places on the boards of the last weeks."""
    which = board(slug or "", period, clock, now_ms)
    with reading_all_at_once() as connection:
        yours = place_on(connection, which, seat) if seat else None
        return BoardPictures(
            spread=spread_of(connection, which, yours.points if yours else None),
            weeks=weeks_of(connection, slug or "", clock, seat, now_ms) if seat else None,
        )
