"""What a dated deed names: `moved to the United States in 1892` tells one country, and no second one.

The year leaves room for one answer only, so that the thing can be asked as well as the year. Nothing is read
here: from each reading of a dated deed follows the candidate that asks for what it names.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from quizapp.domain.fact import EntityType
from quizapp.generation import gazetteer, known_organisations, known_things
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.names import UPPER
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.scopes import GAP

_WORD = rf"[{UPPER}0-9][\w.’'&-]*"
_NAME = rf"{_WORD}(?: (?:(?:of|for|in|and|de|di|du|la)(?: the)? )?{_WORD})*"
_NAMED_LAST = re.compile(rf"(?P<before>[a-z].*?) (?:the )?(?P<name>{_NAME})")
_PREPOSITIONS = "to|from|at|for|by|in|with|into|of"
_FRONTED = re.compile(rf".* (?:{_PREPOSITIONS})")
# Who does so goes to one place in a year, or leaves one.
_OF_PLACES = re.compile(
    r"(?:moved|emigrated|immigrated|relocated|migrated|fled|escaped|retired|defected|settled|transferred|posted"
    r"|exiled|deported|banished|evacuated|returned|sent|sold|ceded|towed)"
    r"(?: (?:back|permanently|down|home|away))? (?:to|in|from)"
)
# Somebody may do so at several houses in one year.
_REPEATED = re.compile(
    r"\b(?:honorary|lectur\w+|visit\w*|tour\w*|spoke|speech|perform\w+|exhibit\w+|compet\w+|against|and|or|not"
    r"|student|pupil|graduate|alumnus|colleague|friend|son|daughter)\b"
)
_OF_HOUSES = re.compile(
    r"(?:joined|left|entered|attended|bought|acquired|managed|coached|captained)"
    rf"|(?!founded|established).* (?:{_PREPOSITIONS})"
)
_OF_PRIZES = re.compile(r"(?:received|won|awarded|given|presented with|honoured with|accepted)")
_PLACES = frozenset({"country", "city", "state", "continent"})
# Of `Rice University in Texas` or `the team for three seasons` the name is enough.
_BEHIND = re.compile(rf",? (?:in|at|on|near) (?:the )?{_WORD}(?: {_WORD})*$| (?:with|for|as) [^{UPPER}]*$")
_RELATIONS = {"did_in_year": ("did_to", "did_object"), "was_done_in_year": ("was_done_to", "was_done_object")}


def objects(dated: Candidate, line: Line, meaning: Meaning) -> Iterator[Candidate]:
    """The candidate that asks for what a dated deed names, if its class is kept."""
    if dated.relation not in _RELATIONS:
        return
    for scope in dict.fromkeys((dated.scope, _BEHIND.sub("", dated.scope))):
        said = _NAMED_LAST.fullmatch(scope)
        found = _named(said["before"], said["name"], line, meaning) if said else None
        if said and found:
            fronted, direct = _RELATIONS[dated.relation]
            relation = fronted if _FRONTED.fullmatch(said["before"]) else direct
            told = f"{said['before']} {GAP} in {dated.value}"
            yield replace(dated, relation=relation, value=found, scope=told)
            return


def _named(before: str, name: str, line: Line, meaning: Meaning) -> Mention | None:
    """What the name behind these words means, with its class; None if none is kept or more may be true."""
    start = line.text.find(name)
    if start < 0:
        return None
    for type_, kind_of in _CLASSES.items():
        found = meaning.mention(line, start, start + len(name), (type_,))
        kind = kind_of(before, found) if found else ""
        if found and kind:
            return replace(found, kind=kind)
    return None


def _place(before: str, found: Mention) -> str:
    kind = gazetteer.kind([found.name, *found.aliases])
    return kind if kind in _PLACES and _OF_PLACES.fullmatch(before) else ""


def _house(before: str, found: Mention) -> str:
    if _REPEATED.search(before) or not _OF_HOUSES.fullmatch(before):
        return ""
    kept, _ = known_organisations.named([found.name, *found.aliases])
    return kept or (found.kind if known_organisations.is_kept(found.kind) else "")


def _prize(before: str, found: Mention) -> str:
    return known_things.kind([found.name, *found.aliases]) if _OF_PRIZES.fullmatch(before) else ""


_CLASSES: Mapping[EntityType, Callable[[str, Mention], str]] = {
    EntityType.PLACE: _place,
    EntityType.ORGANISATION: _house,
    EntityType.THING: _prize,
}
