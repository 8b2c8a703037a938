"""A database that is away or overrun is a page that says so, and never an error of ours."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.exc import TimeoutError as PoolTimeout

from quizapp.web.busy import Turns

NOWHERE = "postgresql+psycopg://quiz:password-of-ours@127.0.0.1:9/none"


def test_no_connection_to_be_had_is_a_moment_to_wait(app: Flask, client: FlaskClient) -> None:
    @app.get("/unlucky")
    def unlucky() -> str:
        raise PoolTimeout

    answer = client.get("/unlucky")

    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0


def test_a_database_that_is_away_is_a_moment_to_wait_for_players_too(
    with_settings: Callable[..., Flask],
) -> None:
    client = with_settings(database_url=NOWHERE).test_client()
    with client.session_transaction() as session:
        session["_user_id"] = "1.0"

    page = client.get("/")
    told = client.get("/", headers={"Accept": "application/json"})

    assert (page.status_code, told.status_code) == (503, 503)
    assert "password-of-ours" not in page.text + told.text
    assert told.json is not None
    assert told.json["error"] == "One moment, please"


def test_who_finds_every_turn_taken_waits_for_one_and_not_for_ever(app: Flask) -> None:
    entered, leave = Event(), Event()

    @app.get("/slow")
    def slow() -> str:
        entered.set()
        leave.wait(10)
        return "done"

    app.wsgi_app = Turns(app, app.wsgi_app, 1, patience_s=0.05)  # type: ignore[method-assign]
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(lambda: app.test_client().get("/slow").status_code)
        entered.wait(10)

        refused = app.test_client().get("/log-in")
        asset = app.test_client().get("/assets/any/favicon.svg")
        alive = app.test_client().get("/healthz")

        leave.set()
        assert first.result() == 200
    assert (refused.status_code, asset.status_code, alive.status_code) == (503, 200, 200)
    assert app.test_client().get("/log-in").status_code == 200
