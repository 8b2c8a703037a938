"""Players: guests and accounts alike. A guest has no password; signing up gives the same row one."""

from flask_login import UserMixin
from sqlalchemy import ColumnElement, Text, and_, bindparam, select, true, update
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.extensions import Base
from quizapp.store.columns import Moment, RowId
from quizapp.store.prepared import Prepared


class Player(UserMixin, Base):  # type: ignore[misc]
    """Somebody who plays. `epoch` is also in the session: raising it logs out everywhere."""

    __tablename__ = "player"
    # The number of a removed player never comes back: an old session must not open somebody else's game.
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[RowId]
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    lookalike_key: Mapped[str] = mapped_column(unique=True)
    is_guest: Mapped[bool]
    password_hash: Mapped[str | None]
    email: Mapped[str | None]
    role: Mapped[str] = mapped_column(default="player", server_default="player")
    epoch: Mapped[int] = mapped_column(default=0, server_default="0")
    created_at_ms: Mapped[Moment]
    seen_at_ms: Mapped[Moment]
    deleted_at_ms: Mapped[Moment | None]
    banned_at_ms: Mapped[Moment | None]
    banned_for: Mapped[str] = mapped_column(Text, default="", server_default="")
    pace: Mapped[str] = mapped_column(default="timed", server_default="timed")
    stretch: Mapped[float] = mapped_column(default=1.0, server_default="1.0")
    shortcuts: Mapped[bool] = mapped_column(default=True, server_default=true())
    clock_shown: Mapped[bool] = mapped_column(default=True, server_default=true())

    def get_id(self) -> str:
        """What Flask-Login keeps in the session: the id and the epoch it holds for."""
        return f"{self.id}.{self.epoch}"


# Held as firmly as an update that leaves the id alone: responses that point to the player need not wait,
# and so cannot wait for each other in a circle.
HELD = {"key_share": True}

players = Base.metadata.tables["player"]
# Who has deleted the account or is banned stands on no board.
on_boards = and_(players.c.deleted_at_ms.is_(None), players.c.banned_at_ms.is_(None))


held_player = (
    select(players.c.id).where(players.c.id == bindparam("player_id")).with_for_update(key_share=True)
)


def seat_holds() -> ColumnElement[bool]:
    """The condition that the seat of `player_id` and `epoch` holds: not logged out since, not gone."""
    return and_(
        players.c.id == bindparam("player_id"),
        players.c.epoch == bindparam("epoch"),
        players.c.deleted_at_ms.is_(None),
    )


# Writes one row where the seat holds, none where it does not.
see_player = Prepared(update(players).where(seat_holds()).values(seen_at_ms=bindparam("now_ms")))

# The account that holds the seat; no row for guests.
account_on_seat = Prepared(select(players.c.id).where(seat_holds(), players.c.is_guest.is_(False)))

player_of_name_key = select(players.c.id, players.c.name, players.c.is_guest, players.c.created_at_ms).where(
    players.c.name_key == bindparam("name_key"), players.c.deleted_at_ms.is_(None)
)

# Held in order of their numbers, so that two who hold them all never wait for each other in a circle.
standing_administrators = (
    select(players.c.id)
    .where(players.c.role == "administrator", on_boards)
    .order_by(players.c.id)
    .with_for_update(key_share=True)
)

# The newest first; conditions are added by whoever asks.
players_listed = (
    select(
        *(players.c.id, players.c.name, players.c.is_guest, players.c.role),
        *(players.c.seen_at_ms, players.c.banned_at_ms),
    )
    .where(players.c.deleted_at_ms.is_(None))
    .order_by(players.c.id.desc())
    .limit(bindparam("most"))
)

name_of_player = select(players.c.name).where(
    players.c.id == bindparam("player_id"), players.c.deleted_at_ms.is_(None)
)

# Held against rounds that are closing: they keep hold of the player, see `first_sums_of_attempt`.
held_player = select(players.c.id).where(players.c.id == bindparam("player_id")).with_for_update()
