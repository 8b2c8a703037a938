"""Flask without what this program has no use for, and with short forms read fast. No answer changes by it.

What frameworks do around a request costs more than the statements that keep an answer.
"""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl

from flask import Flask, Request
from flask.globals import request_ctx
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.exceptions import ClientDisconnected
from werkzeug.utils import cached_property

from quizapp.extensions import limiter, login_manager

SHORT_FORM_BYTES = 4096
_FORM = "application/x-www-form-urlencoded"
_FIELD_ERRORS = "werkzeug.url_quote"  # what Werkzeug does with bytes that are no text


class GameRequest(Request):
    """A request whose form, where it is short and plain, is read at a third of the usual cost."""

    @cached_property
    def form(self) -> ImmutableMultiDict[str, str]:
        """The fields of the form."""
        length = self.environ.get("CONTENT_LENGTH", "")
        plain = self.environ.get("CONTENT_TYPE") == _FORM and length.isascii() and length.isdigit()
        if not plain or int(length) > SHORT_FORM_BYTES or "stream" in self.__dict__:
            return super().form
        body = self.environ["wsgi.input"].read(int(length))
        if len(body) < int(length):
            raise ClientDisconnected
        # Whoever asks for the rest of the body finds it read, as after Werkzeug's own reading.
        self.__dict__ |= {"stream": BytesIO(), "files": ImmutableMultiDict()}
        return ImmutableMultiDict(_fields(body))


class Game(Flask):
    """The application. None of its views is asynchronous, which Flask would ask of each hook every time."""

    request_class = GameRequest

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function itself."""
        return func


def lighten(app: Flask) -> None:
    """Take from every request the steps of extensions that would find nothing to do."""
    before, after = app.before_request_funcs[None], app.after_request_funcs[None]
    # It looks for limits of the whole application; ours stand on single views, which check them.
    if limiter._check_request_limit in before:
        before.remove(limiter._check_request_limit)
    # Nobody is remembered but by the session itself.
    after.remove(login_manager._update_remember_cookie)
    for steps in (after, app.teardown_request_funcs.get(None, [])):
        steps[:] = [_where_limited(step) if _is_of_limiter(step) else step for step in steps]


def _fields(body: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(body.decode(), keep_blank_values=True, errors=_FIELD_ERRORS)
    except UnicodeDecodeError:
        return []  # as Werkzeug reads it


def _is_of_limiter(step: Any) -> bool:
    return limiter in (step.args if isinstance(step, partial) else (getattr(step, "__self__", None),))


def _where_limited(step: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The step, left out of a request on which no limit has been checked."""

    def take(given: Any) -> Any:
        return step(given) if "_limiter_request_context" in request_ctx.__dict__ else given

    return take
