"""How the scores on each board spread, in buckets that grow by 64: a rank costs the same on any board."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    String,
    bindparam,
    column,
    delete,
    func,
    insert,
    literal_column,
    select,
    union_all,
    values,
)
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.domain.board_tree import FAN_OUT, LEVELS, TOP, width
from quizapp.extensions import Base
from quizapp.store.columns import BoardKey, Total
from quizapp.store.player import players, seat_holds
from quizapp.store.prepared import Prepared
from quizapp.store.prepared_rows import PreparedRows
from quizapp.store.standing import standings


class Bucket(Base):
    """How many standings of a board have `points // 64 ** level == bucket`, on levels 0 to 3."""

    __tablename__ = "board_tree"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    board: Mapped[BoardKey] = mapped_column(primary_key=True)
    level: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    bucket: Mapped[Total] = mapped_column(primary_key=True, autoincrement=False)
    n: Mapped[Total]


buckets = Base.metadata.tables["board_tree"]
_c = buckets.c

# How wide the buckets of each level are, and what turns one's number into that of the last beside it.
_levels = (
    values(
        *(column(name, BigInteger) for name in ("level", "width", "rest")), name="levels", literal_binds=True
    )
    .data([(level, width(level), FAN_OUT - 1 if level < TOP else 2**63 - 1) for level in LEVELS])
    .cte("levels")
)


def place(board: ColumnElement[str], points: ColumnElement[int]) -> ColumnElement[int]:
    """The place of so many points there: one more than there are standings in the buckets above."""
    own = points // _levels.c.width
    beside = _counted(
        _c.board == board,
        _c.level == _levels.c.level,
        _c.bucket > own,
        _c.bucket <= own.bitwise_or(_levels.c.rest),
    )
    above = select(func.sum(beside).cast(BigInteger)).select_from(_levels).scalar_subquery()
    return _number(1) + func.coalesce(above, _number(0))


def size(board: ColumnElement[str]) -> ColumnElement[int]:
    """How many stand on the board."""
    return func.coalesce(_counted(_c.board == board, _c.level == _number(TOP)), _number(0))


def _counted(*which: ColumnElement[bool]) -> ColumnElement[int]:
    # PostgreSQL sums whole numbers of 64 bits to a `numeric`, which Python would have as a Decimal.
    total = select(func.sum(_c.n).cast(BigInteger)).where(*which).correlate_except(buckets)
    return total.scalar_subquery()


def _number(value: int) -> ColumnElement[int]:
    """A number written into the statement, so that the planner knows it."""
    return literal_column(str(value), BigInteger)


_board: BindParameter[str] = bindparam("board", type_=String)

place_of_points = Prepared(select(place(_board, bindparam("points", type_=BigInteger)).label("place")))
standing_of_seat = Prepared(
    select(
        standings,
        place(standings.c.board, standings.c.points).label("place"),
        size(standings.c.board).label("size"),
    )
    .join_from(standings, players)
    .where(standings.c.board == _board, seat_holds())
)
size_of_board = Prepared(select(size(_board).label("size")))

# The buckets of a level from the highest score down, between two bounds.
buckets_between = Prepared(
    select(_c.bucket, _c.n)
    .where(
        _c.board == _board,
        _c.level == bindparam("level", type_=Integer),
        _c.bucket.between(bindparam("lowest", type_=BigInteger), bindparam("highest", type_=BigInteger)),
        _c.n > 0,
    )
    .order_by(_c.bucket.desc())
)

add_to_buckets = PreparedRows(
    buckets,
    lambda added: added.on_conflict_do_update(
        index_elements=[_c.board, _c.level, _c.bucket], set_={"n": _c.n + added.excluded.n}
    ),
)

board_after = Prepared(select(_c.board).where(_c.board > _board).order_by(_c.board).limit(1))
remove_empty_buckets = Prepared(delete(buckets).where(_c.board == _board, _c.n == 0))
remove_all_buckets = delete(buckets)


def _spread(level: int) -> Select[Any]:
    """How the standings are to be counted on a level."""
    s = standings.c
    bucket = (s.points // _number(width(level)) if level else s.points).label("bucket")
    return select(s.board, _number(level).label("level"), bucket, func.count().label("n")).group_by(
        s.board, bucket
    )


_spread_of_all = union_all(*(_spread(level) for level in LEVELS))
# In order, so that neighbours lie beside each other.
count_standings = insert(buckets).from_select(
    ["board", "level", "bucket", "n"], _spread_of_all.order_by("board", "level", "bucket")
)


def _wrong_buckets() -> Select[Any]:
    counted = _spread_of_all.subquery("counted").c
    both = union_all(
        select(_c.board, _c.level, _c.bucket, _c.n.label("kept"), _number(0).label("counted")),
        select(counted.board, counted.level, counted.bucket, _number(0), counted.n),
    ).subquery("both")
    kept, now = (func.sum(both.c[name]).cast(BigInteger) for name in ("kept", "counted"))
    return (
        select(both.c.board, both.c.level, both.c.bucket, kept.label("kept"), now.label("counted"))
        .group_by(both.c.board, both.c.level, both.c.bucket)
        .having(kept != now)
        .order_by(both.c.board, both.c.level, both.c.bucket)
    )


# Those that do not count the standings there are.
wrong_buckets = _wrong_buckets()
