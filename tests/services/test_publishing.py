"""Publishing a draft: what stands in the way, what becomes of items, and what a second click does."""

from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from quizapp.domain.draft import Decision
from quizapp.errors import ChangedMeanwhile, Malformed, NotAllowed
from quizapp.services import publishing, shelving
from quizapp.services.correcting import Correction
from quizapp.services.draft_shelf import add_draft
from quizapp.services.drafting import Edit, change, undo
from quizapp.services.players import Player
from quizapp.services.playing import Seat
from quizapp.services.publishing import outlook, publish
from quizapp.services.ranking import board_page, check_boards
from quizapp.services.roles import give_role
from tests.builders import a_found_pack, a_pack
from tests.conftest import NOON_MS
from tests.services.authors import CERES, a_draft_of, an_author, mended, published, reopened, with_item
from tests.services.rounds import RELAXED, Play

MERCURY = a_pack().items[0]
REKEYED = replace(MERCURY, key="Vulcan", explanation="Counted from the Sun, Vulcan is the first planet.")


@pytest.fixture
def ada(app: Flask) -> Player:
    """Ada, an author."""
    return an_author("Ada")


@pytest.fixture
def corrected(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What is asked of the correction of keys."""
    asked: list[tuple[Any, ...]] = []

    def correct_key(_: object, *asked_for: Any) -> Correction:
        asked.append(asked_for)
        return Correction("Mercury", "Vulcan", responses=3, players=2)

    monkeypatch.setattr(publishing, "correct_key", correct_key)
    return asked


def test_a_published_draft_is_on_the_shelf_under_its_authors_name(ada: Player) -> None:
    done = published(ada, a_draft_of(ada))

    assert shelving.digest_on_shelf("planets") == done.digest
    assert shelving.pack_page("planets", None).listing.author == "Ada"


def test_the_draft_remembers_its_edition(ada: Player) -> None:
    draft = a_draft_of(ada)

    assert reopened(draft).base_digest is None
    assert published(ada, draft).digest == reopened(draft).base_digest


def test_a_second_click_is_harmless(ada: Player) -> None:
    draft = a_draft_of(ada)
    seen = outlook(ada, draft.public_id).seen

    first, second = (publish(ada, draft.public_id, seen, {}, NOON_MS) for _ in range(2))

    assert first == second


def test_a_player_without_the_role_is_told_how_to_get_it(ada: Player) -> None:
    give_role(ada, "player", NOON_MS)

    with pytest.raises(NotAllowed, match="quizapp player promote"):
        published(ada, a_draft_of(ada))


def test_only_what_was_accepted_is_published(ada: Player) -> None:
    draft = add_draft(ada.id, a_found_pack(slug="planets"), NOON_MS)
    change(
        ada.id,
        draft.public_id,
        NOON_MS,
        lambda _: Edit("Accepted", decisions={("item", "q-mars"): Decision("accepted")}),
    )

    done = published(ada, draft)

    assert [item.item_id for item in shelving.pack(done.digest).items] == ["q-mars"]


def test_blocking_findings_forbid_publishing(ada: Player) -> None:
    draft = a_draft_of(ada, items=())

    assert [flaw.code for flaw in outlook(ada, draft.public_id).blocking] == ["no-items"]
    with pytest.raises(Malformed, match="findings"):
        published(ada, draft)


def test_the_slug_of_a_pack_of_this_game_is_taken(ada: Player) -> None:
    draft = a_draft_of(ada, slug="solar-system")

    view = outlook(ada, draft.public_id)

    assert ("comes with this game" in view.refusal, view.free) == (True, "solar-system-2")
    with pytest.raises(Malformed, match="taken"):
        published(ada, draft)


def test_the_slug_of_somebody_elses_pack_is_taken(ada: Player) -> None:
    published(ada, a_draft_of(ada))
    bob = an_author("Bob")

    with pytest.raises(Malformed, match="a pack of Ada's"):
        published(bob, a_draft_of(bob))


def test_a_draft_that_changed_since_it_was_looked_at_is_looked_at_again(ada: Player) -> None:
    draft = a_draft_of(ada)
    seen = outlook(ada, draft.public_id).seen
    mended(draft, lambda pack: with_item(pack, CERES))

    with pytest.raises(ChangedMeanwhile):
        publish(ada, draft.public_id, seen, {}, NOON_MS)

    assert outlook(ada, draft.public_id).before is None


def test_what_players_have_already_is_not_published_again(ada: Player) -> None:
    published(ada, a_draft_of(ada))
    other = a_draft_of(ada)

    with pytest.raises(Malformed, match="already"):
        published(ada, other)


def test_an_item_that_is_reworded_stays_the_same_item(ada: Player) -> None:
    draft = a_draft_of(ada)
    published(ada, draft)
    mended(
        draft, lambda pack: with_item(pack, replace(MERCURY, stem="Which planet circles nearest to the Sun?"))
    )

    view = outlook(ada, draft.public_id)

    assert [pair.new.item_id for pair in view.changes.reworded] == ["q-mercury"]
    done = published(ada, draft)
    assert shelving.pack(done.digest).item("q-mercury") is not None


def test_a_changed_answer_wants_a_word(ada: Player) -> None:
    draft = a_draft_of(ada)
    published(ada, draft)
    mended(draft, lambda pack: with_item(pack, REKEYED))

    with pytest.raises(Malformed, match="whether the old one was wrong"):
        published(ada, draft)


def test_a_wrong_answer_is_corrected_and_the_item_stays(
    ada: Player, corrected: list[tuple[Any, ...]]
) -> None:
    draft = a_draft_of(ada)
    published(ada, draft)
    mended(draft, lambda pack: with_item(pack, REKEYED))

    done = published(ada, draft, {"q-mercury": True})

    assert corrected == [("planets", "q-mercury", "Vulcan", ada.id, NOON_MS + 1)]
    assert done.rejudged == 3
    assert shelving.pack(done.digest).item("q-mercury") == REKEYED


def test_a_corrected_answer_moves_the_boards_as_it_should(ada: Player, bob: Seat) -> None:
    draft = a_draft_of(ada)
    published(ada, draft)
    Play(bob, slug="planets", length=None, pace=RELAXED).finish(right=8)
    saturn = MERCURY.distractors[0]
    now_right = replace(
        MERCURY,
        key=saturn,
        distractors=("Mercury", *MERCURY.distractors[1:]),
        explanation=f"Counted from the Sun, {saturn} is the first planet.",
    )
    mended(draft, lambda pack: with_item(pack, now_right))

    done = published(ada, draft, {"q-mercury": True})

    assert done.rejudged == 1
    (row,) = board_page("planets", "all", "untimed", None, None, NOON_MS).rows
    assert (row.points, row.correct) == (7000, 7)
    assert check_boards() == []


def test_another_answer_that_was_not_wrong_begins_anew(ada: Player, corrected: list[tuple[Any, ...]]) -> None:
    draft = a_draft_of(ada)
    published(ada, draft)
    mended(draft, lambda pack: with_item(pack, REKEYED))

    done = published(ada, draft, {"q-mercury": False})

    edition = shelving.pack(done.digest)
    assert corrected == []
    assert edition.item("q-mercury") is None
    assert "Vulcan" in {item.key for item in edition.items}
    assert reopened(draft).published_form == edition
    assert not outlook(ada, draft.public_id).is_news


def test_an_undone_publishing_asks_of_the_changed_answer_again(ada: Player) -> None:
    draft = a_draft_of(ada)
    published(ada, draft)
    mended(draft, lambda pack: with_item(pack, REKEYED))
    published(ada, draft, {"q-mercury": False})
    undo(ada.id, draft.public_id, NOON_MS)

    rekeyed = outlook(ada, draft.public_id).changes.rekeyed

    assert [(pair.old.key, pair.new.key) for pair in rekeyed] == [("Mercury", "Vulcan")]


def test_a_round_that_is_open_goes_on_with_the_edition_it_began_with(ada: Player, bob: Seat) -> None:
    draft = a_draft_of(ada)
    published(ada, draft)
    play = Play(bob, slug="planets", length=None)
    first = play.page.prompt
    mended(draft, lambda pack: replace(pack, items=pack.items[:2]))
    published(ada, draft)

    assert play.page.prompt == first
    play.finish(right=8)
    assert play.page.correct == 8


def test_nothing_of_a_publishing_that_breaks_off_is_kept(
    ada: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = a_draft_of(ada)
    first = published(ada, draft)
    mended(draft, lambda pack: with_item(pack, REKEYED))

    def broken(*_: object) -> Correction:
        raise RuntimeError

    monkeypatch.setattr(publishing, "correct_key", broken)
    with pytest.raises(RuntimeError):
        published(ada, draft, {"q-mercury": True})

    assert shelving.digest_on_shelf("planets") == first.digest
    assert reopened(draft).base_digest == first.digest
