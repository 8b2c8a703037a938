"""Standings: the rows of the leaderboards, derived from responses and kept for quick reading."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Index,
    Integer,
    String,
    bindparam,
    case,
    delete,
    literal_column,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.extensions import Base
from quizapp.store.columns import BoardKey, Moment, PlayerId, Total
from quizapp.store.player import players
from quizapp.store.prepared import Prepared
from quizapp.store.prepared_rows import PreparedRows


class Standing(Base):
    """One player's sums on one board; `board` is the key of a `domain.leaderboard.Board`."""

    __tablename__ = "standing"

    board: Mapped[BoardKey] = mapped_column(primary_key=True)
    player_id: Mapped[PlayerId] = mapped_column(primary_key=True)
    points: Mapped[Total]
    correct: Mapped[int]
    answered: Mapped[int]
    reached_at_ms: Mapped[Moment]


standings = Base.metadata.tables["standing"]
Index(
    "standing_order",
    standings.c.board,
    standings.c.points.desc(),
    standings.c.reached_at_ms,
    standings.c.player_id,
)
Index("standing_player", standings.c.player_id)

_c = standings.c
_on_board = _c.board == bindparam("board", type_=String)
_points: BindParameter[int] = bindparam("points", type_=BigInteger)
_in_order = (_c.points.desc(), _c.reached_at_ms, _c.player_id)
_in_reverse = (_c.points, _c.reached_at_ms.desc(), _c.player_id.desc())
_names = select(standings, players.c.name).join_from(standings, players)

# From a score down. Among equals, who was there first is listed first.
standings_from = Prepared(
    _names.where(_on_board, _c.points <= _points)
    .order_by(*_in_order)
    .limit(bindparam("most", type_=Integer))
    .offset(bindparam("skipped", type_=Integer))
)

# Written into the statement, so that PostgreSQL plans it once.
MOST_AROUND = 4


def _around() -> Any:
    """Four walks along the index, none longer than that: equals and others, up and down."""
    moment = tuple_(_c.reached_at_ms, _c.player_id)
    own = tuple_(bindparam("reached_at_ms", type_=BigInteger), bindparam("player_id", type_=BigInteger))
    on_board = select(standings).where(_on_board)
    walks = (
        on_board.where(_c.points > _points).order_by(*_in_reverse),
        on_board.where(_c.points == _points, moment < own).order_by(*_in_reverse),
        on_board.where(_c.points == _points, moment >= own).order_by(*_in_order),
        on_board.where(_c.points < _points).order_by(*_in_order),
    )
    most = literal_column(str(MOST_AROUND), Integer)
    found = union_all(*(select(walk.limit(most).subquery()) for walk in walks)).subquery()
    return (
        select(found, players.c.name)
        .join_from(found, players, found.c.player_id == players.c.id)
        .order_by(found.c.points.desc(), found.c.reached_at_ms, found.c.player_id)
    )


# The nearest on each side of a standing, itself among them, and more than were asked for; in order.
standings_around = Prepared(_around())

all_standings = select(standings).order_by(_c.player_id)
standings_of_player = select(standings).where(_c.player_id == bindparam("player_id"))
# Held in the one order in which everybody holds them, so that nobody waits in a circle.
held_standings = (
    select(standings)
    .where(_c.player_id.in_(bindparam("player_ids", expanding=True)))
    .order_by(_c.board, _c.player_id)
    .with_for_update()
)
some_standings_of_board = (
    select(standings)
    .where(_c.board == bindparam("board"))
    .order_by(_c.player_id)
    .limit(bindparam("most"))
    .with_for_update()
)
remove_standing = delete(standings).where(
    _c.board == bindparam("gone_board"), _c.player_id == bindparam("gone_player_id")
)


def _added(insert: Any) -> Any:
    later = insert.excluded.reached_at_ms > _c.reached_at_ms
    sums = {name: _c[name] + insert.excluded[name] for name in ("points", "correct", "answered")}
    reached_at_ms = case((later, insert.excluded.reached_at_ms), else_=_c.reached_at_ms)
    return insert.on_conflict_do_update(
        index_elements=[_c.board, _c.player_id], set_=sums | {"reached_at_ms": reached_at_ms}
    ).returning(_c.board, _c.player_id, _c.points, _c.answered)


def _put(insert: Any) -> Any:
    sums = {name: insert.excluded[name] for name in ("points", "correct", "answered", "reached_at_ms")}
    return insert.on_conflict_do_update(index_elements=[_c.board, _c.player_id], set_=sums)


# Adds to sums on boards, whichever of two rounds that end at once comes first, and gives what they are now.
add_to_standings = PreparedRows(standings, _added)
put_standings = PreparedRows(standings, _put)
