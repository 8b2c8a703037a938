"""The thing that a sentence about somebody comes to, so that the next may say `it` of that thing."""

import re

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.bearer import Bearer
from quizapp.generation.extraction.discourse import (
    NO_VERBS,
    Discourse,
    hangs_off,
    introduces,
    is_person,
    subject_starts,
)
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.spans import Span

_SOMEBODY = re.compile(r"(?:He|She|They|he|she|they)\b")
_OBJECT = re.compile(
    r"\b(?P<verb>[a-z]+) (?:(?:the|his|her|its|their) )?(?:[a-z][\w-]* ){0,3}?(?:The |the )?[“\"‘']?$"
)
_IS_NAMED = re.compile(
    r"^(?:The|His|Her|Its|Their) [a-z][\w ’'-]{2,50} (?:is|was) (?:the (?:[a-z][\w-]* ){0,2})?[“\"‘']?$"
)
# Another clause begins, and tells of something else.
_ANOTHER_CLAUSE = re.compile(r";|, (?:and|but|while|so|yet) (?!also\b)|\b(?:which|where|who|whose|that)\b")
_UNNAMED_OBJECT = re.compile(r"\b(?:and|,) (?:an?|the|his|her|its|two|three) [a-z]")
_THINGS = (
    EntityType.PLACE,
    EntityType.THING,
    EntityType.ORGANISATION,
    EntityType.WORK,
    EntityType.EVENT,
)


def taken_up(discourse: Discourse, line: Line) -> Bearer | None:
    """The one named thing to which somebody does something: `Otto Holt designed the Skell Bridge`."""
    things = [each for each in discourse.census.at(line) if not is_person(each[1])]
    is_named = [each for each in things if _IS_NAMED.match(line.text[: each[0].start])]
    named = is_named or [each for each in things if not hangs_off(line, each[0])]
    if len(named) != 1 or named[0][1].type not in _THINGS:
        return None
    [(span, thing)] = named
    before, after = line.text[: span.start], line.text[span.end :]
    if is_named:
        return None if len(things) > 1 or _ANOTHER_CLAUSE.search(after) else thing
    if not _tells_of_somebody(discourse, line, span):
        return None
    did = _OBJECT.search(before)
    is_object = did is not None and did["verb"] not in NO_VERBS
    goes_on = _ANOTHER_CLAUSE.search(after) or _UNNAMED_OBJECT.search(after) or introduces(line)
    return thing if is_object and not goes_on else None


def _tells_of_somebody(discourse: Discourse, line: Line, thing: Span) -> bool:
    """Whether the subject of the sentence is a person, by name or as he or she."""
    first = discourse.subject(line)
    if first:
        return is_person(first[1]) and first[0].end < thing.start
    return bool(_SOMEBODY.match(line.text, subject_starts(line)))
