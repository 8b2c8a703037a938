"""How large a part is whose whole is left out, as a clause of the parse: `The spire is 96 metres high`."""

import re
from collections.abc import Iterator, Sequence

from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.part_sizes import Known, sized
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.syntax.clause import Clause
from quizapp.generation.extraction.values import Value

_PART = re.compile(r"The (?P<what>[a-z]+)")


def part_sizes(
    line: Line, clauses: Sequence[Clause], values: Sequence[Value], meaning: Meanings, known: Known
) -> Iterator[Candidate]:
    """The clauses whose one subject is a part and whose predicate or object is its size."""
    for clause in clauses:
        if clause.verb not in ("be", "measure") or len(clause.subjects) != 1 or not clause.stated:
            continue
        part = _PART.fullmatch(clause.subjects[0].text)
        inside = [v for p in clause.objects for v in values if p.start <= v.start and v.end <= p.end]
        if part and len(inside) == 1 and line.is_plain(clause.at):
            verb = line.text[clause.at : clause.end].split()[0]
            yield from sized(
                line, clause.subjects[0].start, part["what"], verb, inside[0], meaning, known, "syntax"
            )
