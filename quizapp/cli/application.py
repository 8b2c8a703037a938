"""An application for commands: the database ready, so that every command may come first."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from flask_migrate import upgrade

from quizapp import create_app
from quizapp.extensions import db


@contextmanager
def ready_app() -> Iterator[Flask]:
    """The application, its database brought up to date, as the current one until the command is done."""
    app = create_app()
    with app.app_context():
        upgrade()
        yield app
        db.engine.dispose()
