"""The documents of a draft: given by its author, read by the worker, seen by nobody else."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from quizapp.domain.text import folded, legible
from quizapp.errors import ChangedMeanwhile, DocumentRefused, Malformed, NotFound
from quizapp.services.drafting import NO_SUCH_DRAFT, open_draft_by_id
from quizapp.services.making import KIND
from quizapp.store import draft_document as store
from quizapp.store import draft_task
from quizapp.store.draft import head_of_draft, held_head_of_draft
from quizapp.store.transaction import reading, writing

if TYPE_CHECKING:
    from quizapp.generation.document import Document

MOST_DOCUMENTS = 50
LARGEST_BYTES = 10 * 1024 * 1024
# Reading takes some seconds for a thousand words: a thick book, and all of a draft in the time of a meal.
MOST_WORDS = 150_000
MOST_WORDS_TOGETHER = 400_000
_LONGEST_NAME = 120
_UNSEEN = re.compile(r"[^\w .,()\[\]'’&+@#%!-]+")


@dataclass(frozen=True, slots=True)
class Given:
    """A document as it comes: the name of its file, and what is in it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document as it is listed: what was read of it, or why it was refused."""

    row_id: int
    name: str
    document_id: str | None
    title: str
    words: int
    dropped: int
    refusal: str

    @property
    def is_read(self) -> bool:
        """Whether its text is there."""
        return self.document_id is not None


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that the worker has still to read."""

    row_id: int
    name: str
    content: bytes


def documents_of(owner_id: int, public_id: str) -> list[DocumentCard]:
    """The documents of that draft, in the order in which they came."""
    with reading() as connection:
        draft = connection.execute(head_of_draft, {"owner_id": owner_id, "public_id": public_id}).first()
        if draft is None:
            raise NotFound(NO_SUCH_DRAFT)
        rows = connection.execute(store.documents_of_draft, {"draft_id": draft.id})
        return [
            DocumentCard(row.id, row.name, row.document_id, row.title, row.words, row.dropped, row.refusal)
            for row in rows
        ]


def refuse_many(count: int) -> None:
    """Malformed where so many documents are none, or more than a draft may have."""
    if not count:
        raise Malformed("Choose a file or paste some text first.")
    if count > MOST_DOCUMENTS:
        raise Malformed(f"A draft has at most {MOST_DOCUMENTS} documents; with these it would have {count}.")


def give_documents(owner_id: int, public_id: str, given: Sequence[Given], now_ms: int) -> None:
    """Put the documents with the draft. One that cannot be read is listed with the reason why."""
    rows = [_row(each, now_ms) for each in given]
    with writing() as connection:
        draft = _held(connection, owner_id, public_id)
        there = connection.execute(store.documents_of_draft, {"draft_id": draft.id}).all()
        refuse_many(len(rows) and len(rows) + len(there))
        connection.execute(store.insert_document, [row | {"draft_id": draft.id} for row in rows])


def remove_document(owner_id: int, public_id: str, row_id: int) -> None:
    """Take a document away; what was made from it stays in the draft."""
    with writing() as connection:
        draft = _held(connection, owner_id, public_id)
        making = connection.execute(draft_task.newest_task, {"draft_id": draft.id, "kind": KIND}).first()
        if making is not None and making.state in draft_task.OPEN:
            raise ChangedMeanwhile("Questions are being made from the documents. Cancel that first, or wait.")
        connection.execute(store.remove_document, {"draft": draft.id, "row_id": row_id})


def unread_documents(draft_id: int) -> list[Unread]:
    """What has still to be read for that draft."""
    with reading() as connection:
        rows = connection.execute(store.unread_of_draft, {"draft_id": draft_id})
        return [Unread(row.id, row.name, row.source) for row in rows]


def read_documents_of(draft_id: int) -> "list[Document]":
    """The documents of that draft that have been read, as the generator knows them."""
    from quizapp.generation.document import document_again

    with reading() as connection:
        rows = connection.execute(store.texts_of_draft, {"draft_id": draft_id}).all()
    return [
        document_again(
            row.document_id,
            row.title,
            row.text,
            {int(number): reason for number, reason in json.loads(row.furniture).items()},
        )
        for row in rows
        if row.text is not None
    ]


def keep_reading(draft_id: int, unread: Unread, text: str, furniture: Mapping[int, str]) -> None:
    """Keep what was read of a document; DocumentRefused where nothing can be made of it."""
    from quizapp.generation.document import document_of

    pack = open_draft_by_id(draft_id).pack
    came, text = text, legible(text)
    if _lines(came) != _lines(text):
        furniture = {}  # counted in lines that are not there any more
    with reading() as connection:
        there = connection.execute(store.documents_of_draft, {"draft_id": draft_id}).all()
        same = connection.execute(store.same_text, {"draft_id": draft_id, "text": text}).first()
    if same is not None:
        raise DocumentRefused(f"{unread.name}: has the same text as {same.name}.")
    taken = {row.document_id for row in there if row.document_id}
    # A document that the pack names already keeps the id under which the pack points into it.
    named = {folded(each.title): each.document_id for each in pack.documents}
    document = document_of(
        text, _stem(unread.name), taken | {each.document_id for each in pack.documents}, furniture
    )
    known_as = named.get(folded(document.title), document.document_id)
    words = sum(len(passage.text.split()) for passage in document.passages)
    if document.lack:
        raise DocumentRefused(f"{unread.name}: {document.lack}.")
    if words > MOST_WORDS:
        raise DocumentRefused(f"{unread.name}: has {words:,} words, more than {MOST_WORDS:,}; split it.")
    if words + sum(row.words for row in there) > MOST_WORDS_TOGETHER:
        raise DocumentRefused(
            f"{unread.name}: is too much for this draft, which has {MOST_WORDS_TOGETHER:,} words at most; "
            "begin another one with it."
        )
    row = {
        "row_id": unread.row_id,
        "document_id": document.document_id if known_as in taken else known_as,
        "title": document.title,
        "source": None,
        "text": text,
        "furniture": json.dumps({out.passage.number: out.reason for out in document.dropped}),
        "words": words,
        "dropped": len(document.dropped),
    }
    with writing() as connection:
        connection.execute(store.keep_reading, row)


def refuse_document(unread: Unread, refusal: DocumentRefused) -> None:
    """Keep why a document cannot be read, and nothing of what was in it."""
    row = {"row_id": unread.row_id, "source": None, "refusal": _reason(refusal, unread.name)}
    with writing() as connection:
        connection.execute(store.keep_reading, row)


def refused_count(draft_id: int) -> int:
    """How many documents of that draft could not be read."""
    with reading() as connection:
        rows = connection.execute(store.documents_of_draft, {"draft_id": draft_id})
        return sum(bool(row.refusal) for row in rows)


def _row(given: Given, now_ms: int) -> dict[str, Any]:
    name = shown_name(given.name)
    refusal = _refusal(given.content, name)
    return {
        "name": name,
        "title": "",
        "source": None if refusal else given.content,
        "furniture": "{}",
        "words": 0,
        "dropped": 0,
        "refusal": refusal,
        "added_at_ms": now_ms,
    }


def shown_name(name: str) -> str:
    """The name of a file without its folders, and without letters that could hide or mislead."""
    last = _UNSEEN.sub(" ", re.split(r"[/\\]", name)[-1])
    stem, dot, suffix = " ".join(last.split()).rpartition(".")
    longest = _LONGEST_NAME - len(suffix) - 1
    return f"{stem[:longest]}{dot}{suffix}"[:_LONGEST_NAME].strip(" .") or "document"


def _refusal(content: bytes, name: str) -> str:
    """Why the document is refused at the door; empty where it may come in and be read."""
    from quizapp.generation.reading.kind import kind_of

    if not content:
        return "is empty."
    if len(content) > LARGEST_BYTES:
        return f"is larger than {LARGEST_BYTES // 1024 // 1024} MB; split it."
    try:
        kind_of(content, name)
    except DocumentRefused as refusal:
        return _reason(refusal, name)
    return ""


def _reason(refusal: DocumentRefused, name: str) -> str:
    """The reason alone: it is shown beside the name."""
    return str(refusal).removeprefix(f"{name}: ")


def _lines(text: str) -> int:
    return sum(bool(line.strip()) for line in text.split("\n"))


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


def _held(connection: Connection, owner_id: int, public_id: str) -> Any:
    draft = connection.execute(held_head_of_draft, {"owner_id": owner_id, "public_id": public_id}).first()
    if draft is None:
        raise NotFound(NO_SUCH_DRAFT)
    return draft
