"""Two people, or two tabs, that change one thing in the same moment: nothing is lost, on either database."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.errors import Malformed, NameRefused, NotAllowed
from quizapp.extensions import db
from quizapp.packs.shelf import Shelf
from quizapp.services import accounts, draft_shelf, editions, players
from quizapp.services.flagging import flag_item, flags_on
from quizapp.services.playing import Seat
from quizapp.services.shelving import publish_shelf, shelf_packs
from quizapp.store.listing import listings
from quizapp.store.player import Player
from quizapp.store.transaction import reading
from tests.builders import a_pack
from tests.conftest import NOON_MS
from tests.services.authors import an_author
from tests.services.conftest import AtOnce, Sit
from tests.services.rounds import Play

MOONS, COMETS = a_pack(slug="moons", title="Moons"), a_pack(slug="comets", title="Comets")


@pytest.fixture
def root(app: Flask) -> int:
    """The number of an administrator, with three packs on the shelf."""
    publish_shelf(Shelf({"solar-system": a_pack(), "moons": MOONS, "comets": COMETS}, ()), NOON_MS)
    return an_author("Grace", "administrator").id


def loaded(player_id: int) -> Player:
    """The player, as a request of their own would load them."""
    return db.session.get_one(Player, player_id)


def outcome(deed: Callable[[], object], *refusals: type[Exception]) -> Callable[[], str]:
    """What comes of the deed: "done", or the refusal's name where it is one of these."""

    def do() -> str:
        try:
            deed()
        except refusals as refusal:
            return type(refusal).__name__
        return "done"

    return do


def test_every_log_out_everywhere_counts(root: int, at_once: AtOnce) -> None:
    before = loaded(root).epoch

    at_once([lambda: accounts.log_out_everywhere(loaded(root), NOON_MS, None)] * 8)

    db.session.rollback()
    assert loaded(root).epoch == before + 8


def test_a_name_goes_to_one_of_those_who_want_it(sit: Sit, at_once: AtOnce) -> None:
    seats = [sit(f"Player {number}") for number in range(8)]

    def rename(seat: Seat) -> Callable[[], str]:
        return outcome(lambda: players.rename(loaded(seat.player_id), "Ada", NOON_MS), NameRefused)

    assert sorted(map(str, at_once([rename(seat) for seat in seats]))) == ["NameRefused"] * 7 + ["done"]


def test_one_pack_is_featured_whoever_else_features_another(root: int, at_once: AtOnce) -> None:
    def feature(slug: str) -> Callable[[], None]:
        return lambda: editions.feature(loaded(root), slug, NOON_MS, featured=True)

    at_once([feature(slug) for slug in ("solar-system", "moons", "comets") * 4])

    with reading() as connection:
        assert len(connection.execute(select(listings).where(listings.c.featured)).all()) == 1


def test_an_unlisted_pack_stays_so_whoever_features_it(root: int, at_once: AtOnce) -> None:
    for _ in range(5):
        editions.relist(loaded(root), "moons", NOON_MS)
        at_once(
            [
                outcome(lambda: editions.feature(loaded(root), "moons", NOON_MS, featured=True), NotAllowed),
                lambda: editions.unlist(loaded(root), "moons", NOON_MS),
                outcome(lambda: editions.feature(loaded(root), "moons", NOON_MS, featured=True), NotAllowed),
            ]
        )

        assert "moons" not in {card.slug for card in shelf_packs()}


def test_many_tabs_have_no_more_drafts_than_one(
    root: int, at_once: AtOnce, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_shelf, "MOST_DRAFTS", 3)

    made = at_once([outcome(lambda: draft_shelf.new_draft(root, "A draft", NOON_MS), Malformed)] * 8)

    assert sorted(map(str, made)) == ["Malformed"] * 5 + ["done"] * 3
    assert len(draft_shelf.drafts_of(root)) == 3


def test_a_flag_sent_many_times_is_one(alice: Seat, at_once: AtOnce) -> None:
    play = Play(alice)
    item_id = play.page.prompt.item_id

    at_once([lambda: flag_item(alice, play.public_id, item_id, "typo", "Staturn", NOON_MS)] * 8)

    assert [flag.note for flag in flags_on(None)] == ["Staturn"]
