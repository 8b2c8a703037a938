"""Where a body has its seat, by characters: `Its headquarters are in Ost`, `The seat of the union is in Ost`.

Only what is so now: a seat that was somewhere may have moved.
"""

import re
from collections.abc import Iterator

from quizapp.domain.fact import EntityType, Relation
from quizapp.generation.extraction.attributes import owner
from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.phrases import NAME
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning

SEATS = frozenset({"headquarters", "seat"})
# Words before the noun that leave it the one seat.
OF_THE_ONE = frozenset({"main", "global", "international", "permanent", "corporate"})
_SEAT = re.compile(
    rf"(?:\b(?P<own>[Ii]ts)|(?P<owner>(?:\b[Tt]he )?{NAME})['’]s?|\b[Tt]he)"
    rf" (?:(?:{'|'.join(sorted(OF_THE_ONE))}) )?(?:{'|'.join(sorted(SEATS))})"
    rf"(?: of (?P<whole>(?:the )?(?:{NAME}|[a-z]+)))? (?:is|are|lies|lie)(?: (?:based|located|situated))?"
    rf" (?:in|at) (?P<place>(?:the )?{NAME})(?=[.,;]| and )"
)


def seats(line: Line, meaning: Meaning, relation: Relation | None) -> Iterator[Candidate]:
    """The bodies with their seats."""
    if relation is None or not any(noun in line.text for noun in SEATS):
        return
    for found in _SEAT.finditer(line.text):
        parts = [part for part in ("own", "owner", "whole") if found[part]]
        if len(parts) != 1 or not line.is_plain(found.start()):
            continue
        body = owner(line, *found.span(parts[0]), meaning, relation)
        place = meaning.mention(line, *found.span("place"), (EntityType.PLACE,)) if body else None
        if body and place:
            yield Candidate(body, relation.relation_id, place, line.paragraph, line.sentence, "seat")
