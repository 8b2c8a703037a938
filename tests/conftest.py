"""The stage for tests: an application on a database of its own, with one pack on the shelf."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient, FlaskCliRunner
from flask_migrate import upgrade
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from werkzeug.test import TestResponse

from quizapp import create_app
from quizapp.config import Settings
from quizapp.extensions import db
from quizapp.packs.shelf import Shelf
from quizapp.services.corrected import corrected_keys
from quizapp.services.shelving import publish_shelf
from tests.builders import GUIDE, a_pack

# Saturday, 21 November 2026, 12:00 UTC.
NOON_MS = 1_795_262_400_000


class FrozenClock:
    """A clock that moves only when told to."""

    def __init__(self, now_ms: int = NOON_MS) -> None:
        self.now_ms = now_ms

    def __call__(self) -> int:
        return self.now_ms

    def pass_ms(self, milliseconds: int) -> None:
        """Let that much time go by."""
        self.now_ms += milliseconds


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database that is up to date and empty; tests play on copies of it."""
    server = os.environ.get("QUIZAPP_TEST_DATABASE_URL")
    if server:
        with _database_on(server, f"quizapp_test_{os.getpid()}") as address:
            _migrate(address)
            yield address
    else:
        address = f"sqlite:///{tmp_path_factory.mktemp('migrated') / 'quizapp.sqlite3'}"
        _migrate(address)
        yield address


@pytest.fixture
def database_url(migrated: str, tmp_path: Path) -> Iterator[str]:
    """A database of this test's own: a SQLite file, or one on the PostgreSQL server that is named."""
    template = make_url(migrated)
    if template.get_backend_name() == "postgresql":
        with _database_on(migrated, f"{template.database}_copy", template.database) as address:
            yield address
    else:
        copy = tmp_path / "quizapp.sqlite3"
        shutil.copyfile(template.database or "", copy)
        yield f"sqlite:///{copy}"


class OneRequestAtATime(FlaskClient):
    """A client whose every request has a context of its own, as behind a real server.

    The test itself runs inside a context of the application. Without this, who is logged in at the first
    request would be remembered in it for all that follow.
    """

    def open(self, *args: Any, **options: Any) -> TestResponse:
        """The answer to one request."""
        with self.application.app_context():
            return super().open(*args, **options)


@contextmanager
def _database_on(server: str, name: str, template: str | None = None) -> Iterator[str]:
    url = make_url(server)
    admin = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else "")))
    yield url.set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


def _migrate(address: str) -> None:
    app = create_app(_settings(address, Path()))
    with app.app_context():
        upgrade()
        db.engine.dispose()


def _settings(address: str, folder: Path) -> Settings:
    return Settings(
        database_url=address,
        secret_key="a secret that is long enough for tests",
        question_folders=(folder,),
        document_folders=(folder / "documents",),
        rate_limits=False,
    )


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Settings for a test: no rate limits, no packs but those of the test."""
    return _settings(database_url, tmp_path)


@pytest.fixture
def guide(settings: Settings) -> Path:
    """The text of the document that `a_quoting_pack()` names, at hand."""
    (folder,) = settings.document_folders
    folder.mkdir()
    (folder / "guide.txt").write_text(GUIDE, "utf-8")
    return folder / "guide.txt"


@pytest.fixture
def clock() -> FrozenClock:
    """The clock of the application under test."""
    return FrozenClock()


@pytest.fixture
def app(settings: Settings, clock: FrozenClock) -> Iterator[Flask]:
    """An application with the pack of `a_pack()` on the shelf."""
    app = create_app(settings)
    app.testing = True
    app.test_client_class = OneRequestAtATime
    app.extensions["quizapp_clock"] = clock
    # A process serves one database; here the next test has another with the same pack in it.
    corrected_keys.cache_clear()
    with app.app_context():
        publish_shelf(Shelf({"solar-system": a_pack()}, ()), clock())
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Somebody's browser, without script."""
    return app.test_client()


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    """A terminal."""
    return app.test_cli_runner()
