"""A guest who turns out to have an account: everything played moves there, and counts as if played there.

Of an item that both have answered, only the earlier response is a first one afterwards. So two ways to the
same responses give the same standings, and logging in can never earn points twice.
"""

from sqlalchemy import Connection, case, delete, select, update
from sqlalchemy.orm import Session

from quizapp.services.bookkeeping import recompute_for
from quizapp.store.attempt import attempts
from quizapp.store.flag import flags
from quizapp.store.player import Player
from quizapp.store.response import responses
from quizapp.store.standing import standings


def merge(session: Session, guest: Player, account: Player) -> None:
    """Move all that the guest has played into the account, and remove the guest."""
    session.flush()
    connection = session.connection()
    _hold_rounds(connection, guest.id, account.id)
    _keep_earlier_firsts(connection, guest.id, account.id)
    _drop_double_flags(connection, guest.id, account.id)
    for table in (attempts, responses, flags):
        connection.execute(update(table).where(table.c.player_id == guest.id).values(player_id=account.id))
    connection.execute(delete(standings).where(standings.c.player_id == guest.id))
    recompute_for(connection, account.id)
    session.delete(guest)


def _hold_rounds(connection: Connection, *player_ids: int) -> None:
    """Let no other tab answer until the transaction ends. SQLite has one writer anyway."""
    both = attempts.c.player_id.in_(player_ids)
    connection.execute(select(attempts.c.id).where(both).order_by(attempts.c.id).with_for_update())


def _keep_earlier_firsts(connection: Connection, guest_id: int, account_id: int) -> None:
    theirs, mine = responses.alias("theirs"), responses.alias("mine")
    same_item = (theirs.c.slug == mine.c.slug) & (theirs.c.item_id == mine.c.item_id)
    # Responses are numbered in the order in which they came in.
    later = select(case((theirs.c.id < mine.c.id, mine.c.id), else_=theirs.c.id)).where(
        same_item,
        theirs.c.player_id == guest_id,
        mine.c.player_id == account_id,
        theirs.c.is_first,
        mine.c.is_first,
    )
    connection.execute(update(responses).where(responses.c.id.in_(later)).values(is_first=False))


def _drop_double_flags(connection: Connection, guest_id: int, account_id: int) -> None:
    mine = flags.alias("mine")
    doubled = (
        select(mine.c.id)
        .where(
            mine.c.player_id == account_id,
            mine.c.slug == flags.c.slug,
            mine.c.item_id == flags.c.item_id,
            mine.c.reason == flags.c.reason,
        )
        .exists()
    )
    connection.execute(delete(flags).where(flags.c.player_id == guest_id, doubled))
