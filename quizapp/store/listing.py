"""How a pack stands on the shelf, whichever edition is there: whose it is, featured, or unlisted."""

from typing import Any

from sqlalchemy import ForeignKey, Index, bindparam, select, update
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.extensions import Base
from quizapp.store.columns import LONG, Moment
from quizapp.store.transaction import insert_into


class Listing(Base):
    """One slug. Without a row, or without an owner, a pack comes from the files of this installation.

    `unlisted_by`: who took it out of sight; what an administrator did, only an administrator undoes.
    """

    __tablename__ = "listing"

    slug: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[int | None] = mapped_column(LONG, ForeignKey("player.id"))
    featured: Mapped[bool]
    unlisted: Mapped[bool]
    unlisted_by: Mapped[int | None] = mapped_column(LONG)
    changed_at_ms: Mapped[Moment]


listings = Base.metadata.tables["listing"]
Index("listing_owner", listings.c.owner_id)

listing_of_slug = select(listings).where(listings.c.slug == bindparam("slug"))
all_listings = select(listings)
owned_slugs = select(listings.c.slug).where(listings.c.owner_id.is_not(None))
unfeature_all = update(listings).values(featured=False)


def put_listing(dialect: str) -> Any:
    """Keep how a pack stands, in place of what was kept before."""
    new = insert_into(listings, dialect)
    return new.on_conflict_do_update(
        index_elements=["slug"],
        set_={column.name: new.excluded[column.name] for column in listings.c if column.name != "slug"},
    )
