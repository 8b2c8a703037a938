"""One task from its claim to its end, whatever kind of work it is."""

import json
import time
from collections.abc import Callable, Mapping

from flask import Flask

from quizapp import measures
from quizapp.domain.making import MakingState
from quizapp.errors import NotFound, QuizError, WorkDropped
from quizapp.services import making, remaking, tasks
from quizapp.services.tasks import Claim
from quizapp.work.making import make
from quizapp.work.pulse import Pulse, now_ms

BROKEN = "Something broke while questions were made, and it was us. The draft is as it was; try again."


def work_on(app: Flask, task_id: int) -> None:
    """Do the task, unless it is done, called off, or in other hands."""
    held = tasks.claim(task_id, now_ms())
    if held is None:
        return
    began = time.monotonic()
    state = _end_of(app, held)
    measures.work.labels(held.kind, state).observe(time.monotonic() - began)


def _end_of(app: Flask, held: Claim) -> MakingState:
    """The state in which the task ends, written down."""
    try:
        with Pulse(app, held) as pulse:
            message = _WORK[held.kind](pulse, app.extensions["quizapp_settings"].language_model)
        tasks.end(held, "done", pulse.counts, message, now_ms())
        making.ask_for_the_rest(held.draft_id, now_ms())
        return "done"
    except (WorkDropped, NotFound):
        # Called off, or the draft is gone: nobody waits for it.
        tasks.end(held, "cancelled", {}, "", now_ms())
        return "cancelled"
    except QuizError as refusal:
        tasks.end(held, "failed", pulse.counts, str(refusal), now_ms())
    except Exception:
        app.logger.exception("task %s failed", held.task_id)
        tasks.end(held, "failed", pulse.counts, BROKEN, now_ms())
    return "failed"


def _remake(pulse: Pulse, model: str) -> str:
    """Make the items of some facts anew."""
    remaking.remake(pulse.held.draft_id, json.loads(pulse.held.matter), pulse.tell, now_ms(), model)
    return ""


_WORK: Mapping[str, Callable[[Pulse, str], str]] = {making.KIND: make, remaking.KIND: _remake}
