"""What reading a file gives, the limits it keeps to, and what it says when a library is missing."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from quizapp.errors import DocumentRefused

LARGEST_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a file, a paragraph a line, and what is known already to be furniture.

    `furniture` maps the number of a paragraph (non-blank line of the text, from 1) to what it is.
    """

    text: str
    furniture: Mapping[int, str] = field(default_factory=dict)


def library_missing(name: str, kind: str, library: str) -> DocumentRefused:
    """What to say where an optional library is not installed."""
    return DocumentRefused(
        f"{name}: {kind} need {library}, which is not installed. Get it with "
        f"`pip install quizapp[documents]`, or save the document as text (.txt)."
    )


@contextmanager
def muted(library: str) -> Iterator[None]:
    """A library's own log is silent meanwhile: what matters to the author becomes a message of ours."""
    log = logging.getLogger(library)
    level = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(level)
