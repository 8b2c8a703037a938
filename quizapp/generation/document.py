"""Files -> documents: the article's passages, and what on the page is not the article.

Texts only (.txt, .md). The text is kept as it was; every passage and sentence points into it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from anyascii import anyascii

from quizapp.domain import fact as domain
from quizapp.errors import DocumentRefused
from quizapp.generation.furniture import furniture
from quizapp.generation.passage import Passage, passages

LARGEST_BYTES = 10 * 1024 * 1024
SUFFIXES = (".txt", ".md", ".text", ".markdown")
_LONGEST_ID = 48
_LONGEST_TITLE = 150


@dataclass(frozen=True, slots=True)
class Dropped:
    """A passage that is not part of the article, and what it is instead."""

    passage: Passage
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """What was read: the whole text, the article's passages in order, and the furniture around them."""

    document_id: str
    title: str
    text: str
    passages: tuple[Passage, ...]
    dropped: tuple[Dropped, ...] = ()

    @property
    def reference(self) -> domain.Document:
        """The document as a pack names it."""
        return domain.Document(self.document_id, self.title)


def read_documents(paths: Sequence[Path]) -> list[Document]:
    """The documents in those files, each under an id of its own."""
    documents: list[Document] = []
    for path in paths:
        taken = {document.document_id for document in documents}
        documents.append(document_of(read_text(path), path.stem, taken))
    return documents


def document_of(text: str, name: str, taken: set[str] | frozenset[str] = frozenset()) -> Document:
    """The document in a text; `name` stands in where the first line is no title."""
    lines = passages(text)
    reasons = furniture(lines)
    article = tuple(line for line in lines if line.number not in reasons)
    dropped = tuple(Dropped(line, reasons[line.number]) for line in lines if line.number in reasons)
    title = _title(article) or name
    return Document(_free(slug(title) or "document", taken), title, text, article, dropped)


def read_text(path: Path) -> str:
    """The text in a file; DocumentRefused says what stands in the way."""
    if not path.is_file():
        raise DocumentRefused(f"{path}: there is no such file.")
    if path.suffix.lower() not in SUFFIXES:
        raise DocumentRefused(f"{path}: only text files ({', '.join(SUFFIXES)}) can be read so far.")
    if path.stat().st_size > LARGEST_BYTES:
        raise DocumentRefused(f"{path}: larger than {LARGEST_BYTES // 1024 // 1024} MB; split it.")
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DocumentRefused(f"{path}: cannot be read ({error.strerror}).") from None
    if b"\0" in raw:
        raise DocumentRefused(f"{path}: holds binary data, not text; save it as UTF-8 text.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentRefused(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8 text.") from None
    if not text.strip():
        raise DocumentRefused(f"{path}: is empty.")
    return text


def slug(text: str, longest: int = _LONGEST_ID) -> str:
    """The text as an id: a-z, 0-9 and hyphens, cut at a word where it is long."""
    words = re.sub(r"['’]s?\b", "", text)
    plain = re.sub(r"[^a-z0-9]+", "-", anyascii(words).lower()).strip("-")
    if len(plain) <= longest:
        return plain
    return plain[: longest + 1].rpartition("-")[0] or plain[:longest]


def _title(article: Sequence[Passage]) -> str:
    """The first line, where it reads like a heading; a title may exclaim or ask."""
    if not article or len(article[0].text) > _LONGEST_TITLE or article[0].text.endswith((".", ":", ";", ",")):
        return ""
    return article[0].text.strip("#*_ ")[:_LONGEST_TITLE]


def _free(wanted: str, taken: set[str] | frozenset[str]) -> str:
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found
