"""When and where a fact plays, as far as its documents tell: for wrong answers of the same time and place."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from statistics import median_low

from quizapp.domain.fact import Fact
from quizapp.generation import gazetteer, known_people
from quizapp.generation.extraction.names import COUNTRIES
from quizapp.generation.graph import Graph, slot
from quizapp.generation.lifespan import year

_YEAR = re.compile(r"(?<![\d,.])(?:1[0-9]\d\d|20[0-4]\d)(?!\d|[.,]\d)")
_DEMONYM = re.compile(rf"\b({'|'.join(sorted(COUNTRIES, key=len, reverse=True))})\b")
_NAME_WORD = re.compile(r"[^\W_][\w.'’-]*(?<![.'’-])")
_LONGEST_NAME = 4
_A_LIFE, _GROWN = 80, 40
# A document plays where so many of the places lie that it names, and so large a share of them.
_FEWEST, _SHARE = 2, 0.4


def year_of(fact: Fact, graph: Graph) -> int | None:
    """The year about which a fact plays: of its sentences, of its two sides, else the first around."""
    told = told_year(fact, graph)
    if told is not None:
        return told
    return next((int(found) for text in _documents_of(fact, graph) for found in _YEAR.findall(text)), None)


def is_of_another_time(names: Sequence[str], key: Sequence[str], fact: Fact, graph: Graph) -> bool:
    """Whether somebody is named beside years alone that lie a long life or more from that of a fact.

    Where nothing tells the year of the fact, the years count beside which its key is named.
    """
    at, years = told_year(fact, graph), _years_of(names, graph)
    around = [at] if at is not None else _years_of(key, graph)
    return bool(years and around) and min(abs(each - one) for each in years for one in around) > _A_LIFE


def _years_of(names: Sequence[str], graph: Graph) -> list[int]:
    """The years in which somebody is at home: grown up by a list, else those beside the name."""
    if born := known_people.born(names):
        return [born + _GROWN]
    return sorted(int(each) for each in graph.texts.years_beside((*names, names[0].split()[-1])))


def told_year(fact: Fact, graph: Graph) -> int | None:
    """The year about which a fact plays, where its sentences or other facts about its two sides tell one."""
    told = [int(found) for text in graph.texts.behind(fact) for found in _YEAR.findall(text)]
    if not told:
        told = [
            year(known.value)
            for side in (fact.subject, fact.value, *graph.wholes(fact.value))
            for known in graph.about(side)
            if graph.relation(known).literal in ("year", "date")
        ]
    return median_low(told) if told else None


def born_in(person_id: str, graph: Graph) -> int | None:
    """The year in which somebody was born, where a fact tells it."""
    births = (known for known in graph.about(person_id) if known.relation in ("born_in_year", "born_on"))
    return next((year(known.value) for known in births if slot(known, "subject") == person_id), None)


def country_of(fact: Fact, graph: Graph) -> str:
    """The country in which a fact plays: the first in its sentences, else that of most places around."""
    return _land_of(fact, graph, countries_in)


def land_of(fact: Fact, graph: Graph) -> str:
    """The same, with Wales for Wales and not the United Kingdom."""
    return _land_of(fact, graph, lands_in)


def _land_of(fact: Fact, graph: Graph, lands: Callable[[str], tuple[str, ...]]) -> str:
    for text in graph.texts.behind(fact):
        if named := lands(text):
            return named[0]
    return _land_around(fact, graph, lands)


def country_around(fact: Fact, graph: Graph) -> str:
    """The country of most places in the documents of a fact, whatever its own sentences name."""
    return _land_around(fact, graph, countries_in)


def _land_around(fact: Fact, graph: Graph, lands: Callable[[str], tuple[str, ...]]) -> str:
    around = Counter(land for text in _documents_of(fact, graph) for land in lands(text))
    for land, count in around.most_common(1):
        if count >= _FEWEST and count >= _SHARE * around.total():
            return land
    return ""


@lru_cache(maxsize=20_000)
def countries_in(text: str) -> tuple[str, ...]:
    """The countries that a text names, or of which it names a city or the people, in its order."""
    return tuple(chain[-1] for chain in _named_in(text))


@lru_cache(maxsize=20_000)
def lands_in(text: str) -> tuple[str, ...]:
    """The same, with Wales for Wales and not the United Kingdom."""
    return tuple(chain[0] for chain in _named_in(text))


def _named_in(text: str) -> list[tuple[str, ...]]:
    said = _NAME_WORD.findall(_DEMONYM.sub(lambda found: COUNTRIES[found[0]], text))
    found: list[tuple[str, ...]] = []
    start = 0
    while start < len(said):
        longest = range(min(len(said), start + _LONGEST_NAME), start, -1)
        end, chain = next(
            ((end, chain) for end in longest if (chain := _countries(" ".join(said[start:end])))),
            (start + 1, ()),
        )
        found += [chain] * bool(chain)
        start = end
    return found


@lru_cache(maxsize=20_000)
def _countries(name: str) -> tuple[str, ...]:
    """The countries in which a place of this name lies, the smallest first; small words name none."""
    if name.islower():
        return ()
    return tuple(each for each in gazetteer.wholes([name]) if gazetteer.kind([each]) == "country")


def _documents_of(fact: Fact, graph: Graph) -> list[str]:
    read = {place.document_id for place in fact.evidence}
    return [text for place, text in graph.texts.sentences.items() if place.document_id in read]
