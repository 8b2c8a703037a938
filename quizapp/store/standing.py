"""Standings: the rows of the leaderboards, derived from responses and kept for quick reading."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Index,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.extensions import Base
from quizapp.store.columns import Moment, PlayerId, Total
from quizapp.store.player import players, seat_holds
from quizapp.store.prepared import Prepared, new_row
from quizapp.store.transaction import insert_into


class Standing(Base):
    """One player's sums on one board; `board` is the key of a `domain.leaderboard.Board`."""

    __tablename__ = "standing"

    board: Mapped[str] = mapped_column(primary_key=True)
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
_on_board = _c.board == bindparam("board")
_points: BindParameter[int] = bindparam("points", type_=BigInteger)
_in_order = (_c.points.desc(), _c.reached_at_ms, _c.player_id)

size_of_board = select(func.count()).where(_on_board)
# Those ahead share no place with the player: equal points, equal place.
ahead_on_board = select(func.count()).where(_on_board, _c.points > _points)
# Those listed before the player, among equals by who was there first.
listed_before = select(func.count()).where(
    _on_board,
    or_(
        _c.points > _points,
        and_(_c.points == _points, _c.reached_at_ms < bindparam("reached_at_ms")),
        and_(
            _c.points == _points,
            _c.reached_at_ms == bindparam("reached_at_ms"),
            _c.player_id < bindparam("player_id"),
        ),
    ),
)
standings_listed = (
    select(standings, players.c.name)
    .join_from(standings, players)
    .where(_on_board)
    .order_by(*_in_order)
    .limit(bindparam("most"))
    .offset(bindparam("skipped"))
)
standing_of_seat = select(standings).join_from(standings, players).where(_on_board, seat_holds())
all_standings = select(standings)
insert_standing = insert(standings)
standings_of_player = select(standings).where(_c.player_id == bindparam("player_id"))
remove_standings_of_players = delete(standings).where(
    _c.player_id.in_(bindparam("gone_player_ids", expanding=True))
)
remove_standing = delete(standings).where(
    _c.board == bindparam("gone_board"), _c.player_id == bindparam("gone_player_id")
)


def _add_to_standing(dialect: str) -> Any:
    added = insert_into(standings, dialect).values(new_row(standings))
    later = added.excluded.reached_at_ms > _c.reached_at_ms
    sums = {name: _c[name] + added.excluded[name] for name in ("points", "correct", "answered")}
    reached_at_ms = case((later, added.excluded.reached_at_ms), else_=_c.reached_at_ms)
    return added.on_conflict_do_update(
        index_elements=[_c.board, _c.player_id], set_=sums | {"reached_at_ms": reached_at_ms}
    )


# Adds to a player's sums on a board, whichever of two rounds that end at once comes first.
add_to_standing = Prepared(_add_to_standing)
