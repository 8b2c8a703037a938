"""How often one may try: counted by player, by address where nobody is known, and told kindly."""

from typing import Any

import pytest
from flask import Flask

from quizapp.errors import TooFast
from quizapp.web.accounts import limits
from quizapp.web.accounts.address import address, origin
from quizapp.web.accounts.limits import Tally
from tests.conftest import NOON_MS, FrozenClock
from tests.web.accounts.visitor import Visitor

A_CLASS = 40
ROUND = {"slug": "solar-system", "length": "5", "pace": "timed"}


class At(Visitor):
    """A browser at an address."""

    def __init__(self, app: Flask, address: str) -> None:
        super().__init__(app)
        self.client.environ_base["REMOTE_ADDR"] = address


def test_a_class_behind_one_address_begins_to_play_at_once(limited: Flask) -> None:
    begun = [Visitor(limited).send("/rounds", on="/sign-up", **ROUND).status_code for _ in range(A_CLASS)]

    assert begun == [303] * A_CLASS


def test_a_class_behind_one_address_signs_up_at_once(limited: Flask) -> None:
    signed_up = [Visitor(limited).sign_up(f"Pupil of {number * 37}").status_code for number in range(A_CLASS)]

    assert signed_up == [303] * A_CLASS


def test_players_of_one_address_are_counted_apart(limited: Flask) -> None:
    alice, bob = Visitor(limited), Visitor(limited)
    alice.sign_up("Alice")
    bob.sign_up("Bob")

    assert [alice.client.get("/account/export").status_code for _ in range(11)] == [200] * 10 + [429]
    assert bob.client.get("/account/export").status_code == 200


def test_a_household_has_one_address(limited: Flask) -> None:
    for number in range(60):
        At(limited, f"2001:db8:1:2::{number:x}").log_in(f"Nobody {number}", "wrong password")

    assert At(limited, "2001:db8:1:2:ffff::1").log_in("Nobody", "wrong password").status_code == 429
    assert At(limited, "2001:db8:1:3::1").log_in("Nobody", "wrong password").status_code == 400


def test_who_is_too_fast_is_told_how_long_to_wait(strict: Visitor) -> None:
    strict.sign_up("Alice")
    for _ in range(10):
        strict.client.get("/account/export")

    page = strict.client.get("/account/export")
    told = strict.client.get("/account/export", headers={"Accept": "application/json"})

    assert 1 <= int(page.headers["Retry-After"]) <= 60
    assert "nothing is lost" in page.text
    assert "Wait " in page.text
    assert told.status_code == 429
    assert told.json is not None
    assert told.json["wait_s"] == int(told.headers["Retry-After"])
    assert "nothing is lost" in told.json["text"]


def test_nobody_answers_faster_than_a_hand_can(
    strict: Visitor, monkeypatch: pytest.MonkeyPatch, clock: FrozenClock
) -> None:
    monkeypatch.setattr(limits, "answers", Tally(2))
    begun = strict.send("/rounds", on="/sign-up", **ROUND)
    strict.see(begun.location)

    def answer() -> Any:
        return strict.send(f"{begun.location}/responses", on=begun.location, item="no such item")

    clock.pass_ms(15_000)
    assert [answer().status_code for _ in range(2)] == [409, 409]
    refused = answer()
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "45")
    clock.pass_ms(45_000)
    assert answer().status_code == 409


def test_a_tally_counts_each_player_alone(limited: Flask) -> None:
    tally = Tally(1)
    for seat in ("1.0", "2.0"):
        with limited.test_request_context() as request:
            request.session["_user_id"] = seat
            tally.count()
    with limited.test_request_context() as request, pytest.raises(TooFast):
        request.session["_user_id"] = "2.0"
        tally.count()


@pytest.mark.parametrize(
    ("given", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("", ""),
    ],
)
def test_an_address_is_that_of_the_household(app: Flask, given: str, counted: str) -> None:
    with app.test_request_context(environ_base={"REMOTE_ADDR": given}):
        assert address() == counted


def test_an_origin_tells_addresses_apart_for_a_day_and_names_none(app: Flask) -> None:
    def seen(from_address: str, now_ms: int) -> str:
        with app.test_request_context(environ_base={"REMOTE_ADDR": from_address}):
            return origin(now_ms)

    first = seen("192.0.2.7", NOON_MS)

    assert first == seen("192.0.2.7", NOON_MS + 1000)
    assert first != seen("192.0.2.8", NOON_MS)
    assert first != seen("192.0.2.7", NOON_MS + 24 * 60 * 60 * 1000)
