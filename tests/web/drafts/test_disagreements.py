"""/drafts/<id>/disagreements: both sentences side by side, and the author's word."""

import re

from quizapp.domain.draft import Draft
from tests.web.accounts.visitor import Visitor


def settle(visitor: Visitor, draft: Draft, **fields: str) -> tuple[int, str]:
    address = f"/drafts/{draft.public_id}/disagreements"
    page = visitor.see(address)
    action = re.search(rf'action="({address}/[^"]+)"', page)
    side = re.search(r'name="side" value="(side-[^"]+)"', page)
    assert action
    assert side
    answer = visitor.send(action[1], on=address, **{"side": side[1]} | fields)
    return answer.status_code, action[1]


def test_each_value_stands_with_its_sentence(alice: Visitor, told: Draft) -> None:
    page = alice.see(f"/drafts/{told.public_id}/disagreements")

    assert "1 disagreement to settle" in page
    assert "Ada Quill directed the film Salt." in page
    assert "Salt was directed by Elif Sand." in page


def test_what_is_chosen_is_settled(alice: Visitor, told: Draft) -> None:
    assert settle(alice, told)[0] == 303
    assert "Nothing in these documents contradicts" in alice.see(f"/drafts/{told.public_id}/disagreements")


def test_both_can_be_kept(alice: Visitor, told: Draft) -> None:
    assert settle(alice, told, side="all")[0] == 303
    assert "Nothing in these documents contradicts" in alice.see(f"/drafts/{told.public_id}/disagreements")


def test_what_is_settled_already_is_said_to_be(alice: Visitor, told: Draft) -> None:
    _, action = settle(alice, told)

    late = alice.send(action, on=f"/drafts/{told.public_id}/disagreements", side="side-1")

    assert late.status_code == 409


def test_a_draft_without_facts_has_nothing_to_settle(alice: Visitor) -> None:
    answer = alice.send("/drafts", title="Empty")

    assert "Nothing in these documents contradicts" in alice.see(f"{answer.location}/disagreements")
    assert "This draft knows no facts yet" in alice.see(f"{answer.location}/facts")
