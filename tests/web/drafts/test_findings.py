"""/drafts/<id>/findings and offers: what is said of an item while it is typed."""

from typing import Any

from quizapp.domain.draft import Draft
from tests.web.accounts.visitor import Visitor
from tests.web.drafts.test_desk import now, path
from tests.web.drafts.test_items import filled_in, given_the_guide


def judged(alice: Visitor, draft: Draft, **changes: str) -> Any:
    form = filled_in(draft, "q-mars", item="q-mars", **changes)
    return alice.send(path(draft, "/findings"), on=path(draft), **form).json


def test_a_sound_item_has_nothing_said_of_it(alice: Visitor, draft: Draft) -> None:
    assert judged(alice, draft) == {"fields": {}}


def test_findings_come_by_field_with_the_words_marked(alice: Visitor, draft: Draft) -> None:
    told = judged(alice, draft, stem="Which planet is now the fourth from the Sun?")["fields"]

    assert ["now", True] in told["stem"]["marked"]
    assert told["stem"]["findings"][0]["mend"] == "Give the date."


def test_what_is_missing_is_told_and_nothing_is_saved(alice: Visitor, draft: Draft) -> None:
    told = judged(alice, draft, key="")["fields"]

    assert told["key"]["problem"] == "The right answer is empty."
    assert now(draft) == draft


def test_another_key_brings_the_sentences_that_hold_it(alice: Visitor, draft: Draft) -> None:
    given_the_guide(draft)

    places = judged(alice, draft, key="Saturn", **{"distractor-1": "Mars"})["places"]

    assert [place["value"] for place in places] == ["guide:2:1"]


def test_an_item_without_a_known_fact_is_offered_nothing(alice: Visitor, draft: Draft) -> None:
    answer = alice.client.get(path(draft, "/items/q-mars/offers"))

    assert answer.json == {"offers": []}
