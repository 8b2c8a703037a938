"""Second measures, and measures in asides, by characters: `is 845 metres long and 28 metres wide`.

Each is put into a clause of its own, with the same subject, for the reader of clauses.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.generation.extraction.measures import HOW
from quizapp.generation.extraction.names import NAME
from quizapp.generation.extraction.numerals import IN_WORDS
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.values import ABOUT

_MEASURE = rf"(?:{ABOUT} )?(?:[\d.,]+|{IN_WORDS})(?: [a-z]+){{1,2}}?{HOW.pattern}"
_AND = r"(?:, and |,? and (?:is |was )?|, )"
_CHAIN = re.compile(
    rf"(?P<verb> (?:is|are|was|were|stands|stood|measures) )(?P<cut>{_MEASURE}{_AND}){_MEASURE}"
    rf"(?:(?P<next>{_AND}){_MEASURE})?"
)
_ASIDE = re.compile(
    rf"(?P<name>{NAME}|^(?:The|Its) [a-z]+(?: [a-z]+)?)(?:, | \()(?P<measure>{_MEASURE})(?=[,)])"
)


def said_apart(line: Line) -> Iterator[Line]:
    """The sentence again for each measure that is not the first behind its verb, with the others left out."""
    for found in _CHAIN.finditer(line.text):
        text = line.text[: found.start("cut")] + line.text[found.end("cut") :]
        yield replace(line, text=text)
        if found["next"]:
            yield replace(line, text=line.text[: found.start("cut")] + line.text[found.end("next") :])
    for found in _ASIDE.finditer(line.text):
        yield replace(line, text=f"{line.text[: found.end('name')]} is {found['measure']}.")
