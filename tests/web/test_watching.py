"""Every request has a name and a line of its own, and neither tells what was asked for or by whom."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from quizapp import logs
from quizapp.store.transaction import reading
from tests.web.rounds.somebody import KEYS, Somebody


@pytest.fixture
def written(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """What is logged in that kind, as text."""
    root, ours = logging.getLogger(), logging.getLogger("quizapp")
    before = root.handlers[:], root.level, ours.level
    logs.set_up(getattr(request, "param", "text"))
    lines = io.StringIO()
    (handler,) = root.handlers
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(lines)
    yield lines
    root.handlers[:], root.level, ours.level = before


def test_a_request_has_a_name(client: FlaskClient) -> None:
    one, other = (client.get("/log-in").headers["X-Request-ID"] for _ in range(2))

    assert one != other


def test_a_proxy_may_name_the_request(client: FlaskClient) -> None:
    assert client.get("/log-in", headers={"X-Request-ID": "edge-17"}).headers["X-Request-ID"] == "edge-17"


@pytest.mark.parametrize("name", ["", "two words", "x" * 65, "a\tb", "é"])
def test_a_name_that_is_not_plain_is_not_taken(client: FlaskClient, name: str) -> None:
    answer = client.get("/log-in", headers={"X-Request-ID": name})

    assert answer.headers["X-Request-ID"] != name


@pytest.mark.parametrize("written", ["json"], indirect=True)
def test_a_line_says_the_route_and_not_the_address(client: FlaskClient, written: io.StringIO) -> None:
    client.get("/players/Somebody?invite=hush", headers={"X-Request-ID": "r1"})

    (line,) = map(json.loads, written.getvalue().splitlines())
    assert line["request_id"] == "r1"
    assert (line["method"], line["route"], line["status"]) == ("GET", "/players/<name>", 404)
    assert line["ms"] >= 0
    assert line["level"] == "INFO"
    assert "Somebody" not in written.getvalue()
    assert "hush" not in written.getvalue()


def test_no_line_of_a_round_tells_the_answer_or_the_player(alice: Somebody, written: io.StringIO) -> None:
    alice.start()
    alice.answer_right()

    lines = written.getvalue()
    assert "POST /rounds/<public_id>/responses" in lines
    assert alice.address not in lines
    assert not any(planet in lines for planet in KEYS.values())


def test_every_line_of_a_request_bears_its_name(
    app: Flask, client: FlaskClient, written: io.StringIO
) -> None:
    app.testing = False

    @app.get("/broken")
    def broken() -> str:
        raise ZeroDivisionError

    answer = client.get("/broken", headers={"X-Request-ID": "r2"})

    heads = [line for line in written.getvalue().splitlines() if "[r2]" in line]
    assert answer.status_code == 500
    assert len(heads) == 2
    assert "ERROR" in heads[0]
    assert heads[1].split("] ")[1].startswith("GET /broken 500")


def test_an_address_that_is_not_understood_has_no_route(client: FlaskClient, written: io.StringIO) -> None:
    client.get("/groups-of-old/secret-word")

    assert "GET (none) 404" in written.getvalue()
    assert "secret-word" not in written.getvalue()


def test_outside_of_requests_lines_have_no_name(written: io.StringIO) -> None:
    logging.getLogger("quizapp").info("started")

    assert written.getvalue().endswith(" INFO started\n")


def test_libraries_are_heard_when_something_is_wrong(written: io.StringIO) -> None:
    logging.getLogger("alembic").info("step by step")
    logging.getLogger("alembic").warning("look here")

    assert "step by step" not in written.getvalue()
    assert "look here" in written.getvalue()


def test_errors_of_the_database_do_not_tell_what_was_typed(app: Flask) -> None:
    with pytest.raises(SQLAlchemyError) as caught, reading() as connection:
        connection.execute(text("SELECT :typed FROM nowhere"), {"typed": "a password"})

    assert "a password" not in str(caught.value)
