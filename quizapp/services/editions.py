"""The editions of a pack and its place on the shelf, for its author and for administrators."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from quizapp.domain.comparison import Comparison, compare
from quizapp.domain.pack import SLUG
from quizapp.errors import NotAllowed, NotFound
from quizapp.services.draft_shelf import draft_of_slug
from quizapp.services.journal import write_down
from quizapp.services.players import Player
from quizapp.services.roles import is_administrator
from quizapp.services.shelving import NO_SUCH_PACK, Listing, listing_in, pack
from quizapp.store.listing import listings, put_listing, unfeature_all
from quizapp.store.published_pack import history_of_slug, put_on_shelf, take_off_shelf
from quizapp.store.transaction import reading, write_alone, writing


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition; `changes` are those from the one before, None for the first."""

    digest: str
    title: str
    author: str
    published_at_ms: int
    on_shelf: bool
    item_count: int
    changes: Comparison | None


@dataclass(frozen=True, slots=True)
class EditionsPage:
    """All editions of a pack, the newest first."""

    slug: str
    title: str
    listing: Listing
    editions: tuple[Edition, ...]
    care: "Care"


@dataclass(frozen=True, slots=True)
class Care:
    """What a player may do for a pack; nothing at all for most. `draft_id`: their draft of it."""

    mend: bool = False
    draft_id: str = ""
    shelve: bool = False
    relist: bool = False
    feature: bool = False


def care_of(player: Player | None, listing: Listing) -> Care:
    """What that player may do for the pack."""
    if player is None or player.is_guest:
        return Care()
    owns, keeps_shelf = listing.owner_id == player.id, is_administrator(player)
    return Care(
        mend=owns,
        draft_id=draft_of_slug(player.id, listing.slug) if owns else "",
        shelve=owns or keeps_shelf,
        relist=keeps_shelf or (owns and listing.unlisted_by == player.id),
        feature=keeps_shelf,
    )


def editions_page(player: Player | None, slug: str) -> EditionsPage:
    """The editions of the pack, for whoever looks after it."""
    with reading() as connection:
        listing = listing_in(connection, slug)
        rows = connection.execute(history_of_slug, {"slug": slug}).all()
    if not rows:
        raise NotFound(NO_SUCH_PACK)
    care = _required(player, listing)
    editions = [_edition(row, rows[place - 1] if place else None) for place, row in enumerate(rows)]
    shown = next((each for each in editions if each.on_shelf), editions[-1])
    return EditionsPage(slug, shown.title, listing, tuple(reversed(editions)), care)


def restore(player: Player | None, slug: str, digest: str, now_ms: int) -> None:
    """Put an edition of the pack back on the shelf; no other is lost."""
    with writing() as connection:
        # An edition that is published in this moment would stand on the shelf beside this one.
        write_alone(connection, listings)
        _required(player, listing_in(connection, slug))
        known = {row.digest for row in connection.execute(history_of_slug, {"slug": slug})}
        if digest not in known:
            raise NotFound("There is no such edition of this pack.")
        connection.execute(take_off_shelf, {"old_slug": slug})
        connection.execute(put_on_shelf, {"old_digest": digest})
        _write_down(connection, "restored", player, slug, now_ms, digest[:10])


def unlist(player: Player | None, slug: str, now_ms: int) -> None:
    """Take the pack out of sight: no new rounds, while history, boards and open rounds stay."""
    with writing() as connection:
        listing = _of_a_pack(connection, slug)
        _required(player, listing)
        if not listing.unlisted and player is not None:
            changes = {"unlisted": True, "unlisted_by": player.id, "featured": False}
            _keep(connection, listing, changes, now_ms)
            _write_down(connection, "unlisted", player, slug, now_ms)


def relist(player: Player | None, slug: str, now_ms: int) -> None:
    """Put the pack back in sight. What an administrator took away, only an administrator brings back."""
    with writing() as connection:
        listing = _of_a_pack(connection, slug)
        if listing.unlisted and not _required(player, listing).relist:
            raise NotAllowed("An administrator has unlisted this pack; ask them to list it again.")
        _required(player, listing)
        _keep(connection, listing, {"unlisted": False, "unlisted_by": None}, now_ms)
        if listing.unlisted:
            _write_down(connection, "relisted", player, slug, now_ms)


def feature(player: Player | None, slug: str, now_ms: int, *, featured: bool) -> None:
    """Let the first page begin with the pack, or no longer; there is one such pack at a time."""
    with writing() as connection:
        listing = _of_a_pack(connection, slug)
        if not is_administrator(player):
            raise NotAllowed("Only administrators choose what the first page begins with.")
        if featured and listing.unlisted:
            raise NotAllowed("The pack is unlisted. List it again first.")
        if featured:
            connection.execute(unfeature_all)
        _keep(connection, listing, {"featured": featured}, now_ms)
        if featured != listing.featured:
            _write_down(connection, "featured" if featured else "unfeatured", player, slug, now_ms)


def _edition(row: Any, before: Any) -> Edition:
    edition = pack(row.digest)
    return Edition(
        digest=row.digest,
        title=row.title,
        author="" if row.deleted_at_ms else row.name or "",
        published_at_ms=row.published_at_ms,
        on_shelf=row.on_shelf,
        item_count=len(edition.items),
        changes=compare(pack(before.digest), edition) if before else None,
    )


def _of_a_pack(connection: Connection, slug: str) -> Listing:
    # What is kept of a listing is kept as a whole: nobody else may have read it before and write it after.
    write_alone(connection, listings)
    if not SLUG.fullmatch(slug) or not connection.execute(history_of_slug, {"slug": slug}).first():
        raise NotFound(NO_SUCH_PACK)
    return listing_in(connection, slug)


def _required(player: Player | None, listing: Listing) -> Care:
    care = care_of(player, listing)
    if not care.shelve:
        raise NotAllowed("That is for the author of the pack and for administrators.")
    return care


def _write_down(
    connection: Connection, kind: str, player: Player | None, slug: str, now_ms: int, detail: str = ""
) -> None:
    by = player.id if player else None
    write_down(connection, kind, now_ms, by=by, slug=slug, detail=detail)


def _keep(connection: Connection, listing: Listing, changes: Mapping[str, Any], now_ms: int) -> None:
    names = ("slug", "owner_id", "featured", "unlisted", "unlisted_by")
    row = {name: getattr(listing, name) for name in names} | dict(changes)
    connection.execute(put_listing(connection.dialect.name), row | {"changed_at_ms": now_ms})
