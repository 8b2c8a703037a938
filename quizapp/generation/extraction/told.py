"""A clause as either reading sees it: its places in the sentence, its verb, and the one time it gives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.generation import english
from quizapp.generation.extraction.names import UPPER
from quizapp.generation.extraction.values import Value, values

# What follows the time may go: the purpose, the reason, the company.
_SPARE = re.compile(
    r"^,? (?:to (?!an?\b|the\b)[a-z]|(?:for|with|without|at the age|at age|aged|under|following|despite"
    r"|because|amid|along|alongside|together|as part|on board)\b).*"
)
_LATER_CLAUSE = re.compile(
    r",? (?:(?:(?<!named )(?<!called )(?<!modelled )after|before|during|while|when|because|although"
    r"|though|where"
    r"|which|who|whose|whom|but|until)\b"
    r"|and,? (?:(?:in|on) (?:\w+ ){0,3}\d{4},? )?(?:he|she|it|they)\b"
    rf"|and,? (?:in|on) (?:\w+ ){{0,3}}\d{{4}},? (?:[{UPPER}][\w’.-]+ ){{1,4}}[a-z]+ed\b"
    r"|and (?<=\d{4} and )(?:an?|the) (?:[\w’'-]+ ){1,8}(?:in|on) (?:\w+ ){0,2}\d{4}"
    r"|and,? (?:(?:in|on) (?:\w+ ){0,3}\d{4},? )?(?:then |later |finally |eventually |was |had )*"
    r"(?P<verb>[a-z]+)\b)"
)
_ADVERB = re.compile(
    r"\w{3,}ly|also|then|later|finally|soon|first|again|once|twice|often|sometimes|always|still|only|even|just"
    r"|already|long|seldom|together|both|each|all|now|never|not"
)
_SEASON = (
    r"(?:(?:early|late|mid-?)[ -]?)?(?:the )?"
    r"(?:(?:early |late )?(?:spring|summer|autumn|winter|fall|year) (?:of )?)?"
)
_LINK = re.compile(rf"(?:^|,? )(?:only )?(?:[Ii]n {_SEASON}|[Oo]n (?:\w+day,? )?(?:the )?)$")
_OPENER = re.compile(rf"(?:[Ii]n {_SEASON}|[Oo]n (?:\w+day,? )?)$")
# Between a fronted time and a subject: `On 3 May 1871, a Sunday, in Leeds, the astronomer | Jules Janssen`.
WHAT_DAY = (
    r"(?:, (?:an?|the|his|her|its) (?:[\w’'-]+ ){0,3}(?:year|season|day|anniversary|birthday|summer"
    r"|winter|spring"
    r"|autumn|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?: (?:of|after|before|in|at"
    r"|with) [^,;:()]{2,40})?(?=,))"
)
FURTHER = (
    r"(?:, (?:in|on|at|against|after|before|during|with|by|for|under|following|despite|while|when|from|aged)"
    r" [^,;:()]{2,80}(?=,))"
)
_DESCRIPTION = re.compile(rf"{WHAT_DAY}?{FURTHER}{{0,2}},? ?(?:(?:the|an?|his|her) (?:[\w-]+ ){{1,4}})?")


@dataclass(frozen=True, slots=True)
class Told:
    """A clause as places in its sentence: its subject, its verb with auxiliaries, and where all it says ends.

    `opening` is where the clause begins: what stands between there and the subject is a fronted adjunct.
    Where the subject is another verb’s already, it opens behind that: `X left Leeds | and in 1871 moved to`.
    `helper` is the auxiliary that the verb shares with another one, or that a participle alone leaves out.
    """

    opening: int
    subject: tuple[int, int]
    verb: tuple[int, int]
    end: int
    helper: str = ""

    @property
    def fronted(self) -> tuple[int, int]:
        """Where an adjunct may stand before what opens the clause: its subject, or else its verb."""
        return self.opening, self.subject[0] if self.opening <= self.subject[0] else self.verb[0]


def head(text: str, told: Told) -> tuple[str, bool, bool] | None:
    """The verb of a clause as it goes into the normal form, whether it is passive, and whether past."""
    group = f"{told.helper} {text[slice(*told.verb)]}"
    # A participle that opens the sentence has a capital.
    words = [word.lower() if told.helper else word for word in group.split() if not _ADVERB.fullmatch(word)]
    match words:
        case [word] if english.is_past(word):
            return word, False, True
        case [word] if english.is_present(word):
            return word, False, False
        case ["was", word] if english.is_participle(word):
            return word, True, True
        case ["had", word] if english.is_participle(word):
            return english.past(english.base(word)), False, True
    return None


def adverbs(text: str, told: Told) -> str:
    """The adverbs inside the group of the verb and right before it."""
    before = re.search(rf"(?:\b(?:{_ADVERB.pattern}),? )*$", text[: told.verb[0]])
    inside = [word for word in text[slice(*told.verb)].split() if _ADVERB.fullmatch(word)]
    return " ".join([before[0] if before else "", *inside])


def end_before_next(text: str, start: int, end: int) -> int:
    """Where a later clause or another deed begins, if one does before the end."""
    found = _LATER_CLAUSE.search(text, start, end)
    while found and found["verb"] and not english.is_past(found["verb"]):
        found = _LATER_CLAUSE.search(text, found.end("verb"), end)
    return found.start() if found else end


def timed(text: str, told: Told) -> tuple[Value | None, str]:
    """The one time that the clause gives, and its words after the verb without that time."""
    start, end = told.verb[1], told.end
    opening, opened = told.fronted
    rest = text[start:end]
    found = [v for v in _times(text) if opening <= v.start < opened or start <= v.start < end]
    places = {v.start for v in found}
    if len(places) != 1 or not all(v.exact for v in found):
        return None, rest
    time = max(found, key=lambda v: len(v.content))
    if time.start < opened:
        whole = _OPENER.fullmatch(text[opening : time.start].lstrip(" ,;"))
        described = _DESCRIPTION.fullmatch(text, time.end, opened)
        return (time if whole and described else None), rest
    link = _LINK.search(text[start : time.start])
    if link is None:
        return None, rest
    after = without_spare(text[time.end : end])
    return time, f"{text[start : start + link.start()]} {after}"


def without_spare(after: str) -> str:
    """The words after a time without purpose, reason and company."""
    return _SPARE.sub("", after)


def has_time(text: str, told: Told) -> bool:
    """Whether any time stands in the clause, in whatever words."""
    opening, opened = told.fronted
    return any(opening <= v.start < opened or told.verb[1] <= v.start < told.end for v in _times(text))


def _times(text: str) -> Iterator[Value]:
    return (v for v in values(text) if v.kind in ("year", "date") and not v.content.startswith("-"))
