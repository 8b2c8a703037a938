"""POST /account/delete: the player is forgotten, the responses stay."""

import pytest
from flask import Flask

from quizapp.services.players import find_player
from tests.web.accounts.visitor import PASSWORD, Visitor


def test_an_account_is_deleted_with_its_password(app: Flask, alice: Visitor) -> None:
    answer = alice.send("/account/delete", on="/account", password=PASSWORD)

    assert (answer.status_code, answer.location) == (303, "/account/deleted")
    assert "forgotten" in alice.see("/account/deleted")
    assert not alice.is_known()
    assert Visitor(app).log_in("Alice").status_code == 400


def test_the_name_is_free_again(app: Flask, alice: Visitor) -> None:
    alice.send("/account/delete", on="/account", password=PASSWORD)

    assert Visitor(app).sign_up("Alice").status_code == 303


@pytest.mark.parametrize(("password", "reason"), [("wrong", "not your password"), ("", "Give your")])
def test_without_the_password_nothing_happens(alice: Visitor, password: str, reason: str) -> None:
    answer = alice.send("/account/delete", on="/account", password=password, sure="yes")

    assert answer.status_code == 400
    assert reason in answer.text
    assert alice.is_known()


def test_a_guest_ticks_a_box(guest: Visitor) -> None:
    assert "Tick the box" in guest.send("/account/delete", on="/account").text

    assert guest.send("/account/delete", on="/account", sure="yes").status_code == 303
    assert not guest.is_known()


def test_a_post_without_a_csrf_token_is_refused(alice: Visitor) -> None:
    assert alice.client.post("/account/delete", data={"password": PASSWORD}).status_code == 400
    assert find_player("Alice")
