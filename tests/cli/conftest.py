"""A terminal on the database of the test, and another database beside it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask

from quizapp.cli import cli
from quizapp.config import Settings
from tests.conftest import database_on

Quizapp = Callable[..., tuple[int, str]]

_SERVER = os.environ.get("QUIZAPP_TEST_DATABASE_URL")


@pytest.fixture
def quizapp(app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Quizapp:
    """Runs a command on the database of the test: its exit code and what it says, or the error."""
    monkeypatch.setenv("QUIZAPP_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("QUIZAPP_SECRET_KEY", settings.secret_key)

    def run(*words: object) -> tuple[int, str]:
        done = CliRunner().invoke(cli, [str(word) for word in words])
        refused = done.exception and not isinstance(done.exception, SystemExit)
        return done.exit_code, str(done.exception) if refused else done.output

    return run


@pytest.fixture(params=["sqlite", "postgresql"] if _SERVER else ["sqlite"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database that is not there yet or has no table yet; of each kind that there is."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'elsewhere.sqlite3'}"
    else:
        with database_on(_SERVER or "", f"quizapp_elsewhere_{os.getpid()}") as address:
            yield address
