"""Files -> documents: the article's passages, and what on the page is not the article.

The text is kept as it was read (see `reading`); every passage and sentence points into it. In plain text and
Markdown that is a place in the file. Of a web page or a PDF it is a place in the text extracted from it,
paragraph by paragraph: the original has no text to point into.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.domain import fact as domain
from quizapp.generation import foreign
from quizapp.generation.furniture import furniture
from quizapp.generation.reading import read_file
from quizapp.packs.passage import Passage, passages
from quizapp.packs.slug import LONGEST_ID, slug

_SENTENCE_END = re.compile(r"[.!?…。][\"”’')\]*_]*(?:\[\w{1,3}\])*$")
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

    @property
    def lack(self) -> str:
        """Why it can state no fact: it is in another language, or has no sentences; empty where it may."""
        if any(_SENTENCE_END.search(passage.text) for passage in self.passages):
            return ""
        is_foreign = any(dropped.reason == foreign.REASON for dropped in self.dropped)
        return "is not in English" if is_foreign else "has headlines only, no sentences"


def read_documents(paths: Sequence[Path]) -> list[Document]:
    """The documents in those files, each under an id of its own."""
    documents: list[Document] = []
    for path in paths:
        taken = {document.document_id for document in documents}
        read = read_file(path)
        documents.append(document_of(read.text, path.stem, taken, read.furniture))
    return documents


def document_of(
    text: str,
    name: str,
    taken: set[str] | frozenset[str] = frozenset(),
    known_furniture: Mapping[int, str] | None = None,
) -> Document:
    """The document in a text; `name` stands in where the first line is no title."""
    lines = passages(text)
    known = known_furniture or {}
    reasons = {**known, **furniture([line for line in lines if line.number not in known])}
    title = _title([line for line in lines if line.number not in reasons]) or name
    reasons |= foreign.foreign([line for line in lines if line.number not in reasons])
    article = tuple(line for line in lines if line.number not in reasons)
    dropped = tuple(Dropped(line, reasons[line.number]) for line in lines if line.number in reasons)
    return Document(_free(slug(title, LONGEST_ID) or "document", taken), title, text, article, dropped)


def document_again(document_id: str, title: str, text: str, reasons: Mapping[int, str]) -> Document:
    """A document that was read before; `reasons` says which passages are furniture, and what they are."""
    lines = passages(text)
    article = tuple(line for line in lines if line.number not in reasons)
    dropped = tuple(Dropped(line, reasons[line.number]) for line in lines if line.number in reasons)
    return Document(document_id, title, text, article, dropped)


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
