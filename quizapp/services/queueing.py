"""Work put into the queue: its row is the truth, and the bell only tells a worker to look."""

import json
import secrets
from collections.abc import Mapping
from typing import Any

from flask import current_app
from sqlalchemy import Connection

from quizapp.store import draft_task


def queue_task(
    connection: Connection,
    draft_id: int,
    kind: str,
    now_ms: int,
    step: str = "",
    matter: Mapping[str, Any] | None = None,
) -> Any:
    """The row of a new task of that draft, which waits; ring once the transaction is over."""
    key = connection.execute(
        draft_task.insert_task,
        {
            "public_id": secrets.token_hex(10),
            "draft_id": draft_id,
            "kind": kind,
            "matter": json.dumps(matter or {}),
            "state": "waiting",
            "tries": 0,
            "step": step,
            "done": 0,
            "total": 0,
            "counts": "{}",
            "message": "",
            "cancelled": False,
            "queued_at_ms": now_ms,
            "beat_at_ms": None,
            "ended_at_ms": None,
        },
    ).inserted_primary_key
    return connection.execute(draft_task.task_by_id, {"task_id": key[0] if key else 0}).one()


def ring(task_id: int) -> None:
    """Tell the worker. Without a bell, the worker finds the task by itself."""
    try:
        current_app.extensions["quizapp_bell"](task_id)
    except Exception:  # whatever the queue's own database or server has to say
        current_app.logger.exception("the worker could not be told of task %s", task_id)
