"""Forms as they come in: short ones are read fast, and mean what Werkzeug would have read."""

from io import BytesIO
from typing import Any

import pytest
from flask import Flask, Request, request
from werkzeug.exceptions import ClientDisconnected
from werkzeug.test import EnvironBuilder

from quizapp.web.application import SHORT_FORM_BYTES, GameRequest

FORM = "application/x-www-form-urlencoded"
BODIES = (
    b"",
    b"item=q-1&option=B",
    b"item=&option",
    b"a=1&a=2&b=%C3%A9+%26",
    b"a=%ff&b=2",
    b"a=\xff\xfe",
    b"&&=&a==b",
    b"a=1;b=2",
)


def sent(body: bytes, kind: str = FORM) -> dict[str, Any]:
    """A request as the server hands it over."""
    return EnvironBuilder(method="POST", data=body, content_type=kind).get_environ()


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("kind", [FORM, f"{FORM}; charset=utf-8", "text/plain", "application/json"])
def test_a_form_is_read_as_werkzeug_reads_it(app: Flask, body: bytes, kind: str) -> None:
    with app.app_context():
        ours, theirs = GameRequest(sent(body, kind)), Request(sent(body, kind))

        assert ours.form == theirs.form
        assert ours.files == theirs.files
        assert ours.form is ours.form
        assert ours.get_data() == theirs.get_data()


def test_a_form_with_a_file_has_both(app: Flask) -> None:
    builder = EnvironBuilder(method="POST", data={"title": "Tides", "file": (BytesIO(b"text"), "a.txt")})

    with app.app_context():
        asked = GameRequest(builder.get_environ())

        assert asked.form["title"] == "Tides"
        assert asked.files["file"].read() == b"text"
        asked.close()
    builder.close()


def test_a_long_form_is_read_too(app: Flask) -> None:
    text = "x" * (SHORT_FORM_BYTES + 1)

    with app.test_request_context("/", method="POST", data={"text": text}):
        assert request.form["text"] == text


def test_a_form_that_breaks_off_is_refused(app: Flask) -> None:
    environ = sent(b"item=q-1")
    environ["CONTENT_LENGTH"] = "80"

    with app.app_context(), pytest.raises(ClientDisconnected):
        _ = GameRequest(environ).form


@pytest.mark.parametrize("length", ["-1", "²", "x", ""])
def test_a_length_that_is_none_is_an_empty_form(app: Flask, length: str) -> None:
    environ = sent(b"item=q-1")
    environ["CONTENT_LENGTH"] = length

    with app.app_context():
        assert not GameRequest(environ).form
