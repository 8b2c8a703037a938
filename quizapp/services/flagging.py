"""Flags: a player says what is wrong with an item that was on screen."""

from dataclasses import dataclass
from typing import Any, Literal, get_args

from quizapp.errors import Malformed, NotFound
from quizapp.services.rounds import NO_SUCH_ROUND, drawn_round
from quizapp.services.seat import Seat
from quizapp.services.shelving import pack
from quizapp.store.attempt import attempt_of_seat
from quizapp.store.flag import flags_by_item, insert_flag
from quizapp.store.transaction import reading, writing

Reason = Literal["wrong", "two-answers", "typo"]
REASONS: tuple[str, ...] = get_args(Reason)
LONGEST_NOTE = 500


def flag_item(seat: Seat, public_id: str, item_id: str, reason: str, note: str, now_ms: int) -> None:
    """Keep the flag; the same flag a second time changes nothing."""
    if reason not in REASONS:
        raise Malformed("Choose what is wrong with the question.")
    round_ = drawn_round(public_id)
    with writing() as connection:
        theirs = {"public_id": public_id, "player_id": seat.player_id, "epoch": seat.epoch}
        row = connection.execute(attempt_of_seat, theirs).first()
        if row is None:
            raise NotFound(NO_SUCH_ROUND)
        if item_id not in round_.item_ids[: row.position + 1]:
            raise NotFound("That question has not been on screen in this round.")
        flag = {
            "player_id": seat.player_id,
            "slug": row.slug,
            "digest": row.digest,
            "item_id": item_id,
            "reason": reason,
            "note": readable(note),
            "flagged_at_ms": now_ms,
        }
        connection.execute(insert_flag(connection.dialect.name), flag)


@dataclass(frozen=True, slots=True)
class Flagged:
    """A flag as the author of the pack reads it; `settled` says how it was, if it has been."""

    slug: str
    item_id: str
    stem: str
    reason: str
    note: str
    flagged_at_ms: int
    settled: str


def flags_on(slug: str | None, *, settled_too: bool = False) -> list[Flagged]:
    """The flags on a pack, or on all packs, those on one item together; the settled ones where wanted."""
    with reading() as connection:
        rows = connection.execute(flags_by_item, {"wanted_slug": slug, "settled_too": settled_too}).all()
    return [_flagged(row) for row in rows]


def _flagged(row: Any) -> Flagged:
    item = pack(row.digest).item(row.item_id)
    stem = item.stem if item else ""
    return Flagged(row.slug, row.item_id, stem, row.reason, row.note, row.flagged_at_ms, row.settled or "")


def readable(note: str) -> str:
    """The note on one line, without what cannot be shown."""
    kept = "".join(c if c.isprintable() else " " for c in note[: 2 * LONGEST_NOTE])
    return " ".join(kept.split())[:LONGEST_NOTE]
