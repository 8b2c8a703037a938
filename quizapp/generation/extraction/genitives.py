"""What genitives call somebody, by characters: `Holt’s wife, Ada Finch,`, `his pupil Ada Finch`.

A frame such as `{subject} [be] wife of {value}` tells the nouns: the owner fills the slot behind `of`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.owners import bearer_of
from quizapp.generation.extraction.phrasebook import Phrasebook, Reading
from quizapp.generation.extraction.phrases import Span, is_name, opening_phrase, phrase_at, phrase_before
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.extraction.subjects import subject_of

OF_AGE = r"(?:elder|eldest|older|oldest|younger|youngest|twin|only|own)"
# Who was one once, or will be, has been one; of what can be only one at a time that would be wrong.
ONCE = r"(?:late|former|future|first|second|third|fourth|last|new|later|long-time|longtime|one-time|old)"
_GENITIVE = re.compile(
    rf"(?:(?P<pronoun>\b(?:[Hh]is|[Hh]er|[Ii]ts))|, (?P<whose>whose)|(?<=\w)['’]s?) "
    rf"(?:{OF_AGE} |(?P<once>{ONCE}) )*(?=(?P<word>[a-z]+)\b)"
)
_CLOSES = re.compile(r"[,.;)](?! (?:and|or)\b)|$")
_TELLS = re.compile(r" (?:is|was) (?=the |[A-ZÀ-Þ])")
_IS = re.compile(r"(?P<verb>\b(?:is|was)) (?:also )?$")
_NO_MORE = re.compile(r" (?:until|till|between|from \d|for (?:\w+ )?(?:years|decades|centuries))\b")
# After these a name behind a comma may be the subject: `With his wife, Otto Finch left`.
FRONTED = re.compile(
    r"(?:^|[;:] )[“‘\"]?(?:With|Without|After|Before|On|At|In|By|For|From|To|Of|Like|Unlike|Following|Since"
    r"|Until|Despite|Through|Under|Besides|When|While|As|Once|Although|Though|Because|Against|Thanks)\b[^,;:]*$"
)
_OF_SOMEBODY = re.compile(r"\b(?:of|and|or|with|between)(?: the)? $")


def genitives(line: Line, meaning: Meaning, frames: Phrasebook) -> Iterator[Candidate]:
    """What the genitives of a sentence say, each statement once."""
    yield from dict.fromkeys(_found(line, meaning, frames))


def _found(line: Line, meaning: Meaning, frames: Phrasebook) -> Iterator[Candidate]:
    for found in _GENITIVE.finditer(line.text):
        for reading in frames.copulas.get(found["word"], ()):
            end = _end_of_noun(reading, line.text, found.end())
            if end is None or (found["once"] and _is_of_one(reading)) or not line.is_plain(found.start()):
                continue
            genitive = _Genitive(line, meaning, frames, found, reading)
            yield from genitive.named(end)


@dataclass(frozen=True)
class _Genitive:
    """An owner with a noun behind it, read as one frame."""

    line: Line
    meaning: Meaning
    frames: Phrasebook
    found: re.Match[str]
    reading: Reading

    def named(self, end: int) -> Iterator[Candidate]:
        """The statement about whoever is named beside the noun that ends there."""
        owners = self._owner()
        if owners is None:
            return
        whose, opens = owners
        for span in self._names(opens, end):
            text = self.line.text
            types = self.reading.types(self.reading.frame.first)
            named = is_name(text, span) and self.meaning.mention(self.line, span.start, span.end, types)
            if named and named.name != whose.name:
                yield self._candidate(named, whose)
                return

    def _owner(self) -> tuple[Mention, int] | None:
        """Whose it is, and where the words that say so begin."""
        found, text = self.found, self.line.text
        types = self.reading.types(self.reading.frame.last)
        if found["pronoun"]:
            span: Span | None = Span(*found.span("pronoun"))
        else:
            span = phrase_before(text, found.start())
            if span and found["whose"] and not self._is_antecedent(span):
                return None
        if span is None:
            return None
        whose = (
            self.meaning.mention(self.line, span.start, span.end, types)
            if found["whose"]
            else bearer_of(self.line, span.start, span.end, self.meaning, types)
        )
        return (whose, span.start) if whose else None

    def _is_antecedent(self, span: Span) -> bool:
        """Whether `whose` can mean nobody else, as in `the sister of Otto Finch, whose`."""
        text = self.line.text
        return is_name(text, span) and not _OF_SOMEBODY.search(text, 0, span.start)

    def _names(self, opens: int, end: int) -> Iterator[Span]:
        """Where the name may stand: behind the noun, behind a comma, before a comma, behind `was`."""
        text = self.line.text
        if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
            yield from _some(opening_phrase(text, end + 1, self.frames.is_verb))
        elif text.startswith(", ", end):
            span = phrase_at(text, end + 2)
            is_safe = self.found["whose"] or not FRONTED.search(text, 0, opens)
            if span and is_safe and _CLOSES.match(text, span.end) and is_name(text, span):
                yield span
        if told := _TELLS.match(text, end):
            span = phrase_at(text, told.end())
            if span and not _NO_MORE.match(text, span.end):
                yield span
        if _CLOSES.match(text, end):
            yield from self._before(opens)

    def _before(self, opens: int) -> Iterator[Span]:
        """`Ada Finch, his wife,` and `Ada Finch was his wife`."""
        text = self.line.text
        if self.found["whose"]:
            return
        if text.endswith(", ", 0, opens):
            span = phrase_before(text, opens - 2)
            if span and not re.search(r"(?:\b(?:of|and|or)|,) $", text[max(0, span.start - 5) : span.start]):
                yield span
        elif told := _IS.search(text, 0, opens):
            subject = subject_of(text, told.start("verb"), self.frames.is_verb)
            if subject and subject.voice not in ("reduced", "passive") and len(subject.spans) == 1:
                yield subject.spans[0]

    def _candidate(self, named: Mention, whose: Mention) -> Candidate:
        frame, line = self.reading.frame, self.line
        subject, value = (named, whose) if frame.first == "subject" else (whose, named)
        return Candidate(subject, frame.relation, value, line.paragraph, line.sentence, "genitive")


def _end_of_noun(reading: Reading, text: str, at: int) -> int | None:
    """Where the noun of a frame ends that begins at a place; None where it is another noun."""
    frame = reading.frame
    if not frame.words or "of" not in frame.words[-1] or len(frame.words) < 2 or frame.after:
        return None
    if reading.literal(frame.last) or reading.literal(frame.first):
        return None
    for words in frame.words[:-1]:
        said = re.compile(r" ?([\w’-]+)").match(text, at)
        if said is None or said[1].casefold() not in words:
            return None
        at = said.end()
    return at


def _is_of_one(reading: Reading) -> bool:
    """Whether one alone can be called so at a time, as a capital or a father."""
    return reading.relation.single_valued or reading.relation.single_subject


def _some(span: Span | None) -> Iterator[Span]:
    if span:
        yield span
