"""Noun phrases by the shape of their characters: names, described names, descriptions, pronouns, titles.

What they mean, and whether they mean anything, is asked elsewhere.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizapp.generation.extraction.names import UPPER
from quizapp.packs.vocabulary import vocabulary

_LONGEST = 110

_SMALL_WORDS = (
    "In On At By From After Before When While As But And For With Since Until During Although Though "
    "Because If This That These Those There Here Then Later However Today His Her Its Their Our My He She "
    "It They We You I What Which Who Where How Why Both Each Some Many Most All No Not Only Also Under "
    "Over To So Yet Or Nor Soon Once Meanwhile Finally Eventually Originally Like Unlike Following "
    "Despite Through Among Of A An The Now"
)
_MONTHS = "January February March April May June July August September October November December"
_WORD = (
    rf"(?!(?:{_MONTHS.replace(' ', '|')}) \d)(?!(?:{_SMALL_WORDS.replace(' ', '|')})\b(?!\.))"
    rf"[{UPPER}](?:[\w-]|[’'](?!s\b)(?=\w)|[’']s(?= [{UPPER}]))*(?:(?<=\b[{UPPER}])\.|"
    r"(?<=\bCo)\.|(?<=\bBros)\.|(?<=\bJr)\.|(?<=\bSt)\.|(?<=\bDr)\.|(?<=\bMrs)\.|(?<=\bMr)\.)?"
)
_INNER = r"(?:of the|of|de la|de|van der|van|von|der|den|du|da|di|del|la|le|al|el|bin|ibn|the|for|upon)"
_FIRM = r"(?:&|and(?= (?:Co|Company|Sons|Daughters|Partners)\b))"
_NICKNAME = rf"[“\"‘(]{_WORD}[”\"’)]"
NAME = rf"{_WORD}(?: {_NICKNAME} {_WORD})?(?:(?: (?:{_INNER}|{_FIRM}))? {_WORD}| \d+(?![\w,.]\d))*"
_DETERMINER = r"(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]his|[Tt]hat|[Aa]n?)"
_CLOSED = vocabulary(
    "of in on at by for with from to as into near under over and or but nor who which that whose where "
    "when while is are was were be been has have had will would can could may might must not after before "
    "during since until because than if so then also later he she it they the a an his her its their this "
    "these those"
)
_CLOSED_WORD = rf"(?:{'|'.join(sorted(_CLOSED))})"
PLAIN = rf"(?!{_CLOSED_WORD}\b)[\w’'-]+"
_TITLE = r"(?:“[^“”]{1,80}”|‘[^‘’\n]{1,80}’|\"[^\"]{1,80}\")"
_PLACES = "city|town|village|hamlet|island|state|province|county|district|region|port|borough|commune|parish"
_OF_PLACE = rf"(?:(?:{_PLACES}) of (?:the )?)?"
_DESCRIBED = rf"(?:{_DETERMINER} (?:{PLAIN} ){{0,4}}?{_OF_PLACE})?(?:{_TITLE}|{NAME})"
_DESCRIPTION = rf"{_DETERMINER} (?:{PLAIN} ){{0,3}}(?!{_CLOSED_WORD}\b)[a-z][\w-]*"
_SUBJECT_PRONOUN = r"(?:He|She|It|They|he|she|it|they)"
_OBJECT_PRONOUN = r"(?:him|her|it|them)"
_BEFORE = re.compile(rf"(?<![\w’'-])(?:{_DESCRIBED}|{_DESCRIPTION}|{_SUBJECT_PRONOUN})$")
_NAME_BEFORE = re.compile(rf"(?<![\w’'-]){NAME}$")
_AFTER = re.compile(rf"(?:{_DESCRIBED}|{_DESCRIPTION}|{_OBJECT_PRONOUN}\b)(?![\w’'-])")
# The Edinburgh banker Otto Finch: a place tells which banker, and the name comes at the end.
_FROM_A_PLACE = re.compile(rf"[Tt]he {NAME} (?:(?!{_CLOSED_WORD}\b)[a-z][\w-]* ){{1,3}}{NAME}(?![\w’'-])")
# What may follow a noun phrase that has come to its end; anything else is its true head or a part of it.
_END = re.compile(
    r"$|[.,;:)?!—–”]| [(—–]| (?:in|on|at|and|or|but|for|with|from|by|to|as|near|under|over|into|who|which|"
    r"that|when|where|while|after|before|until|till|during|since|because|is|was|are|were|has|had|have|also|"
    r"later|together|jointly|alongside|through|between|against|again|then|there|using|instead|not|a|an|the|"
    r"about|above|across|along|among|around|behind|below|beneath|beside|besides|beyond|despite|inside|onto|"
    r"opposite|outside|throughout|towards?|upon|via|within|without|every|each|today|now|still|too|alone|once|"
    r"twice|earlier|soon|here|aged|if|although|though|whose|whom|than|[a-z]+ly)\b"
)
_INDEFINITE = re.compile(rf"[Aa]n? (?!.*(?:[{UPPER}“‘\"]))")


@dataclass(frozen=True, slots=True)
class Span:
    """A noun phrase: `text[start:end]`."""

    start: int
    end: int


def phrase_before(text: str, end: int) -> Span | None:
    """The noun phrase that ends at a place."""
    found = _BEFORE.search(text, max(0, end - _LONGEST), end)
    return Span(found.start(), end) if found else None


def name_before(text: str, end: int) -> Span | None:
    """The name that ends at a place, without what describes it."""
    found = _NAME_BEFORE.search(text, max(0, end - _LONGEST), end)
    return Span(found.start(), end) if found else None


def phrase_at(text: str, start: int) -> Span | None:
    """The definite noun phrase that begins at a place, if it also ends where it seems to."""
    until = min(len(text), start + _LONGEST)
    found = _AFTER.match(text, start, until)
    if found and not _END.match(text, found.end()):
        found = _FROM_A_PLACE.match(text, start, until)
    if found is None or not _END.match(text, found.end()) or _INDEFINITE.match(found[0]):
        return None
    return Span(start, found.end())


def phrases_at(text: str, start: int, is_verb: Callable[[str], bool]) -> tuple[Span, ...]:
    """The noun phrases listed from a place on; none where the list has parts that are no such phrases."""
    if described := (
        _PLURAL.match(text, start) or _TWO_JOBS.match(text, start) or _INTRODUCED.match(text, start)
    ):
        start = described.end()
    first = phrase_at(text, start)
    if first is None:
        return ()
    found, at = [first], first.end
    while link := _LINK.match(text, at):
        following = phrase_at(text, link.end())
        closes = "and" in link[0] or "&" in link[0]
        opening = following or opening_phrase(text, link.end(), is_verb)
        if closes and _is_clause(text, link.end(), opening, is_verb):
            return (first,) if "," in link[0] or following is None else ()
        if following is None:
            goes_on = _A_THING.match(text, link.end()) or _OPENS_CLAUSE.match(text, link.start())
            return (first,) if goes_on or not closes else ()
        found.append(following)
        if closes:
            return tuple(found)
        at = following.end
    return (first,)


def phrases_before(text: str, end: int) -> tuple[Span, ...]:
    """The noun phrases whose list ends at a place, in their order."""
    last = phrase_before(text, end)
    if last is None:
        return ()
    found = [last]
    link = _LINK_BEFORE.search(text, max(0, last.start - 6), last.start)
    while link:
        earlier = phrase_before(text, link.start())
        if earlier is None:
            # After a comma another clause may begin; without one it is a list that cannot be read.
            return () if len(found) == 1 and "," not in link[0] else tuple(found)
        found.insert(0, earlier)
        link = _COMMA_BEFORE.search(text, max(0, earlier.start - 2), earlier.start)
    return tuple(found)


def opening_phrase(text: str, start: int, is_verb: Callable[[str], bool]) -> Span | None:
    """The noun phrase that begins at a place and goes on to the next verb."""
    if found := _NAMED.match(text, start):
        return Span(start, found.end())
    determiner = _DETERMINED.match(text, start)
    if determiner is None:
        return None
    end = determiner.end()
    for word in list(_NEXT_WORD.finditer(text, end, end + 60))[:4]:
        is_adjective = end == determiner.end() and word[1].endswith("ed")
        if word.start() != end or word[1] in _CLOSED or (is_verb(word[1]) and not is_adjective):
            break
        end = word.end()
    return Span(start, end) if end > determiner.end() else None


def is_name(text: str, span: Span) -> bool:
    """Whether the phrase holds a name or a title, and is no bare description or pronoun."""
    return bool(_HOLDS_NAME.search(text, span.start, span.end))


def _is_clause(text: str, at: int, phrase: Span | None, is_verb: Callable[[str], bool]) -> bool:
    """Whether what follows an `and` is a verb, or a phrase with its own verb, and so no part of the list."""
    word = _NEXT_WORD.match(text, phrase.end if phrase else at)
    if word is None:
        return False
    return word[1] in _AUXILIARIES or is_verb(word[1]) or (phrase is None and word[1].endswith(("ly", "ing")))


# What has no name may be joined to what has one, and takes nothing from it.
_A_THING = re.compile(r"an? [a-z]")
# Another clause with its time before its subject: `, and in 1901 it`.
_OPENS_CLAUSE = re.compile(
    r"(?:, (?:an?|the|his|her|its) [^,;.()]{1,60})?, and (?:in|on|by|from|after|during|at) [^,;.()]{2,40},? "
    r"(?:he|she|it|they|the)\b"
)
_NAMED = re.compile(rf"(?:{_DESCRIBED}|{_SUBJECT_PRONOUN})(?![\w’'-])")
_DETERMINED = re.compile(rf"{_DETERMINER}(?= )")
_HOLDS_NAME = re.compile(rf"(?:{_TITLE}|{NAME})$")
_PLURAL = re.compile(rf"(?:the|two) (?:{PLAIN} )?[a-z]+s (?={NAME} and {NAME})")
_JOB = rf"(?!\w+(?:ing|ed|s)\b){PLAIN}"
_TWO_JOBS = re.compile(rf"(?:the|a) (?:{_JOB} ){{1,3}}and (?:{_JOB} ){{1,3}}?(?={NAME})")
_INTRODUCED = re.compile(rf"an? (?:(?!\w+ed\b){PLAIN} ){{0,3}}{_JOB}, (?={NAME}(?:,(?! and )|[.;]?$))")
_LINK = re.compile(
    r"(?: \([^()]{1,60}\))?(?:, (?:an?|the|his|her|its) [^,;.()]{1,60},(?= and ))?(?:,? and |,? & |, )"
)
_LINK_BEFORE = re.compile(r",? (?:and|&) $")
_COMMA_BEFORE = re.compile(r", $")
_NEXT_WORD = re.compile(r" ?([a-z][\w-]*)")
_AUXILIARIES = vocabulary(
    "is was are were has had have then later also first now would will became can could may might"
    " must should did does"
)
