"""/drafts/<id>/items/<item>: an item written, mended and removed."""

from typing import Any

from quizapp.domain.draft import Draft
from quizapp.domain.fact import Evidence
from quizapp.services.mending import words_of
from quizapp.store import draft_document
from quizapp.store.transaction import writing
from tests.builders import GUIDE, GUIDE_SENTENCE
from tests.conftest import NOON_MS
from tests.web.accounts.visitor import Visitor
from tests.web.drafts.test_desk import hidden, mended, now, path


def filled_in(draft: Draft, item_id: str, **changes: str) -> dict[str, Any]:
    """The form of the item as a browser sends it."""
    item = draft.pack.item(item_id)
    assert item
    words = words_of(item)
    distractors = {f"distractor-{n}": text for n, text in enumerate(words.distractors, 1)}
    return {
        "stem": words.stem,
        "key": words.key,
        **distractors,
        "explanation": words.explanation,
        "difficulty": words.difficulty,
        "evidence": "keep",
        "was": "open",
        **changes,
    }


def saved(alice: Visitor, draft: Draft, item_id: str, seen: str = "", **changes: str) -> Any:
    edit = path(draft, f"/items/{item_id}/edit")
    seen = seen or hidden(alice.see(edit), "seen")
    form = filled_in(draft, item_id, seen=seen, **changes)
    return alice.send(path(draft, f"/items/{item_id}"), on=edit, **form)


def given_the_guide(draft: Draft) -> None:
    """The draft holds the text of its document."""
    row = {
        "draft_id": draft.draft_id,
        "name": "guide.txt",
        "document_id": "guide",
        "title": "A Guide to the Planets",
        "source": None,
        "text": GUIDE,
        "furniture": "{}",
        "words": 30,
        "dropped": 0,
        "refusal": "",
        "added_at_ms": NOON_MS,
    }
    with writing() as connection:
        connection.execute(draft_document.insert_document, row)


def test_a_mended_item_keeps_its_id_and_its_proof_and_is_accepted(alice: Visitor, draft: Draft) -> None:
    answer = saved(alice, draft, "q-mars", stem="Which planet comes fourth from the Sun?", tags="sky,  red")

    after = now(draft)
    item = after.pack.item("q-mars")
    assert answer.location == path(draft, "/items?show=open&item=q-mars")
    assert item
    assert (item.stem, item.fact_id, item.made) == (
        "Which planet comes fourth from the Sun?",
        "f-mars",
        False,
    )
    assert (item.evidence, item.tags) == ((Evidence("guide", 2, 1),), ("sky", "red"))
    assert after.state(item) == "accepted"


def test_saving_what_was_not_changed_only_accepts_it(alice: Visitor, draft: Draft) -> None:
    saved(alice, draft, "q-mars")

    after = now(draft)
    assert after.pack == draft.pack
    assert after.counts["accepted"] == 1


def test_another_key_asks_where_it_stands(alice: Visitor, draft: Draft) -> None:
    given_the_guide(draft)

    answer = saved(alice, draft, "q-mars", key="Jupiter", **{"distractor-1": "Mars"})

    assert answer.status_code == 400
    assert "Say where the new one stands" in answer.text
    assert 'value="guide:2:1"' in answer.text
    assert now(draft) == draft


def test_another_key_brings_its_proof_and_leaves_the_fact(alice: Visitor, draft: Draft) -> None:
    given_the_guide(draft)
    more = {"distractor-1": "Mars", "evidence": "guide:2:1"}

    saved(alice, draft, "q-mars", key="Jupiter", **more)

    item = now(draft).pack.item("q-mars")
    assert item
    assert (item.key, item.fact_id, item.made) == ("Jupiter", "", False)
    assert item.evidence == (Evidence("guide", 2, 1),)
    assert "no longer “Mars”" in alice.see(path(draft, "/items?show=all&item=q-mars"))


def test_a_place_that_is_not_there_is_refused(alice: Visitor, draft: Draft) -> None:
    given_the_guide(draft)
    for place in ("guide:9:1", "guide:2:7", "other:1:1", "guide:x"):
        more = {"distractor-1": "Mars", "evidence": place}

        assert saved(alice, draft, "q-mars", key="Jupiter", **more).status_code == 400


def test_what_cannot_be_an_item_is_told_beside_its_field(alice: Visitor, draft: Draft) -> None:
    answer = saved(alice, draft, "q-mars", stem="", **{"distractor-1": "MARS"})

    assert answer.status_code == 400
    assert "The question is empty." in answer.text
    assert "Two options read the same." in answer.text


def test_whoever_saves_later_is_shown_both_versions(alice: Visitor, draft: Draft) -> None:
    seen = hidden(alice.see(path(draft, "/items/q-mars/edit")), "seen")
    mended(draft, "q-mars", stem="Which planet is called the red one?")

    answer = saved(alice, draft, "q-mars", seen=seen, stem="Which planet comes fourth?")

    item = now(draft).pack.item("q-mars")
    assert answer.status_code == 409
    assert "Which planet is called the red one?" in answer.text
    assert "Which planet comes fourth?" in answer.text
    assert item
    assert item.stem == "Which planet is called the red one?"

    chosen = saved(
        alice, now(draft), "q-mars", seen=hidden(answer.text, "seen"), stem="Which planet comes fourth?"
    )
    assert chosen.status_code == 303


def test_a_save_that_comes_twice_is_no_conflict(alice: Visitor, draft: Draft) -> None:
    seen = hidden(alice.see(path(draft, "/items/q-mars/edit")), "seen")

    answers = [saved(alice, draft, "q-mars", seen=seen, stem="Which planet comes 4th?") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]


def test_an_item_removed_meanwhile_can_be_added_again(alice: Visitor, draft: Draft) -> None:
    seen = hidden(alice.see(path(draft, "/items/q-mars/edit")), "seen")
    alice.send(path(draft, "/items/q-mars/remove"), on=path(draft, "/items/q-mars/edit"), seen=seen)

    form = filled_in(draft, "q-mars", seen=seen)
    answer = alice.send(path(draft, "/items/q-mars"), on=path(draft, "/items/q-venus/edit"), **form)

    assert answer.status_code == 409
    assert "Add it as a new question" in answer.text


def test_an_item_is_written_by_hand(alice: Visitor, draft: Draft) -> None:
    form = filled_in(draft, "q-mars", stem="Which planet is red with rust?", evidence="own")

    answer = alice.send(path(draft, "/new-item"), **form)

    after = now(draft)
    assert answer.status_code == 303
    assert (len(after.pack.items), after.counts["accepted"]) == (9, 1)
    assert after.pack.items[-1].evidence == ()


def test_the_same_item_is_not_written_twice(alice: Visitor, draft: Draft) -> None:
    form = filled_in(draft, "q-mars", stem="Which planet is red with rust?", evidence="own")

    alice.send(path(draft, "/new-item"), **form)
    answer = alice.send(path(draft, "/new-item"), **form)

    assert answer.status_code == 400
    assert len(now(draft).pack.items) == 9


def test_a_removed_item_comes_back_by_undo(alice: Visitor, draft: Draft) -> None:
    edit = path(draft, "/items/q-mars/edit")

    alice.send(path(draft, "/items/q-mars/remove"), on=edit, seen=hidden(alice.see(edit), "seen"))
    assert len(now(draft).pack.items) == 7

    alice.send(path(draft, "/undo"), on=path(draft))
    assert now(draft).pack == draft.pack


def test_the_desk_quotes_the_document_that_was_given(alice: Visitor, draft: Draft) -> None:
    given_the_guide(draft)

    page = alice.see(path(draft))

    assert GUIDE_SENTENCE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in page


def test_an_item_that_is_not_there_is_not_found(alice: Visitor, draft: Draft) -> None:
    assert alice.client.get(path(draft, "/items/q-pluto/edit")).status_code == 404
