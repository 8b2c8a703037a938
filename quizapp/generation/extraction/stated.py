"""The surface reader of frames: a verb form, its subject before it, the frame's words and last slot after.

It sees characters and never the parse, so that both readings of a sentence fail in different ways.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from quizapp.domain.fact import EntityType, Relation, Side
from quizapp.generation.extraction.adjuncts import are_adjuncts, behind_field
from quizapp.generation.extraction.asides import aside_at, named_behind, opens_office
from quizapp.generation.extraction.brackets import bracketed
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.frames import Frame, Words, holds
from quizapp.generation.extraction.made_by import subject_made
from quizapp.generation.extraction.moments import moment
from quizapp.generation.extraction.names import UPPER
from quizapp.generation.extraction.openings import opening_subject
from quizapp.generation.extraction.phrasebook import Phrasebook, Reading
from quizapp.generation.extraction.phrases import (
    NAME,
    Span,
    is_name,
    phrase_at,
    phrases_at,
)
from quizapp.generation.extraction.rows import subject_in_row
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning, is_of
from quizapp.generation.extraction.subjects import Subject, subject_of
from quizapp.generation.extraction.values import ABOUT, HOURS, Value, values
from quizapp.generation.extraction.voices import fits, gives, turned

_REACH = 110
_FRONT = 50
# So many phrases in a row are a list, and each of them holds without the others.
_A_LIST = 3
_TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_COPULAS = frozenset(("is", "was", "are", "were", "been"))
_ADVERB = r"(?: (?:also|now|today|still|currently|originally|first|later|[a-z]+ly))?"
_ARTICLE = r"(?: (?:the|an?|his|her|its|their))?"
_IS = re.compile(rf"{_ADVERB}(?P<at>{_ARTICLE} (?P<word>[\w’-]+))")
_IS_DESCRIBED = re.compile(
    rf"{_ADVERB} (?:an?|the|one of the) [\w’-]+,? (?P<words>(?:[\w’-]+,? ){{1,4}})(?:in|by)\b"
)
_IS_ALSO = re.compile(rf"{_ADVERB}{_ARTICLE} (?:[a-z-]+ ){{1,4}}?and(?P<at>{_ARTICLE} (?P<word>[\w’-]+))")
_NO_MORE = re.compile(r" (?:until|till|between|from \d|for (?:\w+ )?(?:years|decades|centuries))\b")
_THE_ONE = re.compile(r"[ “]*The ")
_IS_NAMED = re.compile(r" (?:is|was) (?=the |[“‘\"]?[^\Wa-z\d_])")
_PART_OF_DATE = re.compile(
    r"(?:the )?(?:(?:morning|afternoon|evening|night) of )?(?:the )?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:the )?(?:(?:early|mid|late|spring|summer|autumn|winter|year|end|beginning|start)(?: of)? |mid-)?"
)
_ONLY = re.compile(rf"(?:only|just|exactly|{ABOUT}) ")
_NOT_ALL = re.compile(
    r" (?:of|more|less|from|above|below|further|later|after|before|ago|north|south|east|west|away|\w+er than"
    r"|each|to|a (?:year|month|day))\b"
)

_FRONTED = re.compile(
    rf"(?:^[ “]*|[,;] (?:and |but )?| and |\b(?:after|before|at|by|in the) {HOURS} )"
    r"(?P<preposition>in|on|at|from) ",
    re.IGNORECASE,
)
# Somewhere in a place: `died at his home in Leeds`.
_INSIDE = re.compile(
    r" (?:an?|his|her|their) (?:[a-z][a-z-]* ){0,2}(?:apartment|asylum|barn|castle|cell|chapel"
    r"|church|cinema|clinic|concert|cottage|duel|factory|farm|farmhouse|flat|home|hospital|hotel|house|hut|mansion"
    r"|palace|park|prison|school|shop|studio|suburb|theatre|villa|village|warehouse|workshop|accident|crash"
    r"|fire) in"
)
_TO_WHOM = re.compile(rf"(?:him|her|{NAME})(?= (?:the|an?|its|his) )")
_TO_SUBJECT = re.compile(
    r",? |, (?:after|at|with|on|during|before|under|following|despite|together with) [^,;:()]{3,60}, "
)
_DONE_FIRST = re.compile(r"\bfirst (?:[a-z]+ly )?$")
_SIBLINGS = re.compile(r"\b(?:brothers|sisters|siblings|twins) $", re.IGNORECASE)
_HOME = re.compile(rf"(?:the )?(?!University|Royal)[{UPPER}][\w.-]+ (?:[\w.&-]+ )*?[\w.-]+(?= of )")
# What follows says what else it is, and not where else: `in Belgium and the capital of`.
_ALSO_ONE = re.compile(r",? and (?:is |was )?(?:an?|the|one of the) (?:[a-z-]+ ){1,4}(?:of|in|on) ")
_LONGER = re.compile(rf" (?:in|for) {NAME}(?![\w’'-])")
_WHERE = frozenset(("in", "at", "on", "near"))
_AT_WORK = frozenset(("at", "with", "for"))
_PLACED = frozenset(("in", "at", "on", "near", "to", "from", "into", "under", "for"))


_NAMED_BEHIND = re.compile(rf", (?:(?:[Tt]he )?{NAME}|“[^“”]{{1,80}}”),(?= (?:in|on) )")


def stated(line: Line, meanings: Meaning, frames: Phrasebook) -> Iterator[Candidate]:
    """What the frames find in a sentence, each statement once."""
    yield from dict.fromkeys(_Sentence(line, meanings, frames).candidates())
    yield from dict.fromkeys(bracketed(line, meanings, frames.catalogue))


@dataclass(frozen=True)
class _Sentence:
    """One sentence while it is read."""

    line: Line
    meanings: Meaning
    frames: Phrasebook

    @property
    def text(self) -> str:
        return self.line.text

    @cached_property
    def values(self) -> dict[int, list[Value]]:
        found: dict[int, list[Value]] = {}
        for value in values(self.text):
            found.setdefault(value.start, []).append(value)
        return found

    def candidates(self) -> Iterator[Candidate]:
        for token in _TOKEN.finditer(self.text):
            word = token[0].casefold()
            if readings := self.frames.verbs.get(word):
                yield from self._verb(token.start(), token.end(), readings)
            if word in _COPULAS:
                yield from self._copula(token.start(), token.end())
            if readings := self.frames.copulas.get(word):
                yield from self._apposition(token.start(), readings)
                yield from self._turned_copula(token.start(), readings)
                yield from self._holder(token.start(), readings)

    def _verb(self, at: int, end: int, readings: tuple[Reading, ...]) -> Iterator[Candidate]:
        subject = opening_subject(self.text, at, end, self.frames.is_verb) or self._subject(at)
        if subject is None or not self.line.is_plain(at):
            return
        is_first = bool(_DONE_FIRST.search(self.text, max(0, at - 20), at))
        rivals = [reading.frame for reading in readings]
        for reading in readings:
            if not holds(reading.frame, rivals, is_first):
                continue
            after = end + len(reading.particle) + 1 if reading.particle else end
            if reading.particle and not re.match(rf" {reading.particle}\b", self.text[end:]):
                continue
            if fits(reading, subject, self.text):
                yield from self._complete(reading, subject.spans, after, subject)
            elif turned(reading, subject) and (objects := self._phrases(after + 1)):
                yield from self._complete(reading, objects, self._behind_name(objects[-1].end), subject)
            elif gives(reading, subject) and (given := _given(self.text, after + 1)):
                yield from self._complete(reading, (given,), given.end, subject)

    def _behind_name(self, end: int) -> int:
        """Where an object ends that is named behind it: `her first novel, The Quiet Orchard,`."""
        named = _NAMED_BEHIND.match(self.text, end)
        return named.end() if named else end

    def _subject(self, at: int) -> Subject | None:
        is_verb = self.frames.is_verb
        made = subject_made(self.text, at)
        return made or subject_in_row(self.text, at, is_verb) or subject_of(self.text, at, is_verb)

    def _copula(self, at: int, end: int) -> Iterator[Candidate]:
        told = tuple(self._told(end))
        subject = self._subject(at) if told else None
        if subject is None or subject.voice in ("reduced", "passive") or not self.line.is_plain(at):
            return
        for reading, start in told:
            for candidate, stop in self._last(reading, subject.spans, start):
                if not _NO_MORE.match(self.text, stop):
                    yield candidate

    def _told(self, end: int) -> Iterator[tuple[Reading, int]]:
        """What a copula may say its subject is, also behind another thing that it is."""
        yield from ((reading, end) for reading in self.frames.copulas.get("", ()))
        for pattern in (_IS, _IS_ALSO):
            if found := pattern.match(self.text, end):
                word = found["word"].casefold()
                yield from ((r, found.start("at")) for r in self.frames.copulas.get(word, ()))
        if described := _IS_DESCRIBED.match(self.text, end):
            for found in _TOKEN.finditer(self.text, described.start("words"), described.end()):
                # A small port town in Y lies in Y; a vice president of Y presides over nothing.
                readings = self.frames.copulas.get(found[0].casefold(), ())
                yield from ((r, found.start() - 1) for r in readings if _tells_of_any(r.frame))

    def _apposition(self, at: int, readings: tuple[Reading, ...]) -> Iterator[Candidate]:
        aside = aside_at(self.text, at)
        if aside is None or not self.line.is_plain(at):
            return
        for reading in readings:
            if aside.may_say(reading, any_kind=_tells_of_any(reading.frame)):
                for candidate, stop in self._last(reading, (aside.name,), at - 1):
                    if aside.ends(self.text, stop, reading):
                        yield candidate

    def _turned_copula(self, at: int, readings: tuple[Reading, ...]) -> Iterator[Candidate]:
        """`The capital of X is Y`, where the frame has Y first."""
        if not _THE_ONE.fullmatch(self.text, 0, at) or not self.line.is_plain(at):
            return
        for reading in readings:
            for start in self._after_words(reading, at - 1):
                filled = self._slot(reading, start)
                link = _IS_NAMED.match(self.text, filled[1]) if filled else None
                span = phrase_at(self.text, link.end()) if link else None
                if filled and span and is_name(self.text, span) and not _NO_MORE.match(self.text, span.end):
                    yield from self._made(reading, (span,), filled[0])

    def _holder(self, at: int, readings: tuple[Reading, ...]) -> Iterator[Candidate]:
        """`The mayor of X, Y, left`, where the frame has Y first."""
        if not opens_office(self.text, at) or not self.line.is_plain(at):
            return
        for reading in readings:
            for start in self._after_words(reading, at - 1) if reading.frame.words else ():
                office = phrase_at(self.text, start)
                filled = self._slot(reading, start) if office else None
                holder = named_behind(self.text, office.end) if office and filled else None
                if filled and holder:
                    yield from self._made(reading, (holder,), filled[0])

    def _complete(
        self, reading: Reading, first: tuple[Span, ...], at: int, subject: Subject
    ) -> Iterator[Candidate]:
        found = [candidate for candidate, _ in self._last(reading, first, at)]
        yield from found or self._fronted(reading, first, subject)

    def _last(self, reading: Reading, first: tuple[Span, ...], at: int) -> Iterator[tuple[Candidate, int]]:
        """Statements whose last slot follows the words of the frame, and where each ends."""
        frame = reading.frame
        for start in self._after_words(reading, at):
            if filled := self._slot(reading, start):
                stop = self._stop(frame, *filled)
                if stop is not None:
                    yield from ((found, stop) for found in self._made(reading, first, filled[0]))
                    return

    def _made(
        self, reading: Reading, first: tuple[Span, ...], last: tuple[Mention, ...] | Value
    ) -> Iterator[Candidate]:
        frame = reading.frame
        firsts = self._mentions(reading, frame.first, first)
        lasts = (last.content,) if isinstance(last, Value) else last
        for one in firsts:
            for other in lasts:
                subject, value = (one, other) if frame.first == "subject" else (other, one)
                if isinstance(subject, Mention) and subject != value:
                    yield Candidate(
                        subject, frame.relation, value, self.line.paragraph, self.line.sentence, "says",
                        last.scoped() if isinstance(last, Value) else "", as_of=self._moment(reading, last),
                    )  # fmt: skip

    def _moment(self, reading: Reading, last: tuple[Mention, ...] | Value) -> str:
        """The year for which the sentence says what changes with time."""
        return moment(self.text, last) if reading.relation.volatile and isinstance(last, Value) else ""

    def _after_words(self, reading: Reading, at: int) -> Iterator[int]:
        """Where the last slot may begin: behind the words of the frame, next to the verb or over adjuncts."""
        frame = reading.frame
        if not frame.words:
            yield at + 1
            return
        pattern = _pattern(frame.words, frame.is_copula, bool(reading.literal(frame.last)))
        for found in pattern.finditer(self.text, at, at + _REACH):
            if self._is_gap(self.text[at : found.start()], reading):
                yield found.end() + 1
                inside = _INSIDE.match(self.text, found.end()) if "in" in frame.words[-1] else None
                if inside and not reading.literal(frame.last):
                    yield inside.end() + 1
            elif frame.is_copula or found.start() == at:
                return

    def _is_gap(self, gap: str, reading: Reading) -> bool:
        """Whether the words between a verb and those of its frame are adjuncts of the verb."""
        frame = reading.frame
        gap = behind_field(gap) if frame.takes_field else gap
        if not gap or frame.is_copula:
            return not gap
        is_place = bool(frame.words[0] & _PLACED) and not reading.literal(frame.last)
        return are_adjuncts(gap, is_place, self.frames.is_verb)

    def _slot(self, reading: Reading, start: int) -> tuple[tuple[Mention, ...] | Value, int] | None:
        """What fills the last slot where it begins at a place, and where it ends."""
        last = reading.frame.last
        if not reading.literal(last):
            spans = self._phrases(start)
            places = bool(reading.frame.words) and bool(reading.frame.words[-1] & _WHERE)
            if places and spans and self.text.startswith(", ", spans[0].end):
                spans = spans[:1]  # Durham, North Carolina: the second holds the first
            elif places and not spans and (first := phrase_at(self.text, start)):
                spans = (first,) if _ALSO_ONE.match(self.text, first.end) else ()
            mentions = self._mentions(reading, last, spans)
            return (mentions, spans[-1].end) if mentions else None
        value = self._value(reading.relation, start)
        return (value, value.end) if value else None

    def _value(self, relation: Relation, start: int) -> Value | None:
        only = _ONLY.match(self.text, start)
        at = only.end() if only else start
        if relation.literal in ("year", "date") and (part := _PART_OF_DATE.match(self.text, start)):
            at = part.end()
        return next((v for v in self.values.get(at, ()) if v.is_said and is_of(v, relation)), None)

    def _stop(self, frame: Frame, filled: tuple[Mention, ...] | Value, end: int) -> int | None:
        """Where the statement ends if the words after the last slot are there; None if they are not."""
        if not frame.after:
            is_part = isinstance(filled, Value) and filled.kind in ("quantity", "number") and not filled.noun
            return None if is_part and _NOT_ALL.match(self.text, end) else end
        found = _pattern(frame.after, False).match(self.text, end)
        if found is None and isinstance(filled, Value) and filled.noun:
            low = end + 1 + filled.noun.rfind(" ") if " " in filled.noun else end
            found = _pattern(frame.after, False).match(self.text, low)
        return found.end() if found else None

    def _phrases(self, start: int) -> tuple[Span, ...]:
        return phrases_at(self.text, start, self.frames.is_verb)

    def _mentions(self, reading: Reading, side: Side, spans: tuple[Span, ...]) -> tuple[Mention, ...]:
        """What all the phrases mean; of two nothing if one of them means nothing certain."""
        types = reading.types(side)
        if len(spans) == 2 and (whole := self._mention(Span(spans[0].start, spans[1].end), types)):
            return (whole,)
        found = [mention for span in spans if (mention := self._mention(span, types))]
        if not found or len(found) < len(spans) < _A_LIST:
            return ()
        if (
            _SIBLINGS.search(self.text, max(0, spans[0].start - 20), spans[0].start)
            and " " not in found[0].name
        ):
            surname = found[-1].name.rpartition(" ")[2]
            found[0] = replace(found[0], name=f"{found[0].name} {surname}")
        return tuple(found)

    def _mention(self, span: Span, types: tuple[EntityType, ...]) -> Mention | None:
        longer = _LONGER.match(self.text, span.end)
        found = longer and self.meanings.mention(self.line, span.start, longer.end(), types)
        found = found or self.meanings.mention(self.line, span.start, span.end, types)
        if found is None and EntityType.PERSON in types:
            # Otto Finch of Ardo is Otto Finch; of a museum that need not hold.
            home = _HOME.match(self.text, span.start, span.end)
            found = self.meanings.mention(self.line, span.start, home.end(), types) if home else None
            return found if found and found.type is EntityType.PERSON else None
        return found

    def _fronted(self, reading: Reading, first: tuple[Span, ...], subject: Subject) -> Iterator[Candidate]:
        """`On 3 May 1871 the bridge was opened`: the last slot opens the clause."""
        frame, start = reading.frame, subject.spans[0].start
        if len(frame.words) != 1 or frame.after or subject.voice == "reduced":
            return
        for opening in _FRONTED.finditer(self.text, max(0, start - _FRONT), start):
            if opening["preposition"].lower() in frame.words[0]:
                filled = self._slot(reading, opening.end())
                if filled and _TO_SUBJECT.fullmatch(self.text, filled[1], start):
                    yield from self._made(reading, first, filled[0])


def _tells_of_any(frame: Frame) -> bool:
    """Whether the frame says what something is and where, or by whom: `city|town in`, `novel by`."""
    return len(frame.words) > 1 and frame.words[-1] <= _WHERE | {"by", "from"}


def _given(text: str, start: int) -> Span | None:
    """The first of two objects that follow each other at once: who is given what stands behind."""
    found = _TO_WHOM.match(text, start)
    return Span(start, found.end()) if found else None


@lru_cache(maxsize=4096)
def _pattern(words: Words, with_others: bool, with_place: bool = False) -> re.Pattern[str]:
    """The words of a frame with articles; of a copula also `the capital and largest city of`.

    Before a time also with a place: `a doctorate from the University of Leeds in`.
    """
    told = [rf"{_ARTICLE} (?i:{'|'.join(sorted(map(re.escape, word)))})\b" for word in words]
    if with_others and len(told) > 1:
        told[-1] = r"(?: and (?:[a-z-]+ ){0,3}[a-z-]+)?" + told[-1]
        if words[-1] & _AT_WORK:
            told[-1] = r"(?: (?:of|in) (?:[A-Za-z-]+ ){0,3}?[A-Za-z-]+)?" + told[-1]
    elif with_place and len(told) > 1:
        told[-1] = rf"(?: (?:from|at) (?:the )?{NAME})?" + told[-1]
    return re.compile("".join(told))
