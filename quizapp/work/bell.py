"""The bell that tells a worker of a task. It only rings: what there is to do stands in the database."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from huey import Huey, RedisHuey, SqliteHuey
from huey.serializer import SignedSerializer

from quizapp.config import Settings

_FILE = "sqlite:///"
_PATIENCE_S = 2


class Bell:
    """What to call with the number of a task that waits; it opens the queue when it is first used."""

    def __init__(self, settings: Settings) -> None:
        # Without a queue, as in tests, the task waits for whoever looks by himself.
        self._there = bool(settings.queue)
        self._opened = cache(lambda: Queue(settings))

    def __call__(self, task_id: int) -> None:
        if self._there:
            self._opened().ring(task_id)

    def answers(self) -> bool:
        """Whether the queue can be reached."""
        try:
            return not self._there or self._opened().huey.pending_count() >= 0
        except Exception:  # whatever the queue's own database or server has to say
            return False


class Queue:
    """The queue of these settings, and what a worker does when it is rung."""

    def __init__(self, settings: Settings, work: Callable[[int], None] | None = None) -> None:
        self.huey = _huey(settings)

        # Both sides know the task by the name of this function and its module; who only rings never works.
        def work_on(task_id: int) -> None:
            if work:
                work(task_id)

        self.ring: Callable[[int], object] = self.huey.task()(work_on)


def _huey(settings: Settings) -> Huey:
    # Messages are pickles; only what was signed with the secret of this installation is opened.
    kept = {"results": False, "serializer": SignedSerializer(settings.secret_key, "quizapp-queue")}
    if not settings.queue.startswith(_FILE):
        # A server that does not answer must not hold up the page that rings.
        patience = ("&" if "?" in settings.queue else "?") + f"socket_connect_timeout={_PATIENCE_S}"
        return RedisHuey("quizapp", url=settings.queue + patience, **kept)
    path = Path(settings.queue.removeprefix(_FILE))
    path.parent.mkdir(parents=True, exist_ok=True)
    return SqliteHuey("quizapp", filename=str(path), **kept)
