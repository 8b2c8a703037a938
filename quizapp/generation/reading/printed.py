"""Printed lines made paragraphs again: words broken at line ends joined, heads and page numbers set apart."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_EDGE = 2  # running heads and page numbers stand among the first or last lines of a page
_PAGE_NUMBER = re.compile(
    r"(page |p\. ?)?[-–—\[( ]*(\d{1,4}|[ivxl]{1,7})[-–—\]) ]*((of|/) ?\d{1,4})?", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?:;][\"”’')\]*_]*(?:\[\w{1,3}\])*$")
_BULLET = re.compile(r"[•◦▪‣●○*–—-]\s|\(?\d{1,2}[.)]\s")
_HYPHENATED = re.compile(r"\w+(?:[-‐]\w+)+")
_BROKEN_WORD = re.compile(r"\w+[-‐]$")
_WIDER_GAP = 1.35
_HEADING_GAP, _FAR = 1.6, 1.8  # in sizes of the letters
_SHORT = 0.75
_OTHER_SIZE = 0.08


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, how high it stands on its page, and how large its letters are."""

    text: str
    height: float = 0.0
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document's body is set: distance of lines, full width in letters, size of letters, compounds."""

    leading: float
    width: int
    size: float
    compounds: frozenset[str]


def running_heads(pages: Sequence[Sequence[Line]]) -> dict[tuple[int, int], str]:
    """For page and line (from 0) what stands at the edge of pages without being text.

    A head recurs on three pages, on both where there are two; numbers in it may count.
    """
    edges = [(page, place, line) for page, lines in enumerate(pages) for place, line in _edge(lines)]
    recurring = Counter(key for key, _ in {(_key(line), page) for page, _, line in edges})
    enough = min(3, len(pages))
    found: dict[tuple[int, int], str] = {}
    for page, place, line in edges:
        if _PAGE_NUMBER.fullmatch(line.text):
            found[page, place] = "page number"
        elif len(pages) > 1 and recurring[_key(line)] >= enough:
            found[page, place] = "running head"
    return found


def paragraphs(
    pages: Sequence[Sequence[Line]], heads: Mapping[tuple[int, int], str]
) -> list[tuple[str, str]]:
    """The paragraphs in order, each with what it is if it is furniture; heads stand before their page."""
    body = [
        [line for place, line in enumerate(lines) if (page, place) not in heads]
        for page, lines in enumerate(pages)
    ]
    setting = _setting(body)
    found: list[tuple[str, str]] = []
    open_lines: list[Line] = []
    for page, lines in enumerate(body):
        if open_lines and not (lines and _runs_over(open_lines[-1], lines[0], setting)):
            found.append((_joined(open_lines, setting), ""))
            open_lines = []
        set_apart = [(line.text, heads[page, n]) for n, line in enumerate(pages[page]) if (page, n) in heads]
        found += set_apart
        *whole, open_lines = _blocks([*open_lines, *lines], len(open_lines), setting)
        found += [(_joined(block, setting), "") for block in whole]
    return [*found, (_joined(open_lines, setting), "")] if open_lines else found


def _edge(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    for place, line in enumerate(lines):
        if place < _EDGE or place >= len(lines) - _EDGE:
            yield place, line


def _key(line: Line) -> tuple[str, int]:
    """Heads are alike but for numbers, and alike in size: a title is larger than the head that repeats it."""
    return re.sub(r"\d+", "#", line.text).casefold(), round(line.size)


def _setting(pages: Sequence[Sequence[Line]]) -> Setting:
    lines = [line for page in pages for line in page]
    gaps = [a.height - b.height for page in pages for a, b in pairwise(page) if a.height > b.height]
    widths = sorted(len(line.text) for line in lines)
    words = (found[0].casefold() for line in lines for found in _HYPHENATED.finditer(line.text))
    return Setting(
        leading=median(gaps) if gaps else 0.0,
        # A few lines are wider than the column: the ninth decile is a full line.
        width=widths[len(widths) * 9 // 10] if widths else 0,
        size=median(line.size for line in lines) if lines else 0.0,
        compounds=frozenset(words),
    )


def _blocks(lines: Sequence[Line], joined: int, setting: Setting) -> list[list[Line]]:
    """The lines of a page cut into paragraphs; the first `joined` came over from the page before."""
    blocks: list[list[Line]] = [[]]
    for place, line in enumerate(lines):
        if blocks[-1] and place > joined and _begins(blocks[-1][-1], line, setting):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _begins(above: Line, line: Line, setting: Setting) -> bool:
    """Whether a line begins a paragraph."""
    if _BULLET.match(line.text) or _differ(above, line):
        return True
    gap = above.height - line.height
    if gap < 0:  # the next column
        return not _runs_over(above, line, setting)
    if line.size > (1 + _OTHER_SIZE) * setting.size:  # a heading of two lines
        return gap > _HEADING_GAP * line.size
    if setting.leading and gap > _WIDER_GAP * setting.leading:
        return True
    # Paragraphs of one line each leave no usual distance to compare with.
    is_apart = gap > _FAR * line.size > 0
    is_short = len(above.text) < _SHORT * setting.width and not above.text.endswith(",")
    if _SENTENCE_END.search(above.text):
        return is_apart or is_short
    return is_short and not line.text[:1].islower()


def _runs_over(above: Line, line: Line, setting: Setting) -> bool:
    """Whether a sentence goes on in the next column or page."""
    if _SENTENCE_END.search(above.text) or _differ(above, line) or _BULLET.match(line.text):
        return False
    return line.text[:1].islower() or len(above.text) >= _SHORT * setting.width


def _differ(above: Line, line: Line) -> bool:
    return abs(above.size - line.size) > _OTHER_SIZE * max(above.size, line.size)


def _joined(lines: Iterable[Line], setting: Setting) -> str:
    pieces: list[str] = []
    for line in lines:
        if pieces:
            pieces[-1] = _led_to(pieces[-1], line.text, setting)
        pieces.append(line.text)
    return "".join(pieces)


def _led_to(above: str, line: str, setting: Setting) -> str:
    """The line above as it leads to the next: its last hyphen goes, unless the word is written with it."""
    if above.endswith("\u00ad"):
        return above[:-1]
    broken = _BROKEN_WORD.search(above)
    if not broken:
        return f"{above} "
    rest = re.match(r"\w*", line)
    whole = (broken[0] + (rest[0] if rest else "")).casefold()
    if not line[:1].islower() or whole in setting.compounds:
        return above
    return above[:-1]
