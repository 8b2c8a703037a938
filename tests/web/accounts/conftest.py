"""Browsers for the tests of accounts."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from quizapp import create_app
from quizapp.config import Settings
from quizapp.extensions import db
from quizapp.services.accounts import new_guest
from quizapp.services.seat import Seat
from tests.conftest import NOON_MS, FrozenClock
from tests.web.accounts.visitor import Visitor


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """A browser that has not been here before."""
    return Visitor(app)


@pytest.fixture
def alice(app: Flask) -> Visitor:
    """A browser in which Alice has just signed up."""
    alice = Visitor(app)
    assert alice.sign_up("Alice").status_code == 303
    return alice


@pytest.fixture
def guest(app: Flask) -> Visitor:
    """A browser in which somebody has begun to play without an account."""
    guest = Visitor(app)
    with app.app_context():
        player = new_guest(NOON_MS)
        guest.sit_as(Seat(player.id, player.epoch))
    return guest


@pytest.fixture
def limited(settings: Settings, app: Flask, clock: FrozenClock) -> Iterator[Flask]:
    """A server that limits how often one may try."""
    limited = create_app(replace(settings, rate_limits=True))
    limited.extensions["quizapp_clock"] = clock
    yield limited
    with limited.app_context():
        db.engine.dispose()


@pytest.fixture
def strict(limited: Flask) -> Visitor:
    """A browser before that server."""
    return Visitor(limited)
