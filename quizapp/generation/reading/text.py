"""Plain text and Markdown, kept letter by letter as they are: offsets are places in the file's own text."""

import codecs
import re

from quizapp.errors import DocumentRefused
from quizapp.generation.reading.reading import Reading

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Control characters, and what stands for letters that were lost.
_NO_LETTER = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_MOST_OF_THEM = 0.02


def read_plain(raw: bytes, name: str) -> Reading:
    """The text in these bytes, which must be UTF-8."""
    if raw.startswith(_UTF_16):
        raise DocumentRefused(f"{name}: is UTF-16; save it as UTF-8 text.")
    if b"\0" in raw:
        raise DocumentRefused(f"{name}: holds binary data, not text; save it as UTF-8 text.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentRefused(f"{name}: is not UTF-8 (byte {error.start}); save it as UTF-8 text.") from None
    if not text.strip():
        raise DocumentRefused(f"{name}: is empty.")
    if len(_NO_LETTER.findall(text)) > _MOST_OF_THEM * len(text):
        raise DocumentRefused(f"{name}: holds binary data, not text; save it as UTF-8 text.")
    return Reading(text)
