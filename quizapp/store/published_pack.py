"""Published editions of packs. A text never changes: a changed pack is a new row under a new digest."""

from typing import Any

from sqlalchemy import Index, Text, bindparam, select, true, update
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.extensions import Base
from quizapp.store.columns import Moment
from quizapp.store.transaction import insert_into


class PublishedPack(Base):
    """One edition; at most one of each slug is on the shelf, the others serve the rounds drawn from them."""

    __tablename__ = "published_pack"

    digest: Mapped[str] = mapped_column(primary_key=True)
    slug: Mapped[str]
    title: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    published_at_ms: Mapped[Moment]
    on_shelf: Mapped[bool]


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
latest_title_of_slug = (
    select(_all.title)
    .where(_all.slug == bindparam("slug"))
    .order_by(_all.on_shelf.desc(), _all.published_at_ms.desc())
    .limit(1)
)
packs_on_shelf = select(_all.slug, _all.digest, _all.published_at_ms).where(_on_shelf)
titles = select(_all.slug, _all.title).order_by(_all.on_shelf, _all.published_at_ms)

take_off_shelf = update(published_packs).where(_all.slug == bindparam("old_slug")).values(on_shelf=False)
put_on_shelf = update(published_packs).where(_all.digest == bindparam("old_digest")).values(on_shelf=True)


def insert_published_pack(dialect: str) -> Any:
    """Add an edition; nothing happens when another server has just added it."""
    return insert_into(published_packs, dialect).on_conflict_do_nothing()
