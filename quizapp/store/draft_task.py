"""Work on a draft that takes longer than a page may: this row is the truth, the queue only rings the bell."""

from sqlalchemy import Index, Text, bindparam, insert, select, update
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.extensions import Base
from quizapp.store.columns import DraftId, Moment, RowId

# waiting -> running -> done | failed | cancelled
OPEN = ("waiting", "running")


class DraftTask(Base):
    """One piece of work. `beat_at_ms` is the last sign of the worker; `counts` and `matter` are JSON."""

    __tablename__ = "draft_task"

    id: Mapped[RowId]
    public_id: Mapped[str] = mapped_column(unique=True)
    draft_id: Mapped[DraftId]
    kind: Mapped[str]
    matter: Mapped[str] = mapped_column(Text)
    state: Mapped[str]
    tries: Mapped[int]
    step: Mapped[str]
    done: Mapped[int]
    total: Mapped[int]
    counts: Mapped[str] = mapped_column(Text)
    message: Mapped[str] = mapped_column(Text)
    cancelled: Mapped[bool]
    queued_at_ms: Mapped[Moment]
    beat_at_ms: Mapped[Moment | None]
    ended_at_ms: Mapped[Moment | None]


tasks = Base.metadata.tables["draft_task"]
Index("draft_task_draft", tasks.c.draft_id, tasks.c.id)

insert_task = insert(tasks)
newest_task = (
    select(tasks)
    .where(tasks.c.draft_id == bindparam("draft_id"), tasks.c.kind == bindparam("kind"))
    .order_by(tasks.c.id.desc())
    .limit(1)
)
task_by_id = select(tasks).where(tasks.c.id == bindparam("task_id"))
tasks_of_draft = select(tasks).where(tasks.c.draft_id == bindparam("draft_id")).order_by(tasks.c.id.desc())
open_tasks = select(tasks).where(tasks.c.state.in_(OPEN)).order_by(tasks.c.id)
change_task = update(tasks).where(tasks.c.id == bindparam("task_id"))
change_waiting = change_task.where(tasks.c.state == "waiting")
# Whoever claims it counts a try; each write of a worker holds only while that try is the one that runs.
claim_task = change_task.where(tasks.c.state == "waiting").values(state="running", tries=tasks.c.tries + 1)
change_claimed = change_task.where(tasks.c.state == "running", tasks.c.tries == bindparam("try"))
