"""Flags settled: the author mends the item or thanks for the look, and the player hears of it once."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from quizapp.domain.pack import SLUG, Pack
from quizapp.errors import Malformed, NotFound
from quizapp.services.draft_shelf import draft_from_shelf
from quizapp.services.drafting import open_draft
from quizapp.services.flagging import readable
from quizapp.services.journal import write_down
from quizapp.services.shelving import pack
from quizapp.store import flag as store
from quizapp.store.draft import drafts_of_slug
from quizapp.store.published_pack import titles
from quizapp.store.transaction import reading, writing

LONGEST_THANKS = 200
THANKS = "Thank you for looking so closely."
FIXED_THANKS = "You were right, and the question has been mended. Thank you."


@dataclass(frozen=True, slots=True)
class OpenFlag:
    """A flag that waits for the author; `digest` is the edition that the player saw."""

    flag_id: int
    digest: str
    item_id: str
    reason: str
    note: str
    flagged_at_ms: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a player's own flag."""

    slug: str
    title: str
    stem: str
    settled: str
    thanks: str


def open_flags(slug: str) -> list[OpenFlag]:
    """The flags on a pack that nobody has settled, the oldest first."""
    with reading() as connection:
        return [
            OpenFlag(row.id, row.digest, row.item_id, row.reason, row.note, row.flagged_at_ms)
            for row in connection.execute(store.open_flags_of_slug, {"slug": slug})
        ]


def dismiss_flag(slug: str, flag_id: int, thanks: str, now_ms: int, actor_id: int | None = None) -> None:
    """Leave the item as it is, with a word of thanks; nothing happens when that has been done already."""
    if len(thanks) > LONGEST_THANKS:
        raise Malformed(f"That is {len(thanks)} characters; at most {LONGEST_THANKS} fit.")
    with writing() as connection:
        asked = {"slug": slug, "flag_id": flag_id}
        if not SLUG.fullmatch(slug) or not connection.execute(store.flag_of_slug, asked).first():
            raise NotFound("There is no such flag on this pack.")
        row = {
            "flag_number": flag_id,
            "how": "dismissed",
            "at_ms": now_ms,
            "word": readable(thanks) or THANKS,
        }
        if connection.execute(store.settle_flag, row).rowcount:
            write_down(connection, "flag-dismissed", now_ms, by=actor_id, slug=slug)


def settle_fixed_flags(connection: Connection, slug: str, old: Pack | None, new: Pack, now_ms: int) -> int:
    """How many flags a new edition settles: those on items that it changes or leaves out."""
    changed = [item.item_id for item in old.items if new.item(item.item_id) != item] if old else []
    if not changed:
        return 0
    row = {"old_slug": slug, "item_ids": changed, "how": "fixed", "at_ms": now_ms, "word": FIXED_THANKS}
    return connection.execute(store.settle_flags_on, row).rowcount


def draft_to_mend(owner_id: int, slug: str, item_id: str, now_ms: int) -> tuple[str, bool]:
    """The public id of the author's draft of that pack, begun if need be, and whether it holds the item."""
    with reading() as connection:
        own = connection.execute(drafts_of_slug, {"owner_id": owner_id, "slug": slug}).all()
    for row in own:
        if open_draft(owner_id, row.public_id).pack.item(item_id):
            return row.public_id, True
    if own:
        return own[0].public_id, False
    draft = draft_from_shelf(owner_id, slug, now_ms)
    return draft.public_id, draft.pack.item(item_id) is not None


def hear_answers(player_id: int) -> list[Answer]:
    """What became of the player's flags since they last heard of it; the next time there is nothing more."""
    with reading() as connection:
        rows = connection.execute(store.unheard_answers, {"player_id": player_id}).all()
        if not rows:
            return []
        called = {row.slug: row.title for row in connection.execute(titles)}
    with writing() as connection:
        connection.execute(store.hear_answers, {"heard_ids": [row.id for row in rows]})
    return [_answer(row, called) for row in rows]


def _answer(row: Any, called: dict[str, str]) -> Answer:
    item = pack(row.digest).item(row.item_id)
    return Answer(
        slug=row.slug,
        title=called.get(row.slug, row.slug),
        stem=item.stem if item else "",
        settled=row.settled,
        thanks=row.thanks,
    )
