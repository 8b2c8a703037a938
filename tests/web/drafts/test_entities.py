"""/drafts/<id>/entities: the names of a draft."""

import re

from quizapp.domain.draft import Draft
from quizapp.domain.entity_edits import entity_of
from quizapp.services.drafting import open_draft
from tests.web.accounts.visitor import Visitor


def address(draft: Draft, entity_id: str = "") -> str:
    return f"/drafts/{draft.public_id}/entities" + (f"/{entity_id}" if entity_id else "")


def now(draft: Draft) -> Draft:
    return open_draft(draft.owner_id, draft.public_id)


def test_names_are_found_by_a_part_of_them(alice: Visitor, told: Draft) -> None:
    page = alice.see(address(told) + "?q=pier")

    assert "The Long Pier" in page
    assert "Gull Island" not in page
    assert "No name holds" in alice.see(address(told) + "?q=%3Cb%3E")


def test_a_name_can_be_changed_and_another_tab_is_told(alice: Visitor, told: Draft) -> None:
    page = alice.see(address(told, "salt"))
    mark = re.search(r'name="seen" value="([^"]+)"', page)
    assert mark
    fields = {"name": "Salt & Sea", "type": "work", "kind": "film", "aliases": "Salt\r\n", "seen": mark[1]}

    first = alice.send(address(told, "salt"), **fields)
    late = alice.send(address(told, "salt"), **fields)

    assert (first.status_code, late.status_code) == (303, 409)
    assert entity_of(now(told).pack, "salt").names == ("Salt & Sea", "Salt")


def test_a_type_that_its_facts_do_not_allow_is_refused(alice: Visitor, told: Draft) -> None:
    mark = re.search(r'name="seen" value="([^"]+)"', alice.see(address(told, "salt")))
    assert mark

    answer = alice.send(address(told, "salt"), name="Salt", type="person", seen=mark[1])

    assert answer.status_code == 400
    assert "A person cannot be in 2 of its facts" in answer.text


def test_what_a_merge_does_is_shown_first(alice: Visitor, told: Draft) -> None:
    page = alice.see(address(told, "ada-quill") + "/merge?with=Elif+Sand")

    assert "Nothing has been saved yet" in page
    assert "<del>Elif Sand directed the film “Low Water”.</del>" in page
    assert now(told) == told


def test_two_are_made_one(alice: Visitor, told: Draft) -> None:
    here = address(told, "ada-quill")

    answer = alice.send(here + "/merge", on=here, gone="elif-sand", name="Elif Sand")

    assert answer.status_code == 303
    assert alice.client.get(address(told, "elif-sand")).status_code == 400


def test_a_merge_with_nobody_is_refused_kindly(alice: Visitor, told: Draft) -> None:
    here = address(told, "ada-quill")

    assert "Nothing else in this draft is called" in alice.client.get(here + "/merge?with=Nobody").text
    assert alice.client.get(here + "/merge?with=Salt").status_code == 400
    assert alice.send(here + "/merge", on=here, gone="nobody", name="Ada Quill").status_code == 400


def test_one_is_parted_into_two(alice: Visitor, told: Draft) -> None:
    here = address(told, "elif-sand")
    fields = {"new_name": "The other Sand", "new_type": "person", "new_kind": "", "fact": "f-rival"}

    answer = alice.send(here + "/split", on=here, **fields)

    assert answer.status_code == 303
    assert "Salt" in alice.see(answer.location)


def test_what_cannot_be_parted_leaves_the_form_as_it_was(alice: Visitor, told: Draft) -> None:
    here = address(told, "elif-sand")

    answer = alice.send(here + "/split", on=here, new_name="Sand", new_type="place", fact="f-rival")

    assert answer.status_code == 400
    assert 'value="f-rival" checked' in answer.text
