"""Items of a draft made anew after decisions about facts."""

import json
from dataclasses import replace

import pytest
from flask import Flask

from quizapp.domain.draft import Decision, Draft
from quizapp.generation.progress import untold
from quizapp.services import disputes, entities, facts, remaking
from quizapp.services.accounts import sign_up
from quizapp.services.drafting import Edit, change, open_draft, undo
from quizapp.services.remaking import remake
from quizapp.store.draft_task import open_tasks
from quizapp.store.transaction import reading
from tests.conftest import NOON_MS
from tests.services.told_drafts import told_draft


@pytest.fixture
def draft(app: Flask) -> Draft:
    """The draft of films, every fact of it said by a person, so that none is read again."""
    draft = told_draft(sign_up(None, "Alice", "a long enough password", None, NOON_MS).id)
    spoken = tuple(replace(fact, witnesses=0) for fact in draft.pack.facts)
    return change(
        draft.owner_id, draft.public_id, NOON_MS, lambda now: Edit("Said", replace(now.pack, facts=spoken))
    )


def remade(draft: Draft) -> Draft:
    """The draft after the worker has done what it was asked to."""
    with reading() as connection:
        (row,) = connection.execute(open_tasks)
    assert row.kind == "remake"
    return remake(draft.draft_id, json.loads(row.matter), untold, NOON_MS + 1)


def settle(draft: Draft) -> None:
    (dispute,) = disputes.disputes_of(draft)
    disputes.choose(draft.owner_id, draft.public_id, dispute.key, dispute.sides[0].key, NOON_MS)


def test_a_settled_disagreement_is_asked(draft: Draft) -> None:
    settle(draft)

    after = remade(draft)

    new = [item for item in after.pack.items if item.fact_id == "f-salt"]
    assert [(item.made, after.state(item)) for item in new] == [(True, "open")]
    assert set(draft.pack.items) < set(after.pack.items)
    assert new[0].item_id in after.worth


def test_what_was_made_anew_can_be_undone(draft: Draft) -> None:
    settle(draft)
    remade(draft)

    back, what = undo(draft.owner_id, draft.public_id, NOON_MS + 2)

    assert what == "Questions made anew for what changed: 1 made"
    assert back.pack.items == draft.pack.items


def test_an_item_edited_by_hand_is_never_written_over(draft: Draft) -> None:
    item = draft.pack.item("q-nine-bells")
    assert item is not None
    by_hand = replace(item, stem="Who made “Nine Bells”?", made=False, item_id="q-nine-bells")
    items = tuple(by_hand if each == item else each for each in draft.pack.items)
    change(
        draft.owner_id, draft.public_id, NOON_MS, lambda now: Edit("Edited", replace(now.pack, items=items))
    )
    facts.decide(draft.owner_id, draft.public_id, "f-nine-bells", "accepted", NOON_MS)

    assert remade(draft).pack.item("q-nine-bells") == by_hand


def test_an_accepted_item_that_comes_out_the_same_stays_accepted(draft: Draft) -> None:
    facts.decide(draft.owner_id, draft.public_id, "f-nine-bells", "accepted", NOON_MS)
    first = remade(draft)
    (made,) = (item for item in first.pack.items if item.fact_id == "f-nine-bells")
    accepted = {("item", made.item_id): Decision("accepted")}
    change(draft.owner_id, draft.public_id, NOON_MS, lambda _: Edit("Accepted", decisions=accepted))  # type: ignore[arg-type]

    after = remade(draft)

    assert after.pack.item(made.item_id) == made
    assert after.state(made) == "accepted"


def test_items_of_two_made_one_show_the_new_name(draft: Draft) -> None:
    entities.merge(draft.owner_id, draft.public_id, "ada-quill", "cleo-varga", "Cleo Varga", NOON_MS)

    after = remade(draft)

    assert all("Ada Quill" not in item.options for item in after.pack.items)


def test_a_decision_made_while_questions_are_made_is_heeded(
    draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(draft)
    from quizapp.generation import remaking as generation

    made = generation.remade
    calls: list[object] = []

    def slow(*given: object, **more: object) -> object:
        found = made(*given, **more)  # type: ignore[arg-type]
        if not calls:
            facts.decide(draft.owner_id, draft.public_id, "f-salt", "rejected", NOON_MS)
        calls.append(found)
        return found

    monkeypatch.setattr(generation, "remade", slow)

    after = remade(draft)

    assert len(calls) == 2
    assert [item for item in after.pack.items if item.fact_id == "f-salt"] == []


def test_nothing_is_asked_where_no_fact_changed(draft: Draft) -> None:
    remaking.ask_anew(draft, (), (), NOON_MS)

    with reading() as connection:
        assert connection.execute(open_tasks).all() == []


def test_a_fact_that_is_gone_meanwhile_is_no_error(draft: Draft) -> None:
    after = remake(draft.draft_id, {"facts": ["f-nothing"]}, untold, NOON_MS)

    assert after == open_draft(draft.owner_id, draft.public_id)
