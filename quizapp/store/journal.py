"""The journal: what happened that matters, a row each. The database itself refuses to change or lose one."""

from sqlalchemy import BigInteger, Index, Text, bindparam, func, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.extensions import Base
from quizapp.store.columns import LONG, Moment, RowId
from quizapp.store.player import players


class Entry(Base):
    """Who did what to whom or to which pack; no names and no addresses, so that who leaves is forgotten."""

    __tablename__ = "journal"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[RowId]
    happened_at_ms: Mapped[Moment]
    kind: Mapped[str]
    actor_id: Mapped[int | None] = mapped_column(LONG)
    player_id: Mapped[int | None] = mapped_column(LONG)
    slug: Mapped[str | None]
    detail: Mapped[str] = mapped_column(Text)


journal = Base.metadata.tables["journal"]
Index("journal_player", journal.c.player_id, journal.c.id)
Index("journal_kind", journal.c.kind, journal.c.id)

insert_entry = insert(journal)

_actor, _about = players.alias("actor"), players.alias("about")

# The newest first, with the names that players bear today; conditions are added by whoever asks.
newest_entries = (
    select(journal, _actor.c.name.label("actor_name"), _about.c.name.label("player_name"))
    .select_from(
        journal.outerjoin(_actor, _actor.c.id == journal.c.actor_id).outerjoin(
            _about, _about.c.id == journal.c.player_id
        )
    )
    .order_by(journal.c.id.desc())
    .limit(bindparam("most"))
)

entries_since = select(func.count()).where(
    journal.c.player_id == bindparam("player_id"),
    journal.c.kind == bindparam("kind"),
    journal.c.happened_at_ms > bindparam("since_ms", type_=BigInteger),
)
