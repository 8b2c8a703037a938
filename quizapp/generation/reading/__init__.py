"""A file -> its text, by what the file holds: plain text, a web page, a PDF. It knows nothing of facts.

The name only decides whether a file is taken at all; the content decides how it is read.
"""

import re
from pathlib import Path

from quizapp.errors import DocumentRefused
from quizapp.generation.reading.html import read_page
from quizapp.generation.reading.pdf import read_pdf
from quizapp.generation.reading.reading import LARGEST_BYTES, Reading
from quizapp.generation.reading.text import read_plain

__all__ = ["LARGEST_BYTES", "SUFFIXES", "Reading", "read_file"]

TEXT_SUFFIXES = (".txt", ".md", ".text", ".markdown")
PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
SUFFIXES = (*TEXT_SUFFIXES, *PAGE_SUFFIXES, ".pdf")
_HEAD_BYTES = 1024
# What a web page opens with, after a byte order mark, an XML declaration and comments.
_PAGE = re.compile(r"\W*(<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(!|/?[a-z])", re.IGNORECASE)


def read_file(path: Path) -> Reading:
    """The text in a file; DocumentRefused says what stands in the way."""
    raw = _content(path)
    suffix = path.suffix.lower()
    if b"%PDF-" in raw[:_HEAD_BYTES]:
        return read_pdf(raw, str(path))
    if suffix == ".pdf" and not _is_page(raw):
        raise DocumentRefused(f"{path}: is named .pdf but holds no PDF; give it the ending that fits.")
    if _is_page(raw) or (suffix in PAGE_SUFFIXES and _has_tags(raw)):
        return read_page(raw, str(path))
    return read_plain(raw, str(path))


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


def _is_page(raw: bytes) -> bool:
    return bool(_PAGE.match(_head(raw)))


def _has_tags(raw: bytes) -> bool:
    return bool(_TAG.search(_head(raw)))


def _head(raw: bytes) -> str:
    """The first letters, good enough to tell what follows; UTF-16 shows through its zero bytes."""
    return raw[:_HEAD_BYTES].replace(b"\0", b"").decode("ascii", errors="replace")
