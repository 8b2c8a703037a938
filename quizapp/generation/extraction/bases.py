"""Where firms are at home, by characters: `the Berlin company X`, `the Swiss publisher X`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.classes import class_of, words
from quizapp.generation.extraction.lands import land
from quizapp.generation.extraction.names import COUNTRIES, DEMONYM
from quizapp.generation.extraction.phrases import NAME
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning
from quizapp.packs.vocabulary import vocabulary

_FIRMS = words("families", "company") | vocabulary(
    "studio foundry workshop label insurer shipyard distillery airline carmaker architects grocer retailer"
    " record_label film_studio film_company insurance_company record_company toy_company"
)
_KIND = r"(?P<kind>[a-z][\w-]*(?: [a-z][\w-]*){0,2})"
_HOME = re.compile(rf"\b[Tt]he (?P<home>(?:{DEMONYM})|{NAME}) {_KIND} (?P<name>{NAME})(?![\w’'-])")


def kind_of_firm(noun: str) -> str:
    """What the last words of a phrase call a firm; nothing where they mean no firm."""
    found = class_of(noun)
    return found[1] if found and found[0] is EntityType.ORGANISATION and found[1] in _FIRMS else ""


def at_home(line: Line, meaning: Meaning) -> Iterator[Candidate]:
    """The seats and countries of the firms that are named so."""
    for found in _HOME.finditer(line.text):
        if kind_of_firm(found["kind"]) and line.is_plain(found.start()):
            firm = meaning.mention(line, *found.span("name"), (EntityType.ORGANISATION,))
            told = home(line, *found.span("home"), meaning) if firm else None
            if firm and told:
                relation, place = told
                firm = replace(firm, kind=firm.kind or kind_of_firm(found["kind"]))
                yield Candidate(firm, relation, place, line.paragraph, line.sentence, "at home")


def home(line: Line, start: int, end: int, meaning: Meaning) -> tuple[str, Mention] | None:
    """The country that an adjective means, or the town that a name means, with the relation that tells it."""
    if country := land(COUNTRIES.get(line.text[start:end], "")):
        return "country_of_origin", country
    town = meaning.mention(line, start, end, (EntityType.PLACE,))
    return ("headquartered_in", town) if town else None
