"""The shelf: which packs can be played, in which edition. Old ones stay for the rounds drawn from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Select

from quizapp.domain.fact import Document
from quizapp.domain.leaderboard import Board
from quizapp.domain.pack import SLUG, Pack
from quizapp.errors import NotFound
from quizapp.packs.reader import read_pack
from quizapp.packs.shelf import Shelf
from quizapp.packs.writer import write_pack
from quizapp.services.placing import Place, place_on
from quizapp.services.seat import Seat
from quizapp.store import published_pack as store
from quizapp.store.attempt import plays_of_pack
from quizapp.store.listing import listing_of_slug, owned_slugs
from quizapp.store.player import name_of_player
from quizapp.store.transaction import reading, writing

NO_SUCH_PACK = "There is no pack of that name on the shelf."

_editions: dict[str, Pack] = {}
_decoding = Lock()


@dataclass(frozen=True, slots=True)
class PackCard:
    """A pack as it stands on the shelf."""

    slug: str
    title: str
    description: str
    topic: str
    item_count: int
    licence: str
    language: str


@dataclass(frozen=True, slots=True)
class Listing:
    """How a pack stands on the shelf, whichever edition is there. Without an owner it comes from a file."""

    slug: str
    owner_id: int | None = None
    author: str = ""
    featured: bool = False
    unlisted: bool = False
    unlisted_by: int | None = None


@dataclass(frozen=True, slots=True)
class PackPage(PackCard):
    """A pack taken into the hand; `standing` is the player's own on the board of all time."""

    attribution: str
    documents: tuple[Document, ...]
    plays: int
    standing: Place | None
    listing: Listing


def publish_shelf(shelf: Shelf, now_ms: int) -> tuple[int, int]:
    """How many editions came, and how many packs went. The pack of a broken file stays as it was.

    Packs that players have published are theirs: no file takes one off the shelf, or its place there.
    """
    with reading() as connection:
        there = {row.slug: row.digest for row in connection.execute(store.packs_on_shelf)}
        owned = set(connection.scalars(owned_slugs))
    changed = [
        new for slug, new in shelf.packs.items() if there.get(slug) != new.digest and slug not in owned
    ]
    gone = there.keys() - shelf.packs.keys() - {path.stem for path, _ in shelf.broken} - owned
    texts = [write_pack(new) for new in changed]
    with writing() as connection:
        for slug in gone:
            connection.execute(store.take_off_shelf, {"old_slug": slug})
        for new, text in zip(changed, texts, strict=True):
            put_edition(connection, new, text, now_ms)
    keep_decoded({known.digest: known for known in shelf.packs.values()})
    return len(changed), len(gone)


def decoded_shelf() -> dict[str, Pack]:
    """Every pack on the shelf that is not unlisted, by digest: what other processes will need."""
    with reading() as connection:
        digests = [row.digest for row in connection.execute(store.packs_in_sight)]
    return {digest: pack(digest) for digest in digests}


def keep_decoded(packs: Mapping[str, Pack]) -> None:
    """Take packs that have been decoded already, by digest."""
    _editions.update(packs)


def slugs_of_players() -> set[str]:
    """The slugs under which players have published packs."""
    with reading() as connection:
        return set(connection.scalars(owned_slugs))


def shelf_packs() -> list[PackCard]:
    """The packs on the shelf that are not unlisted, by title."""
    with reading() as connection:
        digests = [row.digest for row in connection.execute(store.packs_in_sight)]
    cards = [PackCard(**_card(pack(digest))) for digest in digests]
    return sorted(cards, key=lambda card: (card.title.casefold(), card.slug))


def featured_slug() -> str | None:
    """The pack to begin with: the one that is featured, or else the one with most documents behind it."""
    with reading() as connection:
        rows = connection.execute(store.packs_in_sight).all()
    first = sorted(rows, key=lambda row: (not row.featured, -len(pack(row.digest).documents), row.slug))
    return first[0].slug if first else None


def pack_page(slug: str, seat: Seat | None) -> PackPage:
    """The pack under that slug, unlisted or not."""
    found = pack(edition_on_shelf(slug))
    with reading() as connection:
        plays = connection.scalar(plays_of_pack, {"slug": slug}) or 0
        standing = place_on(connection, Board(slug, "all", "timed"), seat) if seat else None
        listing = listing_in(connection, slug)
    return PackPage(
        **_card(found),
        attribution=found.attribution,
        documents=found.documents,
        plays=plays,
        standing=standing,
        listing=listing,
    )


def listing_in(connection: Connection, slug: str) -> Listing:
    """How the pack of that slug stands; its author's name is empty when the account is gone."""
    row = connection.execute(listing_of_slug, {"slug": slug}).first()
    if row is None:
        return Listing(slug)
    author = connection.execute(name_of_player, {"player_id": row.owner_id}).scalar() or ""
    return Listing(slug, row.owner_id, author, row.featured, row.unlisted, row.unlisted_by)


def digest_on_shelf(slug: str) -> str:
    """The digest of the edition that can be played under that slug."""
    return _digest(store.digest_in_sight, slug)


def edition_on_shelf(slug: str) -> str:
    """The same, also where the pack is unlisted."""
    return _digest(store.digest_of_slug, slug)


def _digest(query: Select[Any], slug: str) -> str:
    if not SLUG.fullmatch(slug):
        raise NotFound(NO_SUCH_PACK)
    with reading() as connection:
        digest = connection.scalar(query, {"slug": slug})
    if digest is None:
        raise NotFound(NO_SUCH_PACK)
    return str(digest)


def pack(digest: str) -> Pack:
    """The edition of that digest, decoded once and kept in the process: it never changes."""
    if digest not in _editions:
        text = _text(digest)
        # Decoding takes a good part of a second: one thread does it, the others wait for what it finds.
        # Nobody waits for the database in here: a server whose requests share one thread would wait for ever.
        with _decoding:
            if digest not in _editions:
                _editions[digest] = read_pack(text, f"edition {digest[:10]}")
    return _editions[digest]


def put_edition(
    connection: Connection, new: Pack, text: str, now_ms: int, published_by: int | None = None
) -> None:
    """Put the edition where another of its slug stood; one that was there before comes back as it was."""
    connection.execute(store.take_off_shelf, {"old_slug": new.slug})
    if connection.execute(store.put_on_shelf, {"old_digest": new.digest}).rowcount:
        return
    row = {
        "digest": new.digest,
        "slug": new.slug,
        "title": new.title,
        "text": text,
        "published_at_ms": now_ms,
        "on_shelf": True,
        "published_by": published_by,
        "corrections": 0,
        "corrected": "{}",
    }
    connection.execute(store.insert_published_pack(connection.dialect.name), row)


def _text(digest: str) -> str:
    with reading() as connection:
        text = connection.scalar(store.text_of_digest, {"digest": digest})
    if text is None:
        raise NotFound("There is no such edition of a pack.")
    return str(text)


def _card(found: Pack) -> dict[str, Any]:
    return {
        "slug": found.slug,
        "title": found.title,
        "description": found.description,
        "topic": found.topic,
        "item_count": len(found.items),
        "licence": found.licence,
        "language": found.language,
    }
