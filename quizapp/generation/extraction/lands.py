"""Where people and companies come from, by characters: `Japan’s X`, `X, a South Korean studio`."""

import re
from collections.abc import Iterator

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.names import BARE_TITLE, COUNTRIES, DEMONYM, FULL_NAME, NAME, person
from quizapp.generation.extraction.scene import Line, Scene

COMPANIES = frozenset(("studio", "company", "manufacturer", "publisher", "airline", "bank", "firm"))
_LANDS = {country.removeprefix("the "): country for country in COUNTRIES.values()}
_LAND = "|".join(sorted(map(re.escape, _LANDS), key=len, reverse=True))
# A land owns prizes and towns as well: only a person does things, or acts.
_OWNED = re.compile(
    rf"(?P<does>\b(?:by|with|alongside|starring) )?\b(?P<land>{_LAND})['’]s (?P<name>{FULL_NAME})(?![\w’'-])"
)
_VETERAN = re.compile(
    rf"\b(?P<from>{DEMONYM}) (?:[a-z][\w-]* ){{0,2}}(?:veteran|star|legend|director|composer|singer) "
    rf"(?P<name>{NAME})(?![\w’'-])"
)
_COMPANY = re.compile(
    rf"(?P<name>{BARE_TITLE})(?:,| is| was) an? (?:[a-z][\w-]* ){{0,3}}(?P<from>{DEMONYM}) "
    rf"(?:[a-z][\w-]* ){{0,2}}?(?:{'|'.join(sorted(COMPANIES))})\b"
)


def land(country: str) -> Mention | None:
    """A country by its name; nothing where it is none that gives its people a name."""
    name = country.removeprefix("the ")
    if name not in _LANDS:
        return None
    return Mention(name, EntityType.PLACE, "country", takes_the=_LANDS[name] != name)


def owned(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`Japan’s X`, `Japanese veteran X`: where a person comes from."""
    for found in (*_OWNED.finditer(line.text), *_VETERAN.finditer(line.text)):
        said = found.groupdict()
        country = land(said.get("land") or COUNTRIES.get(said.get("from") or "", ""))
        name = person(found["name"], single="from" in said)
        is_person = "from" in said or found["does"] or name in scene.actors
        if country and name and is_person and line.is_plain(found.start()):
            who = Mention(name, EntityType.PERSON, "actor" if name in scene.actors else "")
            yield Candidate(who, "comes_from", country, line.paragraph, line.sentence, "origin")


def companies(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`X, a prestigious South Korean studio`: where the company comes from."""
    for found in _COMPANY.finditer(line.text):
        country = land(COUNTRIES.get(found["from"], ""))
        if country and found["name"] not in scene.actors and line.is_plain(found.start("from")):
            firm = Mention(found["name"], EntityType.ORGANISATION, "company")
            yield Candidate(firm, "country_of_origin", country, line.paragraph, line.sentence, "company from")
