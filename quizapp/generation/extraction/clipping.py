"""A sentence without its asides: closed relative clauses, appositions, participles, brackets and dashes.

Only commas and forms of words are looked at: an aside is closed where a comma is followed by the verb that
goes on with what stood before it. Where two commas might close it, it stays.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizapp.generation import english
from quizapp.generation.extraction.phrases import Span, phrase_before
from quizapp.generation.extraction.subjects import opens_clause

IsVerb = Callable[[str], bool]

_LONGEST = 170
_WHICH = "(?:which|whom|whose)"
_ADVERB = r"(?:first|then|later|also|once|again|soon|now|still|already|never|twice|both|[a-z]+ly)"
_BRACKET = re.compile(
    r" \([^()]{1,120}\)| [-–—] (?:[^-–—;:()]|(?<=\w)[-–](?=\w)){3,140} [-–—](?= )"
    r"| (?:him|her|it)self(?=,? [a-z])"
)
_OPENING = re.compile(
    rf", (?:(?P<relative>(?:who|whom|whose|which|where|(?:in|on|at|of|from|for|by|with|to|under) {_WHICH})\b)"
    rf"|(?P<noun>(?:an?|the|his|her|its|their|now|then|once|formerly|himself|herself|itself)\b)"
    rf"|(?:{_ADVERB} )?(?P<participle>[a-z]+)\b)"
)
_CLOSING = re.compile(rf",(?P<joined> (?:and|but))?(?: {_ADVERB})*(?= (?P<verb>[a-z]+)\b)")
_STOP = re.compile(r"[;:()]|(?<!\b[A-Z])[.?!] ")
_JOINED = re.compile(rf"\band (?:{_ADVERB} )?(?P<verb>[a-z]+)\b")
HELPERS = frozenset(("was", "were", "is", "are", "has", "have", "had"))


@dataclass(frozen=True)
class Clipped:
    """What stays of a text, and where each of its characters stood."""

    text: str
    places: tuple[int, ...]

    def place(self, at: int) -> int | None:
        """Where what stood at that place of the whole text stands now; None where it is gone."""
        now = bisect_left(self.places, at)
        return now if now < len(self.places) and self.places[now] == at else None

    def whole(self, span: Span) -> Span | None:
        """Where the phrase stood in the whole text; None where an aside was cut out of it."""
        start, end = self.places[span.start], self.places[span.end - 1] + 1
        return Span(start, end) if end - start == span.end - span.start else None


@lru_cache(maxsize=32)
def clipped(text: str, is_verb: IsVerb) -> Clipped:
    """The text without its asides."""
    places = tuple(range(len(text)))
    for start, end in reversed([*_brackets(text)]):
        places = places[:start] + places[end:]
    text = "".join(map(text.__getitem__, places))
    for start, end in reversed([*_asides(text, is_verb)]):
        places = places[:start] + places[end:]
        text = text[:start] + text[end:]
    return Clipped(text, places)


def goes_on(word: str, is_verb: IsVerb) -> bool:
    """Whether the word can be the verb of a clause that has a subject: `was`, `founded`, `holds`."""
    return word in HELPERS or is_verb(word) or english.is_present(word) or english.is_past(word)


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    yield from (found.span() for found in _BRACKET.finditer(text))


def _asides(text: str, is_verb: IsVerb) -> Iterator[tuple[int, int]]:
    """Where each aside begins and ends, with its commas."""
    after = 0
    for opening in _OPENING.finditer(text):
        if opening.start() < after or (opening["participle"] and not _is_participle(opening["participle"])):
            continue
        end = _end(text, opening, _is_of_subject(text, opening.start()), is_verb)
        if end:
            yield opening.start(), end
            after = end


def _is_participle(word: str) -> bool:
    return english.is_participle(word) or word == "born"


def _is_of_subject(text: str, at: int) -> bool:
    """Whether what ends there opens its clause, so that no verb has been said of it."""
    span = phrase_before(text, at)
    return span is not None and opens_clause(text, span.start)


def _end(text: str, opening: re.Match[str], of_subject: bool, is_verb: IsVerb) -> int | None:
    """Where the aside is closed: before the verb of its subject, or before a verb that is joined."""
    stop = _STOP.search(text, opening.end())
    limit = min(opening.start() + _LONGEST, stop.start() if stop else len(text))
    found = [
        closing
        for closing in _CLOSING.finditer(text, opening.end(), limit)
        if goes_on(closing["verb"], is_verb) and (of_subject or closing["joined"])
    ]
    if not found or (not opening["relative"] and "," in text[opening.end() : found[0].start()]):
        return None
    if opening["participle"] and not of_subject:
        return None
    is_row = len(found) > 1 and any(
        goes_on(joined["verb"], is_verb)
        for joined in _JOINED.finditer(text, found[0].end(), found[-1].start())
    )
    return None if is_row else found[0].start() + 1
