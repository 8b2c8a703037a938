"""Rounds that were left: a day after the last sign of their player they close and count as they stand."""

from typing import Any

from flask import current_app

from quizapp.domain.attempt import LEFT_AFTER_MS
from quizapp.services.bookkeeping import move_standings_of
from quizapp.store.attempt import attempts_left, close_attempt
from quizapp.store.transaction import writing_directly

SWEEP_EVERY_MS = 60_000
MOST_AT_ONCE = 50

_SWEPT = "quizapp_swept_at_ms"


def close_left_rounds(now_ms: int, most: int = MOST_AT_ONCE) -> int:
    """How many rounds have been closed, the longest left first; each counts for the day it was left for."""
    with writing_directly() as connection:
        left = attempts_left.all(connection, touched_until_ms=now_ms - LEFT_AFTER_MS, most=most)
        for row in left:
            close_attempt.run(connection, attempt_id=row.id, left_at_ms=_left_at_ms(row))
        move_standings_of(connection, [(row, _left_at_ms(row)) for row in left])
    return len(left)


def _left_at_ms(row: Any) -> int:
    moment: int = row.touched_at_ms + LEFT_AFTER_MS
    return moment


def close_left_rounds_now_and_then(now_ms: int) -> None:
    """Do so at most once a minute in each process, so that no timer is needed."""
    kept = current_app.extensions
    if now_ms - kept.get(_SWEPT, 0) >= SWEEP_EVERY_MS:
        kept[_SWEPT] = now_ms
        close_left_rounds(now_ms)
