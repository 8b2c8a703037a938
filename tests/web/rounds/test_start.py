import pytest
from flask import Flask

from tests.web.rounds.somebody import Somebody


def test_a_guest_is_playing_one_click_after_the_home_page(alice: Somebody) -> None:
    answer = alice.send("/rounds", slug=alice.field("slug"), length=alice.field("length"), pace="timed")

    assert answer.status_code == 303
    assert alice.look(answer.location).status_code == 200
    assert "1 of 8" in alice.page  # the pack holds fewer than ten


def test_a_round_has_the_length_that_was_asked_for(alice: Somebody) -> None:
    alice.start(length="5")

    assert "1 of 5" in alice.page


def test_all_means_every_question(alice: Somebody) -> None:
    alice.start(length="all")

    assert "1 of 8" in alice.page


@pytest.mark.parametrize(
    "fields",
    [
        {"length": "7"},
        {"length": "-1"},
        {"length": "ten"},
        {"pace": "slow"},
        {"pace": "extended", "stretch": "99"},
        {"pace": "extended", "stretch": "nan"},
        {"pace": "extended", "stretch": "many"},
    ],
)
def test_nonsense_is_refused_with_a_way_back(alice: Somebody, fields: dict[str, str]) -> None:
    answer = alice.send("/rounds", **({"slug": "solar-system", "length": "5", "pace": "timed"} | fields))

    assert answer.status_code == 400
    assert "Back to the game" in answer.text


def test_an_unknown_pack_cannot_be_played(alice: Somebody) -> None:
    assert alice.send("/rounds", slug="nowhere", length="5", pace="timed").status_code == 404


def test_a_clock_that_is_stretched_says_so(alice: Somebody) -> None:
    alice.start(pace="extended", stretch="3")

    assert 'data-limit-ms="60000"' in alice.page


def test_the_pace_is_offered_first_the_next_time(alice: Somebody) -> None:
    alice.start(pace="extended", stretch="5")

    alice.look("/packs/solar-system")

    assert 'value="extended" checked' in alice.page
    assert 'value="5.0" selected' in alice.page


def test_a_form_without_token_starts_nothing(app: Flask) -> None:
    assert app.test_client().post("/rounds", data={"slug": "solar-system"}).status_code == 400
