"""Plain text and Markdown, kept letter by letter as they are: offsets are places in the file's own text."""

from quizapp.errors import DocumentRefused
from quizapp.generation.reading.reading import Reading


def read_plain(raw: bytes, name: str) -> Reading:
    """The text in these bytes, which must be UTF-8."""
    if b"\0" in raw:
        raise DocumentRefused(f"{name}: holds binary data, not text; save it as UTF-8 text.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentRefused(f"{name}: is not UTF-8 (byte {error.start}); save it as UTF-8 text.") from None
    if not text.strip():
        raise DocumentRefused(f"{name}: is empty.")
    return Reading(text)
