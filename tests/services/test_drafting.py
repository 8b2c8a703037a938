"""Drafts: every change can be taken back, and none is written over another."""

from dataclasses import replace

import pytest
from flask import Flask

from quizapp.domain.draft import Decision, Draft
from quizapp.errors import NotFound, NothingToUndo
from quizapp.packs.writer import write_pack
from quizapp.services import drafting
from quizapp.services.accounts import sign_up
from quizapp.services.draft_shelf import add_draft, draft_from_shelf, drafts_of, new_draft, remove_draft
from quizapp.services.drafting import Edit, change, history, open_draft, undo
from tests.builders import a_found_pack
from tests.conftest import NOON_MS

ACCEPTED, REJECTED = Decision("accepted"), Decision("rejected", "dull")


@pytest.fixture
def alice(app: Flask) -> int:
    return sign_up(None, "Alice", "a long enough password", None, NOON_MS).id


@pytest.fixture
def draft(alice: int) -> Draft:
    return add_draft(alice, a_found_pack(), NOON_MS)


def reopened(draft: Draft) -> Draft:
    """The draft as another process would read it."""
    drafting._parsed.clear()
    return open_draft(draft.owner_id, draft.public_id)


def decided(draft: Draft, item_id: str, decision: Decision) -> Draft:
    edit = Edit("Decided", decisions={("item", item_id): decision})
    return change(draft.owner_id, draft.public_id, NOON_MS + 1, lambda _: edit)


def retitled(draft: Draft, title: str) -> Draft:
    return change(
        draft.owner_id,
        draft.public_id,
        NOON_MS + 2,
        lambda now: Edit(f"Called {title}", replace(now.pack, title=title)),
    )


def test_a_draft_is_read_as_it_was_written(draft: Draft) -> None:
    assert reopened(draft) == draft


def test_found_items_wait_to_be_decided_and_those_by_hand_are_accepted(draft: Draft) -> None:
    by_hand = replace(draft.pack.items[0], made=False)

    assert draft.state(draft.pack.items[0]) == "open"
    assert draft.state(by_hand) == "accepted"


def test_a_decision_is_kept_and_counted(draft: Draft) -> None:
    after = decided(draft, "q-mars", REJECTED)

    assert reopened(after) == after
    assert after.decisions == {("item", "q-mars"): REJECTED}
    assert (after.version, after.revision) == (1, 2)
    assert drafts_of(draft.owner_id)[0].open_items == 7


def test_a_change_of_the_text_is_kept(draft: Draft) -> None:
    after = retitled(draft, "Wanderers")

    assert reopened(after).pack.title == "Wanderers"
    assert (after.version, after.revision) == (2, 2)


def test_what_changes_nothing_leaves_no_trace(draft: Draft) -> None:
    same = change(draft.owner_id, draft.public_id, NOON_MS + 5, lambda now: Edit("Nothing", now.pack))

    assert same == draft
    assert history(draft.owner_id, draft.public_id) == []


def test_undo_goes_back_step_by_step_to_the_beginning(draft: Draft) -> None:
    decided(draft, "q-mars", ACCEPTED)
    decided(draft, "q-mars", REJECTED)
    retitled(draft, "Wanderers")

    told = []
    for _ in range(3):
        drafting._parsed.clear()
        told.append(undo(draft.owner_id, draft.public_id, NOON_MS + 9)[1])

    back = reopened(draft)
    assert told == ["Called Wanderers", "Decided", "Decided"]
    assert (back.pack, dict(back.decisions)) == (draft.pack, {})
    with pytest.raises(NothingToUndo):
        undo(draft.owner_id, draft.public_id, NOON_MS + 10)


def test_an_edit_that_refuses_leaves_the_draft_as_it_was(draft: Draft) -> None:
    def refuses(_: Draft) -> Edit:
        raise NotFound("No such item.")

    with pytest.raises(NotFound):
        change(draft.owner_id, draft.public_id, NOON_MS, refuses)

    assert reopened(draft) == draft


def test_an_edit_sees_what_others_have_done_meanwhile(draft: Draft) -> None:
    decided(draft, "q-mars", ACCEPTED)
    seen = []

    def edit(now: Draft) -> Edit:
        seen.append(dict(now.decisions))
        return Edit("Nothing")

    change(draft.owner_id, draft.public_id, NOON_MS, edit)

    assert seen == [{("item", "q-mars"): ACCEPTED}]


def test_somebody_elses_draft_is_not_there(draft: Draft) -> None:
    with pytest.raises(NotFound):
        open_draft(draft.owner_id + 1, draft.public_id)


def test_a_removed_draft_is_not_there(draft: Draft) -> None:
    remove_draft(draft.owner_id, draft.public_id, NOON_MS)

    assert drafts_of(draft.owner_id) == []
    with pytest.raises(NotFound):
        open_draft(draft.owner_id, draft.public_id)


def test_drafts_of_one_title_have_slugs_of_their_own(alice: int) -> None:
    slugs = [new_draft(alice, "The Solar System", NOON_MS).pack.slug for _ in range(2)]

    assert slugs == ["the-solar-system", "the-solar-system-2"]


def test_a_copy_of_anothers_pack_is_accepted_whole_under_a_slug_of_its_own(alice: int) -> None:
    copy = draft_from_shelf(alice, "solar-system", NOON_MS)

    assert copy.pack.slug == "solar-system-2"
    assert copy.counts == {"open": 0, "accepted": 8, "rejected": 0}


def test_only_accepted_items_and_standing_facts_would_be_published(draft: Draft) -> None:
    after = decided(draft, "q-mars", ACCEPTED)
    after = change(
        after.owner_id,
        after.public_id,
        NOON_MS,
        lambda _: Edit("Rejected", decisions={("fact", "f-earth"): REJECTED}),
    )

    form = after.published_form

    assert [item.item_id for item in form.items] == ["q-mars"]
    assert {fact.fact_id for fact in after.pack.facts} - {fact.fact_id for fact in form.facts} == {
        "f-earth",
        "f-neptune",
    }
    assert "e-earth" not in {entity.entity_id for entity in form.entities}
    assert write_pack(form)


def test_a_rejected_fact_takes_its_items_along(draft: Draft) -> None:
    after = change(
        draft.owner_id,
        draft.public_id,
        NOON_MS,
        lambda _: Edit("Rejected", decisions={("fact", "f-earth"): REJECTED}),
    )

    assert after.state(after.pack.items[2]) == "rejected"
