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
from quizapp.services.sweeping import Kept, Sweeper
from quizapp.work.bell import Queue
from quizapp.work.pulse import now_ms
from quizapp.work.working import work_on

# A bell that was not heard costs half a minute at most; a worker that died is missed earlier.
_LOOK_S = 5.0
_UNHEARD_LOOKS = 6
_SWEEP_S = 30.0
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
    # Apart from the look-out: what has gathered in a year is not put away in five seconds.
    threading.Thread(target=_sweep, args=(app,), name="sweep", daemon=True).start()
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


def _sweep(app: Flask) -> None:
    """Put away what nobody will come back for, as it falls due."""
    settings = app.extensions["quizapp_settings"]
    sweeper = Sweeper(Kept(settings.guests_kept_days, settings.boards_kept_days))
    while True:
        with app.app_context():
            try:
                if swept := sweeper.sweep_due(now_ms()):
                    app.logger.info(
                        "swept: %s", ", ".join(f"{count} {what}" for what, count in swept.items())
                    )
            except Exception:  # as above; what is due stays due
                app.logger.exception("the worker could not sweep")
        time.sleep(_SWEEP_S)


def _stay_with(parent: int) -> None:
    """End this process when the one that started it is gone, however that ended."""
    while os.getppid() == parent:
        time.sleep(_GLANCE_S)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_LAST_WORDS_S)
    os._exit(1)
