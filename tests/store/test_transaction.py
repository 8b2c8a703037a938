"""Transactions: kept whole or not at all, and never refused because another wrote in between."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import IntegrityError

from quizapp.extensions import db
from quizapp.store.player import Player, players
from quizapp.store.transaction import (
    reading,
    reading_all_at_once,
    reading_directly,
    session_writing,
    writing,
    writing_directly,
)

on_sqlite = pytest.mark.skipif("os.environ.get('QUIZAPP_TEST_DATABASE_URL')", reason="about SQLite's files")


def a_row(name: str) -> dict[str, object]:
    keys = {"name": name, "name_key": name, "lookalike_key": name}
    return keys | {"is_guest": True, "epoch": 0, "created_at_ms": 1, "seen_at_ms": 1}


def count() -> int:
    with reading() as connection:
        return connection.scalar(select(func.count()).select_from(players)) or 0


def test_a_written_row_is_kept(app: Flask) -> None:
    with writing() as connection:
        connection.execute(players.insert(), a_row("Alice"))

    assert count() == 1


def test_an_error_takes_everything_back(app: Flask) -> None:
    with pytest.raises(ZeroDivisionError), writing() as connection:
        connection.execute(players.insert(), a_row("Alice"))
        _ = 1 // 0

    assert count() == 0


def test_an_error_in_the_session_takes_everything_back(app: Flask) -> None:
    with pytest.raises(IntegrityError), session_writing() as session:
        session.add(Player(**a_row("Alice")))
        session.flush()
        session.add(Player(**a_row("Alice")))
        session.flush()

    assert count() == 0


def test_a_session_that_has_read_before_can_write_after_another_has_written(app: Flask) -> None:
    with writing() as connection:
        connection.execute(players.insert(), a_row("Alice"))
    alice = db.session.scalars(select(Player)).one()
    with writing() as connection:
        connection.execute(update(players).values(epoch=5))

    with session_writing():
        alice.epoch += 1

    assert db.session.scalars(select(Player.epoch)).one() == 6


def test_writers_wait_for_each_other_and_lose_nothing(app: Flask) -> None:
    with writing() as connection:
        connection.execute(players.insert(), a_row("Alice"))

    def raise_epoch(_: int) -> None:
        with app.app_context(), writing() as connection:
            locked = select(players.c.epoch).with_for_update()
            epoch = connection.scalar(locked) or 0
            connection.execute(update(players).values(epoch=epoch + 1))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(raise_epoch, range(80)))

    with reading() as connection:
        assert connection.scalar(select(players.c.epoch)) == 80


def test_a_reader_of_all_at_once_does_not_see_what_comes_later(app: Flask) -> None:
    with reading_all_at_once() as connection:
        everybody = select(func.count()).select_from(players)
        before = connection.scalar(everybody)
        with writing() as other:
            other.execute(players.insert(), a_row("Alice"))

        assert connection.scalar(everybody) == before == 0


@on_sqlite
def test_sqlite_keeps_a_log_ahead_and_foreign_keys(app: Flask) -> None:
    with reading() as connection:
        pragmas = {
            name: connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }

    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 1, "busy_timeout": 10_000}


@on_sqlite
def test_the_number_of_a_removed_player_never_comes_back(app: Flask) -> None:
    for name in ("Alice", "Bob"):
        with writing() as connection:
            made = connection.execute(players.insert().returning(players.c.id), a_row(name)).scalar_one()
            connection.execute(players.delete())

    assert made == 2


def test_a_direct_read_leaves_nothing_open(app: Flask) -> None:
    """On PostgreSQL it is read outside of a transaction; whoever has the connection next is in one again."""
    with reading_directly() as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)
        cursor.close()

    with pytest.raises(ZeroDivisionError), writing() as other:
        other.execute(players.insert(), a_row("Alice"))
        _ = 1 // 0

    assert count() == 0


def test_a_direct_read_that_fails_says_what_failed(app: Flask) -> None:
    driver = db.engine.dialect.loaded_dbapi

    with pytest.raises(driver.DatabaseError), reading_directly() as connection:
        connection.cursor().execute("SELECT there_is_no_such_column")

    assert count() == 0


def test_an_error_in_a_direct_transaction_takes_everything_back(app: Flask) -> None:
    with writing() as other:
        other.execute(players.insert(), a_row("Alice"))

    with pytest.raises(ZeroDivisionError), writing_directly() as connection:
        connection.cursor().execute("DELETE FROM player")
        _ = 1 // 0

    assert count() == 1


@on_sqlite
def test_connections_that_are_kept_apart_are_closed_with_the_others(app: Flask) -> None:
    with reading_directly() as connection:
        cursor = connection.cursor()
    db.engine.dispose()

    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        cursor.execute("SELECT 1")
    assert count() == 0
