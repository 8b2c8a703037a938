"""`quizapp boards`, at the terminal."""

import pytest
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import update

from quizapp.cli.boards import boards
from quizapp.config import Settings
from quizapp.services.playing import Seat
from quizapp.store.player import players
from quizapp.store.standing import standings
from quizapp.store.transaction import writing
from tests.conftest import NOON_MS
from tests.services.rounds import Play

LONG_AGO_MS = 1_000_000_000_000


@pytest.fixture
def alice(app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Seat:
    """Alice, in the database that the command finds by its settings."""
    monkeypatch.setenv("QUIZAPP_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("QUIZAPP_SECRET_KEY", settings.secret_key)
    keys = {"name": "Alice", "name_key": "alice", "lookalike_key": "alice", "is_guest": True}
    with writing() as connection:
        row = keys | {"id": 1, "epoch": 0, "created_at_ms": NOON_MS, "seen_at_ms": NOON_MS}
        connection.execute(players.insert(), row)
    return Seat(1, 0)


def run(command: str) -> tuple[int, str]:
    result = CliRunner().invoke(boards, [command])
    return result.exit_code, result.output


def test_check_says_that_all_is_well(alice: Seat) -> None:
    Play(alice).finish(right=3)

    assert run("check") == (0, "no difference\n")


def test_check_prints_each_difference_and_fails_and_rebuild_mends_it(alice: Seat) -> None:
    Play(alice).finish(right=3)
    with writing() as connection:
        connection.execute(update(standings).where(standings.c.board == "timed/all/").values(points=1))

    code, said = run("check")

    assert code == 1
    assert said.startswith("timed/all/, player 1: kept 1 points")
    assert run("rebuild") == (0, "1 mended\n")
    assert run("check") == (0, "no difference\n")


def test_sweep_closes_every_round_that_was_left(alice: Seat) -> None:
    for _ in range(60):
        Play(alice, now_ms=LONG_AGO_MS)

    assert run("sweep")[1].startswith("60 closed\n")
    assert run("sweep")[1].startswith("0 closed\n")
