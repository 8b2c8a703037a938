"""An application with the packs that come with quizapp, on a SQLite file, as `quizapp serve` has it."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from flask_migrate import upgrade

from quizapp import create_app
from quizapp.config import read_settings
from quizapp.extensions import db
from quizapp.packs.shelf import stock
from quizapp.services.shelving import publish_shelf


@contextmanager
def played_app() -> Iterator[Flask]:
    """The application in a folder of its own. Limits are counted but refuse nobody: no player is so fast."""
    with tempfile.TemporaryDirectory() as folder:
        settings = read_settings({"QUIZAPP_RATE_LIMITS": "off"}, Path(folder))
        app = create_app(settings)
        with app.app_context():
            upgrade()
            publish_shelf(stock(settings.question_folders), time.time_ns() // 1_000_000)
        yield app
        with app.app_context():
            db.engine.dispose()


def bare_app() -> Flask:
    """The floor: one view that returns a constant."""
    app = Flask("bare")

    @app.route("/", methods=["GET", "POST"])
    def answer() -> str:
        return "ok"

    return app
