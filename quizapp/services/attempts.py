"""Attempts between the store and the rules: read and held, recorded, saved. Nothing is decided here."""

from typing import Any

from quizapp.domain.attempt import Attempt, Response
from quizapp.domain.round import Pace, Round, place_of
from quizapp.errors import NotFound
from quizapp.services.bookkeeping import move_standings
from quizapp.services.rounds import NO_SUCH_ROUND, as_corrected
from quizapp.services.seat import Seat
from quizapp.store import attempt as store
from quizapp.store.response import insert_repeat, insert_response
from quizapp.store.transaction import Direct


def attempt_in_play(connection: Direct, seat: Seat, public_id: str, round_: Round) -> tuple[Any, Attempt]:
    """The row, held until the transaction ends, and the attempt in it. NotFound when it is not theirs."""
    row = store.attempt_in_play.first(
        connection, public_id=public_id, player_id=seat.player_id, epoch=seat.epoch
    )
    if row is None:
        raise NotFound(NO_SUCH_ROUND)
    return row, attempt_of(row, round_)


def attempt_of(row: Any, round_: Round) -> Attempt:
    """The attempt in a row, its round with the keys as they are now."""
    return Attempt(
        round=as_corrected(round_, row.corrections),
        pace=Pace(row.pace, row.stretch),
        shown_at_ms=row.shown_at_ms,
        position=row.position,
        revealed=bool(row.revealed),
        points=row.points,
        correct=row.correct,
        streak=row.streak,
        best_streak=row.best_streak,
        closed_at_ms=row.closed_at_ms,
    )


def response_of(row: Any, prefix: str = "") -> Response:
    """The response in a row, whose columns may carry a prefix."""
    return Response(
        item_id=getattr(row, f"{prefix}item_id"),
        option=getattr(row, f"{prefix}option"),
        correct=bool(getattr(row, f"{prefix}correct")),
        late=bool(getattr(row, f"{prefix}late")),
        elapsed_ms=getattr(row, f"{prefix}elapsed_ms"),
        points=getattr(row, f"{prefix}points"),
    )


def new_attempt(
    connection: Direct,
    public_id: str,
    seat: Seat,
    digest: str,
    round_: Round,
    pace: Pace,
    now_ms: int,
    origin: str | None = None,
) -> None:
    """Keep a new attempt in that edition of a pack, its first item on screen from now."""
    store.insert_attempt.run(
        connection,
        public_id=public_id,
        player_id=seat.player_id,
        slug=round_.pack.slug,
        digest=digest,
        seed=round_.seed,
        length=len(round_.item_ids),
        pace=pace.name,
        stretch=pace.stretch,
        opened_at_ms=now_ms,
        origin=origin,
        **_progress(Attempt(round_, pace, shown_at_ms=now_ms), now_ms),
    )


def record(connection: Direct, row: Any, attempt: Attempt, response: Response, now_ms: int) -> None:
    """Keep a response to the item on screen, as the player's first to that item if it is."""
    item = attempt.round.item(attempt.position)
    values = {
        "attempt_id": row.id,
        "player_id": row.player_id,
        "slug": row.slug,
        "item_id": response.item_id,
        "option": response.option,
        "correct": response.correct,
        "late": response.late,
        "elapsed_ms": response.elapsed_ms,
        "points": response.points,
        "responded_at_ms": now_ms,
        "chosen": place_of(attempt.round.seed, item, response.option),
    }
    if not insert_response.run(connection, **values):
        insert_repeat.run(connection, **values)


def save(connection: Direct, row: Any, attempt: Attempt, now_ms: int) -> None:
    """Keep where the attempt stands now. If that closes it, the boards move too."""
    store.save_attempt.run(connection, attempt_id=row.id, **_progress(attempt, now_ms))
    if attempt.closed_at_ms is not None:
        move_standings(connection, row, attempt.closed_at_ms)


def _progress(attempt: Attempt, now_ms: int) -> dict[str, Any]:
    return {
        "position": attempt.position,
        "revealed": attempt.revealed,
        "shown_at_ms": attempt.shown_at_ms,
        "touched_at_ms": now_ms,
        "closed_at_ms": attempt.closed_at_ms,
        "points": attempt.points,
        "correct": attempt.correct,
        "streak": attempt.streak,
        "best_streak": attempt.best_streak,
    }
