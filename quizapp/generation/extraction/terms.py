"""How long somebody did or was something: `taught at Skell College from 1901 to 1920`, in its normal form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizapp.generation.english import base
from quizapp.generation.extraction import context
from quizapp.generation.extraction.deed_verbs import LASTING
from quizapp.generation.extraction.deeds import refused_adverb, tidied
from quizapp.generation.extraction.told import Told, adverbs, end_before_next, head, without_spare
from quizapp.generation.extraction.values import values

_YEAR = r"(?:(?:[A-Z][a-z]+ )?(?P<{}>\d{{4}})\b(?!s))"
_TO = r"(?:to|until|till|through)"
_SPAN = re.compile(
    rf",? from {_YEAR.format('start')} {_TO} {_YEAR.format('end')}|,? (?:until|till) {_YEAR.format('last')}"
)
_FRONTED = re.compile(rf"From {_YEAR.format('start')} {_TO} {_YEAR.format('end')},? ")
_ONCE_MORE = re.compile(r",? (?:and|then)(?: again)? (?:again|from|in|between|until)\b")
# Of rulers it says all without an object.
REIGNED = "reigned"
_MAYBE = re.compile(r"\b(?:until|till|[Ff]rom (?:[A-Z][a-z]+ )?\d{4})\b")
_ROLE = re.compile(r"(?:the |an? )?(?:[a-z][\w-]* ){1,6}(?:of|at|to) ")


@dataclass(frozen=True, slots=True)
class Term:
    """A verb phrase, or what somebody was, with the years between which it holds; the first may be unsaid."""

    text: str
    is_role: bool
    start: str
    end: str

    @property
    def scope(self) -> str:
        """The words with the year from which they hold."""
        return f"{self.text} from {self.start}" if self.start else self.text


def is_lasting(text: str, told: Told) -> bool:
    """Whether a clause may say from when or until when something was so."""
    return bool(_MAYBE.search(text, told.opening, told.end))


@lru_cache(maxsize=64)
def term(text: str, told: Told) -> Term | None:
    """What a clause says that its subject did or was for so long; None where it needs its text."""
    found = _span(text, told)
    if found is None or refused_adverb(adverbs(text, told)):
        return None
    start, end, rest = found
    rest = tidied(rest)
    if not rest and text[slice(*told.verb)] == REIGNED and start and int(start) < int(end):
        return Term(REIGNED, False, start, end)
    if not (context.stands_alone(rest) and context.holds_name(rest)) or (start and int(start) >= int(end)):
        return None
    if text[slice(*told.verb)] == "was" and not told.helper:
        return Term(rest.removeprefix("the "), True, start, end) if _ROLE.match(rest) else None
    spoken = head(text, told)
    if spoken is None or spoken[1] or not spoken[2] or base(spoken[0]) not in LASTING:
        return None
    return Term(f"{spoken[0]} {rest}", False, start, end)


def _span(text: str, told: Told) -> tuple[str, str, str] | None:
    """The first and the last year that a clause gives, and its words after the verb without them."""
    if fronted := _FRONTED.fullmatch(text[told.opening : told.subject[0]].lstrip()):
        end = end_before_next(text, told.verb[1], told.end)
        is_only = not any(_years(text, told.verb[1], end))
        return (fronted["start"], fronted["end"], text[told.verb[1] : end]) if is_only else None
    found = _SPAN.search(text, told.verb[1], told.end)
    if found is None or told.opening < told.subject[0] or _ONCE_MORE.match(text, found.end()):
        return None
    end = end_before_next(text, found.end(), told.end)
    is_only = sum(1 for _ in _years(text, told.verb[1], end)) == (2 if found["start"] else 1)
    if not is_only or without_spare(text[found.end() : end]).strip(" ,"):
        return None
    return found["start"] or "", found["end"] or found["last"], text[told.verb[1] : found.start()]


def _years(text: str, start: int, end: int) -> Iterator[int]:
    """Where the clause gives times."""
    yield from sorted(
        {v.start for v in values(text) if v.kind in ("year", "date") and start <= v.start < end}
    )
