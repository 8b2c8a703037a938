"""What the word for a nation says of a person: `a Danish linguist` comes from Denmark, and who is none of it.

What is said is told alike wherever it was read; who it is said of, each reading finds by itself.
"""

import re

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Mention
from quizapp.generation.extraction.classes import nouns
from quizapp.generation.extraction.lands import land
from quizapp.generation.extraction.names import COUNTRIES, DEMONYM
from quizapp.packs.vocabulary import vocabulary

_NATION = re.compile(rf"(?<![\w-])(?:{DEMONYM})(?![\w-])")
_NATION_IN_PARTS = re.compile(rf"(?:{DEMONYM})[-–]|[-–](?:{DEMONYM})\b|\bborn\b|\bnaturali[sz]ed\b")
# An English teacher may come from anywhere, and serve another country than his own.
_OF_A_FIELD = vocabulary(
    "teacher professor scholar translator tutor lecturer student speaker reader master interpreter expert "
    "ambassador consul envoy diplomat agent spy officer soldier general admiral commander ruler governor "
    "viceroy colonist settler missionary citizen subject king queen emperor empress prince princess minister "
    "specialist"
)
# American football is played elsewhere too.
_GAMES = re.compile(
    r"(?:American|Australian) (?:rules )?football|(?:English|French) (?:horn|language|literature)"
)
_OTHER_ROOTS = re.compile(r"\b(?:origins?|descent|birth|extraction|parentage|ancestry|stock|born|heritage)\b")


def country_of(phrase: str, after: str = "") -> Mention | None:
    """The country of whom a phrase such as `noted Danish linguist` is said; `after` is the rest behind it."""
    named = _NATION.findall(phrase)
    if len(named) != 1 or _NATION_IN_PARTS.search(phrase) or _GAMES.search(phrase):
        return None
    trade = phrase.split()[-1].casefold()
    is_person = nouns().get(trade) is EntityType.PERSON
    return land(COUNTRIES.get(named[0], "")) if is_person and tells_origin(trade, after) else None


def tells_origin(trade: str, after: str) -> bool:
    """Whether a nation before that trade is that of the person, and no other is told right behind it."""
    return trade.casefold() not in _OF_A_FIELD and not _OTHER_ROOTS.search(after)
