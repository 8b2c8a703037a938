"""People who play: each has a seat, as if the browser had shown its session."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy import insert

from quizapp.services.playing import Seat
from quizapp.store.player import players
from quizapp.store.transaction import writing
from tests.conftest import NOON_MS

Sit = Callable[[str], Seat]
AtOnce = Callable[[Iterable[Callable[[], object]]], list[object]]


@pytest.fixture
def sit(app: Flask) -> Sit:
    """Makes a player of that name and gives their seat."""

    def make(name: str) -> Seat:
        row = {
            "name": name,
            "name_key": name.casefold(),
            "lookalike_key": name.casefold(),
            "is_guest": True,
            "epoch": 0,
            "created_at_ms": NOON_MS,
            "seen_at_ms": NOON_MS,
        }
        with writing() as connection:
            made = connection.execute(insert(players).returning(players.c.id), row)
            return Seat(made.scalar_one(), 0)

    return make


@pytest.fixture
def alice(sit: Sit) -> Seat:
    """Alice plays."""
    return sit("Alice")


@pytest.fixture
def bob(sit: Sit) -> Seat:
    """Bob plays as well."""
    return sit("Bob")


@pytest.fixture
def at_once(app: Flask) -> AtOnce:
    """Does several things in threads of their own and gives what came of each."""

    def run(things: Iterable[Callable[[], object]]) -> list[object]:
        def alone(thing: Callable[[], object]) -> object:
            with app.app_context():
                return thing()

        with ThreadPoolExecutor(8) as pool:
            return list(pool.map(alone, things))

    return run
