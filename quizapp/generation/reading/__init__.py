"""A file -> its text, by what the file holds: plain text, a web page, a PDF. It knows nothing of facts.

The name only decides whether a file is taken at all; the content decides how it is read.
"""

from pathlib import Path

from quizapp.errors import DocumentRefused
from quizapp.generation.reading.html import read_page
from quizapp.generation.reading.kind import PAGE_SUFFIXES, Kind, kind_of
from quizapp.generation.reading.pdf import read_pdf
from quizapp.generation.reading.reading import LARGEST_BYTES, Reading
from quizapp.generation.reading.text import read_plain

__all__ = ["LARGEST_BYTES", "SUFFIXES", "Kind", "Reading", "kind_of", "read_content", "read_file"]

TEXT_SUFFIXES = (".txt", ".md", ".text", ".markdown")
SUFFIXES = (*TEXT_SUFFIXES, *PAGE_SUFFIXES, ".pdf")
_READERS = {"pdf": read_pdf, "page": read_page, "text": read_plain}


def read_file(path: Path) -> Reading:
    """The text in a file; DocumentRefused says what stands in the way."""
    return read_content(_content(path), str(path))


def read_content(raw: bytes, name: str) -> Reading:
    """The text in the bytes of a file of that name; DocumentRefused says what stands in the way."""
    return _READERS[kind_of(raw, name)](raw, name)


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise DocumentRefused(f"{path}: there is no such file.")
    if path.suffix.lower() not in SUFFIXES:
        raise DocumentRefused(f"{path}: this kind of file cannot be read; give {', '.join(SUFFIXES)}.")
    try:
        # One byte more than is allowed tells whether there is more, and a file that grows fills no memory.
        with path.open("rb") as file:
            raw = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise DocumentRefused(f"{path}: cannot be read ({error.strerror}).") from None
    if len(raw) > LARGEST_BYTES:
        raise DocumentRefused(f"{path}: larger than {LARGEST_BYTES // 1024 // 1024} MB; split it.")
    return raw
