"""What nobody will come back for, a few rows at a time; when that is so, `services.sweeping` says."""

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    and_,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    true,
    update,
)

from quizapp.store.attempt import attempts
from quizapp.store.draft import changes, decisions, drafts
from quizapp.store.draft_document import documents
from quizapp.store.draft_task import OPEN, tasks
from quizapp.store.group import members
from quizapp.store.player import players
from quizapp.store.response import responses

_most: BindParameter[int] = bindparam("most")
_has_answered = exists().where(responses.c.player_id == players.c.id, responses.c.is_first == true())
_has_joined = exists().where(members.c.player_id == players.c.id)


def quiet_guest(unseen_since_ms: int, silent_since_ms: int) -> ColumnElement[bool]:
    """A guest not seen since the one moment, or since the other without an answer or a group."""
    return and_(
        players.c.is_guest == true(),
        players.c.deleted_at_ms.is_(None),
        or_(
            players.c.seen_at_ms < unseen_since_ms,
            and_(players.c.seen_at_ms < silent_since_ms, ~_has_answered, ~_has_joined),
        ),
    )


last_player_id = select(func.max(players.c.id))

drafts_removed = (
    select(drafts.c.id)
    .where(drafts.c.removed_at_ms < bindparam("removed_before_ms"))
    .order_by(drafts.c.id)
    .limit(_most)
    .with_for_update(skip_locked=True)
)
_of_drafts: BindParameter[int] = bindparam("draft_ids", expanding=True)
# What points to a draft goes first.
forget_drafts = (
    *(
        delete(table).where(table.c.draft_id.in_(_of_drafts))
        for table in (tasks, documents, changes, decisions)
    ),
    delete(drafts).where(drafts.c.id.in_(_of_drafts)),
)

# The newest of each kind stays: the page of the draft tells what came of it.
_later = tasks.alias("later")
tasks_outlived = (
    select(tasks.c.id)
    .where(
        tasks.c.state.not_in(OPEN),
        tasks.c.ended_at_ms < bindparam("ended_before_ms"),
        exists().where(
            _later.c.draft_id == tasks.c.draft_id, _later.c.kind == tasks.c.kind, _later.c.id > tasks.c.id
        ),
    )
    .order_by(tasks.c.id)
    .limit(_most)
)
forget_tasks = delete(tasks).where(tasks.c.id.in_(bindparam("task_ids", expanding=True)))

attempts_with_origin = (
    select(attempts.c.id)
    .where(attempts.c.origin.is_not(None), attempts.c.opened_at_ms < bindparam("opened_before_ms"))
    .limit(_most)
    .with_for_update(skip_locked=True)
)
forget_origins = (
    update(attempts).where(attempts.c.id.in_(bindparam("attempt_ids", expanding=True))).values(origin=None)
)
