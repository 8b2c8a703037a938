"""POST /account/password: a new password ends the sessions elsewhere."""

import pytest
from flask import Flask

from tests.web.accounts.visitor import PASSWORD, Visitor


def test_the_new_password_counts_and_the_old_one_does_not(app: Flask, alice: Visitor) -> None:
    answer = alice.send("/account/password", on="/account", current=PASSWORD, new="battery staple")

    assert (answer.status_code, answer.location) == (303, "/account")
    assert Visitor(app).log_in("Alice", PASSWORD).status_code == 400
    assert Visitor(app).log_in("Alice", "battery staple").status_code == 303


def test_this_session_goes_on_and_others_end(app: Flask, alice: Visitor) -> None:
    elsewhere = Visitor(app)
    elsewhere.log_in("Alice")

    alice.send("/account/password", on="/account", current=PASSWORD, new="battery staple")

    assert alice.is_known()
    assert not elsewhere.is_known()


@pytest.mark.parametrize(
    ("current", "new", "reason"),
    [
        ("wrong password", "battery staple", "That is not your password."),
        (PASSWORD, "short", "at least 8 characters"),
        (PASSWORD, "", "Choose a password."),
        ("", "battery staple", "Give the password you have now."),
    ],
)
def test_a_refusal_stands_beside_its_field(alice: Visitor, current: str, new: str, reason: str) -> None:
    answer = alice.send("/account/password", on="/account", current=current, new=new)

    assert answer.status_code == 400
    assert reason in answer.text
    assert alice.is_known()


def test_a_guest_has_no_password_to_change(guest: Visitor) -> None:
    answer = guest.send("/account/password", on="/account", current="anything", new="battery staple")

    assert answer.status_code == 400


def test_a_post_without_a_csrf_token_is_refused(app: Flask, alice: Visitor) -> None:
    form = {"current": PASSWORD, "new": "battery staple"}

    assert alice.client.post("/account/password", data=form).status_code == 400
    assert Visitor(app).log_in("Alice", PASSWORD).status_code == 303
