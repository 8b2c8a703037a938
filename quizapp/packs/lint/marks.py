"""Where in an item a flaw lies: the field, and in it the very words where the flaw names them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizapp.domain.item import Item
from quizapp.domain.text import folded
from quizapp.packs.lint.flaw import Flaw

# Flaws name words as Python writes texts: in quotes of the kind that the words do not hold.
_NAMED = re.compile(r"(?<!\w)(?:'((?:[^'\\]|\\.)+)'|\"((?:[^\"\\]|\\.)+)\")(?!\w)")

_OF_THE_KEY = frozenset(
    {"longest-option", "convergence", "determiner-cue", "number-cue", "word-count", "mixed-rounding"}
)
_OF_THE_OPTIONS = frozenset({"true-false", "mixed-units", "mixed-kinds", "trick-number"})
_OF_THE_EXPLANATION = frozenset({"unsupported-key", "no-explanation"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A field of an item (stem, key, distractor-1, explanation) and the stretches of it that are meant."""

    field: str
    spans: tuple[tuple[int, int], ...] = ()


def texts_of(item: Item) -> Mapping[str, str]:
    """The texts of an item by their fields."""
    distractors = {f"distractor-{number}": text for number, text in enumerate(item.distractors, 1)}
    return {"stem": item.stem, "key": item.key, **distractors, "explanation": item.explanation}


def marks(item: Item, flaw: Flaw) -> tuple[Mark, ...]:
    """What the flaw is about; at least one field, with no stretch where all of it is meant."""
    found: dict[str, list[tuple[int, int]]] = {}
    for words in _named_in(item, flaw):
        for field, span in _places(item, words):
            found.setdefault(field, []).append(span)
    if not found:
        return (Mark(_home(flaw)),)
    return tuple(Mark(field, tuple(sorted(spans))) for field, spans in found.items())


def _named_in(item: Item, flaw: Flaw) -> Iterator[str]:
    if flaw.code == "key-in-stem":
        yield item.key
    for match in _NAMED.finditer(flaw.what):
        yield match[1] or match[2]


def _places(item: Item, words: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Options that are these words; else where they stand first in the stem, an option or the explanation."""
    texts = texts_of(item)
    options = [field for field in texts if field not in ("stem", "explanation")]
    same = [field for field in options if folded(texts[field]) == folded(words)]
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    in_stem = pattern.search(item.stem)
    if same:
        yield from ((field, (0, len(texts[field]))) for field in same)
    if in_stem:
        yield "stem", in_stem.span()
    if same or in_stem:
        return
    for field in (*options, "explanation"):
        if place := pattern.search(texts[field]):
            yield field, place.span()
            return


def _home(flaw: Flaw) -> str:
    if flaw.code in _OF_THE_KEY:
        return "key"
    if flaw.code in _OF_THE_OPTIONS:
        return "distractor-1"
    return "explanation" if flaw.code in _OF_THE_EXPLANATION else "stem"
