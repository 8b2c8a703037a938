"""Makers, parts and measures whose whole is left out, by characters: `The music was composed by X`."""

import re
from collections.abc import Iterator, Sequence

from quizapp.generation.extraction.candidate import Candidate, Mention, Witness
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.parts import Part, Parts, is_told
from quizapp.generation.extraction.phrasebook import Phrasebook
from quizapp.generation.extraction.phrases import Span, phrases_at
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import is_of
from quizapp.generation.extraction.subjects import subject_of
from quizapp.generation.extraction.values import Value

# What follows says that the clause has not come to its end: `the architect was Holt’s brother`.
_GOES_ON = re.compile(r"['’]|,? (?:of|for|whose)\b")


def left_out(
    line: Line, values: Sequence[Value], meaning: Meanings, parts: Parts, frames: Phrasebook
) -> Iterator[Candidate]:
    """What clauses say of a whole that they do not name."""
    for found in parts.opening.finditer(line.text):
        if found["link"] == "," and (found["verb"] or found["owner"].casefold() != "its"):
            continue
        if not line.is_plain(found.start("link")):
            continue
        named = phrases_at(line.text, found.end(), frames.is_verb)
        for part in parts.by_noun[found["noun"]]:
            if part.is_measure:
                value = next((v for v in values if v.start == found.end() and v.exact), None)
                fits = value and not found["verb"] and is_of(value, part.relation) and found["link"] != ","
                yield from stated(line, found, part, [value.content] if value and fits else [], meaning)
            elif _is_deed(found["verb"], part, parts):
                yield from stated(line, found, part, _makers(line, named, part, meaning), meaning)
    for found in parts.did.finditer(line.text):
        yield from _done(line, found, meaning, parts, frames)


def _done(
    line: Line, found: re.Match[str], meaning: Meanings, parts: Parts, frames: Phrasebook
) -> Iterator[Candidate]:
    """`X composed the music`: who did it, and for what the text goes on about."""
    at = found.start("verb")
    maker = subject_of(line.text, at, frames.is_verb)
    if maker is None or maker.voice not in ("active", "perfect") or not line.is_plain(at):
        return
    for part in parts.by_noun[found["noun"]]:
        if _is_deed(found["verb"], part, parts):
            yield from stated(line, found, part, _makers(line, maker.spans, part, meaning), meaning, 0)


def _is_deed(verb: str | None, part: Part, parts: Parts) -> bool:
    return bool(parts.lemmas[verb] & part.verbs) if verb else not part.verbs


def _makers(line: Line, spans: Sequence[Span], part: Part, meaning: Meanings) -> list[Mention | str]:
    """Who is named, if all that are named are known."""
    if not spans or _GOES_ON.match(line.text, spans[-1].end):
        return []
    types = part.types(part.other)
    found = [meaning.mention(line, span.start, span.end, types) for span in spans]
    return [each for each in found if each] if all(found) else []


def stated(
    line: Line,
    found: re.Match[str],
    part: Part,
    told: Sequence[Mention | str],
    meaning: Meanings,
    at: int | None = None,
    witness: Witness = "surface",
) -> Iterator[Candidate]:
    """The statements of a whole, looked for from a place in the sentence, and what the sentence names."""
    if not told or not is_told(found["owner"], found["noun"]):
        return
    whole = meaning.whole(line, found.start("owner") if at is None else at, found["owner"], part)
    for other in told if whole else ():
        subject, value = (whole, other) if part.whole == "subject" else (other, whole)
        if isinstance(subject, Mention) and value is not None and subject != value:
            yield Candidate(
                subject, part.relation.relation_id, value, line.paragraph, line.sentence, "part",
                witness=witness,
            )  # fmt: skip
