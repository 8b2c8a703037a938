"""An application for commands: the database ready, so that every command may come first."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from flask_migrate import upgrade

from quizapp import create_app
from quizapp.config import Settings
from quizapp.extensions import db


@contextmanager
def ready_app() -> Iterator[Flask]:
    """The application, its database brought up to date, as the current one until the command is done."""
    with _ready(create_app()) as app:
        yield app


@contextmanager
def app_on(address: str) -> Iterator[Flask]:
    """The same on another database than that of the settings, for commands that only look after its rows."""
    # Nobody plays there, so nothing that it signs is ever shown to anybody.
    with _ready(create_app(Settings(address, secrets.token_hex(), ()))) as app:
        yield app


@contextmanager
def _ready(app: Flask) -> Iterator[Flask]:
    with app.app_context():
        try:
            upgrade()
            yield app
        finally:
            db.engine.dispose()
