"""/drafts/<id>/preview: the page of a round, with nothing kept."""

from sqlalchemy import func, select

from quizapp.domain.draft import Draft
from quizapp.services.drafting import open_draft
from quizapp.store.attempt import attempts
from quizapp.store.response import responses
from quizapp.store.transaction import reading
from tests.web.accounts.visitor import Visitor


def test_a_question_is_shown_without_its_answer(alice: Visitor, draft: Draft) -> None:
    page = alice.see(f"/drafts/{draft.public_id}/preview")

    assert "Which planet is the first from the Sun?" in page
    assert "A preview: what you choose counts nowhere." in page
    assert 'data-state="right"' not in page


def test_a_choice_without_script_leads_to_the_verdict(alice: Visitor, draft: Draft) -> None:
    address = f"/drafts/{draft.public_id}/preview"

    answer = alice.send(f"{address}/responses", on=address, item="q-mars", option="A")

    assert answer.status_code == 303
    assert 'data-state="right"' in alice.see(answer.location)


def test_the_script_gets_the_verdict_as_in_a_round(alice: Visitor, draft: Draft) -> None:
    address = f"/drafts/{draft.public_id}/preview"
    token = alice.see(address).split('name="csrf_token" value="')[1].split('"')[0]

    told = alice.client.post(
        f"{address}/responses",
        data={"csrf_token": token, "item": "q-mars", "option": "A"},
        headers={"Accept": "application/json"},
    ).json

    assert told
    assert told["key_text"] == "Mars"
    assert {"headline", "states", "marks", "sources", "points_so_far", "in_a_row"} <= told.keys()


def test_next_leads_on_and_at_last_to_publishing(alice: Visitor, draft: Draft) -> None:
    address = f"/drafts/{draft.public_id}/preview"

    on = alice.send(f"{address}/next", on=address, item="q-mars")
    last = alice.send(f"{address}/next", on=address, item="q-neptune")

    assert on.location == f"{address}?item=q-jupiter"
    assert last.location == f"/drafts/{draft.public_id}/publish"


def test_nothing_is_kept_of_a_preview(alice: Visitor, draft: Draft) -> None:
    address = f"/drafts/{draft.public_id}/preview"
    alice.send(f"{address}/responses", on=address, item="q-mars", option="A")

    with reading() as connection:
        kept = [connection.scalar(select(func.count()).select_from(table)) for table in (attempts, responses)]
    assert kept == [0, 0]
    assert open_draft(draft.owner_id, draft.public_id) == draft


def test_nonsense_is_refused_in_words(alice: Visitor, draft: Draft) -> None:
    address = f"/drafts/{draft.public_id}/preview"

    assert alice.send(f"{address}/responses", on=address, item="q-mars", option="E").status_code == 400
    assert alice.client.get(f"{address}?item=nothing").status_code == 404
    assert alice.client.get(f"{address}?item=q-mars&option=E").status_code == 200


def test_somebody_elses_preview_is_not_there(bob: Visitor, draft: Draft) -> None:
    assert bob.client.get(f"/drafts/{draft.public_id}/preview").status_code == 404
