"""Sessions in signed cookies, remembered by the process that has verified them."""

from datetime import timedelta

import pytest
from flask import Flask, jsonify, request, session
from flask.testing import FlaskClient


@pytest.fixture
def keeping(app: Flask) -> FlaskClient:
    """A browser before a page that keeps what it is sent, and one that tells it."""

    def keep() -> str:
        session["kept"] = [{"words": request.args.getlist("word")}]
        return "kept"

    def spoil() -> str:
        session.get("kept", [{"words": []}])[0]["words"].append("spoilt")
        return "spoilt"

    app.add_url_rule("/keep", view_func=keep)
    app.add_url_rule("/spoil", view_func=spoil)
    app.add_url_rule("/tell", view_func=lambda: jsonify(session.get("kept")))
    app.add_url_rule("/plain", view_func=lambda: "plain", endpoint="plain")
    return app.test_client()


def test_what_is_kept_is_told_again(keeping: FlaskClient) -> None:
    keeping.get("/keep?word=sea&word=tide")

    told = [keeping.get("/tell").json for _ in range(2)]

    assert told == [[{"words": ["sea", "tide"]}]] * 2


def test_no_request_changes_what_another_is_told(keeping: FlaskClient) -> None:
    keeping.get("/keep?word=sea")

    keeping.get("/spoil")

    assert keeping.get("/tell").json == [{"words": ["sea"]}]


def test_other_cookies_may_stand_beside_it(keeping: FlaskClient) -> None:
    keeping.get("/keep?word=sea")
    keeping.set_cookie("other", "caf\xe9; quizapp=forged")

    assert keeping.get("/tell").json == [{"words": ["sea"]}]


@pytest.mark.parametrize("forged", ["x", "e30.x.y", "\x00", '"', "=", "quizapp"])
def test_a_forged_cookie_is_an_empty_session(keeping: FlaskClient, forged: str) -> None:
    keeping.set_cookie("quizapp", forged)

    assert keeping.get("/tell").json is None


def test_a_remembered_cookie_ends_when_its_time_is_over(app: Flask, keeping: FlaskClient) -> None:
    keeping.get("/keep?word=sea")
    assert keeping.get("/tell").json == [{"words": ["sea"]}]

    app.permanent_session_lifetime = timedelta(seconds=-1)
    keeping.set_cookie("other", "so that it is verified anew")

    assert keeping.get("/tell").json is None


def test_an_answer_that_rests_on_the_session_says_so(keeping: FlaskClient) -> None:
    keeping.get("/keep?word=sea")

    assert "Cookie" in keeping.get("/tell").headers.getlist("Vary")
    assert "Cookie" not in keeping.get("/plain").headers.getlist("Vary")
