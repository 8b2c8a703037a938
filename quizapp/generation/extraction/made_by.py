"""What goes on about a thing behind what it is, by characters: `X is a novel by Ada Holt, published`.

Also `X is a game made by Ada Holt and sold in 1986` and `X is a law that was passed in 1871`.
"""

import re

from quizapp.generation import english
from quizapp.generation.extraction.phrases import is_name, phrase_before
from quizapp.generation.extraction.subjects import Subject, helpers_before, opens_clause, voice_of
from quizapp.packs.vocabulary import vocabulary

# Only people are, and the maker is one.
OF_PEOPLE = vocabulary(
    "born raised educated trained baptised baptized christened known based formed apprenticed"
)

_SMALL = r"(?!(?:of|in|on|at|by|for|with|from|to|and|or|that|which|who|as)\b)"
_IS_A = (
    rf"(?: \([^()]{{1,60}}\))? (?:is|was) (?:an?|the) (?:{_SMALL}[\w’'-]+ ){{0,8}}?(?P<noun>{_SMALL}[a-z-]+)"
)
_REST = r"[^,;:()]{2,80}"
_GOES_ON = (
    re.compile(rf"{_IS_A} by [^,;:()]{{3,60}}, (?:(?:first )?(?P<earlier>[a-z]+) {_REST} and )?$"),
    re.compile(rf"{_IS_A} (?:first )?(?P<earlier>[a-z]+) (?:by|in|on|at|from|for) {_REST} and $"),
)
_IS_ONE = re.compile(rf"{_IS_A},? (?:that|which) $")
_WINDOW = 200


def subject_made(text: str, verb_at: int) -> Subject | None:
    """What a clause says to be something, where the verb behind its predicate goes on to tell of it."""
    group = helpers_before(text, verb_at)
    if group is None:
        return None
    start, helpers = group
    low = max(0, start - _WINDOW)
    if text.find(" is ", low, start) < 0 and text.find(" was ", low, start) < 0:
        return None
    if found := _IS_ONE.search(text, low, start):
        named = _named(text, found)
        return Subject(named.spans, voice_of(helpers)) if named else None
    if helpers - {"first"} or text[verb_at:].partition(" ")[0] in OF_PEOPLE:
        return None
    tries = (pattern.search(text, low, start) for pattern in _GOES_ON)
    return next((_named(text, found) for found in tries if found and _is_participle(found["earlier"])), None)


def _is_participle(word: str | None) -> bool:
    return word is None or (english.is_participle(word) and word not in OF_PEOPLE)


def _named(text: str, found: re.Match[str]) -> Subject | None:
    """The name of which the predicate is said."""
    span = phrase_before(text, found.start())
    if span is None or english.is_participle(found["noun"]):
        return None
    is_subject = is_name(text, span) and opens_clause(text, span.start)
    return Subject((span,), "reduced") if is_subject else None
