"""POST /sign-up: a name and a password make an account."""

import pytest
from flask import Flask

from quizapp.services.players import find_player
from tests.web.accounts.visitor import PASSWORD, Visitor


def test_who_signs_up_is_logged_in_and_sent_to_the_game(visitor: Visitor) -> None:
    answer = visitor.sign_up("Alice")

    assert (answer.status_code, answer.location) == (303, "/")
    assert "Alice" in visitor.see("/account")


def test_a_guest_keeps_playing_as_the_account(guest: Visitor) -> None:
    with guest.client.session_transaction() as session:
        before = session["_user_id"]

    guest.sign_up("Alice")

    with guest.client.session_transaction() as session:
        assert session["_user_id"].split(".")[0] == before.split(".")[0]
        assert session["_user_id"] != before


def test_the_session_lasts_for_months(visitor: Visitor) -> None:
    visitor.sign_up()

    with visitor.client.session_transaction() as session:
        assert session.permanent


@pytest.mark.parametrize(
    ("name", "password", "reason"),
    [
        ("", PASSWORD, "Choose a name."),
        ("x", PASSWORD, "at least 2 characters"),
        ("x" * 10_000, PASSWORD, "at most 24 characters"),
        ("\u202eecila", PASSWORD, "invisible character"),
        ("Z" + "\u0335" * 22, PASSWORD, "too many marks"),
        ("🙂🙂", PASSWORD, "at least one letter or digit"),
        ("Admin", PASSWORD, "kept for the game"),
        ("Alice", "", "Choose a password."),
        ("Alice", " " * 9, "cannot be blank"),
        ("Alice", "short", "at least 8 characters"),
        ("Alice", "x" * 201, "at most 200 characters"),
        ("Alice Liddell", "alice liddell", "the name itself"),
    ],
)
def test_a_refusal_stands_beside_its_field(visitor: Visitor, name: str, password: str, reason: str) -> None:
    answer = visitor.sign_up(name, password)

    assert answer.status_code == 400
    assert reason in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert not visitor.is_known()


def test_name_and_password_are_both_told_at_once(visitor: Visitor) -> None:
    page = visitor.sign_up("x", "short").text

    assert "A name has at least 2 characters." in page
    assert "A password has at least 8 characters." in page


def test_a_taken_name_is_refused_and_so_is_its_double(alice: Visitor, visitor: Visitor) -> None:
    assert "is taken" in visitor.sign_up("ALICE").text
    assert "looks like the name of another" in visitor.sign_up("Аlісе").text


def test_an_e_mail_address_is_optional_but_must_be_one(app: Flask, visitor: Visitor) -> None:
    assert "does not look like an e-mail" in visitor.sign_up(email="nobody").text

    visitor.sign_up(email="alice@example.org")

    player = find_player("Alice")
    assert player is not None
    assert player.email == "alice@example.org"


def test_a_name_with_markup_is_shown_as_text(visitor: Visitor) -> None:
    assert visitor.sign_up("<i>Al'\"&").status_code == 303

    page = visitor.see("/account")

    assert "<i>" not in page
    assert "&lt;i&gt;Al&#39;&#34;&amp;" in page


def test_a_refused_name_with_markup_is_shown_as_text(visitor: Visitor) -> None:
    page = visitor.sign_up('"><script>alert(1)</script>').text

    assert "<script>alert" not in page


def test_a_refused_form_keeps_the_name_but_not_the_password(visitor: Visitor) -> None:
    page = visitor.sign_up("Alice", "short-1").text

    assert 'value="Alice"' in page
    assert "short-1" not in page


def test_password_managers_are_told_what_is_what(visitor: Visitor) -> None:
    page = visitor.see("/sign-up")

    assert 'autocomplete="username"' in page
    assert 'autocomplete="new-password"' in page


def test_who_has_an_account_is_sent_to_it(alice: Visitor) -> None:
    answer = alice.client.get("/sign-up")

    assert (answer.status_code, answer.location) == (303, "/account")


def test_a_post_without_a_csrf_token_is_refused(visitor: Visitor) -> None:
    answer = visitor.client.post("/sign-up", data={"name": "Alice", "password": PASSWORD})

    assert answer.status_code == 400
    assert find_player("Alice") is None
