"""Browsers for the tests of accounts."""

import pytest
from argon2 import PasswordHasher
from flask import Flask

from quizapp.services import passwords
from quizapp.services.accounts import new_guest
from quizapp.services.seat import Seat
from tests.conftest import NOON_MS
from tests.web.accounts.visitor import Visitor


@pytest.fixture(autouse=True)
def quick_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash as cheaply as can be: what hashing is good for has tests of its own."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1))


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
