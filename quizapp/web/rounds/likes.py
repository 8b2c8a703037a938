"""How a player likes to play, kept in the session too: the page of a round loads no player."""

from typing import NamedTuple

from flask import session

from quizapp.domain.round import Pace
from quizapp.services import accounts
from quizapp.services.players import Player

_KEY = "likes"


class Likes(NamedTuple):
    """What the page of a round needs to know."""

    shortcuts: bool = True
    clock_shown: bool = True


def likes() -> Likes:
    """The likes of whoever plays in this session."""
    return Likes(*session.get(_KEY, ()))


def remember(player: Player) -> None:
    """Bring the session up to date with the player's settings."""
    current = Likes(player.shortcuts, player.clock_shown)
    if current != likes():
        session[_KEY] = list(current)


def remember_pace(player: Player, pace: Pace) -> None:
    """Make this pace the one that is offered first from now on."""
    if (player.pace, player.stretch) != (pace.name, pace.stretch):
        accounts.save_settings(player, pace, shortcuts=player.shortcuts, clock_shown=player.clock_shown)
