"""What kind of document some bytes are, told from their first letters alone; no library is loaded for it."""

import re
from pathlib import PurePath
from typing import Literal

from quizapp.errors import DocumentRefused

Kind = Literal["pdf", "page", "text"]

PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
_HEAD_BYTES = 1024
# What a web page opens with, after a byte order mark, an XML declaration and comments.
_PAGE = re.compile(r"\W*(<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(!|/?[a-z])", re.IGNORECASE)
# What files open with that people take for documents, or that somebody has given another name.
_OTHERS = {
    b"PK\x03\x04": "is a zip archive, as Word and EPUB files are; save its text as .txt or print it to a PDF",
    b"\xd0\xcf\x11\xe0": "is an old Office file; save its text as .txt or print it to a PDF",
    b"{\\rtf": "is an RTF file; save its text as .txt or print it to a PDF",
    b"\x1f\x8b": "is packed with gzip; unpack it first",
    b"BZh": "is packed with bzip2; unpack it first",
    b"\xfd7zXZ": "is packed with xz; unpack it first",
    b"7z\xbc\xaf": "is a 7z archive; unpack it first",
    b"Rar!": "is a RAR archive; unpack it first",
    b"\x7fELF": "is a program, not a document",
    b"MZ": "is a program, not a document",
}


def kind_of(raw: bytes, name: str) -> Kind:
    """The kind of document that these bytes are; DocumentRefused where they are none, or not as named."""
    head = raw[:_HEAD_BYTES]
    if b"%PDF-" in head:
        return "pdf"
    for opening, what in _OTHERS.items():
        # Letters alone may open a text as well; no text holds zero bytes or what is not UTF-8.
        if raw.startswith(opening) and (opening.startswith(b"{") or not _is_text(head)):
            raise DocumentRefused(f"{name}: {what}.")
    suffix = PurePath(name).suffix.lower()
    if suffix == ".pdf" and not _is_page(raw):
        raise DocumentRefused(f"{name}: is named .pdf but holds no PDF; give it the ending that fits.")
    return "page" if _is_page(raw) or (suffix in PAGE_SUFFIXES and _TAG.search(_letters(raw))) else "text"


def _is_text(head: bytes) -> bool:
    return b"\0" not in head and "\ufffd" not in head[:-3].decode("utf-8", errors="replace")[:-1]


def _is_page(raw: bytes) -> bool:
    return bool(_PAGE.match(_letters(raw)))


def _letters(raw: bytes) -> str:
    """The first letters, good enough to tell what follows; UTF-16 shows through its zero bytes."""
    return raw[:_HEAD_BYTES].replace(b"\0", b"").decode("ascii", errors="replace")
