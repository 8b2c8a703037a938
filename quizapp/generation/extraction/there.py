"""How many of something there are in a thing, by characters: `There are 98 rooms in the castle`.

The thing has them, and so it is told: the scope is `has … rooms`.
"""

import re
from collections.abc import Iterator, Sequence

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction import context
from quizapp.generation.extraction.candidate import Candidate, Witness
from quizapp.generation.extraction.counts import is_fleeting
from quizapp.generation.extraction.names import NAME
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.extraction.values import ABOUT, Value
from quizapp.generation.scopes import GAP

_WHOLES = (EntityType.PLACE, EntityType.THING, EntityType.ORGANISATION, EntityType.WORK)
_WHOLE = rf"(?P<whole>(?:[Tt]he )?(?:{NAME}|[a-z]+(?: [a-z]+)?)|it)"
_THERE = re.compile(rf"^[“ ]*There are (?:{ABOUT} )?(?=[\w])")
_INSIDE = re.compile(rf" (?:in|on|at|along|inside|of) {_WHOLE}(?=[.,;]|$)")
_FRONTED = re.compile(rf"^[“ ]*(?:In|On|At|Along|Inside) {_WHOLE},? there are (?:{ABOUT} )?(?=[\w])")
_ENDS = re.compile(r"[.,;]|$")


def there_are(line: Line, values: Sequence[Value], meaning: Meaning) -> Iterator[Candidate]:
    """The thing with the number of what is in it, and the words for that."""
    fronted = _FRONTED.match(line.text)
    found = fronted or _THERE.match(line.text)
    number = next((v for v in values if found and v.start == found.end() and v.kind == "number"), None)
    if found is None or number is None or not number.noun or not line.is_plain(0):
        return
    end = number.end + 1 + len(number.noun)
    inside = fronted or _INSIDE.match(line.text, end)
    if inside and (not fronted or _ENDS.match(line.text, end)):
        yield from counted_in(line, inside.span("whole"), number, meaning, "surface")


def counted_in(
    line: Line, whole: tuple[int, int], number: Value, meaning: Meaning, witness: Witness
) -> Iterator[Candidate]:
    """That a thing has so many, where the count is told and the noun is understood by itself."""
    if not number.is_said or is_fleeting(number.noun) or not context.stands_alone(number.noun):
        return
    bearer = meaning.mention(line, *whole, _WHOLES)
    if bearer and number.noun[:1].islower():
        scope = number.scoped(f"has {GAP} {number.noun}")
        yield Candidate(
            bearer, "count_of", number.content, line.paragraph, line.sentence, "there", scope, witness
        )
