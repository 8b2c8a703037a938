"""What the rubric says of one item, each finding beside the words that it is about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizapp.domain.item import Item
from quizapp.packs.lint import Level, lint_item
from quizapp.packs.lint.marks import Mark, marks, texts_of

Segment = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Finding:
    """One flaw in words: what it is, how to mend it, and what of the item it is about."""

    code: str
    level: Level
    what: str
    mend: str
    marks: tuple[Mark, ...]

    @property
    def field(self) -> str:
        """The field beside which it is told."""
        return self.marks[0].field


@lru_cache(maxsize=16384)
def findings_of(item: Item, language: str) -> tuple[Finding, ...]:
    """Every finding of the item."""
    return tuple(
        Finding(flaw.code, flaw.level, _sentence(flaw.what), _sentence(flaw.mend), marks(item, flaw))
        for flaw in lint_item(item, language)
    )


def segments(item: Item, findings: Iterable[Finding]) -> dict[str, list[Segment]]:
    """Each text of the item by its field, cut where a finding's words begin or end."""
    meant: dict[str, set[int]] = {}
    for finding in findings:
        for mark in finding.marks:
            for start, end in mark.spans:
                meant.setdefault(mark.field, set()).update(range(start, end))
    return {field: list(_cut(text, meant.get(field, set()))) for field, text in texts_of(item).items()}


def _cut(text: str, meant: set[int]) -> Iterator[Segment]:
    if not meant:
        # Most texts, and an author waits for each letter typed.
        yield from [(text, False)] if text else []
        return
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or (place in meant) != (start in meant):
            yield text[start:place], start in meant
            start = place


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
