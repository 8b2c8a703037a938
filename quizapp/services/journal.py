"""The journal: what happened that matters, written in the transaction in which it happens, never changed.

An entry holds numbers of players, never names, addresses or secrets: it stays when its player has left.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from quizapp.errors import Malformed
from quizapp.store.journal import entries_since, insert_entry, newest_entries
from quizapp.store.journal import journal as rows
from quizapp.store.transaction import reading

# kind -> how a page says it; there are no other kinds.
KINDS: Mapping[str, str] = {
    "sign-up": "signed up",
    "log-in": "logged in",
    "log-in-failed": "tried to log in and failed",
    "log-out-everywhere": "logged out everywhere",
    "password-changed": "password changed",
    "role-changed": "role changed",
    "renamed": "renamed",
    "account-deleted": "account deleted",
    "banned": "banned",
    "unbanned": "ban lifted",
    "mark-settled": "mark settled",
    "published": "published an edition",
    "restored": "put an edition back on the shelf",
    "unlisted": "unlisted a pack",
    "relisted": "listed a pack again",
    "featured": "featured a pack",
    "unfeatured": "featured a pack no more",
    "key-corrected": "corrected a key",
    "flag-dismissed": "dismissed a flag",
}
ENTRIES_ON_A_PAGE = 50
# Whoever tries passwords cannot fill the disk with it.
MOST_FAILURES_AN_HOUR = 10
_HOUR_MS = 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; names are those of today, empty where nobody is meant or the row is gone."""

    entry_id: int
    happened_at_ms: int
    kind: str
    actor_id: int | None
    actor_name: str
    player_id: int | None
    player_name: str
    slug: str
    detail: str

    @property
    def who(self) -> str:
        """Who did it, as a page says it."""
        if self.actor_name:
            return self.actor_name
        if self.actor_id is not None:
            return "a player who is gone"
        return "somebody" if self.kind == "log-in-failed" else "the terminal"

    @property
    def words(self) -> str:
        """What happened, in words."""
        return KINDS.get(self.kind, self.kind)


def write_down(
    within: Connection | Session,
    kind: str,
    now_ms: int,
    *,
    by: int | None = None,
    about: int | None = None,
    slug: str | None = None,
    detail: str = "",
) -> None:
    """Add an entry, in the caller's transaction. `by` did it (None: the terminal), `about` is the player."""
    if kind not in KINDS:
        raise Malformed(f"The journal knows no {kind!r}.")
    row = {"happened_at_ms": now_ms, "kind": kind, "actor_id": by, "player_id": about}
    within.execute(insert_entry, row | {"slug": slug, "detail": detail})


def write_down_failure(within: Connection | Session, player_id: int, now_ms: int) -> None:
    """Add that a log-in failed, unless enough such entries were made for that account within the hour."""
    recent = {"player_id": player_id, "kind": "log-in-failed", "since_ms": now_ms - _HOUR_MS}
    if (within.scalar(entries_since, recent) or 0) < MOST_FAILURES_AN_HOUR:
        write_down(within, "log-in-failed", now_ms, about=player_id)


def entries(
    *,
    kind: str = "",
    player_id: int | None = None,
    since_ms: int = 0,
    before: int | None = None,
    most: int = ENTRIES_ON_A_PAGE,
) -> list[Entry]:
    """Entries, the newest first; those of a kind, of or about a player, since a moment, before an entry."""
    if kind and kind not in KINDS:
        raise Malformed(f"The journal knows no {kind!r}; it knows {', '.join(KINDS)}.")
    query = newest_entries
    if kind:
        query = query.where(rows.c.kind == kind)
    if player_id is not None:
        query = query.where((rows.c.player_id == player_id) | (rows.c.actor_id == player_id))
    if since_ms:
        query = query.where(rows.c.happened_at_ms >= since_ms)
    if before is not None:
        query = query.where(rows.c.id < before)
    with reading() as connection:
        return [
            Entry(
                entry_id=row.id,
                happened_at_ms=row.happened_at_ms,
                kind=row.kind,
                actor_id=row.actor_id,
                actor_name=row.actor_name or "",
                player_id=row.player_id,
                player_name=row.player_name or "",
                slug=row.slug or "",
                detail=row.detail,
            )
            for row in connection.execute(query, {"most": most})
        ]
