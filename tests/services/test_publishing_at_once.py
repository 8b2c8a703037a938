"""Several publishings in the same moment: a double click, two drafts of one pack, two authors."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from threading import Barrier
from typing import Any

import pytest
from flask import Flask

from quizapp.domain.draft import Draft
from quizapp.errors import ChangedMeanwhile, Malformed, QuizError
from quizapp.services import publishing
from quizapp.services.drafting import history
from quizapp.services.editions import restore
from quizapp.services.players import Player
from quizapp.services.playing import Seat
from quizapp.services.publishing import Published, outlook, publish
from quizapp.services.ranking import check_boards
from quizapp.services.shelving import digest_on_shelf, listing_in, pack
from quizapp.store.published_pack import history_of_slug
from quizapp.store.transaction import reading
from tests.builders import a_pack
from tests.conftest import NOON_MS
from tests.services.authors import a_draft_of, an_author, mended, published, reopened, with_item
from tests.services.conftest import AtOnce
from tests.services.rounds import Play

CLICKS = 6
MERCURY = a_pack().items[0]
REKEYED = replace(MERCURY, key="Vulcan", explanation="Counted from the Sun, Vulcan is the first planet.")

Click = Callable[[], object]


@pytest.fixture
def ada(app: Flask) -> Player:
    """Ada, an author."""
    return an_author("Ada")


def test_many_clicks_in_one_moment_are_one_edition(ada: Player, at_once: AtOnce) -> None:
    draft = a_draft_of(ada)
    before = len(history(ada.id, draft.public_id))

    results = at_once(clicks(ada, draft))

    assert set(results) == {Published("planets", reopened(draft).base_digest or "")}
    assert editions() == [digest_on_shelf("planets")]
    assert len(history(ada.id, draft.public_id)) == before + 1


@pytest.mark.parametrize("was_wrong", [True, False])
def test_many_clicks_judge_past_responses_once(
    ada: Player, bob: Seat, at_once: AtOnce, *, was_wrong: bool
) -> None:
    draft = a_draft_of(ada)
    first = published(ada, draft)
    Play(bob, slug="planets", length=None).finish(right=8)
    mended(draft, lambda pack: with_item(pack, REKEYED))

    results = at_once(clicks(ada, draft, {"q-mercury": was_wrong}))

    done = [result for result in results if isinstance(result, Published)]
    assert len(done) == CLICKS
    assert sum(each.rejudged for each in done) == was_wrong
    assert editions() == sorted([first.digest, digest_on_shelf("planets")])
    assert reopened(draft).published_form == pack(digest_on_shelf("planets"))
    assert check_boards() == []


def test_two_drafts_of_one_pack_do_not_push_each_other_off_the_shelf(ada: Player, at_once: AtOnce) -> None:
    drafts = [a_draft_of(ada, title=f"Planets {number}") for number in range(CLICKS)]
    gate = Barrier(CLICKS)

    results = at_once([click(ada, draft, gate) for draft in drafts])

    (done,) = [result for result in results if isinstance(result, Published)]
    assert {type(result) for result in results} == {Published, ChangedMeanwhile}
    assert editions() == [done.digest] == [digest_on_shelf("planets")]
    assert [draft.base_digest for draft in map(reopened, drafts) if draft.base_digest] == [done.digest]


def test_an_address_has_one_owner_whoever_else_wants_it_in_the_same_moment(
    app: Flask, at_once: AtOnce
) -> None:
    authors = [an_author(f"Author {number}") for number in range(CLICKS)]
    drafts = [a_draft_of(author, title=f"Planets of {author.name}") for author in authors]
    gate = Barrier(CLICKS)

    results = at_once([click(*each, gate) for each in zip(authors, drafts, strict=True)])

    (place,) = [place for place, result in enumerate(results) if isinstance(result, Published)]
    assert {type(result) for result in results} == {Published, Malformed}
    with reading() as connection:
        assert listing_in(connection, "planets").owner_id == authors[place].id
    assert len(editions()) == 1


def test_restoring_and_publishing_at_once_leave_one_edition_on_the_shelf(
    ada: Player, at_once: AtOnce
) -> None:
    draft = a_draft_of(ada)
    first = published(ada, draft)
    for number in range(4):
        mended(draft, lambda pack, title=f"Planets {number}": replace(pack, title=title))  # type: ignore[misc]
        gate = Barrier(2)

        done, _ = at_once([click(ada, draft, gate), restoring(ada, first.digest, gate)])

        assert isinstance(done, Published | ChangedMeanwhile)
        published_or_restored = {first.digest, reopened(draft).base_digest}
        assert digest_on_shelf("planets") in published_or_restored


def test_a_draft_published_while_it_is_looked_at_is_seen_as_published(
    ada: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = a_draft_of(ada)
    seen = outlook(ada, draft.public_id).seen
    look_back = publishing._refusal

    def meanwhile(*asked: Any) -> str:
        monkeypatch.setattr(publishing, "_refusal", look_back)
        publish(ada, draft.public_id, seen, {}, NOON_MS)
        return look_back(*asked)

    monkeypatch.setattr(publishing, "_refusal", meanwhile)
    done = publish(ada, draft.public_id, seen, {}, NOON_MS)

    assert done.digest == digest_on_shelf("planets")


def clicks(author: Player, draft: Draft, was_wrong: Mapping[str, bool] | None = None) -> list[Click]:
    """So many clicks on one button."""
    gate = Barrier(CLICKS)
    return [click(author, draft, gate, was_wrong)] * CLICKS


def click(author: Player, draft: Draft, gate: Barrier, was_wrong: Mapping[str, bool] | None = None) -> Click:
    """A click on the button of a page opened now, once everybody is ready; what came of it."""
    seen = outlook(author, draft.public_id).seen

    def press() -> object:
        gate.wait(timeout=30)
        try:
            return publish(author, draft.public_id, seen, was_wrong or {}, NOON_MS + 1)
        except QuizError as error:
            return error

    return press


def restoring(author: Player, digest: str, gate: Barrier) -> Click:
    """The edition put back on the shelf, once everybody is ready."""

    def press() -> None:
        gate.wait(timeout=30)
        restore(author, "planets", digest, NOON_MS)

    return press


def editions() -> list[str]:
    """The digests of all editions of the pack."""
    with reading() as connection:
        return sorted(row.digest for row in connection.execute(history_of_slug, {"slug": "planets"}))
