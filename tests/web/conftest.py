"""People at their browsers, and other installations of the same game."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from quizapp import create_app
from quizapp.config import Settings
from quizapp.extensions import db
from tests.conftest import OneRequestAtATime
from tests.web.rounds.somebody import Somebody


@pytest.fixture(autouse=True)
def hashing_is_quick(quick_hashing: None) -> None:
    """Signing up is part of many tests here."""


@pytest.fixture
def alice(app: Flask) -> Somebody:
    """Alice plays."""
    return Somebody(app)


@pytest.fixture
def charlie(app: Flask) -> Somebody:
    """Charlie has a browser of his own."""
    return Somebody(app)


@pytest.fixture
def with_settings(app: Flask, settings: Settings) -> Iterator[Callable[..., Flask]]:
    """Makes an application on the same database in which some settings are others."""
    with ExitStack() as ends:

        def make(**changes: Any) -> Flask:
            made = create_app(replace(settings, **changes))
            made.testing = True
            made.test_client_class = OneRequestAtATime
            made.extensions["quizapp_clock"] = app.extensions["quizapp_clock"]
            ends.callback(_close, made)
            return made

        yield make


def _close(app: Flask) -> None:
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
