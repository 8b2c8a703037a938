"""Published editions of packs. A text never changes: a changed pack is a new row under a new digest."""

from typing import Any

from sqlalchemy import Index, Text, bindparam, case, func, or_, select, true, update
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.extensions import Base
from quizapp.store.columns import LONG, Moment
from quizapp.store.listing import listings
from quizapp.store.player import players
from quizapp.store.prepared import Prepared
from quizapp.store.transaction import insert_into


class PublishedPack(Base):
    """One edition; at most one of each slug is on the shelf, the others serve the rounds drawn from them.

    `corrected` holds the keys that turned out to be wrong, as JSON: by item, what is right and since when.
    `corrections` counts its changes.
    """

    __tablename__ = "published_pack"

    digest: Mapped[str] = mapped_column(primary_key=True)
    slug: Mapped[str]
    title: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    published_at_ms: Mapped[Moment]
    on_shelf: Mapped[bool]
    published_by: Mapped[int | None] = mapped_column(LONG)
    corrections: Mapped[int] = mapped_column(default=0, server_default="0")
    corrected: Mapped[str] = mapped_column(Text, default="{}", server_default="{}")


published_packs = Base.metadata.tables["published_pack"]
_on_shelf = published_packs.c.on_shelf == true()
Index(
    "published_pack_on_shelf",
    published_packs.c.slug,
    unique=True,
    sqlite_where=_on_shelf,
    postgresql_where=_on_shelf,
)

_all = published_packs.c
digest_of_slug = select(_all.digest).where(_all.slug == bindparam("slug"), _on_shelf)
text_of_digest = select(_all.text).where(_all.digest == bindparam("digest"))
corrected_of_digest = Prepared(select(_all.corrected).where(_all.digest == bindparam("digest")))
editions_of_slug = (
    select(_all.digest, _all.published_at_ms, _all.on_shelf, _all.corrected)
    .where(_all.slug == bindparam("slug"))
    .order_by(_all.published_at_ms.desc(), _all.digest)
)
held_editions_of_slug = editions_of_slug.with_for_update()
correct_edition = (
    update(published_packs)
    .where(_all.digest == bindparam("old_digest"))
    .values(corrected=bindparam("keys"), corrections=_all.corrections + 1)
)
latest_title_of_slug = (
    select(_all.title)
    .where(_all.slug == bindparam("slug"))
    .order_by(_all.on_shelf.desc(), _all.published_at_ms.desc())
    .limit(1)
)
_in_sight = or_(listings.c.unlisted.is_(None), listings.c.unlisted.is_(False))
_with_listing = published_packs.outerjoin(listings, listings.c.slug == _all.slug)
digest_in_sight = (
    select(_all.digest).select_from(_with_listing).where(_all.slug == bindparam("slug"), _on_shelf, _in_sight)
)
packs_in_sight = (
    select(_all.slug, _all.digest, listings.c.featured).select_from(_with_listing).where(_on_shelf, _in_sight)
)
history_of_slug = (
    select(
        *(_all.digest, _all.title, _all.published_at_ms, _all.on_shelf),
        *(players.c.name, players.c.deleted_at_ms),
    )
    .select_from(published_packs.outerjoin(players, players.c.id == _all.published_by))
    .where(_all.slug == bindparam("slug"))
    .order_by(_all.published_at_ms, _all.digest)
)
# By slug; conditions are added by whoever asks.
_newest = published_packs.alias("newest")
_title_now = (
    select(_newest.c.title)
    .where(_newest.c.slug == _all.slug)
    .order_by(_newest.c.on_shelf.desc(), _newest.c.published_at_ms.desc())
    .limit(1)
    .scalar_subquery()
)
packs_listed = (
    select(
        *(_all.slug, _title_now.label("title"), func.count().label("editions")),
        func.max(case((_on_shelf, 1), else_=0)).label("on_shelf"),
        *(listings.c.featured, listings.c.unlisted, listings.c.owner_id),
        *(players.c.name.label("author"), players.c.deleted_at_ms),
    )
    .select_from(_with_listing.outerjoin(players, players.c.id == listings.c.owner_id))
    .group_by(
        *(_all.slug, listings.c.featured, listings.c.unlisted, listings.c.owner_id),
        *(players.c.name, players.c.deleted_at_ms),
    )
    .order_by(_all.slug)
    .limit(bindparam("most"))
)
packs_on_shelf = select(_all.slug, _all.digest, _all.published_at_ms).where(_on_shelf)
titles = select(_all.slug, _all.title).order_by(_all.on_shelf, _all.published_at_ms)

take_off_shelf = update(published_packs).where(_all.slug == bindparam("old_slug")).values(on_shelf=False)
put_on_shelf = update(published_packs).where(_all.digest == bindparam("old_digest")).values(on_shelf=True)


def insert_published_pack(dialect: str) -> Any:
    """Add an edition; nothing happens when another server has just added it."""
    return insert_into(published_packs, dialect).on_conflict_do_nothing()
