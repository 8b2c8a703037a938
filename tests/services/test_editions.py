"""Editions restored, packs unlisted and featured, and who may do so."""

import pytest
from flask import Flask

from quizapp.domain.draft import Draft
from quizapp.errors import NotAllowed, NotFound
from quizapp.packs.shelf import Shelf
from quizapp.services import editions, shelving
from quizapp.services.players import Player
from quizapp.services.playing import Seat, start_round
from tests.builders import a_pack
from tests.conftest import NOON_MS
from tests.services.authors import CERES, a_draft_of, an_author, mended, published, with_item
from tests.services.rounds import TIMED, Play


@pytest.fixture
def ada(app: Flask) -> Player:
    """Ada, an author."""
    return an_author("Ada")


@pytest.fixture
def root(app: Flask) -> Player:
    """An administrator."""
    return an_author("Grace", "administrator")


@pytest.fixture
def draft(ada: Player) -> Draft:
    """A draft of Ada's of which two editions have been published."""
    draft = a_draft_of(ada)
    published(ada, draft)
    mended(draft, lambda pack: with_item(pack, CERES))
    published(ada, draft)
    return draft


def in_sight() -> set[str]:
    return {card.slug for card in shelving.shelf_packs()}


def test_the_editions_say_what_changed_in_each(ada: Player, draft: Draft) -> None:
    new, old = editions.editions_page(ada, "planets").editions

    assert (new.on_shelf, new.item_count, old.item_count, old.changes) == (True, 9, 8, None)
    assert new.changes and [item.key for item in new.changes.added] == ["Ceres"]


def test_any_edition_can_be_restored_and_none_is_lost(ada: Player, draft: Draft) -> None:
    new, old = editions.editions_page(ada, "planets").editions

    editions.restore(ada, "planets", old.digest, NOON_MS)

    assert shelving.digest_on_shelf("planets") == old.digest
    assert len(editions.editions_page(ada, "planets").editions) == 2
    editions.restore(ada, "planets", new.digest, NOON_MS)
    assert shelving.digest_on_shelf("planets") == new.digest


def test_only_editions_of_the_pack_itself_can_be_restored(ada: Player, draft: Draft) -> None:
    with pytest.raises(NotFound):
        editions.restore(ada, "planets", a_pack().digest, NOON_MS)


def test_an_unlisted_pack_is_out_of_sight_and_cannot_be_started(ada: Player, draft: Draft, bob: Seat) -> None:
    play = Play(bob, slug="planets")

    editions.unlist(ada, "planets", NOON_MS)

    assert in_sight() == {"solar-system"}
    assert shelving.pack_page("planets", None).listing.unlisted
    with pytest.raises(NotFound):
        start_round(bob, "planets", 5, TIMED, NOON_MS)
    play.finish(right=5)
    assert play.page.closed


def test_an_author_lists_again_what_they_unlisted(ada: Player, draft: Draft) -> None:
    editions.unlist(ada, "planets", NOON_MS)
    editions.relist(ada, "planets", NOON_MS)

    assert "planets" in in_sight()


def test_what_an_administrator_unlisted_only_an_administrator_lists(
    ada: Player, root: Player, draft: Draft
) -> None:
    editions.unlist(root, "planets", NOON_MS)

    with pytest.raises(NotAllowed):
        editions.relist(ada, "planets", NOON_MS)
    editions.relist(root, "planets", NOON_MS)
    assert "planets" in in_sight()


def test_a_new_edition_of_an_unlisted_pack_stays_out_of_sight(ada: Player, draft: Draft) -> None:
    editions.unlist(ada, "planets", NOON_MS)
    mended(draft, lambda pack: a_pack(slug="planets", title="Planets anew"))
    published(ada, draft)

    assert "planets" not in in_sight()


def test_one_pack_is_featured_at_a_time(root: Player, draft: Draft) -> None:
    for slug in ("solar-system", "planets"):
        editions.feature(root, slug, NOON_MS, featured=True)
        assert shelving.featured_slug() == slug

    assert not shelving.pack_page("solar-system", None).listing.featured


def test_an_unlisted_pack_is_not_featured(root: Player, draft: Draft) -> None:
    editions.feature(root, "planets", NOON_MS, featured=True)
    editions.unlist(root, "planets", NOON_MS)

    assert shelving.featured_slug() == "solar-system"
    with pytest.raises(NotAllowed):
        editions.feature(root, "planets", NOON_MS, featured=True)


def test_nobody_else_has_a_hand_in_it(ada: Player, draft: Draft) -> None:
    bob = an_author("Bob")

    for somebody in (bob, None):
        with pytest.raises(NotAllowed):
            editions.editions_page(somebody, "planets")
        with pytest.raises(NotAllowed):
            editions.unlist(somebody, "planets", NOON_MS)
        with pytest.raises(NotAllowed):
            editions.restore(somebody, "planets", shelving.digest_on_shelf("planets"), NOON_MS)
    with pytest.raises(NotAllowed):
        editions.feature(ada, "planets", NOON_MS, featured=True)


def test_there_are_no_editions_of_no_pack(root: Player) -> None:
    with pytest.raises(NotFound):
        editions.editions_page(root, "nothing")
    with pytest.raises(NotFound):
        editions.unlist(root, "nothing", NOON_MS)


def test_files_never_take_a_players_pack_off_the_shelf(ada: Player, draft: Draft) -> None:
    of_ada = shelving.digest_on_shelf("planets")

    shelving.publish_shelf(Shelf({"planets": a_pack(slug="planets", title="From a file")}, ()), NOON_MS)

    assert shelving.digest_on_shelf("planets") == of_ada
    assert in_sight() == {"planets"}
