import re
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp import create_app
from quizapp.config import Settings

BOARDS = ("/leaderboards", "/leaderboards/solar-system")
PAGES = ("/", "/packs/solar-system", *BOARDS, "/sign-up", "/log-in", "/nothing")
MISSING = ("/nothing", "/packs/none", "/leaderboards/none", "/players/Nobody", "/rounds/x")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_its_policy(client: FlaskClient, page: str) -> None:
    headers = client.get(page).headers

    policy = headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "form-action 'self'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("page", PAGES)
def test_no_page_holds_inline_script_or_style(client: FlaskClient, page: str) -> None:
    html = client.get(page).text

    assert "style=" not in html
    assert "<style" not in html
    assert " onclick" not in html
    assert all("src=" in tag or "importmap" in tag for tag in html.split("<script")[1:])


def test_cookies_cannot_be_read_by_script_nor_sent_from_elsewhere(client: FlaskClient) -> None:
    cookie = client.get("/sign-up").headers["Set-Cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie


def test_behind_https_cookies_are_secure_and_the_browser_is_told_to_stay(settings: Settings) -> None:
    app = create_app(replace(settings, https=True))

    answer = app.test_client().get("/log-in", base_url="https://quiz.example")

    assert "Secure" in answer.headers["Set-Cookie"]
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=")


def test_every_route_that_changes_something_refuses_a_post_without_a_token(
    app: Flask, client: FlaskClient
) -> None:
    changing = [rule for rule in app.url_map.iter_rules() if rule.methods and "POST" in rule.methods]

    assert len(changing) >= 8
    for rule in changing:
        address = rule.rule.replace("<slug>", "solar-system").replace("<int:", "<")
        address = re.sub(r"<\w+>", "1", address)
        assert client.post(address, data={"slug": "solar-system"}).status_code == 400, address


def test_a_body_that_is_too_large_is_refused(client: FlaskClient) -> None:
    answer = client.post("/log-in", data={"name": "x" * 1_000_000})

    assert answer.status_code == 413
    assert "Back to the game" in answer.text


def test_pages_are_not_kept_by_caches_between_players(client: FlaskClient) -> None:
    assert client.get("/").headers["Cache-Control"] in {"no-store", "private, no-cache"}


@pytest.mark.parametrize("page", MISSING)
def test_what_is_not_there_leads_back_to_the_game(client: FlaskClient, page: str) -> None:
    answer = client.get(page)

    assert answer.status_code == 404
    assert 'href="/"' in answer.text
