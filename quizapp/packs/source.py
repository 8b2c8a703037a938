"""The text of a pack file: of a size that can be read, UTF-8, and free of characters that hide."""

import re
import stat
from pathlib import Path

from quizapp.packs.findings import Report

LARGEST_BYTES = 5_000_000

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# All control characters but tab and line feed; line ends that editors count differently (NEL, LS, PS); stray
# byte order marks; surrogates, which no UTF-8 file can hold; and the two code points that are no characters.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)


def read_bytes(path: Path) -> bytes:
    """The bytes of the file. A file that is too big or no file is refused before anything of it is read."""
    report = Report(str(path))
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise report.fatal(1, "unreadable", "this is not a file", "name a .yaml file")
        _refuse_size(status.st_size, report)
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise report.fatal(1, "unreadable", f"cannot be read: {why}", "check name and rights") from error
    _refuse_size(len(content), report)
    return content


def plain_text(source: str | bytes, report: Report) -> str:
    """The text with line feeds for line ends and no byte order mark, or a PackError saying what is amiss."""
    _refuse_size(len(source), report)
    text = source if isinstance(source, str) else _decoded(source, report)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for stray in _HIDDEN.finditer(text):
        character = stray[0]
        code = "nul" if character == "\0" else "hidden-character"
        what = f"holds the hidden character U+{ord(character):04X}"
        report.add(line_at(text, stray.start()), code, what, "take it out")
    for stray in _TAB_INDENT.finditer(text):
        report.add(line_at(text, stray.start()), "tab", "the line begins with a tab", "indent with spaces")
    if report.errors:
        raise report.error()
    return text


def line_at(text: str, offset: int) -> int:
    """The line, counted from 1, on which that place of the text lies."""
    return text.count("\n", 0, offset) + 1


def _refuse_size(size: int, report: Report) -> None:
    if size > LARGEST_BYTES:
        what = f"has {size:,} bytes; at most {LARGEST_BYTES:,} are read"
        raise report.fatal(1, "too-big", what, "split it into several packs")


def _decoded(source: bytes, report: Report) -> str:
    if source.startswith(_UTF16):
        raise report.fatal(1, "not-utf8", "is UTF-16 text", "save it as UTF-8")
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        what = f"byte {error.start} (0x{source[error.start]:02x}) is not UTF-8"
        raise report.fatal(line, "not-utf8", what, "save it as UTF-8") from error
