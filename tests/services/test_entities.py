"""The names of a draft, made one and parted."""

import pytest
from flask import Flask

from quizapp.domain.draft import Draft
from quizapp.domain.entity_edits import entity_of
from quizapp.errors import ChangedMeanwhile, Malformed
from quizapp.services import entities, facts
from quizapp.services.accounts import sign_up
from quizapp.services.drafting import open_draft, undo
from tests.conftest import NOON_MS
from tests.services.told_drafts import told_draft


@pytest.fixture
def draft(app: Flask) -> Draft:
    return told_draft(sign_up(None, "Alice", "a long enough password", None, NOON_MS).id)


def test_names_are_listed_with_their_facts_and_sentences(draft: Draft) -> None:
    found = entities.entities_of(draft, "elif")

    assert [(one.entity.name, one.facts, one.mentions) for one in found] == [("Elif Sand", 2, 2)]


def test_taking_two_for_one_is_shown_before_it_is_done(draft: Draft) -> None:
    result = entities.merging(draft, "ada-quill", "elif-sand")

    assert {gone.fact_id: stays.fact_id for gone, stays in result.united} == {"f-rival": "f-salt"}
    assert open_draft(draft.owner_id, draft.public_id) == draft


def test_two_taken_for_one_are_two_again_after_undo(draft: Draft) -> None:
    facts.decide(draft.owner_id, draft.public_id, "f-rival", "rejected", NOON_MS)
    before = open_draft(draft.owner_id, draft.public_id)

    after = entities.merge(draft.owner_id, draft.public_id, "ada-quill", "elif-sand", "Elif Sand", NOON_MS)
    back, _ = undo(draft.owner_id, draft.public_id, NOON_MS)

    assert entity_of(after.pack, "ada-quill").names == ("Elif Sand", "Ada Quill")
    assert ("fact", "f-rival") not in after.decisions
    assert (back.pack, dict(back.decisions)) == (before.pack, dict(before.decisions))


def test_two_go_by_one_of_their_own_names(draft: Draft) -> None:
    with pytest.raises(Malformed, match="one of the names"):
        entities.merge(draft.owner_id, draft.public_id, "ada-quill", "elif-sand", "Una Roe", NOON_MS)


def test_a_name_is_parted_with_its_facts(draft: Draft) -> None:
    told = ("The other Sand", "person", "painter")

    after, new_id = entities.part(draft.owner_id, draft.public_id, "elif-sand", told, ["f-rival"], NOON_MS)

    assert entity_of(after.pack, new_id).kind == "painter"
    assert facts.fact_of(after, "f-rival").subject == new_id


@pytest.mark.parametrize(
    ("told", "complaint"),
    [
        (("", "person", ""), "the name is empty"),
        (("Sand", "ghost", ""), "Choose what the new one is"),
        (("Sand", "place", ""), "A place cannot be in the fact “directed”"),
    ],
)
def test_what_cannot_be_parted_says_why(draft: Draft, told: tuple[str, str, str], complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        entities.part(draft.owner_id, draft.public_id, "elif-sand", told, ["f-rival"], NOON_MS)


def test_a_description_is_not_written_over_another(draft: Draft) -> None:
    seen = entity_of(draft.pack, "salt")
    told = ("Salt", "work", "play", ["Salt of the Sea", ""])
    after = entities.describe(draft.owner_id, draft.public_id, "salt", seen, told, NOON_MS)

    assert entity_of(after.pack, "salt").aliases == ("Salt of the Sea",)
    with pytest.raises(ChangedMeanwhile):
        entities.describe(draft.owner_id, draft.public_id, "salt", seen, told, NOON_MS)
