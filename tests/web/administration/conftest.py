"""Grace looks after the game, Bob plays."""

import pytest
from argon2 import PasswordHasher
from flask import Flask

from quizapp.services import passwords
from quizapp.services.players import player_named
from quizapp.services.roles import give_role
from tests.conftest import NOON_MS
from tests.web.accounts.visitor import Visitor


@pytest.fixture(autouse=True)
def quick_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash as cheaply as can be."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1))


@pytest.fixture
def grace(app: Flask) -> Visitor:
    """Grace, an administrator."""
    visitor = Visitor(app)
    visitor.sign_up("Grace")
    give_role(player_named("Grace"), "administrator", NOON_MS)
    return visitor


@pytest.fixture
def bob(app: Flask) -> Visitor:
    """Bob, who plays."""
    visitor = Visitor(app)
    visitor.sign_up("Bob")
    return visitor
