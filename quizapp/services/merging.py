"""A guest who turns out to have an account: everything played moves there, and counts as if played there.

Of an item that both have answered, only the earlier response is a first one afterwards. So two ways to the
same responses give the same standings, and logging in can never earn points twice.
"""

from sqlalchemy import Connection, case, delete, select, update
from sqlalchemy.orm import Session

from quizapp.services.bookkeeping import recompute_for
from quizapp.services.groups import move_memberships
from quizapp.store.attempt import attempts, held_attempts_of_players
from quizapp.store.flag import flags
from quizapp.store.mark import marks
from quizapp.store.player import Player
from quizapp.store.response import responses


def merge(session: Session, guest: Player, account: Player) -> None:
    """Move all that the guest has played into the account, and remove the guest."""
    connection = session.connection()
    # Lets no other tab answer until the transaction ends. Rounds are held before players, as when they close.
    connection.execute(held_attempts_of_players, {"player_ids": [guest.id, account.id]})
    session.flush()
    _keep_earlier_firsts(connection, guest.id, account.id)
    _drop_double_flags(connection, guest.id, account.id)
    for table in (attempts, responses, flags, marks):
        connection.execute(update(table).where(table.c.player_id == guest.id).values(player_id=account.id))
    move_memberships(connection, guest.id, account.id)
    recompute_for(connection, guest.id, account.id)
    session.delete(guest)


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
