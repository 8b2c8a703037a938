"""The worker: one process that waits for the bell, looks for itself, and does one task at a time."""

import logging
import os
import signal
import threading
import time
from typing import Any

from flask import Flask
from huey.signals import SIGNAL_INTERRUPTED

from quizapp.services import tasks
from quizapp.work.bell import Queue
from quizapp.work.pulse import now_ms
from quizapp.work.working import work_on

# A bell that was not heard costs half a minute at most; a worker that died is missed earlier.
_LOOK_S = 5.0
_UNHEARD_LOOKS = 6
_GLANCE_S = 1.0
_LAST_WORDS_S = 5.0


def run_worker(app: Flask, parent: int | None = None) -> None:
    """Work until told to stop, or until the process that started it is gone."""
    logging.getLogger("huey").setLevel(logging.ERROR)

    def work(task_id: int) -> None:
        with app.app_context():
            work_on(app, task_id)

    queue = Queue(app.extensions["quizapp_settings"], work)

    def give_back(_signal: str, task: Any) -> None:
        with app.app_context():
            tasks.put_back(task.args[0])

    queue.huey.signal(SIGNAL_INTERRUPTED)(give_back)

    consumer = queue.huey.create_consumer(workers=1, periodic=False, max_delay=1.0, shutdown_timeout=1)
    threading.Thread(target=_look_out, args=(app, queue), name="look out", daemon=True).start()
    if parent is not None:
        threading.Thread(target=_stay_with, args=(parent,), name="stay with", daemon=True).start()
    consumer.run()


def _look_out(app: Flask, queue: Queue) -> None:
    """Find tasks that a dead worker left at once, and those that no bell was rung for now and then."""
    looks = 0
    while True:
        with app.app_context():
            try:
                tasks.take_up_left(now_ms())
                if looks % _UNHEARD_LOOKS == 0 or not queue.huey.pending_count():
                    for task_id in tasks.waiting_tasks()[:1]:
                        queue.ring(task_id)
            except Exception:  # a database or queue that is away for a moment comes back
                app.logger.exception("the worker could not look for work")
        looks += 1
        time.sleep(_LOOK_S)


def _stay_with(parent: int) -> None:
    """End this process when the one that started it is gone, however that ended."""
    while os.getppid() == parent:
        time.sleep(_GLANCE_S)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_LAST_WORDS_S)
    os._exit(1)
