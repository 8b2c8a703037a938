"""The pulse of a worker: a sign of life every other second while it works, and whether the work is wanted."""

import threading
import time
from collections.abc import Callable
from types import TracebackType

from flask import Flask

from quizapp.domain.making import CHOOSING, MAKING_QUESTIONS, PROVING_QUESTIONS
from quizapp.errors import WorkDropped
from quizapp.services import tasks
from quizapp.services.tasks import Claim

_BEAT_S = 2.0
_TELL_S = 0.4


def now_ms() -> int:
    """Milliseconds since 1970 in UTC."""
    return time.time_ns() // 1_000_000


class Pulse:
    """Beats in a thread of its own while it is entered, and passes on how far the work has come."""

    def __init__(self, app: Flask, held: Claim) -> None:
        self.held = held
        self.counts: dict[str, int] = {}
        self._app = app
        self._over = threading.Event()
        self._dropped = threading.Event()
        self._told_at = 0.0
        self._thread = threading.Thread(target=self._beat, name="pulse", daemon=True)

    def __enter__(self) -> "Pulse":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def glance(self) -> None:
        """WorkDropped where the work is no longer wanted."""
        if self._dropped.is_set():
            raise WorkDropped("The work was called off.")

    def tell(self, step: str, done: int, total: int) -> None:
        """How far a step has come, written down now and then: a page looks once a second."""
        self.glance()
        if step == MAKING_QUESTIONS:
            self.counts["facts"] = total
        if step == PROVING_QUESTIONS and done == total:
            step, done, total = CHOOSING, 0, 0
        now = time.monotonic()
        if now - self._told_at < _TELL_S and 0 < done < total:
            return
        self._told_at = now
        tasks.tell(self.held, step, done, total, self.counts)

    def _beat(self) -> None:
        while not self._over.wait(_BEAT_S):
            with self._app.app_context():
                if not _answered(lambda: tasks.beat(self.held, now_ms())):
                    self._dropped.set()
                    return


def _answered(beat: Callable[[], bool]) -> bool:
    """What the database says; one that is busy or away for a moment ends no work."""
    try:
        return beat()
    except Exception:  # of any driver: the next beat or the next word will tell
        return True
