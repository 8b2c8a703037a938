"""Leaving the studio: what was not published goes, with all that was uploaded for it."""

import json

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.services.accounts import sign_up
from quizapp.services.documents import Given, give_documents
from quizapp.services.draft_shelf import add_draft
from quizapp.services.drafting import Edit, change
from quizapp.services.leaving import export_player, forget_player
from quizapp.services.making import ask_for_making
from quizapp.services.players import Player
from quizapp.store.draft import changes, decisions, drafts
from quizapp.store.draft_document import documents
from quizapp.store.draft_task import tasks
from quizapp.store.transaction import reading
from tests.builders import a_found_pack
from tests.conftest import NOON_MS


@pytest.fixture
def alice(app: Flask) -> Player:
    return sign_up(None, "Alice", "a long enough password", None, NOON_MS)


@pytest.fixture(autouse=True)
def draft_id(alice: Player) -> str:
    """A draft of Alice's with a document, a task and a change."""
    draft = add_draft(alice.id, a_found_pack(), NOON_MS, accepted=True)
    give_documents(alice.id, draft.public_id, [Given("night.txt", b"A night\n\nIt rained.\n")], NOON_MS)
    ask_for_making(alice.id, draft.public_id, NOON_MS)
    change(alice.id, draft.public_id, NOON_MS, lambda _: Edit("Undid", decisions={("item", "q-mars"): None}))
    return draft.public_id


def test_drafts_and_documents_go_with_their_author(alice: Player) -> None:
    forget_player(alice, NOON_MS)

    with reading() as connection:
        left = [
            connection.scalar(select(func.count()).select_from(table))
            for table in (drafts, decisions, changes, documents, tasks)
        ]
    assert left == [0, 0, 0, 0, 0]
    assert alice.role == "player"


def test_authors_take_their_drafts_along(alice: Player, draft_id: str) -> None:
    taken = json.loads(json.dumps(export_player(alice)))

    assert [each["public_id"] for each in taken["drafts"]] == [draft_id]
    assert "Which planet" in taken["drafts"][0]["text"]
    assert [each["name"] for each in taken["documents"]] == ["night.txt"]
