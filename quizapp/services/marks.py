"""Unlikely play is marked for an administrator, in the background, after the round. Nobody is punished by it.

The rules are in `domain.unlikely`. Looking twice changes nothing: a round is marked for one reason once, and
a mark that was settled stays so.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from quizapp.domain.unlikely import (
    FASTEST_WORDS_PER_S,
    IN_TURN_WITHIN_MS,
    Answer,
    Played,
    faster_than_reading,
    played_in_turn,
    reading_ms,
)
from quizapp.errors import NotFound
from quizapp.services.journal import write_down
from quizapp.services.shelving import pack
from quizapp.store import mark as store
from quizapp.store.transaction import reading, writing

MOST_AT_ONCE = 200
MARKS_ON_A_PAGE = 50

# reason as it is kept -> how a page says it.
REASONS: Mapping[str, str] = {
    "faster-than-reading": "Faster than reading",
    "one-after-another": "Many names, one after another, at one address",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A reason to look at a player; `slug` and `closed_at_ms` are those of the round."""

    mark_id: int
    player_id: int
    player_name: str
    reason: str
    detail: str
    slug: str
    closed_at_ms: int | None
    marked_at_ms: int
    settled_at_ms: int | None

    @property
    def words(self) -> str:
        """The reason, in words."""
        return REASONS.get(self.reason, self.reason)


def mark_unlikely(now_ms: int, most: int = MOST_AT_ONCE) -> int:
    """How many closed rounds have been looked at, those that closed first before the others."""
    with reading() as connection:
        rows = connection.execute(store.attempts_to_look_over, {"most": most}).all()
        found = [*_too_fast(connection, rows), *_in_turn(connection, rows)]
    if not rows:
        return 0
    with writing() as connection:
        # Whoever else looks at the same rounds in this moment finds the same.
        for attempt_id, reason, detail in found:
            mark = {"marked_attempt_id": attempt_id, "reason": reason, "detail": detail, "now_ms": now_ms}
            connection.execute(store.insert_mark(connection.dialect.name), mark)
        connection.execute(store.keep_looked_over, {"attempt_ids": sorted(row.id for row in rows)})
    return len(rows)


def open_marks(before: int | None = None, most: int = MARKS_ON_A_PAGE) -> list[Mark]:
    """The marks that nobody has settled, the newest first; those before a mark."""
    query = store.open_marks if before is None else store.open_marks.where(store.marks.c.id < before)
    with reading() as connection:
        return [_mark(row) for row in connection.execute(query, {"most": most})]


def marks_of(player_id: int, most: int = MARKS_ON_A_PAGE) -> list[Mark]:
    """The marks of a player, settled or not, the newest first."""
    with reading() as connection:
        rows = connection.execute(store.marks_of_player, {"player_id": player_id, "most": most})
        return [_mark(row) for row in rows]


def settle_mark(mark_id: int, now_ms: int, actor_id: int | None = None) -> None:
    """Somebody has looked, and found the play to be fine; a second time changes nothing."""
    with writing() as connection:
        if connection.execute(store.mark_of_id, {"mark_id": mark_id}).first() is None:
            raise NotFound("There is no such mark.")
        settled = {"mark_id": mark_id, "at_ms": now_ms, "by": actor_id}
        row = connection.execute(store.settle_mark, settled).first()
        if row:
            write_down(
                connection, "mark-settled", now_ms, by=actor_id, about=row.player_id, detail=row.reason
            )


_Found = tuple[int, str, str]


def _too_fast(connection: Connection, rows: Sequence[Any]) -> Iterator[_Found]:
    of_attempt: dict[int, list[Any]] = defaultdict(list)
    wanted = {"attempt_ids": [row.id for row in rows if row.deleted_at_ms is None]}
    for response in connection.execute(store.first_responses_of_attempts, wanted):
        of_attempt[response.attempt_id].append(response)
    for row in rows:
        given = of_attempt[row.id]
        times = faster_than_reading(_answer(row.digest, response) for response in given)
        if times:
            quickest = sorted(response.elapsed_ms for response in given if response.correct)[:times]
            yield (
                row.id,
                "faster-than-reading",
                f"{times} of {len(given)} first answers were right and faster than {FASTEST_WORDS_PER_S} "
                f"words a second, the quickest after {quickest[0] / 1000:.1f} s",
            )


def _answer(digest: str, response: Any) -> Answer:
    item = pack(digest).item(response.item_id)
    return Answer(reading_ms(item) if item else 0, response.elapsed_ms, bool(response.correct))


def _in_turn(connection: Connection, rows: Sequence[Any]) -> Iterator[_Found]:
    there: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in rows:
        if row.origin and row.deleted_at_ms is None and _played(row).nearly_perfect:
            there[row.origin, row.slug].append(row)
    for (origin, slug), closed in there.items():
        window = {
            "from_ms": min(row.closed_at_ms for row in closed) - IN_TURN_WITHIN_MS,
            "until_ms": max(row.closed_at_ms for row in closed),
        }
        found = connection.execute(store.rounds_of_origin, {"origin": origin, "slug": slug} | window)
        yield from _chains([_played(row) for row in found], [row.closed_at_ms for row in closed])


def _chains(rounds: Sequence[Played], ends_ms: Sequence[int]) -> Iterator[_Found]:
    """Every round of every chain that ends at one of the moments."""
    marked: set[int] = set()
    for end_ms in ends_ms:
        chain = played_in_turn(
            [
                each
                for each in rounds
                if each.opened_at_ms >= end_ms - IN_TURN_WITHIN_MS and each.closed_at_ms <= end_ms
            ]
        )
        for each in chain:
            if each.attempt_id not in marked:
                marked.add(each.attempt_id)
                detail = (
                    f"{len(chain)} names of one address played this pack within an hour, one after another, "
                    "each with nine of ten right or more"
                )
                yield each.attempt_id, "one-after-another", detail


def _played(row: Any) -> Played:
    return Played(row.id, row.player_id, row.opened_at_ms, row.closed_at_ms, row.correct, row.length)


def _mark(row: Any) -> Mark:
    return Mark(
        mark_id=row.id,
        player_id=row.player_id,
        player_name=row.name,
        reason=row.reason,
        detail=row.detail,
        slug=row.slug or "",
        closed_at_ms=row.closed_at_ms,
        marked_at_ms=row.marked_at_ms,
        settled_at_ms=row.settled_at_ms,
    )
