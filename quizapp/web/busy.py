"""More asked at once than a database server can take: requests take turns, and not for ever.

On PostgreSQL waiting for the database lets other requests begin. Each of them holds a connection or more, so
without turns a crowd could take them all and then wait for one another. SQLite answers without such pauses.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.exceptions import ServiceUnavailable
from werkzeug.wrappers import Response

from quizapp.config import CONNECTIONS_A_REQUEST, Settings
from quizapp.extensions import db

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PATIENCE_S = 20.0
_NEED_NO_TURN = ("/assets/", "/healthz", "/readyz", "/metrics")


def init_app(app: Flask, settings: Settings) -> None:
    """Let requests to a database server take turns."""
    if db.engine.dialect.name != "sqlite":
        turns = max(1, settings.database_connections // CONNECTIONS_A_REQUEST)
        app.wsgi_app = Turns(app, app.wsgi_app, turns)  # type: ignore[method-assign]


class Turns:
    """So many requests at once; others wait their turn, and not for ever. Sending needs none."""

    def __init__(
        self, app: Flask, application: WSGIApplication, turns: int, patience_s: float = PATIENCE_S
    ) -> None:
        self._app = app
        self._application = application
        self._free = threading.Semaphore(turns)
        self._patience_s = patience_s

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """The answer of the application, once it is this request's turn."""
        if environ["PATH_INFO"].startswith(_NEED_NO_TURN):
            return self._application(environ, start_response)
        if not self._free.acquire(timeout=self._patience_s):
            return self._no_turn(environ)(environ, start_response)
        try:
            return self._application(environ, start_response)
        finally:
            self._free.release()

    def _no_turn(self, environ: WSGIEnvironment) -> Response:
        with self._app.request_context(environ):
            return self._app.make_response(self._app.handle_user_exception(ServiceUnavailable()))
