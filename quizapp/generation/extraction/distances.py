"""How far one place lies from another, by characters: `It lies about 40 kilometres north of Ost`.

Also of what is described so: `Skell, a town 40 kilometres north of Ost`. The scope is `lies … north of Ost`.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from quizapp.domain.fact import EntityType, Relation
from quizapp.generation import units
from quizapp.generation.extraction.candidate import Candidate, Witness
from quizapp.generation.extraction.phrases import NAME, Span, phrase_before
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning, is_of
from quizapp.generation.extraction.subjects import opens_clause, subject_of
from quizapp.generation.extraction.values import ABOUT, Value
from quizapp.generation.scopes import GAP

RELATION = "distance_from"
SUBJECTS = (EntityType.PLACE, EntityType.ORGANISATION, EntityType.THING)
LYING = frozenset({"lies", "lie", "is", "are", "stands", "sits", "situated", "located"})

_SIDE = r"(?:north|south|east|west|(?:north|south)-?(?:east|west))(?:-?(?:north|south)-?(?:east|west))?"
WHERE = re.compile(
    rf" (?:to the )?(?P<side>(?:(?:due )?{_SIDE} |inland |offshore |upstream |downstream |away )?)"
    r"(?P<from>of|from) (?P<the>the (?:(?:city|town|village|island|port|coast) of )?)?"
    rf"(?P<place>{NAME})(?=[,.;)]|$| and | in \w| with )"
)
_VERB = re.compile(
    rf"\b(?:lies|lie|stands|sits|(?:is|are)(?: situated| located)?) (?:(?:only|just|exactly|{ABOUT}) )?(?=\S)"
)
_IS_ONE = re.compile(
    rf"(?P<link>,| is) an? (?:(?!of\b|in\b|that\b|which\b)[a-z][\w-]* ){{1,4}}?"
    rf"(?:(?:situated|located|lying) )?(?:{ABOUT} )?(?=\S)"
)
_NEXT = re.compile(rf",? and (?:{ABOUT} )?")


def distances(
    line: Line, values: Sequence[Value], meaning: Meaning, relation: Relation, is_verb: Callable[[str], bool]
) -> Iterator[Candidate]:
    """The places that a sentence says to lie so far from others, with how far."""
    lengths = {v.start: v for v in values if v.kind == "quantity" and v.is_said and is_of(v, relation)}
    if not lengths:
        return
    for found in _VERB.finditer(line.text):
        if found.end() in lengths and line.is_plain(found.start()):
            whose = _subject(line.text, found.start(), is_verb)
            yield from _all_from(line, whose, found.end(), lengths, meaning)
    for found in _IS_ONE.finditer(line.text):
        if found.end() in lengths and line.is_plain(found.start()):
            named = phrase_before(line.text, found.start())
            is_subject = named and (found["link"] == "," or opens_clause(line.text, named.start))
            yield from _all_from(line, named if is_subject else None, found.end(), lengths, meaning)


def _subject(text: str, at: int, is_verb: Callable[[str], bool]) -> Span | None:
    found = subject_of(text, at, is_verb)
    return found.spans[0] if found and len(found.spans) == 1 and found.voice == "active" else None


def _all_from(
    line: Line, whose: Span | None, at: int, lengths: dict[int, Value], meaning: Meaning
) -> Iterator[Candidate]:
    """The distance at a place, and those that are listed behind it."""
    value = lengths.get(at) if whose else None
    while whose and value and (where := WHERE.match(line.text, value.end)):
        yield from far(line, (whose.start, whose.end), value, where, meaning, "surface")
        following = _NEXT.match(line.text, where.end())
        value = lengths.get(following.end()) if following else None


def far(
    line: Line,
    whose: tuple[int, int],
    value: Value,
    where: re.Match[str],
    meaning: Meaning,
    witness: Witness,
) -> Iterator[Candidate]:
    """That a thing lies so far from a named place, if both can be told by name."""
    bearer = meaning.mention(line, *whose, SUBJECTS)
    other = meaning.mention(line, *where.span("place"), tuple(EntityType))
    # A stem is read again by one who knows its subject alone: who has not heard of a place takes it for one.
    is_place = where["the"] != "the " if other is None else other.type is EntityType.PLACE
    is_far = units.quantity(value.content).worth >= _LEAST
    if bearer and is_place and is_far and where["place"] not in bearer.name:
        scope = value.scoped(
            f"lies {GAP} {where['side']}{where['from']} {where['the'] or ''}{where['place']}"
        )
        yield Candidate(
            bearer, RELATION, value.content, line.paragraph, line.sentence, "distance", scope, witness
        )


# Nearer than a kilometre nobody needs to know it.
_LEAST = 1000
