"""Corrections: an author said that a published key was wrong, and the responses were judged again."""

from sqlalchemy import BindParameter, ForeignKey, Index, bindparam, insert, select, update
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.extensions import Base
from quizapp.store.attempt import attempts
from quizapp.store.columns import LONG, Moment, RowId
from quizapp.store.response import responses


class Correction(Base):
    """One wrong key and what stands in its place; so many responses of so many players changed by it.

    `player_id` is who said so; nobody's where it was said at the terminal.
    """

    __tablename__ = "correction"

    id: Mapped[RowId]
    slug: Mapped[str]
    item_id: Mapped[str]
    old_key: Mapped[str]
    new_key: Mapped[str]
    player_id: Mapped[int | None] = mapped_column(LONG, ForeignKey("player.id"))
    corrected_at_ms: Mapped[Moment]
    responses: Mapped[int]
    players: Mapped[int]


corrections = Base.metadata.tables["correction"]
Index("correction_slug", corrections.c.slug)

insert_correction = insert(corrections)
corrections_of_slug = (
    select(corrections).where(corrections.c.slug == bindparam("slug")).order_by(corrections.c.id)
)

_digests: BindParameter[str] = bindparam("digests", expanding=True)
held_attempts = (
    select(attempts.c.id)
    .where(attempts.c.slug == bindparam("slug"), attempts.c.digest.in_(_digests))
    .order_by(attempts.c.id)
    .with_for_update()
)
count_correction = (
    update(attempts)
    .where(attempts.c.slug == bindparam("old_slug"), attempts.c.digest.in_(_digests))
    .values(corrections=attempts.c.corrections + 1)
)
responses_to_item = (
    select(responses, attempts.c.digest, attempts.c.seed, attempts.c.pace, attempts.c.stretch)
    .join_from(attempts, responses, responses.c.attempt_id == attempts.c.id)
    .where(attempts.c.slug == bindparam("slug"), attempts.c.digest.in_(_digests))
    .where(responses.c.item_id == bindparam("item_id"))
)
rejudge_response = (
    update(responses)
    .where(responses.c.id == bindparam("response_id"))
    .values(correct=bindparam("now_correct"), points=bindparam("now_points"))
)
responses_of_attempts = (
    select(responses)
    .where(responses.c.attempt_id.in_(bindparam("attempt_ids", expanding=True)))
    .order_by(responses.c.attempt_id, responses.c.id)
)
resum_attempt = (
    update(attempts)
    .where(attempts.c.id == bindparam("attempt_number"))
    .values({name: bindparam(f"now_{name}") for name in ("points", "correct", "streak", "best_streak")})
)
