"""A draft looked at as players will see it, with nothing kept."""

import pytest
from flask import Flask

from quizapp.domain.draft import Decision, Draft, Part
from quizapp.errors import NotFound
from quizapp.services.accounts import sign_up
from quizapp.services.draft_shelf import add_draft
from quizapp.services.drafting import Edit, change
from quizapp.services.previewing import Preview, preview
from tests.builders import a_found_pack, a_pack
from tests.conftest import NOON_MS


@pytest.fixture
def draft(app: Flask) -> Draft:
    """A draft of Ada's, its first item rejected."""
    ada = sign_up(None, "Ada", "a long enough password", None, NOON_MS).id
    made = add_draft(ada, a_found_pack(), NOON_MS)
    rejected: dict[Part, Decision | None] = {("item", "q-mercury"): Decision("rejected")}
    return change(ada, made.public_id, NOON_MS, lambda _: Edit("Rejected", decisions=rejected))


def see(draft: Draft, item_id: str = "", option: str | None = None) -> Preview:
    return preview(draft.owner_id, draft.public_id, item_id, option)


def test_it_begins_with_the_first_item_that_was_not_rejected(draft: Draft) -> None:
    page = see(draft)

    assert (page.prompt.item_id, page.prompt.number, page.prompt.length) == ("q-venus", 1, 7)
    assert (page.previous_id, page.next_id, page.verdict) == ("", "q-earth", None)


def test_the_options_keep_their_order(draft: Draft) -> None:
    assert see(draft, "q-mars").prompt == see(draft, "q-mars", "A").prompt


def test_a_choice_is_judged_as_in_a_round(draft: Draft) -> None:
    options = see(draft, "q-mars").prompt.options
    right = "ABCD"[options.index("Mars")]
    wrong = "A" if right != "A" else "B"

    good, bad = (see(draft, "q-mars", letter).verdict for letter in (right, wrong))

    assert good and bad
    assert (good.correct, good.points, bad.correct, bad.key_letter) == (True, 1000, False, right)
    assert good.sources[0].title == "A Guide to the Planets"


def test_the_last_item_is_the_last(draft: Draft) -> None:
    page = see(draft, "q-neptune", "A")

    assert page.verdict and page.verdict.is_last
    assert page.next_id == ""


def test_a_rejected_item_and_one_that_never_was_are_not_there(draft: Draft) -> None:
    for item_id in ("q-mercury", "nothing"):
        with pytest.raises(NotFound):
            see(draft, item_id)


def test_an_empty_draft_has_nothing_to_show(draft: Draft) -> None:
    empty = add_draft(draft.owner_id, a_pack(items=()), NOON_MS)

    with pytest.raises(NotFound):
        see(empty)
