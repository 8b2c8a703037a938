"""/drafts/<id>/facts: documents with their facts, and the decisions on them."""

import pytest

from quizapp.domain.draft import Draft
from quizapp.services.drafting import open_draft
from tests.web.accounts.visitor import Visitor


def decide(visitor: Visitor, draft: Draft, fact_id: str, verdict: str, **more: str) -> tuple[int, str]:
    address = f"/drafts/{draft.public_id}/facts"
    answer = visitor.send(f"{address}/{fact_id}/decision", on=address, verdict=verdict, **more)
    return answer.status_code, answer.location or ""


def test_a_document_is_shown_with_its_facts_in_place(alice: Visitor, told: Draft) -> None:
    page = alice.see(f"/drafts/{told.public_id}/facts")

    assert 'id="p3-s1"' in page
    assert '<strong class="told__name">Ada Quill</strong>' in page
    assert 'href="#f-salt"' in page
    assert "1 line left out: menu" in page
    assert "Documents disagree here" in page


def test_another_document_is_chosen_by_its_address(alice: Visitor, told: Draft) -> None:
    page = alice.see(f"/drafts/{told.public_id}/facts?document=evening")

    assert "It is a quiet film." in page
    assert 'id="f-rival"' in page
    assert 'id="f-nine-bells"' not in page


def test_a_draft_without_texts_lists_its_facts(alice: Visitor, draft: Draft) -> None:
    page = alice.see(f"/drafts/{draft.public_id}/facts")

    assert "Mercury orbits the Sun" in page
    assert "A Guide to the Planets, paragraph 2, sentence 1" in page


@pytest.mark.parametrize("path", ["facts", "facts/new", "disagreements", "entities"])
def test_somebody_elses_facts_are_not_there(bob: Visitor, told: Draft, path: str) -> None:
    assert bob.client.get(f"/drafts/{told.public_id}/{path}").status_code == 404


def test_a_document_that_is_not_there_is_not_found(alice: Visitor, told: Draft) -> None:
    assert alice.client.get(f"/drafts/{told.public_id}/facts?document=nothing").status_code == 404


def test_a_decision_leads_back_to_the_fact(alice: Visitor, told: Draft) -> None:
    code, place = decide(alice, told, "f-rival", "reject")

    assert (code, place) == (303, f"/drafts/{told.public_id}/facts?document=evening#f-rival")
    now = open_draft(told.owner_id, told.public_id)
    assert now.decisions["fact", "f-rival"].verdict == "rejected"


def test_a_decision_leads_nowhere_else(alice: Visitor, told: Draft) -> None:
    _, place = decide(alice, told, "f-rival", "accept", back="https://elsewhere.example/")

    assert place.startswith(f"/drafts/{told.public_id}/facts")


@pytest.mark.parametrize(("fact_id", "verdict"), [("f-nothing", "accept"), ("f-salt", "burn")])
def test_what_cannot_be_decided_is_not_found(alice: Visitor, told: Draft, fact_id: str, verdict: str) -> None:
    assert decide(alice, told, fact_id, verdict)[0] == 404


def test_a_decision_answers_a_script_in_words(alice: Visitor, told: Draft) -> None:
    address = f"/drafts/{told.public_id}/facts"
    alice.client.environ_base["HTTP_ACCEPT"] = "application/json"

    answer = alice.send(f"{address}/f-salt/decision", on=address, verdict="accept")

    assert answer.json == {"said": "Accepted: Ada Quill directed the film “Salt”.", "revision": 2}


def test_markup_in_a_text_is_shown_as_it_was_written(alice: Visitor, draft: Draft) -> None:
    from tests.builders import GUIDE
    from tests.services.told_drafts import store_text

    store_text(draft, "guide", "A <b>guide</b>", GUIDE, {})

    page = alice.see(f"/drafts/{draft.public_id}/facts")

    assert "A &lt;b&gt;guide&lt;/b&gt;" in page
    assert "&lt;all eight&gt;" in page
