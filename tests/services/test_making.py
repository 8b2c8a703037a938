"""Questions made for a draft: one making at a time, called off at once, taken up again once."""

import pytest
from flask import Flask

from quizapp.domain.draft import Draft
from quizapp.domain.making import Making
from quizapp.errors import Malformed, NotFound, WorkDropped
from quizapp.services import tasks
from quizapp.services.accounts import sign_up
from quizapp.services.documents import Given, give_documents
from quizapp.services.draft_shelf import new_draft
from quizapp.services.making import ask_for_making, cancel_making, making_of
from tests.conftest import NOON_MS

LATER_MS = NOON_MS + tasks.SILENT_MS


@pytest.fixture
def draft(app: Flask) -> Draft:
    draft = new_draft(sign_up(None, "Alice", "a long enough password", None, NOON_MS).id, "Bridges", NOON_MS)
    give_documents(draft.owner_id, draft.public_id, [Given("a.txt", b"Some text.")], NOON_MS)
    return draft


def asked(draft: Draft) -> Making:
    return ask_for_making(draft.owner_id, draft.public_id, NOON_MS)


def now(draft: Draft) -> Making:
    found = making_of(draft.owner_id, draft.public_id)
    assert found
    return found


def claimed() -> tasks.Claim:
    held = tasks.claim(tasks.waiting_tasks()[0], NOON_MS)
    assert held
    return held


def test_two_asks_at_once_are_one_making(draft: Draft) -> None:
    assert asked(draft).public_id == asked(draft).public_id
    assert len(tasks.waiting_tasks()) == 1


def test_there_is_nothing_to_make_without_a_document(draft: Draft) -> None:
    empty = new_draft(draft.owner_id, "Empty", NOON_MS)

    with pytest.raises(Malformed, match="Add one first"):
        asked(empty)


def test_a_worker_that_is_told_twice_works_once(draft: Draft) -> None:
    asked(draft)
    held = claimed()

    assert tasks.claim(held.task_id, NOON_MS) is None


def test_the_page_is_told_how_far_it_has_come(draft: Draft) -> None:
    asked(draft)

    tasks.tell(claimed(), "reading sentences", 111, 222, {"documents": 5})

    told = now(draft)
    assert (told.state, told.share, told.counts) == ("running", 42, {"documents": 5})


def test_what_is_called_off_ends_at_once_and_its_worker_is_told(draft: Draft) -> None:
    asked(draft)
    held = claimed()

    cancel_making(draft.owner_id, draft.public_id, NOON_MS)

    assert now(draft).state == "cancelled"
    assert not tasks.beat(held, NOON_MS)
    assert not tasks.is_held(held)
    with pytest.raises(WorkDropped):
        tasks.tell(held, "reading sentences", 1, 2, {})
    tasks.end(held, "done", {}, "", NOON_MS)
    assert now(draft).state == "cancelled"


def test_after_it_was_called_off_it_can_be_asked_for_again(draft: Draft) -> None:
    first = asked(draft)
    cancel_making(draft.owner_id, draft.public_id, NOON_MS)

    assert asked(draft).public_id != first.public_id


def test_a_task_whose_worker_lives_is_left_to_it(draft: Draft) -> None:
    asked(draft)
    held = claimed()
    tasks.beat(held, LATER_MS - 1)

    tasks.take_up_left(LATER_MS)

    assert tasks.waiting_tasks() == []


def test_a_task_is_taken_up_again_once_and_then_fails_in_words(draft: Draft) -> None:
    asked(draft)
    first = claimed()
    tasks.take_up_left(LATER_MS)
    second = claimed()

    tasks.take_up_left(LATER_MS)

    assert (first.tries, second.tries) == (1, 2)
    assert now(draft).state == "failed"
    assert "The draft is as it was" in now(draft).message


def test_a_worker_thought_dead_can_no_longer_write(draft: Draft) -> None:
    asked(draft)
    first = claimed()
    tasks.take_up_left(LATER_MS)
    claimed()

    with pytest.raises(WorkDropped):
        tasks.tell(first, "reading sentences", 1, 2, {})


def test_a_worker_that_is_told_to_stop_gives_the_task_back_untried(draft: Draft) -> None:
    asked(draft)
    tasks.put_back(claimed().task_id)

    assert claimed().tries == 1


def test_a_bell_out_of_order_loses_nothing(draft: Draft, app: Flask) -> None:
    def broken(_: int) -> None:
        raise OSError("no queue")

    app.extensions["quizapp_bell"] = broken

    assert asked(draft).state == "waiting"


def test_somebody_elses_making_is_not_there(draft: Draft) -> None:
    for act in (ask_for_making, cancel_making):
        with pytest.raises(NotFound):
            act(draft.owner_id + 1, draft.public_id, NOON_MS)
