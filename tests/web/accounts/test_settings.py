"""POST /account/settings: how a player likes to play."""

import pytest

from quizapp.services.players import player_named
from tests.web.accounts.visitor import Visitor


def test_settings_are_kept(alice: Visitor) -> None:
    answer = alice.send("/account/settings", on="/account", pace="extended", stretch="2.5", shortcuts="yes")

    assert (answer.status_code, answer.location) == (303, "/account")
    kept = player_named("Alice")
    assert (kept.pace, kept.stretch, kept.shortcuts, kept.clock_shown) == ("extended", 2.5, True, False)
    assert "Your settings are saved." in alice.see("/account")


def test_a_pace_that_is_not_extended_has_no_factor(alice: Visitor) -> None:
    alice.send("/account/settings", on="/account", pace="relaxed", stretch="4")

    assert player_named("Alice").stretch == 1.0


@pytest.mark.parametrize(
    ("pace", "stretch"),
    [
        ("extended", "99"),
        ("extended", "1"),
        ("extended", "NaN"),
        ("extended", "1e400"),
        ("extended", "x"),
        ("slow", "2"),
    ],
)
def test_nonsense_is_refused_with_the_page(alice: Visitor, pace: str, stretch: str) -> None:
    answer = alice.send("/account/settings", on="/account", pace=pace, stretch=stretch)

    assert answer.status_code == 400
    assert "field__error" in answer.text
    assert player_named("Alice").pace == "timed"


def test_a_guest_has_settings_too(guest: Visitor) -> None:
    answer = guest.send("/account/settings", on="/account", pace="relaxed", stretch="2")

    assert answer.status_code == 303


def test_a_post_without_a_csrf_token_is_refused(alice: Visitor) -> None:
    assert alice.client.post("/account/settings", data={"pace": "relaxed", "stretch": "2"}).status_code == 400
    assert player_named("Alice").pace == "timed"
