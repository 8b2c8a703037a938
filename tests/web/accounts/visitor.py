"""Somebody at a browser: opens pages, fills in the forms found on them, and is led on."""

import re
from contextvars import Context
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizapp.services.seat import Seat

PASSWORD = "correct horse"
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


class Browser(FlaskClient):
    """A client whose requests know nothing of each other, as if each came to a server of its own."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """The answer, made outside of the context that the test itself runs in."""
        return Context().run(super().open, *args, **kwargs)


class Visitor:
    """A browser with a cookie jar of its own."""

    def __init__(self, app: Flask) -> None:
        self.client = Browser(app, app.response_class)

    def see(self, path: str) -> str:
        """The page at the path."""
        response = self.client.get(path)
        assert response.status_code == 200, (path, response.status_code)
        return response.text

    def send(self, path: str, on: str | None = None, **fields: Any) -> TestResponse:
        """The answer to a form, sent with the token of the page it stands on."""
        token = _TOKEN.search(self.see(on or path))
        assert token, "the page holds no form"
        return self.client.post(path, data={"csrf_token": token[1], **fields})

    def sign_up(self, name: str = "Alice", password: str = PASSWORD, **more: str) -> TestResponse:
        """The answer to the sign-up form."""
        return self.send("/sign-up", name=name, password=password, **more)

    def log_in(self, name: str = "Alice", password: str = PASSWORD, **more: str) -> TestResponse:
        """The answer to the log-in form."""
        return self.send("/log-in", name=name, password=password, **more)

    def sit_as(self, seat: Seat) -> None:
        """Take the seat, as if this browser had been given it earlier."""
        with self.client.session_transaction() as session:
            session["_user_id"] = f"{seat.player_id}.{seat.epoch}"

    def is_known(self) -> bool:
        """Whether the session still opens the account page."""
        return self.client.get("/account").status_code == 200
