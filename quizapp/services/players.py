"""Who there is: guests and accounts alike, the seats they sit on, and the names they are known by."""

import random
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizapp.errors import NameRefused, NotFound
from quizapp.extensions import db
from quizapp.services.guests import guest_names
from quizapp.services.journal import write_down
from quizapp.services.names import checked_name, could_be_a_name, name_keys
from quizapp.services.seat import Seat
from quizapp.store.player import HELD, account_on_seat
from quizapp.store.player import Player as Player
from quizapp.store.transaction import session_writing

MOST_DRAWS = 100

_SESSION_KEY = "_user_id"  # Flask-Login's
_SEAT = re.compile(r"([0-9]{1,18})\.([0-9]{1,9})", re.ASCII)
_TAKEN = "That name is taken. Choose another."
_LOOKS_TAKEN = "That name looks like the name of another player. Choose another."


def seat_of(session: Mapping[str, Any]) -> Seat | None:
    """The seat that a signed session claims. Whether it still holds, only the database knows."""
    return seat_in(str(session.get(_SESSION_KEY, "")))


def seat_in(text: str) -> Seat | None:
    """The seat written as "<player id>.<epoch>"; see `Player.get_id`."""
    match = _SEAT.fullmatch(text)
    return Seat(int(match[1]), int(match[2])) if match else None


def player_in(seat: Seat) -> Player | None:
    """The player whose seat this is, or None when it has been given up."""
    player = db.session.get(Player, seat.player_id)
    return player if player and _holds(player, seat) else None


def is_account(seat: Seat) -> bool:
    """Whether somebody with an account sits there. Costs a fifth of loading who it is."""
    return account_on_seat.read(player_id=seat.player_id, epoch=seat.epoch) is not None


def player_named(name: str) -> Player:
    """The player of that name, guest or account."""
    player = find_player(name)
    if player is None:
        raise NotFound("There is no player of that name.")
    return player


def find_player(name: str) -> Player | None:
    """The player of that name, however it is capitalised, or None."""
    if not could_be_a_name(name):
        return None
    there = select(Player).where(Player.name_key == name_keys(name)[0], Player.deleted_at_ms.is_(None))
    return db.session.scalar(there)


def new_guest(now_ms: int, source: random.Random | None = None) -> Player:
    """A player who has only begun to play, with a friendly name that nobody else has."""
    for name in islice(guest_names(source or random.SystemRandom()), MOST_DRAWS):
        try:
            with names_guarded(), session_writing() as session:
                guest = newcomer(now_ms)
                take_name(session, guest, name)
                return guest
        except NameRefused:
            continue
    raise NameRefused("Every friendly name is taken. Sign up with one of your own.")


def rename(player: Player, name: str, now_ms: int, actor_id: int | None = None) -> None:
    """Give the player another name, by the same rules as at the sign-up."""
    name = checked_name(name)
    with names_guarded(), session_writing() as session:
        take_name(session, player, name)
        write_down(session, "renamed", now_ms, by=actor_id, about=player.id)


def rename_neutrally(player: Player, now_ms: int, actor_id: int | None, source: random.Random) -> None:
    """Give the player a friendly name in place of one that should not be seen."""
    for name in islice(guest_names(source), MOST_DRAWS):
        try:
            return rename(player, name, now_ms, actor_id)
        except NameRefused:
            continue
    raise NameRefused("Every friendly name is taken. Rename the player at the terminal.")


def player_of_id(player_id: int) -> Player:
    """The player of that number, also one who has left."""
    player = db.session.get(Player, player_id)
    if player is None:
        raise NotFound("There is no player of that number.")
    return player


def all_players() -> list[Player]:
    """Every player who is still there, the last seen first."""
    there = select(Player).where(Player.deleted_at_ms.is_(None))
    return list(db.session.scalars(there.order_by(Player.seen_at_ms.desc(), Player.id)))


def seated(session: Session, seat: Seat | None) -> Player | None:
    """The player on that seat, held until the transaction ends; None when it has been given up."""
    if seat is None:
        return None
    player = session.get(Player, seat.player_id, with_for_update=HELD, populate_existing=True)
    return player if player and _holds(player, seat) else None


def newcomer(now_ms: int) -> Player:
    """Somebody who is not yet kept and has no name yet."""
    return Player(is_guest=True, epoch=0, created_at_ms=now_ms, seen_at_ms=now_ms)


def take_name(session: Session, player: Player, name: str) -> None:
    """Keep the player under the name, or refuse it when another has it or one like it."""
    name_key, lookalike_key = name_keys(name)
    same = or_(Player.name_key == name_key, Player.lookalike_key == lookalike_key)
    others = select(Player.name_key).where(same, Player.id.is_distinct_from(player.id))
    keys = session.scalars(others).all()
    if keys:
        raise NameRefused(_TAKEN if name_key in keys else _LOOKS_TAKEN)
    player.name, player.name_key, player.lookalike_key = name, name_key, lookalike_key
    session.add(player)


@contextmanager
def names_guarded() -> Iterator[None]:
    """Whoever takes a name in the same moment is told by the database; here it becomes a sentence."""
    try:
        yield
    except IntegrityError as error:
        raise NameRefused(_TAKEN) from error


def _holds(player: Player, seat: Seat) -> bool:
    return player.deleted_at_ms is None and player.epoch == seat.epoch
