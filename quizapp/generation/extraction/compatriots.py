"""People called by their nation alone, by characters: `the Finn X`, `X, an Englishman,`, `X was a Swede`."""

import re
from collections.abc import Iterator

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.classes import words
from quizapp.generation.extraction.lands import land
from quizapp.generation.extraction.names import COUNTRIES, FULL_NAME
from quizapp.generation.extraction.phrases import phrase_before
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning

_ALONE = (
    "American German Italian Norwegian Austrian Hungarian Czech Slovak Russian Belgian Canadian Australian"
    " Brazilian Mexican Egyptian Indian Greek Swiss Romanian Bulgarian Ukrainian Estonian Latvian Lithuanian"
    " Serbian Slovenian Croatian Argentine Chilean Peruvian Colombian Cuban Kenyan Nigerian Ethiopian Iranian"
)
NATIONALS = {
    **{name: COUNTRIES[name] for name in _ALONE.split()},
    "Finn": "Finland", "Dane": "Denmark", "Swede": "Sweden", "Icelander": "Iceland", "Pole": "Poland",
    "Scot": "Scotland", "Scotsman": "Scotland", "Scotswoman": "Scotland", "Turk": "Turkey",
    "Englishman": "England", "Englishwoman": "England", "Welshman": "Wales", "Welshwoman": "Wales",
    "Irishman": "Ireland", "Irishwoman": "Ireland", "Frenchman": "France", "Frenchwoman": "France",
    "Dutchman": "the Netherlands", "Dutchwoman": "the Netherlands", "Spaniard": "Spain",
    "Croat": "Croatia", "Serb": "Serbia", "Slovene": "Slovenia", "Briton": "the United Kingdom",
}  # fmt: skip
_NATIONAL = "|".join(sorted(NATIONALS, key=len, reverse=True))
_THE = re.compile(rf"\b[Tt]he (?:young |elderly )?(?P<from>{_NATIONAL}) (?P<name>{FULL_NAME})(?![\w’'-])")
_IS = re.compile(
    rf"(?P<link>,| (?:is|was)) an? (?:young |elderly )?(?P<from>{_NATIONAL})"
    r"(?=[.;)]|,(?! and\b)|$| (?:who|from|living|working)\b)"
)


def compatriots(line: Line, meaning: Meaning) -> Iterator[Candidate]:
    """Where the people of a sentence come from who are called by their nation."""
    for found in (*_THE.finditer(line.text), *_IS.finditer(line.text)):
        span = found.span("name") if found.re is _THE else _described(line.text, found.start())
        if span and line.is_plain(found.start("from")):
            yield from comes_from(line, span, found["from"], meaning)


def comes_from(line: Line, span: tuple[int, int], national: str, meaning: Meaning) -> Iterator[Candidate]:
    """The country that the word for a nation means, as that of the person who is named there."""
    who, country = meaning.mention(line, *span, (EntityType.PERSON,)), land(NATIONALS.get(national, ""))
    if country and isinstance(who, Mention):
        yield Candidate(who, "comes_from", country, line.paragraph, line.sentence, "compatriot")


def _described(text: str, end: int) -> tuple[int, int] | None:
    """The name before an aside, where it does not tell who somebody else is."""
    name = phrase_before(text, end)
    if name is None or not text[name.start : name.end].rpartition(" ")[2][:1].isupper():
        return None
    before = re.search(r"\b([a-z]+) of (?:the )?$|(?:\b(?:and|or)|,) $", text[: name.start])
    if before and (before[1] is None or before[1] in words("nouns", "kin")):
        return None
    return name.start, name.end
