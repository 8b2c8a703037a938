"""Flags settled: the author answers, and the player hears of it once."""

from dataclasses import replace

import pytest
from flask import Flask

from quizapp.domain.pack import Pack
from quizapp.errors import Malformed, NotFound
from quizapp.packs.shelf import Shelf
from quizapp.services.accounts import sign_up
from quizapp.services.flagging import flag_item, flags_on
from quizapp.services.playing import Seat
from quizapp.services.settling import (
    FIXED_THANKS,
    THANKS,
    dismiss_flag,
    draft_to_mend,
    hear_answers,
    open_flags,
    settle_fixed_flags,
)
from quizapp.services.shelving import publish_shelf
from quizapp.store.listing import put_listing
from quizapp.store.transaction import writing
from tests.builders import a_pack, planet_items
from tests.conftest import NOON_MS
from tests.services.authors import a_draft_of, an_author, published
from tests.services.authors import mended as of_draft
from tests.services.rounds import SLUG, Play

MARS = "q-mars"


@pytest.fixture
def flagged(bob: Seat) -> int:
    """A flag of Bob's on the item about Mars."""
    flag(bob)
    return open_flags(SLUG)[0].flag_id


def flag(seat: Seat, slug: str = SLUG) -> None:
    play = Play(seat, slug=slug, length=None)
    play.finish(right=8)
    flag_item(seat, play.public_id, MARS, "wrong", "It is Saturn.", NOON_MS)


def mended() -> Pack:
    """The pack with another stem for Mars."""
    return a_pack(
        items=tuple(
            replace(i, stem="Which planet is red?") if i.item_id == MARS else i for i in planet_items()
        )
    )


def settle(old: Pack | None, new: Pack) -> int:
    with writing() as connection:
        return settle_fixed_flags(connection, SLUG, old, new, NOON_MS + 1)


def test_a_dismissed_flag_is_answered_once(bob: Seat, flagged: int) -> None:
    dismiss_flag(SLUG, flagged, "Saturn is the sixth.", NOON_MS + 1)

    assert open_flags(SLUG) == []
    (answer,) = hear_answers(bob.player_id)
    assert (answer.settled, answer.thanks) == ("dismissed", "Saturn is the sixth.")
    assert (answer.title, answer.stem) == ("The Solar System", "Which planet is the fourth from the Sun?")
    assert hear_answers(bob.player_id) == []


def test_there_is_always_a_word_of_thanks(bob: Seat, flagged: int) -> None:
    dismiss_flag(SLUG, flagged, " ", NOON_MS + 1)
    dismiss_flag(SLUG, flagged, "Something else", NOON_MS + 2)

    assert [answer.thanks for answer in hear_answers(bob.player_id)] == [THANKS]


def test_a_flag_on_another_pack_cannot_be_dismissed_from_here(bob: Seat, flagged: int) -> None:
    with pytest.raises(NotFound):
        dismiss_flag("moons", flagged, "", NOON_MS)
    with pytest.raises(Malformed):
        dismiss_flag(SLUG, flagged, "x" * 201, NOON_MS)


def test_an_edition_that_mends_the_item_settles_its_flags(bob: Seat, flagged: int) -> None:
    assert settle(a_pack(), mended()) == 1

    assert [answer.thanks for answer in hear_answers(bob.player_id)] == [FIXED_THANKS]


def test_an_edition_that_leaves_the_item_as_it_was_settles_nothing(flagged: int) -> None:
    assert settle(a_pack(), a_pack(title="Planets")) == 0
    assert settle(None, mended()) == 0


def test_publishing_the_mended_item_settles_its_flags(bob: Seat) -> None:
    ada = an_author("Ada")
    draft = a_draft_of(ada)
    published(ada, draft)
    flag(bob, "planets")

    of_draft(draft, lambda pack: replace(pack, items=mended().items))
    published(ada, draft)

    assert open_flags("planets") == []
    assert [answer.settled for answer in hear_answers(bob.player_id)] == ["fixed"]


def test_a_flag_on_a_later_edition_is_open_again(bob: Seat, flagged: int) -> None:
    dismiss_flag(SLUG, flagged, "", NOON_MS + 1)
    publish_shelf(Shelf({SLUG: a_pack(description="Anew.")}, ()), NOON_MS + 2)

    flag(bob)

    assert [one.flag_id for one in open_flags(SLUG)] == [flagged]
    assert hear_answers(bob.player_id) == []


def test_the_list_at_the_terminal_keeps_only_what_is_open(flagged: int) -> None:
    dismiss_flag(SLUG, flagged, "", NOON_MS + 1)

    assert flags_on(SLUG) == []
    assert [one.settled for one in flags_on(SLUG, settled_too=True)] == ["dismissed"]


def test_the_same_flag_on_the_same_edition_stays_settled(bob: Seat, flagged: int) -> None:
    dismiss_flag(SLUG, flagged, "", NOON_MS + 1)

    flag(bob)

    assert open_flags(SLUG) == []


def test_mending_opens_the_authors_draft_and_begins_one_only_once(app: Flask) -> None:
    author = sign_up(None, "Alice", "a long enough password", None, NOON_MS).id
    with writing() as connection:
        row = {"slug": SLUG, "owner_id": author, "featured": False, "unlisted": False}
        connection.execute(put_listing(connection.dialect.name), row | {"changed_at_ms": NOON_MS})

    first = draft_to_mend(author, SLUG, MARS, NOON_MS)

    assert first[1]
    assert draft_to_mend(author, SLUG, MARS, NOON_MS + 1) == first
    assert draft_to_mend(author, SLUG, "q-gone", NOON_MS + 1) == (first[0], False)
