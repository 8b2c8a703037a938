"""How large a part is whose whole is left out, by characters: `The spire is 96 metres high`."""

import re
from collections.abc import Iterator, Mapping, Sequence

from quizapp.domain.fact import Relation
from quizapp.generation.extraction.candidate import Candidate, Witness
from quizapp.generation.extraction.classes import singular, words
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.measures import HOW, PART, how_of, part_of
from quizapp.generation.extraction.parts import Part
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import is_of
from quizapp.generation.extraction.values import ABOUT, Value

Known = Mapping[str, tuple[Relation, ...]]

_SAID = re.compile(
    r"(?:^[“ ]*|; )(?P<the>The) (?P<what>[a-z]+) (?P<verb>is|are|was|were|measures|measured) "
    rf"(?:{ABOUT} )?"
)


def part_sizes(line: Line, values: Sequence[Value], meaning: Meanings, known: Known) -> Iterator[Candidate]:
    """What a sentence says of the size of a part, as said of the thing that the text goes on about."""
    for found in _SAID.finditer(line.text):
        value = next((v for v in values if v.start == found.end()), None)
        if value and line.is_plain(found.start("verb")):
            yield from sized(
                line, found.start("the"), found["what"], found["verb"], value, meaning, known, "surface"
            )


def sized(
    line: Line,
    start: int,
    what: str,
    verb: str,
    value: Value,
    meaning: Meanings,
    known: Known,
    witness: Witness,
) -> Iterator[Candidate]:
    """The size of a part that only one thing has, with the whole that it is a part of."""
    how = HOW.match(line.text, value.end)
    if not how or not value.is_said or not {what, singular(what)} & words("words", "parts"):
        return
    for relation, scope in part_of(what, verb, how_of(how[0]), value, known):
        whole = meaning.whole(line, start, "the", Part(relation, frozenset(), "subject"))
        is_built = whole is not None and whole.kind not in words("words", "unbuilt")
        if whole and is_built and relation in known[PART] and is_of(value, relation):
            yield Candidate(
                whole, relation.relation_id, value.content, line.paragraph, line.sentence, "part size",
                value.scoped(scope), witness,
            )  # fmt: skip
