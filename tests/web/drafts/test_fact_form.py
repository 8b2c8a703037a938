"""/drafts/<id>/facts/new and /facts/<id>/edit: a fact in an author's own words."""

import re

import pytest

from quizapp.domain.draft import Draft
from quizapp.services.drafting import open_draft
from quizapp.services.facts import fact_of
from tests.web.accounts.visitor import Visitor

FIELDS = {
    "subject": "Ada Quill",
    "relation": "directed",
    "value": "Low Water",
    "sentence": "evening|2|2",
}


def seen(page: str) -> str:
    found = re.search(r'name="seen" value="([^"]+)"', page)
    assert found
    return found[1]


def test_the_form_holds_the_sentences_of_the_paragraph(alice: Visitor, told: Draft) -> None:
    page = alice.see(f"/drafts/{told.public_id}/facts/new?document=evening&paragraph=2")

    assert page.count('name="sentence"') == 2
    assert "It is a quiet film." in page


def test_the_form_holds_what_was_selected(alice: Visitor, told: Draft) -> None:
    address = f"/drafts/{told.public_id}/facts/new"

    page = alice.see(
        f"{address}?document=evening&paragraph=2&sentence=evening|2|1&subject=Elif+Sand&value=Salt"
    )

    assert 'value="Elif Sand"' in page
    assert re.search(r'value="evening\|2\|1" checked', page)


def test_a_fact_is_stated_and_shown_where_it_stands(alice: Visitor, told: Draft) -> None:
    address = f"/drafts/{told.public_id}/facts"

    answer = alice.send(address, on=f"{address}/new", **FIELDS)

    assert answer.status_code == 303
    assert "Ada Quill directed the film “Low Water”." in alice.see(answer.location)


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(alice: Visitor, told: Draft) -> None:
    address = f"/drafts/{told.public_id}/facts"

    answer = alice.send(address, on=f"{address}/new", **FIELDS | {"value": "A <new> film"})

    assert answer.status_code == 400
    assert 'value="A &lt;new&gt; film"' in answer.text
    assert 'id="value-error"' in answer.text
    assert 'value="evening|2|2" checked' in answer.text


@pytest.mark.parametrize(
    "sentence", ["", "|", "evening", "evening|x|1", "evening||3", "evening|0|0", "e" * 999]
)
def test_a_place_that_is_none_is_refused_kindly(alice: Visitor, told: Draft, sentence: str) -> None:
    address = f"/drafts/{told.public_id}/facts"

    answer = alice.send(address, on=f"{address}/new", **FIELDS | {"sentence": sentence})

    assert answer.status_code in (400, 404)


def test_a_fact_is_put_differently(alice: Visitor, told: Draft) -> None:
    address = f"/drafts/{told.public_id}/facts/f-rival/edit"
    fields = FIELDS | {"subject": "Cleo Varga", "value": "Salt", "sentence": "evening|2|1"}

    answer = alice.send(address, seen=seen(alice.see(address)), **fields)

    assert answer.status_code == 303
    assert fact_of(open_draft(told.owner_id, told.public_id), "f-rival").subject == "cleo-varga"


def test_two_tabs_do_not_write_over_each_other(alice: Visitor, told: Draft) -> None:
    address = f"/drafts/{told.public_id}/facts/f-rival/edit"
    mark = seen(alice.see(address))
    fields = {"relation": "directed", "value": "Salt", "sentence": "evening|2|1", "seen": mark}
    alice.send(address, subject="Cleo Varga", **fields)

    late = alice.send(address, subject="Bram Osei", **fields)

    assert late.status_code == 409
    assert "It now says: Cleo Varga directed the film “Salt”." in late.text
    assert 'value="Bram Osei"' in late.text
    fields["seen"] = seen(late.text)
    assert alice.send(address, subject="Bram Osei", **fields).status_code == 303


def test_a_fact_that_is_not_there_cannot_be_edited(alice: Visitor, told: Draft) -> None:
    assert alice.client.get(f"/drafts/{told.public_id}/facts/f-nothing/edit").status_code == 404
