"""The stage for tests: an application on a database of its own, with one pack on the shelf."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient, FlaskCliRunner
from flask_migrate import upgrade
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from werkzeug.test import TestResponse

from quizapp import create_app
from quizapp.config import Settings
from quizapp.extensions import Base, db
from quizapp.packs.shelf import Shelf
from quizapp.services import passwords
from quizapp.services.corrected import corrected_keys
from quizapp.services.shelving import publish_shelf
from tests.builders import GUIDE, a_pack

# Saturday, 21 November 2026, 12:00 UTC.
NOON_MS = 1_795_262_400_000

# The fixtures that make a database of their own; browsers play at an address.
_DATABASES = {"database_url", "elsewhere", "address"}


class FrozenClock:
    """A clock that moves only when told to."""

    def __init__(self, now_ms: int = NOON_MS) -> None:
        self.now_ms = now_ms

    def __call__(self) -> int:
        return self.now_ms

    def pass_ms(self, milliseconds: int) -> None:
        """Let that much time go by."""
        self.now_ms += milliseconds


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what keeps rows, which is what PostgreSQL could do otherwise; see `tests.postgresql`."""
    for item in items:
        if _DATABASES & set(getattr(item, "fixturenames", ())):
            item.add_marker("database")


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database that is up to date and empty: a SQLite file, or one on the server named."""
    server = os.environ.get("QUIZAPP_TEST_DATABASE_URL")
    if server:
        with database_on(server, f"quizapp_test_{os.getpid()}") as address:
            _migrate(address)
            yield address
    else:
        address = f"sqlite:///{tmp_path_factory.mktemp('migrated') / 'quizapp.sqlite3'}"
        _migrate(address)
        yield address


@pytest.fixture
def database_url(migrated: str, tmp_path: Path) -> Iterator[str]:
    """A database of this test's own: a copy of the SQLite file, or that on the server, emptied afterwards."""
    template = make_url(migrated)
    if template.get_backend_name() == "postgresql":
        yield migrated
        _empty(migrated)
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
def database_on(server: str, name: str) -> Iterator[str]:
    """The address of a new database of that name on a PostgreSQL server, dropped in the end."""
    url = make_url(server)
    # Somebody may restart the server meanwhile.
    admin = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT", pool_pre_ping=True)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield url.set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


def _empty(address: str) -> None:
    """Take every row out, and number the next from 1: far quicker than a database for each test."""
    engine = create_engine(address)
    tables = " ".join(f"DELETE FROM {table.name};" for table in reversed(Base.metadata.sorted_tables))
    with engine.begin() as connection:
        # A test that left a transaction open fails here instead of keeping the next one waiting.
        connection.execute(text("SET LOCAL lock_timeout = '10s'"))
        connection.execute(text("ALTER TABLE journal DISABLE TRIGGER USER"))
        connection.execute(text(tables))
        connection.execute(text("ALTER TABLE journal ENABLE TRIGGER USER"))
        connection.execute(text("SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'"))
    engine.dispose()


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
def quick_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash as cheaply as can be: what hashing is good for has tests of its own."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1))


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
