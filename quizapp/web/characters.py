"""The one character that no text of a quiz holds, refused at the door: PostgreSQL could not keep it."""

from flask import Flask, request

from quizapp.errors import Malformed

_REFUSAL = "What you sent holds the character U+0000, which cannot be read. Leave it out."


def init_app(app: Flask) -> None:
    """Look at each request before its view does, and after the form has been found to be ours."""
    app.before_request(_refuse_what_cannot_be_kept)


def _refuse_what_cannot_be_kept() -> None:
    if "\0" in request.path or b"%00" in request.query_string:
        raise Malformed(_REFUSAL)
    if request.method != "GET" and any("\0" in value for value in _sent()):
        raise Malformed(_REFUSAL)


def _sent() -> list[str]:
    values = [value for values in request.form.listvalues() for value in values]
    return values + [file.filename or "" for file in request.files.values()]
