"""How the scores of a board spread, counted from its tree: the same work however many stand there."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Select,
    String,
    bindparam,
    column,
    func,
    literal_column,
    select,
    values,
)

from quizapp.domain.board_tree import FAN_OUT, LEVELS, TOP
from quizapp.domain.spread import MOST_BARS
from quizapp.store.board_tree import buckets, place, size
from quizapp.store.player import players, seat_holds
from quizapp.store.prepared import Prepared
from quizapp.store.standing import standings
from quizapp.store.transaction import Direct

_b = buckets.c
_board: BindParameter[str] = bindparam("board", type_=String)


MOST_SCORES = MOST_BARS


def counts_above(connection: Direct, board: str, scores: Sequence[int]) -> list[int]:
    """How many stand on the board with more than each of these scores."""
    # One statement for any number of them, so that it is compiled once.
    padded = [*scores, *[scores[-1]] * (MOST_SCORES - len(scores))]
    named = {f"score_{number}": points for number, points in enumerate(padded)}
    return [row.n for row in _counts_above.all(connection, board=board, **named)][: len(scores)]


def _counting_above() -> Select[Any]:
    given = values(column("number", BigInteger), column("points", BigInteger), name="given")
    score = given.data(
        [
            (literal_column(str(number)), bindparam(f"score_{number}", type_=BigInteger))
            for number in range(MOST_SCORES)
        ]
    ).cte("score")
    above = place(_board, score.c.points) - literal_column("1")
    return select(above.label("n")).select_from(score).order_by(score.c.number)


_counts_above = Prepared(_counting_above())


def _extent() -> Select[Any]:
    """The way down the tree to the lowest score and to the highest: at most 64 buckets on each level."""
    there = (_b.board == _board, _b.n > 0)
    ends = select(func.min(_b.bucket).label("low"), func.max(_b.bucket).label("high"))
    step = ends.where(*there, _b.level == TOP).cte(f"level_{TOP}")
    for level in reversed(LEVELS[:TOP]):
        low, high = (
            select(end(_b.bucket)).where(*there, _b.level == level, _is_under(above)).scalar_subquery()
            for end, above in ((func.min, step.c.low), (func.max, step.c.high))
        )
        step = select(low.label("low"), high.label("high")).select_from(step).cte(f"level_{level}")
    return select(step.c.low, step.c.high, size(_board).label("size"))


def _is_under(above: ColumnElement[int]) -> ColumnElement[bool]:
    return _b.bucket.between(above * FAN_OUT, above * FAN_OUT + (FAN_OUT - 1))


# The lowest and the highest score, and how many stand on the board; nothing, nothing and 0 when it is empty.
extent_of_board = Prepared(_extent())

placed_standings_of_seat = (
    select(
        *(standings.c.board, standings.c.points),
        place(standings.c.board, standings.c.points).label("place"),
        size(standings.c.board).label("size"),
    )
    .join_from(standings, players)
    .where(standings.c.board.in_(bindparam("boards", expanding=True)), seat_holds())
)
