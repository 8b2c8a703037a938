"""Accounts: signing up, logging in and out, and what a player has chosen.

A guest is a player without a password; signing up gives the same row one, so that everything comes along.
"""

from quizapp.domain.round import Pace
from quizapp.errors import LogInRefused
from quizapp.services.banning import require_not_banned
from quizapp.services.journal import write_down, write_down_failure
from quizapp.services.leaving import delete_account, export_player
from quizapp.services.merging import merge
from quizapp.services.names import checked_name
from quizapp.services.passwords import checked_password, hashed, is_outdated, matches, require_match
from quizapp.services.players import (
    find_player,
    names_guarded,
    new_guest,
    newcomer,
    seat_of,
    seated,
    take_name,
)
from quizapp.services.seat import Seat
from quizapp.store.player import HELD, Player
from quizapp.store.transaction import session_writing, writing

__all__ = [
    "change_password",
    "delete_account",
    "export_player",
    "log_in",
    "log_out_everywhere",
    "new_guest",
    "save_settings",
    "seat_of",
    "set_password",
    "sign_up",
]


def sign_up(seat: Seat | None, name: str, password: str, email: str | None, now_ms: int) -> Player:
    """The new account. Whoever sat there as a guest becomes it, with all that they have played."""
    name = checked_name(name)
    password_hash = hashed(checked_password(password, name))
    with names_guarded(), session_writing() as session:
        player = seated(session, seat) or newcomer(now_ms)
        if not player.is_guest:
            raise LogInRefused("You have an account already. Log out before you make another.")
        take_name(session, player, name)
        player.is_guest = False
        player.password_hash = password_hash
        player.email = email or None
        player.seen_at_ms = now_ms
        # A copy of the guest's cookie, left on another device, does not open the account.
        player.epoch += 1
        session.flush()
        write_down(session, "sign-up", now_ms, by=player.id, about=player.id)
    return player


def log_in(seat: Seat | None, name: str, password: str, now_ms: int) -> Player:
    """The account of that name and password. What was played as a guest before is merged into it."""
    found = find_player(name)
    kept = found.password_hash if found else None
    # Hashing takes long on purpose: it is done before the transaction, which keeps others waiting.
    if not matches(kept, password) or found is None or kept is None:
        if found and kept:
            with writing() as connection:
                write_down_failure(connection, found.id, now_ms)
        raise LogInRefused("Name and password do not belong together.")
    renewed = hashed(password) if is_outdated(kept) else kept
    with session_writing() as session:
        player = session.get_one(Player, found.id, with_for_update=HELD, populate_existing=True)
        if player.password_hash != kept:
            raise LogInRefused("The password has just been changed. Log in with the new one.")
        require_not_banned(player)
        guest = seated(session, seat)
        if guest and guest.is_guest:
            merge(session, guest, player)
        player.password_hash = renewed
        player.seen_at_ms = now_ms
        write_down(session, "log-in", now_ms, by=player.id, about=player.id)
    return player


def log_out_everywhere(player: Player, now_ms: int, actor_id: int | None) -> None:
    """End every session of the player, on every device."""
    with session_writing() as session:
        session.refresh(player, with_for_update=HELD)
        player.epoch += 1
        write_down(session, "log-out-everywhere", now_ms, by=actor_id, about=player.id)


def change_password(player: Player, current: str, new: str, now_ms: int) -> None:
    """Take a new password from somebody who knows the one so far; see `set_password`."""
    require_match(player.password_hash, current)
    set_password(player, new, now_ms, player.id)


def set_password(player: Player, password: str, now_ms: int, actor_id: int | None = None) -> None:
    """Give the account a password. Every session so far ends; a caller who goes on opens one anew."""
    if player.is_guest:
        raise LogInRefused("A guest has no password. Signing up gives one.")
    password_hash = hashed(checked_password(password, player.name))
    with session_writing() as session:
        session.refresh(player, with_for_update=HELD)
        player.password_hash = password_hash
        player.epoch += 1
        write_down(session, "password-changed", now_ms, by=actor_id, about=player.id)


def save_settings(player: Player, pace: Pace, *, shortcuts: bool, clock_shown: bool) -> None:
    """Keep how the player likes to play."""
    with session_writing():
        player.pace = pace.name
        player.stretch = pace.stretch
        player.shortcuts = shortcuts
        player.clock_shown = clock_shown
