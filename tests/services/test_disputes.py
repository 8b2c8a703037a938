"""What documents disagree about, and the author's word on it."""

from dataclasses import replace

import pytest
from flask import Flask

from quizapp.domain.draft import Draft
from quizapp.domain.fact import Entity, EntityType, Evidence, Fact
from quizapp.errors import ChangedMeanwhile, Malformed
from quizapp.services import disputes
from quizapp.services.accounts import sign_up
from quizapp.services.drafting import Edit, change, history, undo
from tests.conftest import NOON_MS
from tests.services.told_drafts import store_text, told_draft


@pytest.fixture
def draft(app: Flask) -> Draft:
    return told_draft(sign_up(None, "Alice", "a long enough password", None, NOON_MS).id)


def with_facts(draft: Draft, *facts: Fact, entities: tuple[Entity, ...] = ()) -> Draft:
    pack = replace(draft.pack, facts=(*draft.pack.facts, *facts), entities=(*draft.pack.entities, *entities))
    return change(draft.owner_id, draft.public_id, NOON_MS, lambda _: Edit("Added", pack))


def test_each_value_stands_with_its_sentence(draft: Draft) -> None:
    (dispute,) = disputes.disputes_of(draft)

    assert [side.value for side in dispute.sides] == ["Ada Quill", "Elif Sand"]
    assert [side.witnesses[0].quote for side in dispute.sides] == [
        "Ada Quill directed the film Salt.",
        "Salt was directed by Elif Sand.",
    ]
    assert dispute.sides[1].witnesses[0].place == "The evening paper, paragraph 2, sentence 1"


def test_choosing_one_rejects_the_others_in_one_step(draft: Draft) -> None:
    (dispute,) = disputes.disputes_of(draft)

    after = disputes.choose(draft.owner_id, draft.public_id, dispute.key, dispute.sides[0].key, NOON_MS)

    verdicts = {part_id: decision.verdict for (_, part_id), decision in after.decisions.items()}
    assert verdicts == {"f-salt": "accepted", "f-rival": "rejected"}
    assert disputes.disputes_of(after) == []
    back, _ = undo(draft.owner_id, draft.public_id, NOON_MS)
    assert disputes.disputes_of(back) == [dispute]


def test_keeping_both_makes_each_the_word_of_its_document(draft: Draft) -> None:
    (dispute,) = disputes.disputes_of(draft)

    after = disputes.keep_all(draft.owner_id, draft.public_id, dispute.key, NOON_MS)

    told = {fact.fact_id: fact.according_to for fact in after.pack.facts if fact.according_to}
    assert told == {"f-salt": "harbour", "f-rival": "evening"}
    assert disputes.disputes_of(after) == []
    assert len(history(draft.owner_id, draft.public_id)) == 1


def test_one_document_cannot_be_set_against_itself(draft: Draft) -> None:
    again = Fact(
        "cleo-varga", "directed", "nine-bells", (Evidence("harbour", 4, 1),), witnesses=2, fact_id="f-slip"
    )
    draft = with_facts(draft, again)
    dispute = next(one for one in disputes.disputes_of(draft) if "f-slip" in one.sides[1].fact_ids)

    assert not dispute.can_keep_all
    with pytest.raises(Malformed, match="same document"):
        disputes.keep_all(draft.owner_id, draft.public_id, dispute.key, NOON_MS)


def test_what_has_been_settled_in_another_tab_is_not_settled_again(draft: Draft) -> None:
    (dispute,) = disputes.disputes_of(draft)
    disputes.choose(draft.owner_id, draft.public_id, dispute.key, dispute.sides[0].key, NOON_MS)

    with pytest.raises(ChangedMeanwhile):
        disputes.choose(draft.owner_id, draft.public_id, dispute.key, dispute.sides[1].key, NOON_MS)


def misspelt(draft: Draft) -> Draft:
    """The draft with a person whom two documents spell differently."""
    people = tuple(
        Entity(f"holbrook-{n}", name, EntityType.PERSON, kind="director")
        for n, name in enumerate(("Ann Holbrook", "Ann Halbrook"))
    )
    store_text(draft, "one", "One", "A film\n\nAnn Holbrook made Salt.\n", {})
    store_text(draft, "two", "Two", "A film\n\nAnn Halbrook made Salt.\n", {})
    return with_facts(draft, entities=people)


def spelling(draft: Draft) -> disputes.Dispute:
    return next(one for one in disputes.disputes_of(draft) if one.kind == "spelling")


def test_a_name_spelt_in_two_ways_becomes_one(draft: Draft) -> None:
    draft = misspelt(draft)
    dispute = spelling(draft)

    after = disputes.choose(draft.owner_id, draft.public_id, dispute.key, dispute.sides[1].key, NOON_MS)

    assert after.pack.entities[-1].names == ("Ann Halbrook", "Ann Holbrook")
    assert all(one.kind != "spelling" for one in disputes.disputes_of(after))


def test_two_people_of_nearly_one_name_stay_two(draft: Draft) -> None:
    draft = misspelt(draft)

    after = disputes.keep_all(draft.owner_id, draft.public_id, spelling(draft).key, NOON_MS)

    assert all(one.kind != "spelling" for one in disputes.disputes_of(after))
    assert len(after.pack.entities) == len(draft.pack.entities)


def test_a_fact_of_no_known_relation_is_left_in_peace(draft: Draft) -> None:
    odd = Fact("ada-quill", "hummed", "salt", fact_id="f-odd")

    assert len(disputes.disputes_of(with_facts(draft, odd))) == 1
