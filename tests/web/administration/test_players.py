"""/administration and /administration/players/<id>: finding a player, and what can be done about one."""

import re

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from quizapp.extensions import db
from quizapp.services.journal import entries
from quizapp.services.leaving import forget_player
from quizapp.services.players import player_named, player_of_id
from quizapp.services.playing import Seat
from tests.conftest import NOON_MS
from tests.services.rounds import Play
from tests.web.accounts.visitor import Visitor


@pytest.fixture
def bobs_number(bob: Visitor) -> int:
    return player_named("Bob").id


def listed(page: str) -> list[str]:
    """The names in the list."""
    return re.findall(r'<th scope="row"[^>]*><a[^>]*>([^<]*)<', page)


def do(grace: Visitor, number: int, deed: str, **fields: str) -> TestResponse:
    page = f"/administration/players/{number}"
    answer = grace.send(f"{page}/{deed}", on=page, **fields)
    assert (answer.status_code, answer.location) == (303, page)
    db.session.rollback()
    return answer


def test_players_are_found_by_a_part_of_their_names(grace: Visitor, bob: Visitor) -> None:
    assert listed(grace.see("/administration")) == ["Bob", "Grace"]
    assert listed(grace.see("/administration?search=%20BO")) == ["Bob"]
    assert listed(grace.see("/administration?search=rac")) == ["Grace"]
    assert "Nobody fits" in grace.see("/administration?search=%25")


def test_players_are_listed_a_page_at_a_time(grace: Visitor, bob: Visitor, bobs_number: int) -> None:
    page = grace.see(f"/administration?before={bobs_number}")

    assert listed(page) == ["Grace"]
    assert "Back to the first" in page


def test_the_banned_and_the_team_are_found(grace: Visitor, bob: Visitor, bobs_number: int) -> None:
    do(grace, bobs_number, "ban", sure="yes", reason="A bot")

    assert listed(grace.see("/administration?who=banned")) == ["Bob"]
    assert listed(grace.see("/administration?who=team")) == ["Grace"]
    assert listed(grace.see("/administration?who=accounts")) == ["Bob", "Grace"]


def test_a_player_is_banned_with_a_reason_and_let_in_again(
    grace: Visitor, bob: Visitor, bobs_number: int, app: Flask
) -> None:
    do(grace, bobs_number, "ban", sure="yes", reason="A bot played")

    assert not bob.is_known()
    refused = Visitor(app).log_in("Bob")
    assert refused.status_code == 400
    assert "banned: A bot played." in refused.text
    assert "A bot played." in grace.see(f"/administration/players/{bobs_number}")

    do(grace, bobs_number, "unban")
    assert Visitor(app).log_in("Bob").status_code == 303
    assert [(e.kind, e.actor_name) for e in entries(player_id=bobs_number)][1:3] == [
        ("unbanned", "Grace"),
        ("banned", "Grace"),
    ]


@pytest.mark.parametrize("deed", ["ban", "role", "rename", "log-out"])
def test_what_is_hard_to_undo_asks_to_be_sure(
    grace: Visitor, bob: Visitor, bobs_number: int, deed: str
) -> None:
    do(grace, bobs_number, deed, reason="A bot", role="administrator")

    assert "Tick the box" in grace.see(f"/administration/players/{bobs_number}")
    player = player_of_id(bobs_number)
    assert (player.name, player.role, player.banned_at_ms, player.epoch) == ("Bob", "player", None, 1)


def test_a_ban_without_a_reason_is_refused(grace: Visitor, bob: Visitor, bobs_number: int) -> None:
    do(grace, bobs_number, "ban", sure="yes", reason=" ")

    assert "Say why" in grace.see(f"/administration/players/{bobs_number}")
    assert bob.is_known()


def test_roles_are_given_and_refused(grace: Visitor, bob: Visitor, bobs_number: int) -> None:
    do(grace, bobs_number, "role", sure="yes", role="author")
    assert player_of_id(bobs_number).role == "author"

    do(grace, bobs_number, "role", sure="yes", role="emperor")
    assert "no role" in grace.see(f"/administration/players/{bobs_number}")

    graces = player_named("Grace").id
    do(grace, graces, "role", sure="yes", role="player")
    assert "last administrator" in grace.see(f"/administration/players/{graces}")


def test_nobody_is_offered_to_ban_themself(grace: Visitor) -> None:
    graces = player_named("Grace").id

    assert "/ban" not in grace.see(f"/administration/players/{graces}")
    do(grace, graces, "ban", sure="yes", reason="A slip")
    assert "themself" in grace.see(f"/administration/players/{graces}")


def test_a_name_that_should_not_be_seen_becomes_a_neutral_one(
    grace: Visitor, bob: Visitor, bobs_number: int
) -> None:
    do(grace, bobs_number, "rename", sure="yes")

    player = player_of_id(bobs_number)
    assert player.name != "Bob"
    assert f"Bob is now called {player.name}." in grace.see(f"/administration/players/{bobs_number}")


def test_sessions_are_ended(grace: Visitor, bob: Visitor, bobs_number: int) -> None:
    do(grace, bobs_number, "log-out", sure="yes")

    assert not bob.is_known()


def test_rounds_and_standing_are_shown(grace: Visitor, bob: Visitor, bobs_number: int) -> None:
    Play(Seat(bobs_number, player_of_id(bobs_number).epoch)).finish(4)

    page = grace.see(f"/administration/players/{bobs_number}")

    assert "The Solar System" in page
    assert '4<span class="soft"> of 5</span>' in page


def test_who_has_left_can_be_looked_up_and_nothing_more(
    grace: Visitor, bob: Visitor, bobs_number: int
) -> None:
    forget_player(player_of_id(bobs_number), NOON_MS)

    page = grace.see(f"/administration/players/{bobs_number}")
    assert f"Deleted player {bobs_number}" in page
    assert "This account was deleted" in page
    answer = grace.send(f"/administration/players/{bobs_number}/unban", on="/account")
    assert answer.status_code == 404


def test_there_is_no_player_of_no_number_and_no_other_deed(
    grace: Visitor, bob: Visitor, bobs_number: int
) -> None:
    assert grace.client.get("/administration/players/99999").status_code == 404
    assert grace.client.get("/administration/players/99999999999999999999999").status_code == 404
    assert grace.send(f"/administration/players/{bobs_number}/praise", on="/account").status_code == 404
