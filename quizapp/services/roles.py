"""Who may do what with packs: everybody plays, authors publish, administrators look after the shelf."""

from flask import current_app
from sqlalchemy.orm import Session

from quizapp.errors import Malformed, NotAllowed
from quizapp.services.journal import write_down
from quizapp.services.players import Player
from quizapp.store.player import standing_administrators
from quizapp.store.transaction import session_writing

ROLES = ("player", "author", "administrator")
HOW_TO_PUBLISH = (
    "Publishing is open to authors. Whoever runs this game makes you one with "
    "`quizapp player promote NAME --author`; your draft is kept until then."
)


def give_role(player: Player, role: str, now_ms: int, actor_id: int | None = None) -> None:
    """Make the account a player, an author or an administrator."""
    if role not in ROLES:
        raise Malformed(f"There is no role {role!r}; there are {', '.join(ROLES)}.")
    if player.is_guest:
        raise Malformed("A guest has no role. Signing up comes first.")
    with session_writing() as session:
        if actor_id is not None and role != "administrator":
            require_another_administrator(session, player)
        before, player.role = player.role, role
        if role != before:
            write_down(
                session, "role-changed", now_ms, by=actor_id, about=player.id, detail=f"{before} to {role}"
            )


def require_another_administrator(session: Session, player: Player) -> None:
    """Refuse to lose the last administrator; held, so that two cannot take each other's role at once."""
    if player.role != "administrator":
        return
    held = session.execute(standing_administrators).scalars().all()
    if set(held) <= {player.id}:
        raise NotAllowed("This is the last administrator. Make somebody else one first.")


def may_publish(player: Player) -> bool:
    """Whether the account may put packs on the shelf."""
    if player.is_guest:
        return False
    open_to_all: bool = current_app.extensions["quizapp_settings"].open_publishing
    return open_to_all or player.role in ("author", "administrator")


def require_author(player: Player) -> None:
    """Refuse whoever may not publish, and say how they can."""
    if not may_publish(player):
        raise NotAllowed(HOW_TO_PUBLISH)


def is_administrator(player: Player | None) -> bool:
    """Whether the player looks after all packs."""
    return player is not None and not player.is_guest and player.role == "administrator"
