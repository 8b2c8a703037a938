"""Bans: a player is shut out by an administrator, says why, and can be let in again."""

from sqlalchemy.orm import Session

from quizapp.errors import LogInRefused, Malformed, NotAllowed
from quizapp.services.bookkeeping import leave_boards, return_to_boards
from quizapp.services.flagging import readable
from quizapp.services.journal import write_down
from quizapp.services.players import Player
from quizapp.services.roles import require_another_administrator
from quizapp.store.attempt import held_attempts_of_players
from quizapp.store.player import HELD
from quizapp.store.player import Player as PlayerRow
from quizapp.store.transaction import session_writing

LONGEST_REASON = 200


def ban(player: Player, reason: str, now_ms: int, actor_id: int | None = None) -> None:
    """Shut the player out: every session ends, no log-in, no place on any board. Responses stay."""
    reason = _checked(reason)
    if actor_id == player.id:
        raise NotAllowed("Nobody can ban themself. Another administrator can.")
    with session_writing() as session:
        held = _held(session, player.id)
        if held.deleted_at_ms is not None:
            raise Malformed("That player has left.")
        if held.banned_at_ms is not None:
            return
        if actor_id is not None:
            require_another_administrator(session, held)
        held.banned_at_ms, held.banned_for = now_ms, reason
        held.epoch += 1
        session.flush()
        leave_boards(session.connection(), held.id)
        write_down(session, "banned", now_ms, by=actor_id, about=held.id)


def unban(player: Player, now_ms: int, actor_id: int | None = None) -> None:
    """Let the player in again, with every place that their responses have earned."""
    with session_writing() as session:
        held = _held(session, player.id)
        if held.banned_at_ms is None:
            return
        held.banned_at_ms, held.banned_for = None, ""
        session.flush()
        return_to_boards(session.connection(), held.id)
        write_down(session, "unbanned", now_ms, by=actor_id, about=held.id)


def require_not_banned(player: Player) -> None:
    """Refuse a banned player, and say why and what can be done."""
    if player.banned_at_ms is not None:
        raise LogInRefused(
            f"This account is banned: {player.banned_for} If you think that this is wrong, write to whoever "
            "runs this site and give them your name; they can lift the ban, and nothing you earned is lost."
        )


def _held(session: Session, player_id: int) -> Player:
    """The player, held until the transaction ends; their rounds before them, as when a round closes."""
    session.execute(held_attempts_of_players, {"player_ids": [player_id]})
    return session.get_one(PlayerRow, player_id, with_for_update=HELD, populate_existing=True)


def _checked(reason: str) -> str:
    """The reason as a sentence that the player can read."""
    reason = readable(reason)
    if not reason:
        raise Malformed("Say why. The player reads it when they try to log in.")
    if len(reason) > LONGEST_REASON:
        raise Malformed(f"That is {len(reason)} characters; at most {LONGEST_REASON} fit.")
    return reason if reason[-1] in ".!?" else f"{reason}."
