"""/drafts/<id>/items: the desk, where items are decided one by one."""

import re
from dataclasses import replace

from quizapp.domain.draft import Draft
from quizapp.services.drafting import Edit, change, open_draft
from tests.conftest import NOON_MS
from tests.web.accounts.visitor import Visitor


def path(draft: Draft, more: str = "/items") -> str:
    return f"/drafts/{draft.public_id}{more}"


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return found[1]


def now(draft: Draft) -> Draft:
    return open_draft(draft.owner_id, draft.public_id)


def mended(draft: Draft, item_id: str, stem: str) -> None:
    """Another window changes the item."""

    def edit(known: Draft) -> Edit:
        items = tuple(replace(i, stem=stem) if i.item_id == item_id else i for i in known.pack.items)
        return Edit("Changed", replace(known.pack, items=items))

    change(draft.owner_id, draft.public_id, NOON_MS, edit)


def test_the_first_item_is_shown_with_all_that_helps_to_decide(alice: Visitor, draft: Draft) -> None:
    page = alice.see(path(draft))

    assert "Which planet is the first from the Sun?" in page
    assert "Right answer" in page
    assert "A Guide to the Planets" in page
    assert "Found by 2 independent readings" in page
    assert "Question 1 of 8" in page


def test_what_the_ranking_thinks_best_comes_first(alice: Visitor, draft: Draft) -> None:
    change(draft.owner_id, draft.public_id, NOON_MS, lambda _: Edit("Ranked", worth={"q-mars": 0.9}))

    page = alice.see(path(draft))

    assert "Ranked among the best" in page
    assert re.search(r'<h2 class="stem"[^>]*>Which planet is the fourth', page)


def test_accepting_leads_to_the_next_item(alice: Visitor, draft: Draft) -> None:
    page = alice.see(path(draft))

    answer = alice.send(
        path(draft, "/items/q-mercury/decision"),
        on=path(draft),
        verdict="accepted",
        seen=hidden(page, "seen"),
        was="open",
        show="open",
    )

    assert answer.location == path(draft, "/items?show=open&item=q-venus")
    assert now(draft).counts["accepted"] == 1


def test_rejecting_keeps_the_reason(alice: Visitor, draft: Draft) -> None:
    alice.send(path(draft, "/items/q-mars/decision"), on=path(draft), rejected="dull")

    assert now(draft).decisions["item", "q-mars"].reason == "dull"
    assert "Nobody would want to know" in alice.see(path(draft, "/items?show=rejected"))


def test_a_decision_can_be_put_back(alice: Visitor, draft: Draft) -> None:
    alice.send(path(draft, "/items/q-mars/decision"), on=path(draft), rejected="dull")
    alice.send(path(draft, "/items/q-mars/decision"), on=path(draft), verdict="open")

    assert now(draft).counts["open"] == 8


def test_nonsense_is_refused(alice: Visitor, draft: Draft) -> None:
    for form in ({"verdict": "eaten"}, {"rejected": "hungry"}, {}):
        answer = alice.send(path(draft, "/items/q-mars/decision"), on=path(draft), **form)

        assert answer.status_code == 400


def test_an_item_that_was_changed_meanwhile_is_shown_anew(alice: Visitor, draft: Draft) -> None:
    seen = hidden(alice.see(path(draft)), "seen")
    mended(draft, "q-mercury", stem="Which planet comes first from the Sun?")

    answer = alice.send(
        path(draft, "/items/q-mercury/decision"), on=path(draft), verdict="accepted", seen=seen, was="open"
    )

    assert answer.status_code == 409
    assert "changed in another window" in answer.text
    assert "Which planet comes first" in answer.text
    assert now(draft).counts["accepted"] == 0


def test_an_item_that_was_rejected_meanwhile_is_not_accepted(alice: Visitor, draft: Draft) -> None:
    alice.send(path(draft, "/items/q-mars/decision"), on=path(draft), rejected="wrong")

    answer = alice.send(path(draft, "/items/q-mars/decision"), on=path(draft), verdict="accepted", was="open")

    assert answer.status_code == 409
    assert now(draft).counts["rejected"] == 1


def test_a_decision_sent_twice_counts_once(alice: Visitor, draft: Draft) -> None:
    for _ in range(2):
        alice.send(path(draft, "/items/q-mars/decision"), on=path(draft), verdict="accepted", was="open")

    assert now(draft).revision == draft.revision + 1


def test_the_script_is_told_the_counts_and_of_conflicts(alice: Visitor, draft: Draft) -> None:
    token = hidden(alice.see(path(draft)), "csrf_token")
    form = {"csrf_token": token, "verdict": "accepted", "was": "open"}
    json = {"Accept": "application/json"}

    told = alice.client.post(path(draft, "/items/q-mars/decision"), data=form, headers=json)
    refused = alice.client.post(
        path(draft, "/items/q-mars/decision"), data=form | {"seen": "other"}, headers=json
    )

    assert told.json == {"counts": {"open": 7, "accepted": 1, "rejected": 0}, "revision": 2}
    assert refused.status_code == 409
    assert refused.json
    assert 'data-item="q-mars"' in refused.json["card"]


def test_items_can_be_fetched_ahead(alice: Visitor, draft: Draft) -> None:
    page = alice.see(path(draft, "/cards?item=q-mars&item=q-gone&item=q-venus"))

    assert re.findall(r'data-item="([^"]+)"', page) == ["q-mars", "q-venus"]


def test_all_without_findings_and_with_two_witnesses_are_accepted_in_one_step(
    alice: Visitor, draft: Draft
) -> None:
    page = alice.see(path(draft))
    assert ">7 questions to decide have</span>" in page
    assert " no finding and at least two witnesses." in page
    assert ">Accept all 7</span>" in page

    alice.send(path(draft, "/accept-good"), on=path(draft))
    assert now(draft).counts["accepted"] == 7

    alice.send(path(draft, "/undo"), on=path(draft))
    assert now(draft).counts["accepted"] == 0


def test_a_finding_stands_beside_the_words_it_is_about(alice: Visitor, draft: Draft) -> None:
    mended(draft, "q-mars", stem="Which planet is currently the fourth from the Sun?")

    page = alice.see(path(draft, "/items?show=findings"))

    assert '<mark class="flawed">currently</mark>' in page
    assert "is true for a while only" in page
    assert "Question 1 of 1" in page


def test_markup_in_an_item_is_shown_as_text(alice: Visitor, draft: Draft) -> None:
    mended(draft, "q-mars", stem="Which <script>alert(1)</script> planet is the fourth?")

    page = alice.see(path(draft, "/items?show=all&item=q-mars"))

    assert "<script>alert" not in page


def test_an_empty_pile_says_so(alice: Visitor, draft: Draft) -> None:
    assert "Nothing here" in alice.see(path(draft, "/items?show=rejected"))


def test_a_window_can_ask_whether_it_is_still_true(alice: Visitor, draft: Draft) -> None:
    assert alice.client.get(path(draft, "/revision")).json == {"revision": 1}


def test_nobody_else_sees_or_decides(alice: Visitor, bob: Visitor, draft: Draft) -> None:
    for more in ("/items", "/cards?item=q-mars", "/revision", "/items/q-mars/edit", "/new-item"):
        assert bob.client.get(path(draft, more)).status_code == 404
    for more in ("/items/q-mars/decision", "/accept-good", "/findings", "/items/q-mars", "/new-item"):
        assert bob.send(path(draft, more), on="/drafts", verdict="accepted").status_code == 404
    assert now(draft) == draft
