"""Where the answers of a draft stand, with the sentences: authors may read the documents they gave."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from flask import current_app

from quizapp.domain.draft import Draft
from quizapp.domain.fact import Document, Evidence
from quizapp.domain.item import Item
from quizapp.domain.licence import open_licence
from quizapp.errors import Malformed
from quizapp.packs.lint.words import holds
from quizapp.packs.passage import Passage, passages
from quizapp.packs.quotation import quotation
from quizapp.store import draft_document as store
from quizapp.store.transaction import reading

MOST_PLACES = 8


@dataclass(frozen=True, slots=True)
class Proof:
    """One place that states an answer; `quote` is empty where the text is not at hand."""

    document_id: str
    title: str
    paragraph: int | None
    sentence: int | None
    quote: str = ""

    @property
    def place(self) -> str:
        """For example "paragraph 3, sentence 2"."""
        words = [f"{name} {number}" for name, number in self._numbers if number is not None]
        return ", ".join(words)

    @property
    def value(self) -> str:
        """The place as a form says it."""
        return ":".join([self.document_id, *(str(n) for _, n in self._numbers if n is not None)])

    @property
    def _numbers(self) -> tuple[tuple[str, int | None], ...]:
        return ("paragraph", self.paragraph), ("sentence", self.sentence)


def proofs_of(draft: Draft, *items: Item) -> Mapping[str, tuple[Proof, ...]]:
    """Where the answers of the items stand, by their ids; each document is looked up once."""
    cited = {evidence.document_id for item in items for evidence in item.evidence}
    known = {document_id: _passages_of(draft, document_id) for document_id in cited}
    return {item.item_id: tuple(_proof(draft, each, known) for each in item.evidence) for item in items}


def places_stating(draft: Draft, words: str) -> list[Proof]:
    """Sentences of the draft's documents that hold the words, in the order of the documents."""
    found: list[Proof] = []
    if not words.strip():
        return found
    with reading() as connection:
        rows = connection.execute(store.texts_of_draft, {"draft_id": draft.draft_id}).all()
    for row in rows:
        for place in _stating(row, words):
            found.append(place)
            if len(found) == MOST_PLACES:
                return found
    return found


def documents_to_cite(draft: Draft) -> list[Document]:
    """What an answer can be proved from: documents that the pack names, and those that were given."""
    named = {document.document_id: document for document in draft.pack.documents}
    with reading() as connection:
        for row in connection.execute(store.documents_of_draft, {"draft_id": draft.draft_id}):
            if row.document_id and row.document_id not in named:
                named[row.document_id] = Document(row.document_id, row.title)
    return list(named.values())


def checked_place(draft: Draft, document_id: str, paragraph: int | None, sentence: int | None) -> Evidence:
    """That place as evidence; Malformed where the document has no such sentence."""
    if document_id not in {document.document_id for document in documents_to_cite(draft)}:
        raise Malformed("Choose one of the documents of this draft.")
    evidence = Evidence(document_id, paragraph, sentence)
    known = _passages_of(draft, document_id)
    if known and paragraph is not None:
        if paragraph > len(known):
            raise Malformed(f"The document has {len(known)} paragraphs.")
        count = len(known[paragraph - 1].sentences)
        if sentence is not None and sentence > count:
            raise Malformed(f"Paragraph {paragraph} has {count} sentences.")
    return evidence


def _proof(draft: Draft, evidence: Evidence, known: Mapping[str, tuple[Passage, ...]]) -> Proof:
    document = draft.pack.document(evidence.document_id)
    title = document.title if document else evidence.document_id
    quote = _quoted(known[evidence.document_id], evidence)
    if not quote and document and open_licence(document.licence):
        quote = quotation(evidence, current_app.extensions["quizapp_settings"].document_folders)
    return Proof(evidence.document_id, title, evidence.paragraph, evidence.sentence, quote)


def _quoted(known: tuple[Passage, ...], evidence: Evidence) -> str:
    if evidence.paragraph is None or evidence.paragraph > len(known):
        return ""
    passage = known[evidence.paragraph - 1]
    if evidence.sentence is None:
        return passage.text
    found = (sentence.text for sentence in passage.sentences if sentence.number == evidence.sentence)
    return " ".join(next(found, "").split())


def _stating(row: Any, words: str) -> Iterator[Proof]:
    for passage in _passages(row.text or ""):
        for sentence in passage.sentences:
            if holds(sentence.text, words):
                text = " ".join(sentence.text.split())
                yield Proof(row.document_id, row.title, passage.number, sentence.number, text)


def _passages_of(draft: Draft, document_id: str) -> tuple[Passage, ...]:
    row = store.text.read(draft_id=draft.draft_id, document_id=document_id)
    return _passages(row.text) if row and row.text else ()


@lru_cache(maxsize=32)
def _passages(text: str) -> tuple[Passage, ...]:
    return passages(text)
