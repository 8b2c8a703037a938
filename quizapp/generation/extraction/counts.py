"""How many of something a clause says that there are, with the rest of the clause as words to ask by.

Both readings of the general route give a verb phrase as places in a sentence; here each number in it gets a
clause of its own: `has … lanes`, `is divided into … districts`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from quizapp.generation import english
from quizapp.generation.extraction import context
from quizapp.generation.extraction.deed_verbs import OF_A_LIFE, UNCOUNTED
from quizapp.generation.extraction.deeds import refused_adverb, tidied
from quizapp.generation.extraction.told import Told, adverbs, end_before_next, has_time, head, timed
from quizapp.generation.extraction.values import ABOUT, Value, values
from quizapp.generation.scopes import GAP

Count = tuple[str, str]

_FLEETING = re.compile(
    r"\b(?:people|inhabitants|residents|citizens|visitors|tourists|members|employees|workers|staff|students"
    r"|pupils|users|followers|subscribers|customers|shareholders|countries|times|points|goals|percent|others"
    r"|thousand|million|hours|days|weeks|months|years|minutes|seconds|euros|dollars|pounds|more|men|women"
    r"|children|boys|girls|players|singers|soldiers|teachers|fans|branches|shops|stores|of them)\b"
)
# What says of which parts a whole is made.
_COMPOSED = re.compile(
    r"(?:(?:is|are) (?:composed|made up|divided|subdivided|split)|was (?:composed|made up)|consist(?:s|ed)?"
    r"|was translated) (?:of|into)(?= )"
)
_LATER = re.compile(r"(?:,? and |, (?=\d|[a-z]+ [a-z-]+s\b)).*")
_NEARLY = re.compile(rf"\b{ABOUT} $")
_LISTED = re.compile(r"(?:, | and |, and )$")


@lru_cache(maxsize=64)
def counts(text: str, told: Told) -> tuple[Count, ...]:
    """The numbers that a clause gives behind its verb, each with the clause and a gap in its place."""
    verb = _COMPOSED.match(text, told.verb[0])
    start = verb.end() if verb else told.verb[1]
    end = end_before_next(text, start, told.end)
    numbers = [value for value in values(text) if value.kind == "number" and start < value.end <= end]
    found = (_counted(text, told, start, each, end) for each in _listed(text, start, numbers))
    return tuple(each for each in found if each)


def _listed(text: str, start: int, numbers: list[Value]) -> Iterator[Value]:
    """The first number, if it stands right behind the verb, and those that are listed after it."""
    at = start
    for place, number in enumerate(numbers):
        between = text[at : number.start]
        if number.about:
            between = _NEARLY.sub("", between)
        if not number.noun or (between.strip() if place == 0 else not _LISTED.fullmatch(between)):
            return
        yield number
        at = number.end + 1 + len(number.noun)


def _counted(text: str, told: Told, start: int, number: Value, end: int) -> Count | None:
    found = head(text, told)
    verb = text[told.verb[0] : start].strip() if start != told.verb[1] else found[0] if found else ""
    if not verb or (found and found[1] and start == told.verb[1]) or number.end >= end:
        return None
    is_past = verb.partition(" ")[0] not in ("is", "are", "consists", "consist") and (not found or found[2])
    time, rest = timed(text, replace(told, verb=(told.verb[0], number.end), end=end))
    noun = _LATER.sub("", tidied(rest))
    lemma = english.base(verb) if start == told.verb[1] else "consist"
    refused = (
        not number.is_said
        or lemma in UNCOUNTED
        or refused_adverb(adverbs(text, told))
        or (time is None and (has_time(text, told) or (is_past and lemma not in OF_A_LIFE)))
        or is_fleeting(noun)
        or not re.match(r"[a-z]", noun)
        or not context.stands_alone(noun)
    )
    when = f" in {time.content[:4]}" if time else ""
    return None if refused else (number.content, number.scoped(f"{verb} {GAP} {noun}{when}"))


def is_fleeting(noun: str) -> bool:
    """Whether it is people, times, or what comes and goes, so that a count of them soon is another."""
    return bool(_FLEETING.search(noun))
