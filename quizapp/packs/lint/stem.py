"""Checks of the stem: is it one clear question that stands on its own?"""

import re

from quizapp.domain.item import Item
from quizapp.packs.lint.lexicon import QUESTION
from quizapp.packs.lint.words import is_anchored, without_quotes, words

_SOME_NOUN = (
    "company|firm|film|movie|series|show|drama|book|novel|author|writer|actor|actress|director|character|"
    "article|story|study|report|event|city|country|organisation|organization|team|group|game"
)
_OPEN_NOUN = re.compile(
    rf"\b(?:the|this|that|these|those) (?:{_SOME_NOUN})s?\b(?! (?:of|in|that|which|who|whose)\b)"
)
_WH = "(?:who|what|when|where|why|how|which)"
_VERB = "(?:did|does|do|is|was|were|are|has|have|had|will|can)"
_OPEN_PRONOUN = re.compile(
    # "Who lost his crown?" is clear: there, "his" is the one asked for.
    rf"(?:(?:(?:(?:in|on|at|for|from|to|by|with|of) )?{_WH}(?: \w+){{0,2}}? {_VERB} )?"
    r"(he|she|they|this|these|those)"
    rf"|(?:(?:what|when|where|why|how) {_VERB} )?(his|her|their))\b"
)
_GAP = re.compile(r"_{2,}|…+|\.{3,}")
_ENDING = re.compile(r"(?:\?|_{2,}\.?|…|\.{3})[”’\"')\]]*$")
_BARE_CHOICE = re.compile(
    r"which (?:one )?of (?:the following|these|those)(?: (?:statements?|options?|answers?|claims?))?"
    r"(?:\?| (?:(?:is|are|was|were)(?: not)? (?:the )?(?:true|correct|right|false|wrong)|appl(?:y|ies))\b.*)"
)
_DEICTIC = re.compile(
    r"according to (?:the|this) (?:article|text|passage|author|writer|report|story|document|paragraph)"
    r"|\b(?:in|by|from|of) (?:the|this) (?:article|passage|text|excerpt|paragraph|section|document)\b"
    r"|\bthe (?:author|writer|article|passage|text) (?:says|said|states|mentions|describes|writes)\b"
    r"|\b(?:mentioned|described|stated|listed|shown|discussed) (?:above|below|here|earlier)\b|\bthe above\b"
)

_LONG = 30
_SHORT = 6
_TOO_SHORT = 3


def too_short(item: Item) -> str | None:
    """Fewer than three words ask nothing."""
    count = len(words(item.stem))
    return f"the stem has only {count} words" if count < _TOO_SHORT else None


def short_and_nameless(item: Item) -> str | None:
    """A stem of a few words that names nothing is seldom clear on its own."""
    count = len(words(item.stem))
    if _TOO_SHORT <= count < _SHORT and not is_anchored(item.stem):
        return f"the stem has {count} words and names nothing"
    return None


def too_long(item: Item) -> str | None:
    """Over thirty words are hard to take in against a clock."""
    count = len(words(item.stem))
    return (
        f"the stem has {count} words; over {_LONG} are hard to read against a clock"
        if count > _LONG
        else None
    )


def open_reference(item: Item) -> str | None:
    """A pronoun or "the film" with nothing before it that it could mean."""
    stem = without_quotes(item.stem)
    if (noun := _OPEN_NOUN.search(stem.lower())) and not is_anchored(item.stem):
        return f"{noun[0]!r} could be any"
    if pronoun := _OPEN_PRONOUN.match(stem.lower()):
        return f"{pronoun[1] or pronoun[2]!r} stands for nothing in the stem"
    return None


def needs_the_document(item: Item) -> str | None:
    """Words that point at a text which the player does not see."""
    found = _DEICTIC.search(without_quotes(item.stem).lower())
    return f"{found[0]!r} points at a text that players do not see" if found else None


def no_question(item: Item) -> str | None:
    """A stem that is neither a question nor ends in a gap."""
    if not _ENDING.search(item.stem):
        return "the stem does not end in a question mark"
    is_gap = _GAP.search(item.stem) is not None
    asks = QUESTION.intersection(word.lower() for word in words(without_quotes(item.stem)))
    return None if is_gap or asks else "the stem has no question word"


def bare_choice(item: Item) -> str | None:
    """A stem that asks nothing until the options are read, such as which of these is true."""
    found = _BARE_CHOICE.fullmatch(without_quotes(item.stem).lower())
    return "the stem asks nothing until the options are read" if found else None


def gap_inside(item: Item) -> str | None:
    """A gap before the end makes people read twice."""
    gap = _GAP.search(without_quotes(item.stem))
    if gap is None or not words(without_quotes(item.stem)[gap.end() :]):
        return None
    return "the gap stands inside the stem"
