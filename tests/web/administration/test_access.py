"""/administration and below: there for administrators alone."""

import pytest
from flask import Flask

from quizapp.services.players import player_named
from quizapp.services.roles import give_role
from tests.conftest import NOON_MS
from tests.web.accounts.visitor import Visitor

PAGES = ("", "/packs", "/flags", "/marks", "/journal", "/players/1")
DEEDS = (
    "/players/1/ban",
    "/players/1/role",
    "/packs/solar-system/unlist",
    "/flags/solar-system/1/dismiss",
    "/marks/1/settle",
)


@pytest.mark.parametrize("page", PAGES)
def test_administrators_see_it(grace: Visitor, page: str) -> None:
    assert "<h1>" in grace.see(f"/administration{page}")


@pytest.mark.parametrize("page", PAGES)
def test_to_everybody_else_it_is_not_there(grace: Visitor, bob: Visitor, app: Flask, page: str) -> None:
    give_role(player_named("Bob"), "author", NOON_MS)

    for visitor in (bob, Visitor(app)):
        assert visitor.client.get(f"/administration{page}").status_code == 404


@pytest.mark.parametrize("deed", DEEDS)
def test_nobody_else_can_do_anything(grace: Visitor, bob: Visitor, deed: str) -> None:
    assert bob.send(f"/administration{deed}", on="/account", sure="yes", reason="so").status_code == 404
    assert player_named("Grace").banned_at_ms is None


def test_only_administrators_are_shown_the_way(grace: Visitor, bob: Visitor) -> None:
    assert 'href="/administration"' in grace.see("/")
    assert 'href="/administration"' in grace.see("/account")
    assert "/administration" not in bob.see("/")
    assert "/administration" not in bob.see("/account")


@pytest.mark.parametrize(
    "query",
    [
        "?before=x",
        "?before=99999999999999999999",
        "?before=-1",
        "?who=everyone",
        "?search=%25_%5C",
        "?after=é",
    ],
)
@pytest.mark.parametrize("page", PAGES)
def test_nonsense_in_the_address_does_no_harm(grace: Visitor, page: str, query: str) -> None:
    assert grace.client.get(f"/administration{page}{query}").status_code == 200
