"""Errors of the moment are told from errors that stay, and what they broke off is begun anew."""

import sqlite3

import psycopg
import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.services import playing
from quizapp.services.attempts import save
from quizapp.services.outages import TRIES, insisting, passes
from quizapp.services.playing import Seat
from quizapp.store.response import responses
from quizapp.store.transaction import Direct, reading
from tests.conftest import NOON_MS
from tests.services.rounds import Play


def busy() -> Exception:
    """What the driver raises when another is in the way."""
    if db.engine.dialect.name == "postgresql":
        return psycopg.errors.DeadlockDetected("deadlock detected")
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY_SNAPSHOT
    return error


def broken() -> Exception:
    """What the driver raises when something is wrong with the statement, or with the file."""
    if db.engine.dialect.name == "postgresql":
        return psycopg.errors.UndefinedTable("no such table")
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    return error


def test_what_is_of_the_moment_passes(app: Flask) -> None:
    assert passes(busy())
    assert passes(OperationalError("SELECT 1", {}, busy()))
    assert passes(NoConnectionFree())


def test_what_stays_broken_does_not_pass(app: Flask) -> None:
    assert not passes(broken())
    assert not passes(ProgrammingError("SELECT 1", {}, broken()))
    assert not passes(NotFound("There is no such round."))


@pytest.mark.parametrize("times", range(TRIES))
def test_work_that_was_broken_off_is_begun_anew(app: Flask, times: int) -> None:
    errors = [busy() for _ in range(times)]

    @insisting
    def work(given: int, *, more: int) -> int:
        if errors:
            raise errors.pop()
        return given + more

    assert work(1, more=2) == 3


def test_a_database_that_stays_away_is_not_waited_for(app: Flask) -> None:
    tries = []

    @insisting
    def work() -> None:
        tries.append(1)
        raise busy()

    with pytest.raises(type(busy())):
        work()
    assert len(tries) == TRIES


def test_what_a_player_did_wrong_is_told_at_once(app: Flask) -> None:
    tries = []

    @insisting
    def work() -> None:
        tries.append(1)
        raise NotFound("There is no such round.")

    with pytest.raises(NotFound):
        work()
    assert len(tries) == 1


def test_an_answer_whose_commit_was_broken_off_is_one_answer(alice: Seat) -> None:
    """The connection is lost after the commit and before its answer: nobody knows what became of it."""
    play = Play(alice)
    item_id = play.page.prompt.item_id
    losses = [busy(), busy()]
    respond = playing.respond.__wrapped__  # type: ignore[attr-defined]

    def lost(*given: object) -> object:
        verdict = respond(*given)
        if losses:
            raise losses.pop()
        return verdict

    verdict = insisting(lost)(alice, play.public_id, item_id, "B", NOON_MS + 1_000)

    with reading() as connection:
        (row,) = connection.execute(responses.select()).all()
    assert (row.option, row.points) == ("B", verdict.points)  # type: ignore[attr-defined]


def test_nothing_of_a_try_that_was_broken_off_is_kept(alice: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    play = Play(alice)
    item_id = play.page.prompt.item_id
    errors = [busy()]

    def save_or_not(connection: Direct, *given: object) -> None:
        save(connection, *given)  # type: ignore[arg-type]
        if errors:
            raise errors.pop()

    monkeypatch.setattr("quizapp.services.playing.save", save_or_not)
    playing.respond(alice, play.public_id, item_id, "B", NOON_MS + 1_000)

    with reading() as connection:
        assert len(connection.execute(responses.select()).all()) == 1
