"""Who a request comes from and by which scheme is believed of trusted proxies alone."""

from collections.abc import Callable

import pytest
from flask import Flask, url_for

from quizapp.extensions import limiter

SAID = {
    "X-Forwarded-For": "203.0.113.9, 198.51.100.7",
    "X-Forwarded-Proto": "http, https",
    "X-Forwarded-Host": "made.up, quiz.example",
}


@pytest.fixture(params=[0, 1, 2])
def behind(request: pytest.FixtureRequest, with_settings: Callable[..., Flask]) -> Flask:
    """An application that trusts so many proxies."""
    behind = with_settings(trusted_proxies=request.param, https=request.param > 0)

    @behind.get("/whoami")
    def whoami() -> dict[str, str]:
        return {"from": limiter._key_func(), "to": url_for("home.home", _external=True)}

    return behind


def test_the_address_and_the_links_are_those_that_trusted_proxies_say(behind: Flask) -> None:
    trusted = behind.extensions["quizapp_settings"].trusted_proxies

    told = behind.test_client().get("/whoami", headers=SAID).json

    believed = [
        {"from": "127.0.0.1", "to": "http://localhost/"},
        {"from": "198.51.100.7", "to": "https://quiz.example/"},
        {"from": "203.0.113.9", "to": "http://made.up/"},
    ]
    assert told == believed[trusted]


def test_a_redirect_stays_where_the_browser_is(behind: Flask) -> None:
    answer = behind.test_client().get("/account", headers=SAID)

    assert answer.status_code in {302, 303}
    assert answer.location.startswith("/")
