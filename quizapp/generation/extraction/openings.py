"""Participles that open a sentence: `Founded by Y and closed in 1901, the club ...` tells of the club."""

import re

from quizapp.generation.extraction.clipping import HELPERS, IsVerb, goes_on
from quizapp.generation.extraction.phrases import Span, opening_phrase
from quizapp.generation.extraction.subjects import Subject

_REACH = 170
_ADVERB = r"(?:first|originally|initially|long|later|then|also|finally|again|now|still|soon|[a-z]+ly)"
_OPENS = re.compile(rf"(?:^[ “]*|; )(?:(?:First|Originally|Initially|{_ADVERB}) )?$")
_OPENS_WITH = re.compile(r"[ “]*(?:[A-Z][a-z]+ly |First )?(?P<verb>[A-Z][a-z]+) ")
_LINK = re.compile(rf",? and (?:{_ADVERB} )?|, (?:{_ADVERB} )?")
_COMMA = re.compile(r", ")
_FOLLOWER = re.compile(rf"(?:, [^,;:()]{{2,90}},)?(?: {_ADVERB})* (?P<verb>[a-z]+)\b")
_WORD = re.compile(r"(?<![\w’'-])[a-z]+(?![\w’'-])")
_STOP = re.compile(r"[;:()]|(?<!\b[A-Z])[.?!] ")
_CLAUSE = re.compile(
    r"\b(?:he|she|they|who|which|that(?! [a-z]+,)|whose|where|when|while|because|although|if)\b"
)


def opening_subject(text: str, at: int, end: int, is_verb: IsVerb) -> Subject | None:
    """What the participle tells of: the phrase after a comma that goes on to its own verb."""
    if not _OPENS.search(text[:at]) and not _joins_opening(text, at, is_verb):
        return None
    stop = _STOP.search(text, end)
    limit = min(end + _REACH, stop.start() if stop else len(text))
    for comma in _COMMA.finditer(text, end, limit):
        if span := _with_verb(text, comma.end(), is_verb):
            return None if _CLAUSE.search(text, end, comma.start()) else Subject((span,), "reduced")
    return None


def _with_verb(text: str, start: int, is_verb: IsVerb) -> Span | None:
    """The noun phrase that begins there, if its verb follows."""
    span = opening_phrase(text, start, is_verb)
    follower = _FOLLOWER.match(text, span.end) if span else None
    return span if follower and goes_on(follower["verb"], is_verb) else None


def _joins_opening(text: str, at: int, is_verb: IsVerb) -> bool:
    """Whether the participle is joined to an opening one: `Built by Y, sold in 1871 and moved, the ...`."""
    first, *others = _LINK.split(text[:at])
    opening = _OPENS_WITH.match(first)
    if not others or others[-1] or opening is None or not is_verb(opening["verb"].casefold()):
        return False
    parts = (first[opening.end() :], *(_rest(other, is_verb) for other in others[:-1]))
    return not any(_STOP.search(part) or _CLAUSE.search(part) or _has_verb(part, is_verb) for part in parts)


def _rest(part: str, is_verb: IsVerb) -> str:
    """The part without its participle, where it opens with one."""
    word = _WORD.match(part)
    return part[word.end() :] if word and is_verb(word[0]) else part


def _has_verb(part: str, is_verb: IsVerb) -> bool:
    return any(is_verb(word[0]) or word[0] in HELPERS for word in _WORD.finditer(part))
