"""Facts decided, edited and stated by an author."""

import json
import sys
from dataclasses import replace

import pytest
from flask import Flask

from quizapp.domain.draft import Decision, Draft
from quizapp.domain.fact import EntityType, Evidence
from quizapp.errors import ChangedMeanwhile, NotFound
from quizapp.services import facts
from quizapp.services.accounts import sign_up
from quizapp.services.drafting import history, open_draft, undo
from quizapp.services.facts import FactRefused, Statement
from quizapp.store.draft_task import open_tasks
from quizapp.store.transaction import reading
from tests.conftest import NOON_MS
from tests.services.told_drafts import told_draft

SAID = Statement("Ada Quill", "directed", "Low Water", evidence=(Evidence("evening", 2, 2),))


@pytest.fixture
def draft(app: Flask) -> Draft:
    return told_draft(sign_up(None, "Alice", "a long enough password", None, NOON_MS).id)


def state(draft: Draft, statement: Statement) -> Draft:
    return facts.state(draft.owner_id, draft.public_id, statement, NOON_MS)[0]


def asked_anew() -> list[dict[str, list[str]]]:
    """The facts that wait for the worker, task by task."""
    with reading() as connection:
        return [json.loads(row.matter) for row in connection.execute(open_tasks)]


def test_a_rejected_fact_takes_its_items_along_until_that_is_undone(draft: Draft) -> None:
    after, words = facts.decide(draft.owner_id, draft.public_id, "f-nine-bells", "rejected", NOON_MS)

    item = after.pack.item("q-nine-bells")
    assert item is not None
    assert after.state(item) == "rejected"
    assert words == "Dan Ferro directed the film “Nine Bells”."
    assert undo(draft.owner_id, draft.public_id, NOON_MS)[0].state(item) == "open"


def test_a_decision_can_be_taken_back(draft: Draft) -> None:
    facts.decide(draft.owner_id, draft.public_id, "f-rival", "accepted", NOON_MS)
    after, _ = facts.decide(draft.owner_id, draft.public_id, "f-rival", None, NOON_MS)

    assert after.decisions == {}


def test_a_decision_has_the_items_of_the_fact_and_of_its_rivals_made_anew(draft: Draft) -> None:
    facts.decide(draft.owner_id, draft.public_id, "f-rival", "rejected", NOON_MS)
    facts.decide(draft.owner_id, draft.public_id, "f-nine-bells", "accepted", NOON_MS)

    assert asked_anew() == [{"facts": ["f-rival", "f-salt", "f-nine-bells"], "names": []}]


def test_a_fact_that_is_gone_cannot_be_decided(draft: Draft) -> None:
    with pytest.raises(NotFound):
        facts.decide(draft.owner_id, draft.public_id, "f-nothing", "accepted", NOON_MS)


def test_an_author_states_a_fact_about_what_is_known(draft: Draft) -> None:
    after, fact = facts.state(draft.owner_id, draft.public_id, SAID, NOON_MS)

    assert (fact.subject, fact.value, fact.witnesses) == ("ada-quill", "low-water", 0)
    assert after.state_of_fact(fact) == "accepted"
    assert (
        history(draft.owner_id, draft.public_id)[0].what
        == "Stated “Ada Quill directed the film “Low Water”.”"
    )


def test_a_new_name_becomes_an_entity_of_the_type_that_the_author_says(draft: Draft) -> None:
    after = state(draft, replace(SAID, value="Ash & Ember", value_type="work"))

    assert (after.pack.entities[-1].name, after.pack.entities[-1].type) == ("Ash & Ember", EntityType.WORK)


def test_a_name_in_a_script_without_letters_of_ours_can_be_stated(draft: Draft) -> None:
    after = state(draft, replace(SAID, subject="😀😀", subject_type="person"))

    assert open_draft(draft.owner_id, draft.public_id).pack.entities[-1] == after.pack.entities[-1]


def test_what_is_stated_twice_is_one_fact(draft: Draft) -> None:
    again = replace(SAID, subject="Dan Ferro", value="Nine Bells")

    after = state(draft, again)

    fact = facts.fact_of(after, "f-nine-bells")
    assert len(after.pack.facts) == len(draft.pack.facts)
    assert (len(fact.evidence), fact.witnesses) == (2, 0)


@pytest.mark.parametrize(
    ("change", "field", "complaint"),
    [
        ({"relation": ""}, "relation", "Choose what is said"),
        ({"subject": " "}, "subject", "Write a name"),
        ({"subject": "Una Roe"}, "subject", "is new to this draft"),
        ({"subject": "Una Roe", "subject_type": "place"}, "subject", "Say below what it is: person"),
        ({"subject": "Salt"}, "subject", "said of a person; “Salt” is a work"),
        ({"subject": "Una\u202eRoe", "subject_type": "person"}, "subject", "invisible character"),
        ({"relation": "born_in_year", "value": "long ago"}, "value", "a year in digits"),
        ({"relation": "married_to", "value": "Ada Quill"}, "value", "links two things"),
        ({"as_of": "May 2026"}, "as_of", "year-month-day"),
        ({"as_of": "2026-02-31"}, "as_of", "year-month-day"),
        ({"according_to": "nowhere"}, "according_to", "one of the documents"),
        ({"scope": "x" * 151}, "scope", "at most 150"),
        ({"evidence": ()}, "evidence", "Choose the sentence"),
        ({"evidence": (Evidence("evening", 2, 9),)}, "evidence", "no such sentence"),
        ({"evidence": (Evidence("secret", 1, 1),)}, "evidence", "no such sentence"),
    ],
)
def test_what_cannot_be_a_fact_is_refused_at_its_field(
    draft: Draft, change: dict[str, object], field: str, complaint: str
) -> None:
    with pytest.raises(FactRefused) as refused:
        state(draft, replace(SAID, **change))  # type: ignore[arg-type]

    assert complaint in refused.value.faults[field]
    assert open_draft(draft.owner_id, draft.public_id) == draft


def test_an_edited_fact_keeps_its_id_and_is_a_persons_word(draft: Draft) -> None:
    fact = facts.fact_of(draft, "f-nine-bells")
    statement = replace(facts.statement_of(fact, draft.pack), subject="Cleo Varga")

    after, edited = facts.amend(
        draft.owner_id, draft.public_id, "f-nine-bells", facts.mark(fact), statement, NOON_MS
    )

    assert (edited.fact_id, edited.subject, edited.witnesses) == ("f-nine-bells", "cleo-varga", 0)
    assert after.decisions["fact", "f-nine-bells"] == Decision("accepted")


def test_an_edit_that_says_what_another_fact_says_joins_it(draft: Draft) -> None:
    fact = facts.fact_of(draft, "f-rival")
    statement = replace(facts.statement_of(fact, draft.pack), subject="Ada Quill")

    after, edited = facts.amend(
        draft.owner_id, draft.public_id, "f-rival", facts.mark(fact), statement, NOON_MS
    )

    assert edited.fact_id == "f-salt"
    assert "f-rival" not in {fact.fact_id for fact in after.pack.facts}


def test_an_edit_without_a_change_leaves_no_trace(draft: Draft) -> None:
    fact = facts.fact_of(draft, "f-salt")
    statement = facts.statement_of(fact, draft.pack)

    facts.amend(draft.owner_id, draft.public_id, "f-salt", facts.mark(fact), statement, NOON_MS)

    assert history(draft.owner_id, draft.public_id) == []
    assert asked_anew() == []


def test_an_edit_of_what_has_changed_meanwhile_is_not_written(draft: Draft) -> None:
    fact = facts.fact_of(draft, "f-nine-bells")
    first, second = (
        replace(facts.statement_of(fact, draft.pack), subject=name) for name in ("Cleo Varga", "Elif Sand")
    )
    facts.amend(draft.owner_id, draft.public_id, "f-nine-bells", facts.mark(fact), first, NOON_MS)

    with pytest.raises(ChangedMeanwhile):
        facts.amend(draft.owner_id, draft.public_id, "f-nine-bells", facts.mark(fact), second, NOON_MS)

    now = open_draft(draft.owner_id, draft.public_id)
    assert facts.fact_of(now, "f-nine-bells").subject == "cleo-varga"


def test_a_document_is_named_in_the_pack_when_a_fact_points_to_it(draft: Draft) -> None:
    with_one = replace(draft.pack, documents=draft.pack.documents[:1], facts=draft.pack.facts[:5])
    from quizapp.services.drafting import Edit, change

    change(draft.owner_id, draft.public_id, NOON_MS, lambda _: Edit("Left one out", with_one))

    after = state(draft, SAID)

    assert [document.document_id for document in after.pack.documents] == ["harbour", "evening"]


def test_stating_facts_does_not_load_the_language_pipeline(draft: Draft) -> None:
    before = "spacy" in sys.modules

    state(draft, SAID)

    assert ("spacy" in sys.modules) == before
