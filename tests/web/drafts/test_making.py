"""/drafts/<id>/making: how far it has come, and what came of it."""

import pytest
from flask.testing import FlaskClient

from quizapp.domain.draft import Draft
from quizapp.services import tasks
from quizapp.services.making import LONG_WAIT_MS
from tests.conftest import NOON_MS, FrozenClock
from tests.web.accounts.visitor import Visitor


@pytest.fixture
def place(alice: Visitor, draft: Draft) -> str:
    """Where the draft is, for which questions are to be made."""
    place = f"/drafts/{draft.public_id}"
    alice.send(f"{place}/documents", on=place, pasted="The bridge\n\nIt was opened in 1890.\n")
    return place


def claimed() -> tasks.Claim:
    held = tasks.claim(tasks.waiting_tasks()[0], NOON_MS)
    assert held
    return held


def looked_up(client: FlaskClient, place: str) -> dict[str, object]:
    found: dict[str, object] = (
        client.get(f"{place}/making", headers={"Accept": "application/json"}).json or {}
    )
    return found


def test_a_task_that_waits_says_so_and_in_time_that_perhaps_nobody_works(
    alice: Visitor, place: str, clock: FrozenClock
) -> None:
    assert "Waiting for its turn" in alice.see(place)
    assert looked_up(alice.client, place)["is_waiting_long"] is False

    clock.pass_ms(LONG_WAIT_MS + 1)

    assert looked_up(alice.client, place)["is_waiting_long"] is True


def test_the_bar_tells_what_the_worker_told(alice: Visitor, place: str) -> None:
    tasks.tell(claimed(), "reading sentences", 111, 222, {"documents": 5, "sentences": 222})

    page = alice.see(place)
    assert 'max="100" value="42"' in page
    assert "Reading sentences: 111 of 222" in page
    assert looked_up(alice.client, place) == {
        "is_open": True,
        "share": 42,
        "step": "Reading sentences: 111 of 222",
        "found": "5 documents, 222 sentences",
        "is_waiting_long": False,
    }


def test_cancel_ends_it_at_once(alice: Visitor, place: str) -> None:
    claimed()

    alice.send(f"{place}/making/cancel", on=place)

    assert looked_up(alice.client, place)["is_open"] is False
    assert "Cancelled. The draft is as it was" in alice.see(place)


def test_asked_for_twice_it_is_made_once(alice: Visitor, place: str) -> None:
    for _ in range(2):
        alice.send(f"{place}/making", on=place)

    assert len(tasks.waiting_tasks()) == 1


def test_what_came_of_it_is_said_with_the_way_on(alice: Visitor, place: str) -> None:
    counts = {
        "documents": 5,
        "refused": 1,
        "sentences": 222,
        "facts": 53,
        "questions": 29,
        "disagreements": 2,
    }
    tasks.end(claimed(), "done", counts, "", NOON_MS)

    page = alice.see(place)

    assert "29 new questions from 5 documents" in page
    assert "disagree in 2 places" in page
    assert "1 document could not be read" in page
    assert f'href="{place}/items"' in page


def test_a_failure_says_why(alice: Visitor, place: str) -> None:
    tasks.end(claimed(), "failed", {}, "The language pipeline needs spaCy.", NOON_MS)

    assert "The language pipeline needs spaCy." in alice.see(place)


def test_a_draft_without_documents_has_no_making(alice: Visitor, draft: Draft) -> None:
    answer = alice.send(f"/drafts/{draft.public_id}/making", on=f"/drafts/{draft.public_id}")

    assert answer.status_code == 400
    assert looked_up(alice.client, f"/drafts/{draft.public_id}") == {"is_open": False}
