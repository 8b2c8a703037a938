"""Attempts: one player in one round. The round itself follows from digest, seed and length."""

from sqlalchemy import ForeignKey, Index, String, and_, bindparam, false, func, insert, select, true, update
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.extensions import Base
from quizapp.store.columns import Moment, PlayerId, RowId, Total
from quizapp.store.player import on_boards, players, seat_holds
from quizapp.store.prepared import Prepared
from quizapp.store.published_pack import published_packs
from quizapp.store.response import earliest_ids, responses, sums


class Attempt(Base):
    """Where a player stands in a round; open as long as `closed_at_ms` is empty.

    `corrections` is that of its edition: it changes with it, so that whoever holds this row knows the keys.
    `origin` tells rounds of one address apart from others without keeping the address. `looked_over`: whether
    it has been looked at for unlikely play.
    """

    __tablename__ = "attempt"

    id: Mapped[RowId]
    public_id: Mapped[str] = mapped_column(unique=True)
    player_id: Mapped[PlayerId]
    slug: Mapped[str]
    digest: Mapped[str] = mapped_column(ForeignKey("published_pack.digest"))
    seed: Mapped[str]
    length: Mapped[int]
    pace: Mapped[str]
    stretch: Mapped[float]
    position: Mapped[int]
    revealed: Mapped[bool]
    shown_at_ms: Mapped[Moment]
    opened_at_ms: Mapped[Moment]
    touched_at_ms: Mapped[Moment]
    closed_at_ms: Mapped[Moment | None]
    points: Mapped[Total]
    correct: Mapped[int]
    streak: Mapped[int]
    best_streak: Mapped[int]
    corrections: Mapped[int] = mapped_column(default=0, server_default="0")
    origin: Mapped[str | None]
    looked_over: Mapped[bool] = mapped_column(server_default=false())


attempts = Base.metadata.tables["attempt"]
_is_open = attempts.c.closed_at_ms.is_(None)
Index("attempt_player", attempts.c.player_id, attempts.c.opened_at_ms)
Index("attempt_slug", attempts.c.slug)
Index("attempt_origin", attempts.c.origin, attempts.c.opened_at_ms)
Index("attempt_open", attempts.c.touched_at_ms, sqlite_where=_is_open, postgresql_where=_is_open)
_to_look_over = and_(attempts.c.closed_at_ms.is_not(None), attempts.c.looked_over == false())
Index(
    "attempt_to_look_over",
    attempts.c.closed_at_ms,
    sqlite_where=_to_look_over,
    postgresql_where=_to_look_over,
)

_theirs = and_(attempts.c.public_id == bindparam("public_id"), seat_holds())
_with_player = attempts.join(players, players.c.id == attempts.c.player_id)
_its_response = and_(responses.c.attempt_id == attempts.c.id, attempts.c.revealed == true())

_given = [column for column in attempts.c if column.name not in ("id", "corrections", "looked_over")]
# On PostgreSQL the edition is held against a correction, which would not find this attempt yet.
insert_attempt = Prepared(
    insert(attempts).from_select(
        [*(column.name for column in _given), "corrections"],
        select(
            *(bindparam(column.name, type_=column.type) for column in _given), published_packs.c.corrections
        )
        .where(published_packs.c.digest == bindparam("digest"))
        .with_for_update(read=True, key_share=True),
    )
)

# What a round follows from never changes, so that whoever has read it may keep it.
drawn_from = Prepared(
    select(attempts.c.digest, attempts.c.seed, attempts.c.length).where(
        attempts.c.public_id == bindparam("public_id")
    )
)

attempt_of_seat = select(attempts).select_from(_with_player).where(_theirs)

# What the rules and the boards need to know. Each further column is paid for at every answer.
_in_play = (
    *(attempts.c.id, attempts.c.public_id, attempts.c.player_id, attempts.c.slug),
    *(attempts.c.pace, attempts.c.stretch, attempts.c.position, attempts.c.revealed),
    *(attempts.c.shown_at_ms, attempts.c.closed_at_ms, attempts.c.points, attempts.c.correct),
    *(attempts.c.streak, attempts.c.best_streak, attempts.c.corrections),
)
_judged = [
    responses.c[name].label(f"response_{name}")
    for name in ("item_id", "option", "correct", "late", "elapsed_ms", "points")
]

# Held until the transaction ends: on PostgreSQL a second click waits here for the first.
attempt_in_play = Prepared(
    select(*_in_play).select_from(_with_player).where(_theirs).with_for_update(of=attempts)
)

# With the latest response, which belongs to the item on screen if that has been answered.
attempt_on_screen = Prepared(
    select(*_in_play, *_judged)
    .select_from(_with_player.outerjoin(responses, _its_response))
    .where(_theirs)
    .order_by(responses.c.id.desc())
    .limit(1)
)

save_attempt = Prepared(
    update(attempts)
    .where(attempts.c.id == bindparam("attempt_id"))
    .values(
        {
            name: bindparam(name)
            for name in (
                *("position", "revealed", "shown_at_ms", "touched_at_ms", "closed_at_ms"),
                *("points", "correct", "streak", "best_streak"),
            )
        }
    )
)

newest_open_attempt = Prepared(
    select(attempts.c.public_id)
    .select_from(_with_player)
    .where(seat_holds(), _is_open)
    .where(attempts.c.slug == func.coalesce(bindparam("wanted_slug", type_=String), attempts.c.slug))
    .order_by(attempts.c.opened_at_ms.desc(), attempts.c.id.desc())
    .limit(1)
)

# What another process is closing at this moment is left to it.
attempts_left = Prepared(
    select(attempts)
    .where(_is_open, attempts.c.touched_at_ms <= bindparam("touched_until_ms"))
    .order_by(attempts.c.touched_at_ms)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)

close_attempt = Prepared(
    update(attempts)
    .where(attempts.c.id == bindparam("attempt_id"))
    .values(closed_at_ms=bindparam("left_at_ms"))
)

held_attempts_of_players = (
    select(attempts.c.id)
    .where(attempts.c.player_id.in_(bindparam("player_ids", expanding=True)))
    .order_by(attempts.c.id)
    .with_for_update()
)

latest_attempts_of_player = (
    select(attempts)
    .where(attempts.c.player_id == bindparam("player_id"))
    .order_by(attempts.c.opened_at_ms.desc(), attempts.c.id.desc())
    .limit(bindparam("most"))
)

plays_of_pack = select(func.count()).select_from(attempts).where(attempts.c.slug == bindparam("slug"))

rounds_of_player = select(
    func.count().label("rounds"), func.coalesce(func.max(attempts.c.best_streak), 0).label("best_streak")
).where(attempts.c.player_id == bindparam("player_id"), attempts.c.closed_at_ms.is_not(None))

# What each closed attempt adds to the boards, of players who may stand there.
_closed_first_sums = (
    select(attempts.c.player_id, attempts.c.slug, attempts.c.pace, attempts.c.closed_at_ms, *sums)
    .select_from(_with_player.join(responses, responses.c.attempt_id == attempts.c.id))
    .where(attempts.c.closed_at_ms.is_not(None), on_boards)
    .group_by(attempts.c.id)
)
first_sums_of_players = _closed_first_sums.where(
    attempts.c.player_id.in_(bindparam("player_ids", expanding=True)), responses.c.is_first == true()
)
# The marks are not trusted here but found anew.
first_sums_of_all = _closed_first_sums.where(responses.c.id.in_(earliest_ids)).order_by(attempts.c.player_id)
