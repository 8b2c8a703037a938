"""The server: one process that keeps the others, each of which serves many connections at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any

import gevent
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger
from gunicorn.workers.ggevent import GeventWorker

from quizapp.cli.keeper import Keeper

if TYPE_CHECKING:
    from flask import Flask

# What is asked when the server is told to stop may take so long; then it is cut off.
LAST_WORDS_S = 10
KEEP_ALIVE_S = 75
_GLANCE_S = 0.25


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn, told what to do by us rather than by a command line of its own."""

    def __init__(
        self, address: str, workers: int, make_app: Callable[[], Flask], keeper: Keeper | None
    ) -> None:
        self._options = {
            "bind": address,
            "workers": workers,
            "worker_class": Worker,
            "worker_connections": 10_000,
            "keepalive": KEEP_ALIVE_S,
            "graceful_timeout": LAST_WORDS_S,
            # A process that does not stir for so long is replaced. Reading a large pack takes seconds.
            "timeout": 120,
            # What proxies say is weighed in one place, by how many of them are trusted (web/security.py).
            "forwarded_allow_ips": "",
            "logger_class": _Log,
            "loglevel": "warning",
            "child_exit": _forget,
            "control_socket_disable": True,
        }
        self._make_app = make_app
        self._keeper = keeper
        super().__init__()

    def run(self) -> None:
        """Serve until told to stop."""
        _Arbiter(self, self._keeper).run()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        # Each process makes its own application after the fork, when waiting has been made cooperative:
        # no lock and no connection to a database is shared or from before.
        return self._make_app()


class _Log(Logger):  # type: ignore[misc]
    """Gunicorn's own lines, written as ours are; we write the line of each request."""

    def setup(self, cfg: Any) -> None:
        """Leave the writing to the root of all loggers."""
        super().setup(cfg)
        self.error_log.handlers.clear()
        self.error_log.propagate = True


def _forget(_: Arbiter, worker: GeventWorker) -> None:
    """What a process counted stays; what it only had while it lived goes with it."""
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        from prometheus_client.multiprocess import mark_process_dead

        mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]


class Worker(GeventWorker):  # type: ignore[misc]
    """Serves until told to stop; then it finishes what was asked, and hangs up on those who only wait."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._waiting: dict[gevent.Greenlet, gevent.Timeout] = {}

    @contextmanager
    def timeout_ctx(self) -> Iterator[None]:
        """Around the wait for the next request of a connection."""
        me, timeout = gevent.getcurrent(), gevent.Timeout(self.cfg.keepalive, False)
        with timeout:
            self._waiting[me] = timeout
            try:
                yield
            finally:
                del self._waiting[me]

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take no more connections; gunicorn then waits for the open ones."""
        super().handle_exit(sig, frame)
        gevent.spawn(self._hang_up)

    def _hang_up(self) -> None:
        before: set[Any] = set()
        while True:
            gevent.sleep(_GLANCE_S)
            # Who waits since the last glance has nothing on its way to us. It ends as after a long silence.
            waiting = dict(self._waiting)
            for greenlet in before & waiting.keys():
                greenlet.kill(waiting[greenlet], block=False)
            before = set(waiting)


class _Arbiter(Arbiter):  # type: ignore[misc]
    """The process that keeps the server's processes, and the worker that makes questions beside them."""

    def __init__(self, app: BaseApplication, keeper: Keeper | None) -> None:
        self._keeper = keeper
        super().__init__(app)

    def manage_workers(self) -> None:
        """Called once a second, and never in the processes that serve."""
        super().manage_workers()
        if self._keeper:
            self._keeper.look()

    def stop(self, graceful: bool = True) -> None:
        """End the processes that serve, and the worker."""
        if self._keeper:
            self._keeper.ask()
        super().stop(graceful)
        if self._keeper:
            self._keeper.stop()
