"""Descriptions behind a name and a comma, by characters: `Holt, a former pupil of Otto Finch,`."""

import re
from dataclasses import dataclass

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.classes import nouns, words
from quizapp.generation.extraction.genitives import FRONTED, OF_AGE, ONCE
from quizapp.generation.extraction.names import UPPER
from quizapp.generation.extraction.phrasebook import Reading
from quizapp.generation.extraction.phrases import NAME, PLAIN, Span, is_name, phrase_at, phrase_before

_APART = 60
_OPENS = re.compile(
    r"(?:, (?:(?:later|then|now|once|also|formerly) )?(?P<article>(?:the|an?|his|her|its) )?| \((?:the )?)"
    rf"(?:(?P<once>{ONCE}) |{OF_AGE} )*(?P<kind>(?:{PLAIN} ){{0,3}})$"
)
_HARMLESS = re.compile(r"(?:(?:favourite|favorite|founding|doctoral|star|gifted|illegitimate) )*")
_CLOSES = re.compile(r"[,.;)](?! and\b)|$")
_CLOSES_BARE = re.compile(r"[,.;)]|$")
_PLACED = re.compile(rf" (?:in|near|at|outside) (?:the )?{NAME}(?=[,.;)]|$| from| since| in)")
_DATED = re.compile(r" (?:from|since|between|in) \d{4}(?: (?:to|until|till|and) \d{4})?(?=[,.;)]|$)")
_BESIDE = re.compile(r"(?:\b(?:and|or)|,) $")
_NO_LIST = re.compile(rf"[.;)]|$|,(?! (?:and|or|the|an?|[{UPPER}])\b)(?! [{UPPER}])")
_IN_PHRASE = re.compile(
    r"(?:, |\b(?:an?|the) (?:[\w-]+ ){1,4})(?:in|near|at|on|off|outside|from|under|over) (?:the )?$"
)
_OF = re.compile(r"\b(?P<noun>[a-z]+) of (?:the )?$")


@dataclass(frozen=True, slots=True)
class Aside:
    """The name that is described, and what stands before the noun that describes it."""

    name: Span
    is_bare: bool
    once: bool
    kind: str

    def may_say(self, reading: Reading, any_kind: bool) -> bool:
        """Whether the words before the noun leave it what the frame says, be it of any kind or of none."""
        if self.once and _is_of_one(reading):
            return False
        return any_kind or bool(_HARMLESS.fullmatch(self.kind))

    def ends(self, text: str, stop: int, reading: Reading) -> bool:
        """Whether the description ends there, or with the place or the years behind it.

        Before `, and` it may be one of a list, but a noun without an article is no part of a list.
        """
        if place := _PLACED.match(text, stop):
            stop = place.end()
        time = None if _is_of_one(reading) else _DATED.match(text, stop)
        closing = _CLOSES_BARE if self.is_bare else _CLOSES
        return bool(closing.match(text, time.end() if time else stop))


def aside_at(text: str, at: int) -> Aside | None:
    """The aside whose noun begins at a place; None where it may describe another than the name before it."""
    opening = _OPENS.search(text, max(0, at - _APART), at)
    name = described(text, opening.start()) if opening else None
    if opening is None or name is None:
        return None
    return Aside(name, not opening["article"], bool(opening["once"]), opening["kind"])


def described(text: str, end: int) -> Span | None:
    """The name that an aside behind it describes; None where that may be another than the name."""
    name = phrase_before(text, end)
    if name is None or not is_name(text, name):
        return None
    return None if _BESIDE.search(text, 0, name.start) or _is_somebodys(text, name) else name


def opens_office(text: str, at: int) -> bool:
    """Whether `the` stands before a place, in a clause that no preposition opens."""
    return text[max(0, at - 4) : at].lower() == "the " and not FRONTED.search(text, 0, at)


def named_behind(text: str, end: int) -> Span | None:
    """The name between two commas, or a comma and a stop, that stands behind what it bears."""
    span = phrase_at(text, end + 2) if text.startswith(", ", end) else None
    if span is None or not is_name(text, span):
        return None
    return span if _NO_LIST.match(text, span.end) else None


def is_set_in_phrase(text: str, name: Span) -> bool:
    """Whether the name only tells where a thing is: in `a town near Oslo, the largest` either is meant."""
    return bool(_IN_PHRASE.search(text, 0, name.start))


def _is_somebodys(text: str, name: Span) -> bool:
    """Whether the name tells who another is: of `the wife of Otto Finch, a painter,` either may paint."""
    found = _OF.search(text, 0, name.start)
    if found is None:
        return bool(re.search(r"\bof (?:the )?$", text[: name.start]))
    return found["noun"] in words("nouns", "kin") or nouns().get(found["noun"]) is EntityType.PERSON


def _is_of_one(reading: Reading) -> bool:
    """Whether one alone can be called so at a time, as a capital or a father."""
    return reading.relation.single_valued or reading.relation.single_subject
