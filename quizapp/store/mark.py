"""Marks: play that looks unlikely, for an administrator to look at. A mark by itself changes nothing."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    bindparam,
    false,
    select,
    true,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.extensions import Base
from quizapp.store.attempt import attempts
from quizapp.store.columns import LONG, Moment, PlayerId, RowId
from quizapp.store.player import players
from quizapp.store.response import responses
from quizapp.store.transaction import insert_into


class Mark(Base):
    """One reason to look at a player, or at one of their attempts; open until somebody has looked."""

    __tablename__ = "mark"
    __table_args__ = (UniqueConstraint("player_id", "attempt_id", "reason"),)

    id: Mapped[RowId]
    player_id: Mapped[PlayerId]
    attempt_id: Mapped[int | None] = mapped_column(LONG, ForeignKey("attempt.id"))
    reason: Mapped[str]
    detail: Mapped[str] = mapped_column(Text)
    marked_at_ms: Mapped[Moment]
    settled_at_ms: Mapped[Moment | None]
    settled_by: Mapped[int | None] = mapped_column(LONG)


marks = Base.metadata.tables["mark"]
Index("mark_open", marks.c.settled_at_ms, marks.c.id)

attempts_to_look_over = (
    select(attempts, players.c.deleted_at_ms)
    .join_from(attempts, players)
    .where(attempts.c.closed_at_ms.is_not(None), attempts.c.looked_over == false())
    .order_by(attempts.c.closed_at_ms)
    .limit(bindparam("most"))
)
keep_looked_over = (
    update(attempts)
    .where(attempts.c.id.in_(bindparam("attempt_ids", expanding=True)))
    .values(looked_over=true())
)
first_responses_of_attempts = (
    select(responses)
    .where(responses.c.attempt_id.in_(bindparam("attempt_ids", expanding=True)))
    .where(responses.c.is_first == true())
    .order_by(responses.c.id)
)
# As many as a school may play in an hour; of a whole town behind one address the newest are enough.
rounds_of_origin = (
    select(attempts)
    .where(attempts.c.origin == bindparam("origin"), attempts.c.slug == bindparam("slug"))
    .where(attempts.c.opened_at_ms.between(bindparam("from_ms"), bindparam("until_ms")))
    .where(attempts.c.closed_at_ms.is_not(None))
    .order_by(attempts.c.opened_at_ms.desc())
    .limit(2000)
)

open_marks = (
    select(marks, players.c.name, attempts.c.slug, attempts.c.closed_at_ms)
    .select_from(
        marks.join(players, players.c.id == marks.c.player_id).outerjoin(
            attempts, attempts.c.id == marks.c.attempt_id
        )
    )
    .where(marks.c.settled_at_ms.is_(None))
    .order_by(marks.c.id.desc())
    .limit(bindparam("most"))
)
marks_of_player = (
    select(marks, players.c.name, attempts.c.slug, attempts.c.closed_at_ms)
    .select_from(
        marks.join(players, players.c.id == marks.c.player_id).outerjoin(
            attempts, attempts.c.id == marks.c.attempt_id
        )
    )
    .where(marks.c.player_id == bindparam("player_id"))
    .order_by(marks.c.id.desc())
    .limit(bindparam("most"))
)
settle_mark = (
    update(marks)
    .where(marks.c.id == bindparam("mark_id"), marks.c.settled_at_ms.is_(None))
    .values(settled_at_ms=bindparam("at_ms"), settled_by=bindparam("by"))
    .returning(marks.c.player_id, marks.c.reason)
)
mark_of_id = select(marks.c.id).where(marks.c.id == bindparam("mark_id"))


def insert_mark(dialect: str) -> Any:
    """Mark the player whose attempt it is now; the same attempt is marked for one reason once."""
    given: dict[str, Any] = {
        "reason": bindparam("reason", type_=String),
        "detail": bindparam("detail", type_=String),
        "marked_at_ms": bindparam("now_ms", type_=BigInteger),
    }
    whose = select(attempts.c.player_id, attempts.c.id, *given.values())
    return (
        insert_into(marks, dialect)
        .from_select(
            ["player_id", "attempt_id", *given], whose.where(attempts.c.id == bindparam("marked_attempt_id"))
        )
        .on_conflict_do_nothing()
    )
