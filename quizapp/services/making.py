"""Having questions made from the documents of a draft: asked for, watched and called off by its author."""

import json
from typing import Any

from sqlalchemy import Connection

from quizapp.domain.making import READING_DOCUMENTS, Making
from quizapp.errors import Malformed, NotFound
from quizapp.services.drafting import NO_SUCH_DRAFT
from quizapp.services.queueing import queue_task, ring
from quizapp.store import draft_document, draft_task
from quizapp.store.draft import head_by_id, head_of_draft, held_head_by_id, held_head_of_draft
from quizapp.store.transaction import reading, writing

KIND = "making"
# Waiting for so long means that no worker is there, or that it has much to do.
LONG_WAIT_MS = 30_000


def ask_for_making(owner_id: int, public_id: str, now_ms: int) -> Making:
    """The making of that draft: the one that is open, or a new one."""
    with writing() as connection:
        draft = connection.execute(held_head_of_draft, {"owner_id": owner_id, "public_id": public_id}).first()
        if draft is None:
            raise NotFound(NO_SUCH_DRAFT)
        row = _queued(connection, draft.id, now_ms)
    ring(row.id)
    return _making(row)


def ask_for_the_rest(draft_id: int, now_ms: int) -> None:
    """One more making where documents came while the last one ran."""
    with writing() as connection:
        draft = connection.execute(held_head_by_id, {"draft_id": draft_id}).first()
        left = connection.execute(draft_document.unread_of_draft, {"draft_id": draft_id}).first()
        if left is None or draft is None or draft.removed_at_ms is not None:
            return
        row = _queued(connection, draft_id, now_ms)
    ring(row.id)


def making_of(owner_id: int, public_id: str) -> Making | None:
    """The latest making of that draft; None before the first."""
    with reading() as connection:
        draft = connection.execute(head_of_draft, {"owner_id": owner_id, "public_id": public_id}).first()
        if draft is None:
            raise NotFound(NO_SUCH_DRAFT)
        row = connection.execute(draft_task.newest_task, {"draft_id": draft.id, "kind": KIND}).first()
    return _making(row) if row else None


def cancel_making(owner_id: int, public_id: str, now_ms: int) -> None:
    """Call the open making off; the worker drops it as soon as it looks up. The draft stays as it is."""
    with writing() as connection:
        # Held as by whoever writes the result down: either that is in the draft, or it never comes.
        draft = connection.execute(held_head_of_draft, {"owner_id": owner_id, "public_id": public_id}).first()
        if draft is None:
            raise NotFound(NO_SUCH_DRAFT)
        row = connection.execute(draft_task.newest_task, {"draft_id": draft.id, "kind": KIND}).first()
        if row is not None and row.state in draft_task.OPEN:
            ended = {"state": "cancelled", "cancelled": True, "ended_at_ms": now_ms}
            connection.execute(draft_task.change_task.values(**ended), {"task_id": row.id})


def is_still_wanted(draft_id: int) -> bool:
    """Whether the draft is still on its author's shelf."""
    with reading() as connection:
        draft = connection.execute(head_by_id, {"draft_id": draft_id}).first()
    return draft is not None and draft.removed_at_ms is None


def _queued(connection: Connection, draft_id: int, now_ms: int) -> Any:
    """The row of the open making of the draft, which is held; put there where there is none."""
    row = connection.execute(draft_task.newest_task, {"draft_id": draft_id, "kind": KIND}).first()
    if row is not None and row.state in draft_task.OPEN:
        return row
    documents = connection.execute(draft_document.documents_of_draft, {"draft_id": draft_id})
    if all(document.refusal for document in documents):
        raise Malformed("There is no document to make questions from. Add one first.")
    return queue_task(connection, draft_id, KIND, now_ms, READING_DOCUMENTS)


def _making(row: Any) -> Making:
    return Making(
        public_id=row.public_id,
        state=row.state,
        step=row.step,
        done=row.done,
        total=row.total,
        counts=json.loads(row.counts),
        message=row.message,
        queued_at_ms=row.queued_at_ms,
        ended_at_ms=row.ended_at_ms,
    )
