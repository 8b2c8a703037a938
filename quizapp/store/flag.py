"""Flags: what players say is wrong with an item."""

from typing import Any

from sqlalchemy import (
    Index,
    String,
    Text,
    UniqueConstraint,
    bindparam,
    false,
    func,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.extensions import Base
from quizapp.store.columns import Moment, PlayerId, RowId
from quizapp.store.transaction import insert_into


class Flag(Base):
    """One player's complaint about one item of one edition, for one reason.

    Its author settles it as "fixed" or "dismissed", with a word of `thanks` that the player sees once.
    """

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
    settled: Mapped[str | None]
    settled_at_ms: Mapped[Moment | None]
    thanks: Mapped[str] = mapped_column(Text, default="", server_default="")
    thanks_seen: Mapped[bool] = mapped_column(default=False, server_default=false())


flags = Base.metadata.tables["flag"]
Index("flag_slug", flags.c.slug)
_is_open = flags.c.settled.is_(None)

flags_of_player = select(flags.c.item_id, flags.c.reason).where(
    flags.c.player_id == bindparam("player_id"), flags.c.slug == bindparam("slug")
)

flags_by_item = (
    select(flags)
    .where(or_(_is_open, bindparam("settled_too")))
    .where(flags.c.slug == func.coalesce(bindparam("wanted_slug", type_=String), flags.c.slug))
    .order_by(flags.c.slug, flags.c.item_id, flags.c.flagged_at_ms, flags.c.id)
)


open_flags_listed = (
    select(flags)
    .where(_is_open, flags.c.id > bindparam("after_id"))
    .order_by(flags.c.id)
    .limit(bindparam("most"))
)
open_flags_of_slug = (
    select(flags)
    .where(flags.c.slug == bindparam("slug"), _is_open)
    .order_by(flags.c.flagged_at_ms, flags.c.id)
)
flag_of_slug = select(flags.c.id).where(flags.c.id == bindparam("flag_id"), flags.c.slug == bindparam("slug"))
_settled: dict[str, Any] = {
    "settled": bindparam("how"),
    "settled_at_ms": bindparam("at_ms"),
    "thanks": bindparam("word"),
}
settle_flag = update(flags).where(flags.c.id == bindparam("flag_number"), _is_open).values(_settled)
settle_flags_on = (
    update(flags)
    .where(flags.c.slug == bindparam("old_slug"), _is_open)
    .where(flags.c.item_id.in_(bindparam("item_ids", expanding=True)))
    .values(_settled)
)
unheard_answers = (
    select(flags)
    .where(flags.c.player_id == bindparam("player_id"), flags.c.settled.is_not(None))
    .where(flags.c.thanks_seen == false())
    .order_by(flags.c.settled_at_ms, flags.c.id)
)
hear_answers = (
    update(flags).where(flags.c.id.in_(bindparam("heard_ids", expanding=True))).values(thanks_seen=true())
)


def insert_flag(dialect: str) -> Any:
    """Add a flag; the first note stays when somebody flags the same thing twice.

    One that was settled for an earlier edition is opened again: there it still is.
    """
    new = insert_into(flags, dialect)
    fresh = {name: new.excluded[name] for name in ("digest", "note", "flagged_at_ms")}
    fresh |= {"settled": None, "settled_at_ms": None, "thanks": "", "thanks_seen": false()}
    return new.on_conflict_do_update(
        index_elements=["player_id", "slug", "item_id", "reason"],
        set_=fresh,
        where=flags.c.settled.is_not(None) & (flags.c.digest != new.excluded.digest),
    )
