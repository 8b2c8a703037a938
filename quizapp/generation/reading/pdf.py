"""PDF files: the lines of each page by pypdf, made paragraphs again. Scripts and attachments stay untouched.

Places are counted in the text that is extracted: a PDF has letters at positions, and no text to point into.
"""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from quizapp.errors import DocumentRefused
from quizapp.generation.reading.printed import Line, paragraphs, running_heads
from quizapp.generation.reading.reading import LARGEST_BYTES, Reading, library_missing, muted

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 300
# What one page may unpack to; a few kilobytes can hold gigabytes of nothing.
_LARGEST_STREAM = 20 * 1024 * 1024
_MOST_STEPS = 1_000_000
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00a0": " ", "\0": ""}
)


def read_pdf(raw: bytes, name: str) -> Reading:
    """The text of a PDF, a paragraph a line; page numbers and running heads are known furniture."""
    try:
        from pypdf import apply_configuration
    except ImportError:
        raise library_missing(name, "PDF files", "pypdf") from None

    with (
        muted("pypdf"),
        apply_configuration(
            zlib_maximum_output_length=_LARGEST_STREAM,
            lzw_maximum_output_length=_LARGEST_STREAM,
            run_length_maximum_output_length=_LARGEST_STREAM,
            array_based_stream_maximum_output_length=_LARGEST_STREAM,
            stream_parsing_work_maximum_count=_MOST_STEPS,
        ),
    ):
        pages = _pages(raw, name)
    if not any(pages):
        raise DocumentRefused(
            f"{name}: has no text, only pictures of pages; make it searchable (OCR) or give its text as .txt."
        )
    found = paragraphs(pages, running_heads(pages))
    furniture = {number: reason for number, (_, reason) in enumerate(found, 1) if reason}
    return Reading("\n".join(text for text, _ in found), furniture)


def _pages(raw: bytes, name: str) -> list[list[Line]]:
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    try:
        return _read_pages(raw, name)
    except DocumentRefused:
        raise
    except (DependencyError, FileNotDecryptedError):
        raise _encrypted(name) from None
    except LimitReachedError:
        raise DocumentRefused(f"{name}: a page is too large to read; give its text as .txt.") from None
    except Exception as error:  # A broken file can fail in any step of pypdf, by any error.
        reason = str(error).strip().rstrip(".")[:120] or type(error).__name__
        raise DocumentRefused(f"{name}: is a broken PDF ({reason}); save or download it anew.") from None


def _read_pages(raw: bytes, name: str) -> list[list[Line]]:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(raw))
    _unlock(reader, name)
    count = len(reader.pages)
    if not count:
        raise DocumentRefused(f"{name}: has no pages.")
    if count > MOST_PAGES:
        raise DocumentRefused(f"{name}: has {count} pages, more than {MOST_PAGES}; split it.")
    pages: list[list[Line]] = []
    letters = 0
    for page in reader.pages:
        pages.append(_lines(page))
        letters += sum(len(line.text) for line in pages[-1])
        if letters > LARGEST_BYTES:
            raise DocumentRefused(
                f"{name}: holds more than {LARGEST_BYTES // 1024 // 1024} MB of text; split it."
            )
    return pages


def _unlock(reader: "PdfReader", name: str) -> None:
    """Opens what opens without a password, as any viewer does."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise _encrypted(name)


def _encrypted(name: str) -> DocumentRefused:
    return DocumentRefused(f"{name}: is encrypted; save a copy without a password.")


def _lines(page: "PageObject") -> list[Line]:
    """The page's lines in reading order, each with its height on the page and the size of its letters."""
    lines: list[Line] = []
    pieces: list[tuple[str, float, float]] = []

    def end_line() -> None:
        words = " ".join("".join(text for text, _, _ in pieces).split())
        if words:
            _, height, _ = next(piece for piece in pieces if piece[0].strip())
            lines.append(Line(words, height, max(size for text, _, size in pieces if text.strip())))
        pieces.clear()

    def take(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        height = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
        for place, piece in enumerate(text.translate(_LIGATURES).split("\n")):
            if place:
                end_line()
            pieces.append((piece, height, abs(size) * scale))

    page.extract_text(visitor_text=take)
    end_line()
    return lines
