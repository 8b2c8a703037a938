"""Taking one's data along, and leaving. Responses stay, without a name: they say how hard items are."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, select, true, update

from quizapp.services.bookkeeping import leave_boards
from quizapp.services.groups import exported_groups, leave_all_groups
from quizapp.services.journal import write_down
from quizapp.services.names import deleted_name, name_keys
from quizapp.services.passwords import require_match
from quizapp.store.attempt import attempts, held_attempts_of_players
from quizapp.store.draft import changes, decisions, drafts
from quizapp.store.draft_document import documents
from quizapp.store.draft_task import tasks
from quizapp.store.flag import flags
from quizapp.store.journal import journal
from quizapp.store.mark import marks
from quizapp.store.player import Player, players
from quizapp.store.response import responses
from quizapp.store.standing import standings
from quizapp.store.transaction import reading_all_at_once, session_writing

# What opens the account, and what only this program can read.
_KEPT_BACK = {"password_hash", "name_key", "lookalike_key", "epoch", "player_id", "owner_id", "worth"}
_KEPT_BACK |= {"origin", "looked_over", "actor_id", "settled_by"}


def export_player(player: Player) -> dict[str, Any]:
    """Everything that is kept about the player, as it stands in the database."""
    player_id = player.id
    with reading_all_at_once() as connection:
        own = _rows(connection, players, players.c.id == player_id)
        kept = {
            table.name + "s": _rows(connection, table, table.c.player_id == player_id)
            for table in (attempts, responses, standings, flags, marks)
        }
        happened = _rows(connection, journal, journal.c.player_id == player_id)
        written = _rows(connection, drafts, drafts.c.owner_id == player_id)
        in_groups = exported_groups(connection, player_id)
        read = _rows(connection, documents, documents.c.draft_id.in_(_drafts_of(player_id)))
    # What was uploaded is at hand; its text is what was read of it.
    given = [{name: value for name, value in each.items() if name != "source"} for each in read]
    mine = {"drafts": written, "documents": given, "groups": in_groups, "journal": happened}
    return {"player": own[0] if own else {}, **kept, **mine}


def delete_account(player: Player, password: str, now_ms: int) -> None:
    """Forget who the player was, once the password is right; a guest has none to give."""
    if not player.is_guest:
        require_match(player.password_hash, password)
    forget_player(player, now_ms, player.id)


def forget_player(
    player: Player, now_ms: int, actor_id: int | None = None, still: ColumnElement[bool] | None = None
) -> bool:
    """Free the name, drop all that is personal, leave every group and board, and end every session.

    With `still` only where that still holds of the player; whether it has been done.
    """
    with session_writing() as session:
        held = select(Player.id).where(Player.id == player.id, true() if still is None else still)
        if session.scalar(held.with_for_update(key_share=True)) is None:
            return False
        # Rounds before the player is changed, as they are held when a round closes; their moves are then on
        # the boards. A player who is only held keeps nobody waiting who closes one.
        session.execute(held_attempts_of_players, {"player_ids": [player.id]})
        # Before the name goes: whoever hands a group to this player holds the group, and waits for the row.
        leave_all_groups(session.connection(), player.id)
        player.name = deleted_name(player.id)
        player.name_key, player.lookalike_key = name_keys(player.name)
        player.password_hash = player.email = None
        player.deleted_at_ms = now_ms
        player.epoch += 1
        mine = attempts.c.player_id == player.id
        # Otherwise the sweep of left rounds would end them later, and put the player back on a board.
        session.execute(
            update(attempts).where(mine, attempts.c.closed_at_ms.is_(None)).values(closed_at_ms=now_ms)
        )
        session.execute(update(attempts).where(mine).values(origin=None))
        session.execute(delete(marks).where(marks.c.player_id == player.id))
        session.flush()
        leave_boards(session.connection(), player.id)
        # What was published stays, without a name; what was not goes, with all that was uploaded for it.
        player.role = "player"
        for table in (tasks, documents, changes, decisions):
            session.execute(delete(table).where(table.c.draft_id.in_(_drafts_of(player.id))))
        session.execute(delete(drafts).where(drafts.c.owner_id == player.id))
        if not player.is_guest:
            write_down(session, "account-deleted", now_ms, by=actor_id, about=player.id)
    return True


def _drafts_of(player_id: int) -> Select[Any]:
    return select(drafts.c.id).where(drafts.c.owner_id == player_id)


def _rows(connection: Connection, table: Table, condition: Any) -> Sequence[dict[str, Any]]:
    columns = [column for column in table.c if column.name not in _KEPT_BACK]
    rows = connection.execute(select(*columns).where(condition).order_by(*table.primary_key))
    return [dict(row) for row in rows.mappings()]
