"""Documents given to a draft: kept as they come, read one by one, refused with a reason."""

import pytest
from flask import Flask

from quizapp.domain.draft import Draft
from quizapp.errors import ChangedMeanwhile, DocumentRefused, Malformed, NotFound
from quizapp.services import documents
from quizapp.services.accounts import sign_up
from quizapp.services.documents import (
    MOST_DOCUMENTS,
    Given,
    documents_of,
    give_documents,
    keep_reading,
    read_documents_of,
    remove_document,
    shown_name,
    unread_documents,
)
from quizapp.services.draft_shelf import new_draft
from quizapp.services.making import ask_for_making
from tests.conftest import NOON_MS

TEXT = "The bridge at Altmoor\n\nThe Altmoor Bridge was opened in 1890. It is 400 metres long.\n"


@pytest.fixture
def draft(app: Flask) -> Draft:
    return new_draft(sign_up(None, "Alice", "a long enough password", None, NOON_MS).id, "Bridges", NOON_MS)


def give(draft: Draft, *given: tuple[str, bytes]) -> None:
    give_documents(draft.owner_id, draft.public_id, [Given(*each) for each in given], NOON_MS)


def read_all(draft: Draft) -> None:
    for unread in unread_documents(draft.draft_id):
        keep_reading(draft.draft_id, unread, unread.content.decode(), {})


def test_a_document_is_listed_then_read_and_what_came_is_forgotten(draft: Draft) -> None:
    give(draft, ("bridge.txt", TEXT.encode()))
    assert [each.is_read for each in documents_of(draft.owner_id, draft.public_id)] == [False]

    read_all(draft)

    listed = documents_of(draft.owner_id, draft.public_id)
    assert [(each.title, each.words, each.refusal) for each in listed] == [("The bridge at Altmoor", 16, "")]
    assert unread_documents(draft.draft_id) == []


def test_a_read_document_comes_back_as_it_was_read(draft: Draft) -> None:
    give(draft, ("bridge.txt", TEXT.encode()))
    read_all(draft)

    [document] = read_documents_of(draft.draft_id)

    assert (document.document_id, document.text) == ("the-bridge-at-altmoor", TEXT)
    assert [passage.number for passage in document.passages] == [1, 2]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "is empty"),
        ("bomb.txt", b"PK\x03\x04\x14\0\0\0" + b"\0" * 100, "is a zip archive"),
        ("article.pdf", b"MZ\x90\0\x03\0", "is a program"),
        ("article.html", b"\x7fELF\x02\x01\x01\0", "is a program"),
        ("letter.pdf", b"Dear Ada, this is a letter.", "holds no PDF"),
        ("large.txt", b"a" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
    ],
)
def test_what_is_no_document_is_refused_at_the_door_and_the_others_go_on(
    draft: Draft, name: str, content: bytes, said: str
) -> None:
    give(draft, (name, content), ("bridge.txt", TEXT.encode()))

    refused, taken = documents_of(draft.owner_id, draft.public_id)

    assert said in refused.refusal
    assert taken.refusal == ""
    assert [each.name for each in unread_documents(draft.draft_id)] == ["bridge.txt"]


def test_the_same_text_counts_once(draft: Draft) -> None:
    give(draft, ("one.txt", TEXT.encode()), ("two.txt", TEXT.encode()))

    with pytest.raises(DocumentRefused, match=r"same text as one\.txt"):
        read_all(draft)


def test_what_no_reader_sees_is_no_part_of_a_text(draft: Draft) -> None:
    hidden = TEXT.replace("Altmoor", "Alt\u00admoor\u200b").replace("\n", "\r\n")
    give(draft, ("bridge.html.txt", hidden.encode()))

    read_all(draft)

    assert read_documents_of(draft.draft_id)[0].text == TEXT


def test_a_draft_holds_so_many_words_and_no_more(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST_WORDS_TOGETHER", 20)
    give(draft, ("one.txt", TEXT.encode()), ("two.txt", TEXT.replace("Bridge", "Tower").encode()))

    with pytest.raises(DocumentRefused, match="begin another one"):
        read_all(draft)


def test_a_text_in_another_language_is_refused(draft: Draft) -> None:
    german = (
        "Die Brücke\n\nDie Brücke wurde im Jahr 1890 gebaut und sie ist seitdem die größte der Stadt.\n" * 3
    )
    give(draft, ("bruecke.txt", german.encode()))

    with pytest.raises(DocumentRefused):
        read_all(draft)


def test_a_draft_has_so_many_documents_and_no_more(draft: Draft) -> None:
    with pytest.raises(Malformed, match="at most 50"):
        give(draft, *((f"{number}.txt", b"Text.") for number in range(MOST_DOCUMENTS + 1)))

    assert documents_of(draft.owner_id, draft.public_id) == []


def test_a_document_stays_while_questions_are_made_from_it(draft: Draft) -> None:
    give(draft, ("bridge.txt", TEXT.encode()))
    [listed] = documents_of(draft.owner_id, draft.public_id)
    ask_for_making(draft.owner_id, draft.public_id, NOON_MS)

    with pytest.raises(ChangedMeanwhile):
        remove_document(draft.owner_id, draft.public_id, listed.row_id)


def test_nobody_else_sees_or_gives_documents(draft: Draft) -> None:
    with pytest.raises(NotFound):
        documents_of(draft.owner_id + 1, draft.public_id)
    with pytest.raises(NotFound):
        give_documents(draft.owner_id + 1, draft.public_id, [Given("a.txt", b"Text.")], NOON_MS)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        (r"C:\\texts\\bridge.txt", "bridge.txt"),
        ("a\u202etxt.exe", "a txt.exe"),
        ("<b>bold</b>.txt", "b .txt"),
        ("", "document"),
        ("a" * 300 + ".pdf", "a" * 116 + ".pdf"),
    ],
)
def test_names_of_files_hide_nothing(name: str, shown: str) -> None:
    assert shown_name(name) == shown
