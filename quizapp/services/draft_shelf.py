"""An author's shelf of drafts: what lies there, and the ways in which a new one begins."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from quizapp.domain.draft import Decision, Draft, Part
from quizapp.domain.pack import Pack
from quizapp.errors import Malformed, NotFound
from quizapp.packs.reader import read_pack
from quizapp.packs.slug import free_slug, slug
from quizapp.packs.source import LARGEST_BYTES
from quizapp.services.corrected import corrected_pack
from quizapp.services.drafting import NO_SUCH_DRAFT, new_row, open_draft_by_id, write_first_decisions
from quizapp.services.shelving import digest_on_shelf, edition_on_shelf
from quizapp.store import draft as store
from quizapp.store.listing import listing_of_slug
from quizapp.store.player import held_player
from quizapp.store.published_pack import titles
from quizapp.store.transaction import reading, writing

MOST_DRAFTS = 200
LARGEST_PACK_BYTES = LARGEST_BYTES
UNTITLED = "Untitled pack"
LONGEST_TITLE = 100


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft as it lies on the shelf; `published` when an edition of it has been."""

    public_id: str
    title: str
    open_items: int
    accepted_items: int
    changed_at_ms: int
    published: bool


def drafts_of(owner_id: int) -> list[DraftCard]:
    """The drafts of that author, the last changed first."""
    with reading() as connection:
        return [
            DraftCard(
                row.public_id,
                row.title,
                row.open_items,
                row.accepted_items,
                row.changed_at_ms,
                row.base_digest is not None,
            )
            for row in connection.execute(store.drafts_of_owner, {"owner_id": owner_id})
        ]


def draft_of_slug(owner_id: int, slug_: str) -> str:
    """The public id of the author's latest draft of the pack of that slug; empty when there is none."""
    with reading() as connection:
        row = connection.execute(store.drafts_of_slug, {"owner_id": owner_id, "slug": slug_}).first()
    return str(row.public_id) if row else ""


def new_draft(owner_id: int, title: str, now_ms: int) -> Draft:
    """An empty draft of that title."""
    title = " ".join(title.split()) or UNTITLED
    with reading() as connection:
        free = free_slug(_slug_of(title), _taken(connection))
    return add_draft(owner_id, Pack(free, title), now_ms)


def entitled(untitled: Pack, title: str) -> Pack:
    """The pack under that title, where nobody has given it one."""
    title = " ".join(title.split())[:LONGEST_TITLE].strip()
    if untitled.title != UNTITLED or not title:
        return untitled
    with reading() as connection:
        free = free_slug(_slug_of(title), _taken(connection))
    return replace(untitled, title=title, slug=free)


def draft_from_text(owner_id: int, text: str | bytes, name: str, now_ms: int) -> Draft:
    """A draft with all that a pack file says; a PackError with every finding where it cannot be read."""
    return add_draft(owner_id, read_pack(text, name), now_ms, accepted=True)


def draft_from_shelf(owner_id: int, slug_: str, now_ms: int) -> Draft:
    """A copy of the pack on the shelf: of an own pack its next edition, of another's a pack of one's own."""
    with reading() as connection:
        listing = connection.execute(listing_of_slug, {"slug": slug_}).first()
        free = free_slug(slug_, _taken(connection))
    if listing is not None and listing.owner_id == owner_id:
        digest = edition_on_shelf(slug_)
        return add_draft(owner_id, corrected_pack(digest), now_ms, accepted=True, base_digest=digest)
    found = corrected_pack(digest_on_shelf(slug_))
    return add_draft(owner_id, replace(found, slug=free), now_ms, accepted=True)


def add_draft(
    owner_id: int, new: Pack, now_ms: int, *, accepted: bool = False, base_digest: str | None = None
) -> Draft:
    """The draft of that pack, on the shelf of its author; `accepted`: all its items are."""
    decisions: Mapping[Part, Decision] = (
        {("item", item.item_id): Decision("accepted") for item in new.items if item.made} if accepted else {}
    )
    draft = Draft(
        draft_id=0,
        public_id=secrets.token_hex(10),
        owner_id=owner_id,
        version=1,
        revision=1,
        changed_at_ms=now_ms,
        pack=new,
        base_digest=base_digest,
        decisions=decisions,
    )
    with writing() as connection:
        # Whoever has many tabs open has no more drafts for it.
        connection.execute(held_player, {"player_id": owner_id})
        if len(connection.execute(store.drafts_of_owner, {"owner_id": owner_id}).all()) >= MOST_DRAFTS:
            raise Malformed(f"You have {MOST_DRAFTS} drafts already. Remove one that you do not need.")
        key = connection.execute(store.insert_draft, new_row(draft, now_ms)).inserted_primary_key
        draft = replace(draft, draft_id=key[0] if key else 0)
        write_first_decisions(connection, draft, now_ms)
    return open_draft_by_id(draft.draft_id)


def remove_draft(owner_id: int, public_id: str, now_ms: int) -> None:
    """Take a draft off the shelf; published editions of it stay."""
    with writing() as connection:
        row = connection.execute(
            store.held_head_of_draft, {"owner_id": owner_id, "public_id": public_id}
        ).first()
        if row is None:
            raise NotFound(NO_SUCH_DRAFT)
        connection.execute(store.change_draft, {"draft_id": row.id, "removed_at_ms": now_ms})


def _slug_of(title: str) -> str:
    found = slug(title)
    return found if len(found) > 1 else f"pack-{found}".rstrip("-")


def _taken(connection: Connection) -> set[str]:
    published = {row.slug for row in connection.execute(titles)}
    return published | {row.slug for row in connection.execute(store.slugs)}
