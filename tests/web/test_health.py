"""Alive is not the same as ready: the second asks for everything that the game needs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import downgrade, upgrade

from quizapp.extensions import db

NOWHERE = "postgresql+psycopg://quiz:password-of-ours@127.0.0.1:9/none"


def test_a_ready_server_says_so_part_by_part(client: FlaskClient) -> None:
    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json == {"ready": True, "database": "ok", "migrations": "ok", "queue": "ok"}


@pytest.mark.parametrize("page", ["/healthz", "/readyz"])
def test_whoever_asks_gets_no_session_and_keeps_no_answer(client: FlaskClient, page: str) -> None:
    headers = client.get(page).headers

    assert "Set-Cookie" not in headers
    assert headers["Cache-Control"] == "no-store"


@pytest.fixture
def tables_afterwards(app: Flask) -> Iterator[None]:
    """The tables as they were: on a database server the next test finds what this one left."""
    yield
    upgrade()


@pytest.mark.usefixtures("tables_afterwards")
def test_tables_of_an_older_edition_are_not_ready(client: FlaskClient) -> None:
    downgrade(revision="-1")

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json is not None
    assert answer.json["database"] == "ok"
    assert "quizapp serve" in answer.json["migrations"]


def test_a_database_of_no_edition_is_not_ready(app: Flask, client: FlaskClient) -> None:
    with db.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE alembic_version RENAME TO put_away")

    status = client.get("/readyz").status_code

    with db.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE put_away RENAME TO alembic_version")
    assert status == 503


def test_without_its_database_a_server_lives_but_is_not_ready(with_settings: Callable[..., Flask]) -> None:
    client = with_settings(database_url=NOWHERE).test_client()

    assert client.get("/healthz").status_code == 200
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json == {
        "ready": False,
        "database": "cannot be reached",
        "migrations": "unknown",
        "queue": "ok",
    }


def test_a_queue_that_cannot_be_reached_is_named(with_settings: Callable[..., Flask]) -> None:
    client = with_settings(queue="redis://127.0.0.1:9").test_client()

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json is not None
    assert answer.json["queue"] == "cannot be reached"


def test_a_queue_in_a_file_is_there(with_settings: Callable[..., Flask], tmp_path: Path) -> None:
    client = with_settings(queue=f"sqlite:///{tmp_path}/queue.sqlite3").test_client()

    assert client.get("/readyz").status_code == 200
