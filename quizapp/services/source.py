"""Where an answer stands: document, paragraph, sentence, and the sentence itself where it may be shown."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from flask import current_app

from quizapp.domain.fact import Document, Evidence
from quizapp.domain.item import Item
from quizapp.domain.licence import Licence, open_licence
from quizapp.domain.pack import Pack
from quizapp.packs.lint.words import content_words, holds, names_in, words
from quizapp.packs.quotation import quotation
from quizapp.services.shelving import pack


@dataclass(frozen=True, slots=True)
class Source:
    """Where the answer stands; `place` is empty when only the document is known.

    `quote` is the sentence, in `language`; it comes with the licence that lets us show it, or not at all.
    """

    title: str
    publisher: str
    url: str
    place: str
    quote: str = ""
    licence: Licence | None = None
    language: str = ""


def sources_of(digest: str, item_id: str) -> tuple[Source, ...]:
    """The sources of an item of that edition."""
    return _sources(digest, item_id, current_app.extensions["quizapp_settings"].document_folders)


def sources_in(edition: Pack, item: Item) -> tuple[Source, ...]:
    """The sources of an item of a pack that need not have been published."""
    folders = current_app.extensions["quizapp_settings"].document_folders
    return tuple(_source(edition, item, evidence, folders) for evidence in item.evidence)


@lru_cache(maxsize=8192)
def _sources(digest: str, item_id: str, folders: tuple[Path, ...]) -> tuple[Source, ...]:
    edition = pack(digest)
    item = edition.item(item_id)
    return tuple(_source(edition, item, evidence, folders) for evidence in item.evidence) if item else ()


def _source(edition: Pack, item: Item, evidence: Evidence, folders: tuple[Path, ...]) -> Source:
    document = edition.document(evidence.document_id)
    if document is None:
        return Source(evidence.document_id, "", "", _place(evidence))
    quote, licence = _quoted(item, document, evidence, folders)
    return Source(
        document.title,
        document.publisher,
        document.url,
        _place(evidence),
        quote,
        licence,
        edition.language,
    )


def _place(evidence: Evidence) -> str:
    place = ""
    if evidence.paragraph is not None:
        place = f"paragraph {evidence.paragraph}"
    if evidence.sentence is not None:
        place += f", sentence {evidence.sentence}"
    return place


def _quoted(
    item: Item, document: Document, evidence: Evidence, folders: tuple[Path, ...]
) -> tuple[str, Licence | None]:
    licence = open_licence(document.licence)
    quote = quotation(evidence, folders) if licence else ""
    return (quote, licence) if quote and _is_about(quote, item) else ("", None)


def _is_about(quote: str, item: Item) -> bool:
    """Whether the sentence names anything of the answer: a text that has been changed proves nothing."""
    asked = f"{item.stem} {item.key}"
    numbers = {word for word in words(asked) if word[0].isdigit()}
    named = {item.key} | content_words(item.key) | names_in(asked) | numbers
    return any(holds(quote, name) for name in named)
