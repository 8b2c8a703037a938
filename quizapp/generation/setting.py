"""When and where a fact plays, as far as its documents tell: for wrong answers of the same time and place."""

import re
from collections import Counter
from functools import lru_cache
from statistics import median_low

from quizapp.domain.fact import Fact
from quizapp.generation import gazetteer
from quizapp.generation.extraction.names import COUNTRIES
from quizapp.generation.graph import Graph, slot
from quizapp.generation.lifespan import year

_YEAR = re.compile(r"(?<![\d,.])(?:1[0-9]\d\d|20[0-4]\d)(?!\d|[.,]\d)")
_DEMONYM = re.compile(rf"\b({'|'.join(sorted(COUNTRIES, key=len, reverse=True))})\b")
_NAME_WORD = re.compile(r"[^\W_][\w.'’-]*(?<![.'’-])")
_LONGEST_NAME = 4
# A document plays where so many of the places lie that it names, and so large a share of them.
_FEWEST, _SHARE = 2, 0.4


def year_of(fact: Fact, graph: Graph) -> int | None:
    """The year about which a fact plays: of its sentences, of its two sides, else the first around."""
    told = [int(found) for text in graph.texts.behind(fact) for found in _YEAR.findall(text)]
    if not told:
        told = [
            year(known.value)
            for side in (fact.subject, fact.value, *graph.wholes(fact.value))
            for known in graph.about(side)
            if graph.relation(known).literal in ("year", "date")
        ]
    if told:
        return median_low(told)
    return next((int(found) for text in _documents_of(fact, graph) for found in _YEAR.findall(text)), None)


def born_in(person_id: str, graph: Graph) -> int | None:
    """The year in which somebody was born, where a fact tells it."""
    births = (known for known in graph.about(person_id) if known.relation in ("born_in_year", "born_on"))
    return next((year(known.value) for known in births if slot(known, "subject") == person_id), None)


def country_of(fact: Fact, graph: Graph) -> str:
    """The country in which a fact plays: the first in its sentences, else that of most places around."""
    for text in graph.texts.behind(fact):
        if named := countries_in(text):
            return named[0]
    around = Counter(country for text in _documents_of(fact, graph) for country in countries_in(text))
    for country, count in around.most_common(1):
        if count >= _FEWEST and count >= _SHARE * around.total():
            return country
    return ""


@lru_cache(maxsize=20_000)
def countries_in(text: str) -> tuple[str, ...]:
    """The countries that a text names, or of which it names a city or the people, in its order."""
    said = _NAME_WORD.findall(_DEMONYM.sub(lambda found: COUNTRIES[found[0]], text))
    found, start = [], 0
    while start < len(said):
        longest = range(min(len(said), start + _LONGEST_NAME), start, -1)
        end, country = next(
            ((end, country) for end in longest if (country := _country(" ".join(said[start:end])))),
            (start + 1, ""),
        )
        found += [country] * bool(country)
        start = end
    return tuple(found)


@lru_cache(maxsize=20_000)
def _country(name: str) -> str:
    """The country, and not a part of it, in which a place of this name lies; small words name none."""
    if name.islower():
        return ""
    around = [each for each in gazetteer.wholes([name]) if gazetteer.kind([each]) == "country"]
    return around[-1] if around else ""


def _documents_of(fact: Fact, graph: Graph) -> list[str]:
    read = {place.document_id for place in fact.evidence}
    return [text for place, text in graph.texts.sentences.items() if place.document_id in read]
