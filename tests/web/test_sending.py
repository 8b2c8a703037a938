"""Pages are sent packed, and not twice where the browser still has them; rounds are never kept."""

import gzip

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizapp.web.sessions import _signed
from tests.web.rounds.somebody import Somebody

KEPT = ("/", "/how-scores-work", "/packs/solar-system", "/leaderboards", "/leaderboards/solar-system")


def again(client: FlaskClient, page: str, seen: TestResponse) -> TestResponse:
    """The same page asked for by a browser that has kept it."""
    return client.get(page, headers={"If-None-Match": seen.headers["ETag"]})


@pytest.mark.parametrize("page", KEPT)
def test_a_page_that_has_not_changed_is_not_sent_again(client: FlaskClient, page: str) -> None:
    client.get("/")
    seen = client.get(page)

    kept = again(client, page, seen)

    assert seen.headers["Cache-Control"] == "private, no-cache"
    assert kept.status_code == 304
    assert kept.data == b""
    assert kept.headers["Cache-Control"] == "private, no-cache"


def test_another_process_knows_the_page_that_this_one_sent(client: FlaskClient) -> None:
    client.get("/")
    seen = client.get("/")
    _signed.cache_clear()

    assert again(client, "/", seen).status_code == 304


def test_a_page_that_has_changed_is_sent(client: FlaskClient, alice: Somebody) -> None:
    seen = client.get("/leaderboards/solar-system")

    alice.start()
    alice.play_to_the_end(right=3)
    alice.look()
    alice.send(f"{alice.address}/end")

    assert again(client, "/leaderboards/solar-system", seen).status_code == 200


def test_a_page_of_one_browser_is_new_to_another(client: FlaskClient, alice: Somebody) -> None:
    client.get("/")
    seen = client.get("/")

    assert again(alice.client, "/", seen).status_code == 200


def test_rounds_are_never_kept(alice: Somebody) -> None:
    alice.start()
    asking = alice.look()
    told = alice.answer_right("application/json")
    shown = alice.look()
    result = alice.send(f"{alice.address}/end") and alice.look(f"{alice.address}/result")

    for answer in (asking, told, shown, result):
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-store"
        assert "ETag" not in answer.headers


@pytest.mark.parametrize("page", ["/log-in", "/sign-up", "/nothing", "/healthz"])
def test_what_is_not_named_is_not_kept(client: FlaskClient, page: str) -> None:
    answer = client.get(page)

    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


@pytest.mark.parametrize(("asked", "got"), [("gzip", "gzip"), ("br, gzip", "br"), ("identity", None)])
def test_pages_are_packed_as_the_browser_asks(client: FlaskClient, asked: str, got: str | None) -> None:
    answer = client.get("/", headers={"Accept-Encoding": asked})

    assert answer.headers.get("Content-Encoding") == got
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert "Cookie" in answer.headers["Vary"]


def test_a_packed_page_is_the_page(client: FlaskClient) -> None:
    plain = client.get("/how-scores-work")
    packed = client.get("/how-scores-work", headers={"Accept-Encoding": "gzip"})

    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 2


def test_a_small_answer_is_not_worth_packing(app: Flask) -> None:
    answer = app.test_client().get("/readyz", headers={"Accept-Encoding": "gzip"})

    assert "Content-Encoding" not in answer.headers


def test_files_for_ever_are_packed_once_and_not_twice(client: FlaskClient) -> None:
    address = client.get("/").text.split('rel="stylesheet" href="')[1].split('"')[0]

    answer = client.get(address, headers={"Accept-Encoding": "gzip, br"})

    assert answer.headers["Content-Encoding"] == "gzip"
    assert b"@layer" in gzip.decompress(answer.data)
    assert "immutable" in answer.headers["Cache-Control"]
