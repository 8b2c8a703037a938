"""Who is at the other end of a request. The signed session names a player and the epoch it holds for."""

from typing import cast

from flask import session
from flask_login import current_user, login_user

from quizapp.extensions import login_manager
from quizapp.services import players
from quizapp.services.players import Player
from quizapp.services.seat import Seat
from quizapp.web.clock import now_ms

# A phone changes its address from one page to the next; the epoch is what ends a session.
login_manager.session_protection = None


def current_seat() -> Seat | None:
    """The seat that the session claims, without asking the database whether it still holds."""
    return players.seat_of(session)


def seat_or_new_guest() -> Seat:
    """The seat of whoever is playing; who has none is given one, with a friendly name."""
    player = current_player()
    if player is None:
        player = players.new_guest(now_ms())
        _sit_down(player)
    return Seat(player.id, player.epoch)


def current_player() -> Player | None:
    """The guest or account whose session this is."""
    return cast(Player, current_user._get_current_object()) if current_user.is_authenticated else None


def enter(player: Player) -> None:
    """Begin a new session for the player: nothing of the one before stays in it."""
    session.clear()
    _sit_down(player)


def leave() -> None:
    """End this session."""
    session.clear()


def _sit_down(player: Player) -> None:
    login_user(player)
    session.permanent = True


@login_manager.user_loader  # type: ignore[untyped-decorator]
def _player_of(seat: str) -> Player | None:
    claimed = players.seat_in(seat)
    return players.player_in(claimed) if claimed else None
