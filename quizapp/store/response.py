"""Responses: the facts from which every score is derived. A row is written once and keeps its verdict.

Only a corrected key changes a verdict (services/correcting.py).
"""

from typing import Any

from sqlalchemy import (
    Index,
    UniqueConstraint,
    and_,
    bindparam,
    case,
    exists,
    false,
    func,
    not_,
    select,
    true,
    update,
)
from sqlalchemy.orm import Mapped

from quizapp.extensions import Base
from quizapp.store.columns import AttemptId, Moment, PlayerId, RowId
from quizapp.store.player import on_boards, players
from quizapp.store.prepared import Prepared, new_row
from quizapp.store.transaction import insert_into


class Response(Base):
    """One choice. `is_first` marks the player's first ever response to the item, the one that counts.

    `chosen` is the place of the option in the item as written, the published key at 0: letters differ from
    round to round. Rows from before it was kept have none.
    """

    __tablename__ = "response"
    __table_args__ = (UniqueConstraint("attempt_id", "item_id"),)

    id: Mapped[RowId]
    attempt_id: Mapped[AttemptId]
    item_id: Mapped[str]
    player_id: Mapped[PlayerId]
    slug: Mapped[str]
    option: Mapped[str | None]
    correct: Mapped[bool]
    late: Mapped[bool]
    elapsed_ms: Mapped[Moment]
    points: Mapped[int]
    is_first: Mapped[bool]
    responded_at_ms: Mapped[Moment]
    chosen: Mapped[int | None]


responses = Base.metadata.tables["response"]
_is_first = responses.c.is_first == true()
Index(
    "response_first",
    responses.c.player_id,
    responses.c.slug,
    responses.c.item_id,
    unique=True,
    sqlite_where=_is_first,
    postgresql_where=_is_first,
)

_answered_before = exists().where(
    and_(
        responses.c.player_id == bindparam("player_id"),
        responses.c.slug == bindparam("slug"),
        responses.c.item_id == bindparam("item_id"),
        _is_first,
    )
)


def _insert(dialect: str, is_first: Any) -> Any:
    row = new_row(responses) | {"is_first": is_first}
    return insert_into(responses, dialect).values(row).on_conflict_do_nothing()


# Writes nothing when the player is giving the same item a first response in another round at this moment.
insert_response = Prepared(lambda dialect: _insert(dialect, not_(_answered_before)))
insert_repeat = Prepared(lambda dialect: _insert(dialect, bindparam("is_first", False)))

responses_of_attempt = Prepared(
    select(responses).where(responses.c.attempt_id == bindparam("attempt_id")).order_by(responses.c.id)
)

sums = (
    func.coalesce(func.sum(responses.c.points), 0).label("points"),
    func.coalesce(func.sum(case((responses.c.correct, 1), else_=0)), 0).label("correct"),
    func.count().label("answered"),
)

# By number, not by time: the numbers follow the order of the transactions, clocks of two servers need not.
earliest_ids = select(func.min(responses.c.id)).group_by(
    responses.c.player_id, responses.c.slug, responses.c.item_id
)
_must_be_first = case((responses.c.id.in_(earliest_ids), true()), else_=false())
wrongly_marked = select(responses).where(responses.c.is_first != _must_be_first)
unmark_repeats = (
    update(responses).where(_is_first, responses.c.id.not_in(earliest_ids)).values(is_first=False)
)
mark_firsts = (
    update(responses)
    .where(responses.c.is_first == false(), responses.c.id.in_(earliest_ids))
    .values(is_first=True)
)

_counts = case((on_boards, 1), else_=0)
# Nobody can be banned, come back or delete the account until the sums are on the boards. Whether the player
# counts is looked at only under that lock, so it is no condition of the inner query.
_firsts = (
    select(
        (responses.c.points * _counts).label("points"),
        case((responses.c.correct, _counts), else_=0).label("correct"),
        _counts.label("answered"),
    )
    .select_from(responses.join(players, players.c.id == responses.c.player_id))
    .where(responses.c.attempt_id == bindparam("attempt_id"), _is_first)
    .with_for_update(of=players, read=True, key_share=True)
    .subquery("firsts")
)
# What an attempt adds to the boards; nothing when the player has left them for good or is banned.
first_sums_of_attempt = Prepared(
    select(*(func.coalesce(func.sum(column), 0).label(column.name) for column in _firsts.c))
)
