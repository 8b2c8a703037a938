"""Flags: what players say is wrong with an item."""

from typing import Any

from sqlalchemy import String, Text, UniqueConstraint, bindparam, func, select
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.extensions import Base
from quizapp.store.columns import Moment, PlayerId, RowId
from quizapp.store.transaction import insert_into


class Flag(Base):
    """One player's complaint about one item of one edition, for one reason."""

    __tablename__ = "flag"
    __table_args__ = (UniqueConstraint("player_id", "slug", "item_id", "reason"),)

    id: Mapped[RowId]
    player_id: Mapped[PlayerId]
    slug: Mapped[str]
    digest: Mapped[str]
    item_id: Mapped[str]
    reason: Mapped[str]
    note: Mapped[str] = mapped_column(Text)
    flagged_at_ms: Mapped[Moment]


flags = Base.metadata.tables["flag"]

flags_of_player = select(flags.c.item_id, flags.c.reason).where(
    flags.c.player_id == bindparam("player_id"), flags.c.slug == bindparam("slug")
)

flags_by_item = (
    select(flags.c.slug, flags.c.digest, flags.c.item_id, flags.c.reason, flags.c.note, flags.c.flagged_at_ms)
    .where(flags.c.slug == func.coalesce(bindparam("wanted_slug", type_=String), flags.c.slug))
    .order_by(flags.c.slug, flags.c.item_id, flags.c.flagged_at_ms, flags.c.id)
)


def insert_flag(dialect: str) -> Any:
    """Add a flag; the first note stays when somebody flags the same thing twice."""
    return insert_into(flags, dialect).on_conflict_do_nothing()
