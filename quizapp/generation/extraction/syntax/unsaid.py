"""Makers, parts and measures whose whole is left out, as clauses of the parse: `The music was by X`."""

from collections.abc import Iterator, Sequence

from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.parts import Part, Parts
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import is_of
from quizapp.generation.extraction.syntax.clause import Clause, Phrase
from quizapp.generation.extraction.unsaid import stated
from quizapp.generation.extraction.values import Value


def left_out(
    line: Line, clauses: Sequence[Clause], values: Sequence[Value], meaning: Meanings, parts: Parts
) -> Iterator[Candidate]:
    """What the clauses of a sentence say of a whole that they do not name."""
    for clause in clauses:
        if not clause.stated or not line.is_plain(clause.at) or clause.of:
            continue
        for phrase, others, is_opening in _sides(clause):
            found = parts.phrase.fullmatch(line.text, phrase.start, phrase.end)
            if found is None:
                continue
            for part in parts.by_noun[found["noun"]]:
                if part.verbs != frozenset() and clause.verb not in part.verbs:
                    continue
                if not part.verbs and clause.verb != "be":
                    continue
                told = _told(line, others, part, values, meaning)
                yield from stated(
                    line, found, part, told, meaning, None if is_opening else 0, witness="syntax"
                )


def _sides(clause: Clause) -> Iterator[tuple[Phrase, Sequence[Phrase], bool]]:
    """Each phrase that may be a part, with those that may name its maker, and whether it opens the clause."""
    objects = [phrase for phrase in clause.objects if not phrase.preposition]
    agents = [phrase for phrase in clause.adjuncts if phrase.preposition == "by"]
    if clause.passive:
        yield from ((phrase, agents, True) for phrase in clause.subjects[:1])
    elif clause.verb == "be":
        for one, others in ((clause.subjects, objects), (objects, clause.subjects)):
            yield from ((phrase, others, True) for phrase in one[:1] if phrase.start < clause.at)
    else:
        yield from ((phrase, clause.subjects, False) for phrase in objects[:1])


def _told(
    line: Line, phrases: Sequence[Phrase], part: Part, values: Sequence[Value], meaning: Meanings
) -> list[Mention | str]:
    """Who or how much the phrases name, if all of them name somebody."""
    if part.is_measure:
        inside = [v for p in phrases for v in values if p.start <= v.start and v.end <= p.end and v.exact]
        return [v.content for v in inside if is_of(v, part.relation)] if len(inside) == 1 else []
    types = part.types(part.other)
    found = [meaning.mention(line, phrase.start, phrase.end, types) for phrase in phrases]
    return [each for each in found if each] if all(found) else []
