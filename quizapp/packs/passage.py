"""A text cut into passages and sentences that still know where they stand in the original."""

import re
from dataclasses import dataclass

from quizapp.packs import sentences

# Only real line ends: splitlines() would also break at form feeds and the like that stand inside a line.
_LINE = re.compile(r"[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `number` counts from 1 in its passage, `start` and `end` are places in the original."""

    number: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One line with words in it; `number` counts the non-blank lines of the original from 1."""

    number: int
    text: str
    start: int
    end: int
    sentences: tuple[Sentence, ...]


def passages(text: str) -> tuple[Passage, ...]:
    """The non-blank lines of a text."""
    lines = [line for line in _LINE.finditer(text) if line[0].strip()]
    return tuple(_passage(number, line) for number, line in enumerate(lines, 1))


def _passage(number: int, line: re.Match[str]) -> Passage:
    start = line.start() + len(line[0]) - len(line[0].lstrip())
    words = line[0].strip()
    found = tuple(
        Sentence(place, words[a:b], start + a, start + b)
        for place, (a, b) in enumerate(sentences.spans(words), 1)
    )
    return Passage(number, words, start, start + len(words), found)
