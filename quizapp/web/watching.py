"""Watches every request from outside: gives it a name, times it, writes its line and counts it."""

from __future__ import annotations

import logging
import re
import secrets
from collections.abc import Callable, Iterable
from time import perf_counter
from typing import TYPE_CHECKING, Any

from flask import Flask

from quizapp import logs

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# method, route, status, seconds
Count = Callable[[str, str, int, float], None]

HEADER = "X-Request-ID"
NO_ROUTE = "(none)"
_PLAIN = re.compile(r"[A-Za-z0-9._-]{1,64}")
_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
_log = logging.getLogger("quizapp.access")


def init_app(app: Flask, count: Count | None) -> None:
    """Watch the whole application; whoever else wraps it must have done so before."""
    app.wsgi_app = Watching(app.wsgi_app, count)  # type: ignore[method-assign]


class Watching:
    """Writes the rule of a route and never the path: paths hold invitations, and queries hold anything."""

    def __init__(self, application: WSGIApplication, count: Count | None) -> None:
        self._application = application
        self._count = count

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """The answer of the application, which names the request."""
        given = environ.get("HTTP_X_REQUEST_ID")
        name = given if given and _PLAIN.fullmatch(given) else secrets.token_hex(8)
        status, route = "500", NO_ROUTE

        def start(line: str, headers: list[tuple[str, str]], *exc_info: Any) -> Any:
            nonlocal status, route
            # Only now is the rule known, and not yet forgotten.
            status, route = line[:3], _route(environ)
            headers.append((HEADER, name))
            return start_response(line, headers, *exc_info)

        held = logs.request_id.set(name)
        began = perf_counter()
        try:
            return self._application(environ, start)
        finally:
            self._note(environ["REQUEST_METHOD"], route, int(status), perf_counter() - began)
            logs.request_id.reset(held)

    def _note(self, method: str, route: str, status: int, seconds: float) -> None:
        if method not in _METHODS:
            method = "OTHER"
        if self._count:
            self._count(method, route, status, seconds)
        if _log.isEnabledFor(logging.INFO):
            ms = round(seconds * 1000, 1)
            row = {"method": method, "route": route, "status": status, "ms": ms}
            _log.info("%s %s %s %s ms", method, route, status, ms, extra={"row": row})


def _route(environ: WSGIEnvironment) -> str:
    # Werkzeug leaves the request there; it has a rule where the address was understood.
    rule = getattr(environ.get("werkzeug.request"), "url_rule", None)
    return rule.rule if rule else NO_ROUTE
