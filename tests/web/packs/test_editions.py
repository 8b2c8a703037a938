"""/packs/<slug>/editions, unlist, relist, feature: for those who look after a pack."""

import pytest
from flask import Flask

from quizapp.domain.draft import Draft
from quizapp.services.players import player_named
from quizapp.services.roles import give_role
from quizapp.services.shelving import digest_on_shelf
from tests.conftest import NOON_MS
from tests.services.authors import CERES, a_draft_of, mended, published, with_item
from tests.web.accounts.visitor import Visitor


@pytest.fixture
def ada(app: Flask) -> Visitor:
    """Ada, an author."""
    return _somebody(app, "Ada", "author")


@pytest.fixture
def grace(app: Flask) -> Visitor:
    """Grace, an administrator."""
    return _somebody(app, "Grace", "administrator")


@pytest.fixture
def bob(app: Flask) -> Visitor:
    """Bob, another author."""
    return _somebody(app, "Bob", "author")


@pytest.fixture
def draft(ada: Visitor) -> Draft:
    """A draft of Ada's of which two editions have been published."""
    player = player_named("Ada")
    draft = a_draft_of(player)
    published(player, draft)
    mended(draft, lambda pack: with_item(pack, CERES))
    published(player, draft)
    return draft


def _somebody(app: Flask, name: str, role: str) -> Visitor:
    visitor = Visitor(app)
    visitor.sign_up(name)
    give_role(player_named(name), role, NOON_MS)
    return visitor


def test_an_edition_is_restored(ada: Visitor, draft: Draft) -> None:
    page = ada.see("/packs/planets/editions")
    (digest,) = {each.split('"')[0] for each in page.split('name="digest" value="')[1:]}

    answer = ada.send("/packs/planets/editions", digest=digest)

    assert answer.status_code == 303
    assert digest_on_shelf("planets") == digest


def test_an_unlisted_pack_says_so_at_its_address(ada: Visitor, draft: Draft, app: Flask) -> None:
    ada.send("/packs/planets/unlist", on="/packs/planets")

    page = Visitor(app).see("/packs/planets")
    assert "This pack is unlisted" in page
    assert 'name="length"' not in page
    assert "/packs/planets" not in Visitor(app).see("/")
    ada.send("/packs/planets/relist", on="/packs/planets")
    assert "/packs/planets" in Visitor(app).see("/")


def test_an_administrator_features_a_pack(grace: Visitor, draft: Draft) -> None:
    grace.send("/packs/planets/feature", on="/packs/planets", featured="yes")

    assert '<input type="hidden" name="slug" value="planets">' in grace.see("/")


def test_an_administrator_unlists_a_pack_of_a_file(grace: Visitor) -> None:
    grace.send("/packs/solar-system/unlist", on="/packs/solar-system")

    assert "There is nothing to play yet" in grace.see("/")


def test_others_see_no_controls_and_can_use_none(bob: Visitor, draft: Draft) -> None:
    assert "Unlist" not in bob.see("/packs/planets")
    assert bob.client.get("/packs/planets/editions").status_code == 403
    for deed in ("unlist", "relist", "feature", "editions"):
        assert bob.send(f"/packs/planets/{deed}", on="/packs/planets").status_code == 403


def test_there_are_no_editions_of_no_pack(grace: Visitor) -> None:
    assert grace.client.get("/packs/nothing/editions").status_code == 404
