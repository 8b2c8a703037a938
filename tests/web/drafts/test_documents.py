"""/drafts/from-documents and /drafts/<id>/documents: what authors upload, drop and paste."""

from io import BytesIO

import pytest
from werkzeug.test import TestResponse

from quizapp.domain.draft import Draft
from quizapp.services.drafting import open_draft
from quizapp.services.players import player_named
from tests.web.accounts.visitor import Visitor

TEXT = b"The bridge at Altmoor\n\nThe Altmoor Bridge was opened in 1890.\n"


def upload(visitor: Visitor, path: str, on: str, *files: tuple[str, bytes], **fields: str) -> TestResponse:
    return visitor.send(path, on=on, documents=[(BytesIO(raw), name) for name, raw in files], **fields)


def begin(visitor: Visitor, *files: tuple[str, bytes], **fields: str) -> TestResponse:
    return upload(visitor, "/drafts/from-documents", "/drafts", *files, **fields)


def test_a_draft_begins_with_documents_and_questions_are_being_made(alice: Visitor) -> None:
    answer = begin(alice, ("bridge.txt", TEXT), ("notes.md", b"# Notes\n\nSome notes."), title="Bridges")

    page = alice.see(answer.location)
    assert "Bridges" in page
    assert "bridge.txt" in page
    assert "notes.md" in page
    assert "Making questions" in page
    assert "Look again" in page


def test_text_can_be_pasted(alice: Visitor) -> None:
    answer = begin(alice, pasted=TEXT.decode())

    assert "The bridge at Altmoor.txt" in alice.see(answer.location)


def test_pasted_text_may_be_longer_than_other_forms(alice: Visitor) -> None:
    answer = begin(alice, pasted="A line of text.\n" * 25_000)

    assert answer.status_code == 303


def test_nothing_chosen_makes_no_draft(alice: Visitor) -> None:
    answer = begin(alice)

    assert answer.status_code == 400
    assert "Choose a file or paste some text first." in answer.text
    assert "You have no drafts yet" in alice.see("/drafts")


def test_files_may_be_larger_than_other_forms(alice: Visitor) -> None:
    answer = begin(alice, ("large.txt", b"A line of text.\n" * 25_000))

    assert answer.status_code == 303


def test_a_refused_document_is_told_beside_its_name_and_the_others_are_taken(alice: Visitor) -> None:
    answer = begin(alice, ("bomb.txt", b"PK\x03\x04" + b"\0" * 50), ("bridge.txt", TEXT))

    page = alice.see(answer.location)
    assert "Not read: is a zip archive" in page
    assert "Making questions" in page


def test_where_no_document_can_be_taken_the_page_says_so(alice: Visitor) -> None:
    answer = begin(alice, ("setup.txt", b"MZ\x90\0"))

    page = alice.see(answer.location)
    assert "No document could be taken" in page
    assert "Not read: is a program" in page


def test_two_hundred_megabytes_are_refused_before_they_are_read(alice: Visitor) -> None:
    class Unread(BytesIO):
        def read(self, *_: object) -> bytes:
            pytest.fail("the body was read")

    answer = alice.client.post(
        "/drafts/from-documents",
        content_type="multipart/form-data; boundary=x",
        environ_overrides={"wsgi.input": Unread(), "CONTENT_LENGTH": str(200 * 1024 * 1024)},
    )

    assert answer.status_code == 413
    assert "That is too much at once" in answer.text


def test_a_stranger_may_send_no_more_than_any_form(stranger: Visitor) -> None:
    stranger.see("/sign-up")

    answer = stranger.client.post(
        "/drafts/from-documents",
        data={"documents": (BytesIO(b"a" * 300_000), "a.txt")},
        content_type="multipart/form-data",
    )

    assert answer.status_code == 413


def test_too_many_documents_are_refused_whole(alice: Visitor) -> None:
    answer = begin(alice, *((f"{number}.txt", b"Text.") for number in range(51)))

    assert answer.status_code == 400
    assert "at most 50 documents" in answer.text
    assert "You have no drafts yet" in alice.see("/drafts")


def test_documents_are_added_and_removed(alice: Visitor, draft: Draft) -> None:
    place = f"/drafts/{draft.public_id}"
    upload(alice, f"{place}/documents", place, ("bridge.txt", TEXT))
    alice.send(f"{place}/making/cancel", on=place)

    answer = alice.send(f"{place}/documents/1/remove", on=place)

    assert answer.status_code == 303
    page = alice.see(place)
    assert "bridge.txt" not in page
    assert "What was made from it stays" in page


def test_markup_in_a_name_is_shown_as_text(alice: Visitor) -> None:
    answer = begin(alice, ("a <script>alert(1)<b>.txt", TEXT))

    assert "<script>alert" not in alice.see(answer.location)


def test_somebody_elses_draft_takes_no_documents(bob: Visitor, draft: Draft) -> None:
    for path in ("documents", "documents/1/remove", "making", "making/cancel"):
        answer = bob.send(f"/drafts/{draft.public_id}/{path}", on="/drafts", pasted="Some text.")
        assert answer.status_code == 404


def test_giving_documents_changes_nothing_in_the_pack(alice: Visitor, draft: Draft) -> None:
    place = f"/drafts/{draft.public_id}"

    upload(alice, f"{place}/documents", place, ("bridge.txt", TEXT))

    assert open_draft(player_named("Alice").id, draft.public_id).pack == draft.pack
