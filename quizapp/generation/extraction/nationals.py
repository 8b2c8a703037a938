"""Whom a sentence opens with and calls one of a nation, by characters: `X (1844–1926) is a Danish poet`."""

import re
from collections.abc import Iterator

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.names import LETTERS_BEHIND
from quizapp.generation.extraction.nationality import country_of
from quizapp.generation.extraction.phrases import NAME
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning

_BRACKET = r"(?: ?\((?:[^()]|\((?:[^()]|\([^()]*\))*\)){1,300}\))?"
_ASIDE = r"(?:, (?:also |better |commonly |widely )?(?:known|born|called) [^,;]{2,80},)?"
_OPENS = re.compile(
    rf"(?:(?:Sir|Dame|Lord|Lady) )?(?P<name>He|She|{NAME}(?: or {NAME})?)(?:,? {LETTERS_BEHIND})*"
    rf"{_BRACKET}{_ASIDE} (?P<verb>is|was) (?:an?|the) (?P<phrase>(?:[\w’'-]+,? ){{1,7}}?[\w’'-]+)"
    r"(?=[.;,(]|$| (?:and|who|whose|whom|that|which|of|in|at|from|for|by|with|to|on|known|best|active|working"
    r"|living|based|remembered|born|noted)\b)"
)


def nationals(line: Line, meaning: Meaning) -> Iterator[Candidate]:
    """Where the person comes from whom the sentence opens with."""
    found = _OPENS.match(line.text)
    if found is None or not line.is_plain(found.start("verb")):
        return
    country = country_of(_first(found["phrase"]), line.text[found.end() :])
    if country and (who := meaning.mention(line, *_shown(found), (EntityType.PERSON,))):
        yield Candidate(who, "comes_from", country, line.paragraph, line.sentence, "national")


def _first(phrase: str) -> str:
    """The first of several trades: `Danish painter, singer`."""
    return phrase.partition(", ")[0]


def _shown(found: re.Match[str]) -> tuple[int, int]:
    """Where the name stands; of `Otto Holt or Otto Jens Holt` the first."""
    start = found.start("name")
    return start, start + len(found["name"].partition(" or ")[0])
