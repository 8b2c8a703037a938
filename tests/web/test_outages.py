"""While the database is away nobody sees that something broke; everybody is asked to try again."""

import sqlite3
from typing import NoReturn

import psycopg
import pytest
from flask import Flask

from quizapp.extensions import db
from tests.web.rounds.somebody import Somebody


@pytest.fixture
def away(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on no connection can be made. Whoever has one loses it."""

    def refuse(*_: object, **__: object) -> NoReturn:
        if db.engine.dialect.name == "postgresql":
            raise psycopg.OperationalError("the database system is starting up")
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise error

    db.session.remove()
    db.engine.dispose()
    monkeypatch.setattr(db.engine.dialect, "connect", refuse)


@pytest.fixture
def playing(alice: Somebody) -> Somebody:
    """Alice in the middle of a round."""
    alice.start()
    return alice


@pytest.mark.usefixtures("playing", "away")
@pytest.mark.parametrize("page", ["/", "/leaderboards/solar-system", "/account"])
def test_a_page_asks_to_try_again(playing: Somebody, page: str) -> None:
    answer = playing.client.get(page)

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "2"
    assert "One moment, please" in answer.text
    assert "site-nav" not in answer.text


@pytest.mark.usefixtures("playing", "away")
def test_an_answer_is_asked_for_again(playing: Somebody) -> None:
    answer = playing.answer("B", accept="application/json")

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "2"
    assert answer.json is not None
    assert answer.json["error"] == "One moment, please"
