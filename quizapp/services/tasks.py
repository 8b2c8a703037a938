"""The worker's side of a task: in the hands of one at a time, kept by a beat, taken up again once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.domain.making import MakingState
from quizapp.errors import WorkDropped
from quizapp.store import draft_task as store
from quizapp.store.transaction import reading, writing

MOST_TRIES = 2
# A worker that has given no sign for so long is gone; it gives one every other second.
SILENT_MS = 15_000
BROKE_OFF = (
    f"The worker broke off {MOST_TRIES} times while it made questions, perhaps because a document takes more "
    "memory than there is. The draft is as it was. Remove the largest document and try again."
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A task in the hands of one worker; what it writes counts only while this try is the one that runs."""

    task_id: int
    draft_id: int
    tries: int
    kind: str = ""
    matter: str = "{}"

    @property
    def held(self) -> dict[str, int]:
        """The values by which the store knows it."""
        return {"task_id": self.task_id, "try": self.tries}


def claim(task_id: int, now_ms: int) -> Claim | None:
    """The task, if it waits and nobody else has it."""
    with writing() as connection:
        if not connection.execute(store.claim_task, {"task_id": task_id, "beat_at_ms": now_ms}).rowcount:
            return None
        row = connection.execute(store.task_by_id, {"task_id": task_id}).one()
        return Claim(row.id, row.draft_id, row.tries, row.kind, row.matter)


def is_held(held: Claim) -> bool:
    """Whether the task still runs in these hands."""
    with reading() as connection:
        row = connection.execute(store.task_by_id, {"task_id": held.task_id}).one()
    return bool(row.state == "running" and row.tries == held.tries)


def beat(held: Claim, now_ms: int) -> bool:
    """Give a sign of life; whether the task is still wanted."""
    with writing() as connection:
        beaten = connection.execute(store.change_claimed, held.held | {"beat_at_ms": now_ms})
        return beaten.rowcount > 0


def tell(held: Claim, step: str, done: int, total: int, counts: Mapping[str, int]) -> None:
    """Say how far the work has come; WorkDropped where nobody wants to know."""
    row = held.held | {"step": step, "done": done, "total": total, "counts": json.dumps(dict(counts))}
    with writing() as connection:
        if not connection.execute(store.change_claimed, row).rowcount:
            raise WorkDropped("The work was called off.")


def end(held: Claim, state: MakingState, counts: Mapping[str, int], message: str, now_ms: int) -> None:
    """The task is over, in that state."""
    row = {"state": state, "counts": json.dumps(dict(counts)), "message": message, "ended_at_ms": now_ms}
    with writing() as connection:
        connection.execute(store.change_claimed, held.held | row)


def put_back(task_id: int) -> None:
    """A worker that is told to stop gives the task back, and the try does not count."""
    with writing() as connection:
        row = connection.execute(store.task_by_id, {"task_id": task_id}).first()
        if row is not None and row.state == "running":
            values = {"task_id": task_id, "try": row.tries, "state": "waiting", "tries": row.tries - 1}
            connection.execute(store.change_claimed, values)


def waiting_tasks() -> list[int]:
    """The tasks that wait, the oldest first."""
    with reading() as connection:
        return [row.id for row in connection.execute(store.open_tasks) if row.state == "waiting"]


def take_up_left(now_ms: int) -> None:
    """Tasks whose worker is gone wait again; those that were tried often enough fail."""
    with reading() as connection:
        rows = connection.execute(store.open_tasks).all()
    for row in rows:
        if row.state != "running" or now_ms - (row.beat_at_ms or 0) < SILENT_MS:
            continue
        left = Claim(row.id, row.draft_id, row.tries)
        if row.tries >= MOST_TRIES:
            end(left, "failed", json.loads(row.counts), BROKE_OFF, now_ms)
        else:
            with writing() as connection:
                connection.execute(store.change_claimed, left.held | {"state": "waiting"})
