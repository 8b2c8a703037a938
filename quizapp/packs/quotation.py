"""The sentence that evidence points to, where the text of its document is at hand.

Texts lie in folders as `<document id>.txt` or `.md`, as they were read. Licences are not its business.
"""

from functools import lru_cache
from pathlib import Path

from quizapp.domain.fact import Evidence
from quizapp.domain.text import shown
from quizapp.errors import Malformed, PackError
from quizapp.packs.passage import Passage, passages
from quizapp.packs.source import read_bytes

SUFFIXES = (".txt", ".md")
LONGEST = 1000


def quotation(evidence: Evidence, folders: tuple[Path, ...]) -> str:
    """The sentence, in one line; empty where it is not at hand, or cannot be shown."""
    path = _text_of(evidence.document_id, folders)
    if path is None:
        return ""
    found = (
        " ".join(sentence.text.split())
        for passage in _passages(path)
        for sentence in passage.sentences
        if (passage.number, sentence.number) == (evidence.paragraph, evidence.sentence)
    )
    try:
        return shown(next(found, ""), "the sentence", LONGEST)
    except Malformed:
        return ""


def _text_of(document_id: str, folders: tuple[Path, ...]) -> Path | None:
    paths = (folder / f"{document_id}{suffix}" for folder in folders for suffix in SUFFIXES)
    return next((path for path in paths if path.is_file()), None)


@lru_cache(maxsize=16)
def _passages(path: Path) -> tuple[Passage, ...]:
    try:
        return passages(read_bytes(path).decode("utf-8-sig"))
    except (PackError, UnicodeDecodeError):
        return ()
