"""When what has a name happened, by the time right behind it: `the Battle of Skarn in 1644`, by characters.

Read only of what happens once and is over soon, and only where the time cannot be that of another deed: what
was painted, remembered or left in that year is no battle and no treaty of the year.
"""

import re
from collections.abc import Iterator, Sequence

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.phrases import NAME
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.extraction.values import Value
from quizapp.packs.vocabulary import vocabulary

TIMES = ("year", "date")
TYPES = (EntityType.EVENT, EntityType.THING)
# Whatever is done so is done at the time of the event.
PREPOSITIONS = vocabulary("at in during after before until since following by")
WON = vocabulary("won lost fought")
# Behind them any time is that of the event: `the Treaty of Wick of 1661`.
OWN_LINKS = ("of", "(")
_SIGNED = vocabulary("treaty agreement accord pact armistice truce")
_ONCE = (
    vocabulary("battle sea_battle massacre earthquake eruption explosion assassination shipwreck coup mutiny")
    | vocabulary("uprising insurrection riot flood fire crash pogrom avalanche tsunami raid")
    | {"sea battle", "great fire", "air raid", "coup d'état", "train crash"}
)
_YEAR = re.compile(r"\d{4}")
_OTHERS = re.compile(
    r"\b(?:anniversary|anniversaries|centenary|bicentenary|jubilee|memory|re-?enactments?|painting|film|play|novel"
    r"|opera|book|poem|ballad|song|account|history|study|monument|memorial|museum|exhibition)\b"
)
_BEFORE = "|".join(sorted(PREPOSITIONS | WON))
_DATED = re.compile(
    rf"(?P<before>(?:^|[;“] ?|\b(?:{_BEFORE}) )|[\w,] )[Tt]he (?P<name>{NAME}(?: [a-z]+)?)"
    r" (?P<link>in|on|of|\()(?P<day> ?(?:the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?)(?=[\dA-Z])"
)


def relation_of(bearer: Mention, literal: str) -> str:
    """The relation that gives such a thing its time; empty where it may last, or come back."""
    end = "in_year" if literal == "year" else "on"
    if bearer.kind in _SIGNED:
        return f"signed_{end}"
    return f"took_place_{end}" if bearer.kind in _ONCE and not _YEAR.search(bearer.name) else ""


def tells_of_others(text: str) -> bool:
    """Whether a sentence tells of works or of days that recall something."""
    return bool(_OTHERS.search(text))


def dated_names(line: Line, values: Sequence[Value], meaning: Meaning) -> Iterator[Candidate]:
    """The names with their times."""
    times = [value for value in values if value.kind in TIMES and value.exact]
    if not times or tells_of_others(line.text):
        return
    for found in _DATED.finditer(line.text):
        is_own = found["link"] in OWN_LINKS
        here = [value for value in times if value.start == found.end()]
        if not here or not (is_own or _may_be_dated(found["before"])) or not line.is_plain(found.start()):
            continue
        bearer = meaning.mention(line, found.start("name") - 4, found.end("name"), TYPES)
        for value in here:
            if bearer and (relation := relation_of(bearer, value.kind)):
                yield Candidate(bearer, relation, value.content, line.paragraph, line.sentence, "dated name")


def _may_be_dated(before: str) -> bool:
    """Whether the name opens a sentence or stands behind a word that gives it the time of the deed."""
    word = before.strip(" ;“").casefold()
    return not word or word in PREPOSITIONS | WON
