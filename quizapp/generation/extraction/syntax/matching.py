"""The syntactic reader of frames: clauses of the parse whose verb, voice and words are those of a frame."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from quizapp.domain.fact import EntityType, Relation, Side
from quizapp.generation.extraction.bracket_years import bearers, is_named_in_full, told
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.frames import Frame, Words, holds
from quizapp.generation.extraction.owners import bearer_of
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning, filling
from quizapp.generation.extraction.syntax.clause import Clause, Phrase
from quizapp.generation.extraction.syntax.moments import moment
from quizapp.generation.extraction.values import HOURS, Value
from quizapp.packs.vocabulary import vocabulary

FramesByVerb = Mapping[tuple[str, bool], Sequence[Frame]]

_FIELD = re.compile(r"(?!(?:the|an?|his|her|its|their)\b)[a-z]+(?: [a-z]+)*")
_HOUR_ON = re.compile(rf"(?:after|before|at|around|about|by|in|during) {HOURS} on")
_NOUN_BETWEEN = 3
_WORD = re.compile(r"[\w’'-]+")


def by_verb(frames: Iterable[Frame]) -> FramesByVerb:
    """The frames under each of their verbs and their voice."""
    found: dict[tuple[str, bool], list[Frame]] = defaultdict(list)
    for frame in frames:
        for verb in sorted(frame.verbs):
            found[verb, frame.passive].append(frame)
    return found


@dataclass(frozen=True)
class Sentence:
    """One sentence with its clauses and literals, and what tells which things its phrases mean."""

    line: Line
    clauses: Sequence[Clause]
    values: Sequence[Value]
    meaning: Meaning

    @cached_property
    def _described(self) -> Mapping[int, Phrase]:
        """For each description in an apposition, by its place, the phrase that names what it describes."""
        return {
            described.start: clause.subjects[0]
            for clause in self.clauses
            if clause.apposition and clause.subjects
            for described in clause.objects
        }

    def filling(self, relation: Relation, side: Side, phrase: Phrase) -> Mention | str | None:
        """What fills that side; of `Y, a firm founded by Z` the firm is Y."""
        found = self._filled(relation, side, phrase)
        name = self._described.get(phrase.start)
        return found if found or name is None else self._filled(relation, side, name)

    def _filled(self, relation: Relation, side: Side, phrase: Phrase) -> Mention | str | None:
        if phrase.genitive:
            return self._owner(relation, side, phrase)
        nearest = phrase.start + len(phrase.text.partition(", ")[0])  # of Leeds, Yorkshire it is Leeds
        ends = dict.fromkeys((nearest, self._end_of_date(phrase)))
        found = (
            filling(relation, side, self.line, phrase.start, end, self.values, self.meaning) for end in ends
        )
        filled = next((each for each in found if each), None)
        if phrase.surname and isinstance(filled, Mention) and " " not in filled.name:
            return replace(filled, name=f"{filled.name} {phrase.surname}")
        return filled

    def _owner(self, relation: Relation, side: Side, phrase: Phrase) -> Mention | None:
        """Whose it is, where the side takes a named thing."""
        if side == "value" and relation.literal:
            return None
        types = tuple(
            EntityType(each) for each in (relation.subject if side == "subject" else relation.value)
        )
        return bearer_of(self.line, phrase.start, phrase.end, self.meaning, types)

    def _end_of_date(self, phrase: Phrase) -> int:
        """Where the phrase ends, or the date in which the parser has cut it: `the night of 6 | May 1794`."""
        over = (v.end for v in self.values if v.kind == "date" and v.start < phrase.end < v.end)
        return next((end for end in over if phrase.preposition), phrase.end)


def matched(
    sentence: Sentence, frames: FramesByVerb, catalogue: Mapping[str, Relation]
) -> Iterator[Candidate]:
    """The relations that the clauses of a sentence state, each with every pair of its fillings."""
    for clause in sentence.clauses:
        if clause.apposition and not clause.subjects:
            yield from _dated(sentence, clause, catalogue)
        elif clause.stated and sentence.line.is_plain(clause.at):
            for frame in _of(clause, frames, clause.passive):
                yield from _read(sentence, clause, frame, catalogue[frame.relation])
            for frame in _of(clause, frames, True) if _is_deed(clause) else ():
                if frame.words and "by" not in frame.words[0]:
                    yield from _read(sentence, _turned(clause), frame, catalogue[frame.relation])


def _of(clause: Clause, frames: FramesByVerb, passive: bool) -> Iterator[Frame]:
    """The frames of the clause’s verb in a voice, those for what is done first apart."""
    found = frames.get((clause.verb, passive), ())
    heads = frozenset(phrase.head.casefold() for phrase in clause.objects)
    return (frame for frame in found if _has_noun(frame, heads) and holds(frame, found, clause.first))


def _has_noun(frame: Frame, heads: frozenset[str]) -> bool:
    """Whether the noun of a frame like `[be] capital of` heads an object; true of frames without a noun."""
    if not frame.words or _is_small(frame.words[0]) or not _is_small(frame.words[-1]):
        return True
    return not heads.isdisjoint(frame.words[-2])


def _dated(sentence: Sentence, clause: Clause, catalogue: Mapping[str, Relation]) -> Iterator[Candidate]:
    """What a date in brackets tells of the name before it."""
    (name,), (date,), line = clause.objects, clause.adjuncts, sentence.line
    bearer = sentence.meaning.mention(line, name.start, name.end, bearers(clause.verb))
    if bearer is None or not is_named_in_full(bearer, name.text):
        return
    said: list[tuple[str, Mention | str | None]] = [*told(clause.verb, date.text, bearer, catalogue)]
    if date.preposition:
        relation = f"{clause.verb}_in_place"
        said = [(relation, sentence.filling(catalogue[relation], "value", date))]
    for relation, value in said:
        if value:
            yield Candidate(
                bearer, relation, value, line.paragraph, line.sentence, "brackets", witness="syntax"
            )


def _is_deed(clause: Clause) -> bool:
    """Whether the clause says what somebody does to something."""
    return not clause.passive and bool(clause.subjects) and any(not p.preposition for p in clause.objects)


def _turned(clause: Clause) -> Clause:
    """`Holt founded the firm in 1871` as `the firm was founded in 1871`."""
    objects = tuple(phrase for phrase in clause.objects if not phrase.preposition)
    return replace(clause, passive=True, subjects=objects, objects=(), of=())


def _read(sentence: Sentence, clause: Clause, frame: Frame, relation: Relation) -> Iterator[Candidate]:
    if not clause.subjects:
        return
    nearest: Phrase | None = None
    for last in _nearest_first(_last_phrases(frame, clause, sentence.line), clause):
        said = None
        for each in (*_longer(last, clause), last):
            said = said or sentence.filling(relation, frame.last, each)
        if nearest and _holds(last, nearest, sentence.line):
            continue
        nearest = last if isinstance(said, Mention) else None
        for first in clause.subjects if said else ():
            opened = sentence.filling(relation, frame.first, first)
            if opened and opened != said:
                as_of = moment(clause) if relation.volatile else ""
                scope = _scope(last, said, sentence.values) if isinstance(said, str) else ""
                yield from _candidate(frame, opened, said, sentence.line, scope, as_of)


def _nearest_first(found: Iterable[Phrase], clause: Clause) -> list[Phrase]:
    """The phrases behind the verb, then those before it."""
    return sorted(found, key=lambda phrase: (phrase.start < clause.at, phrase.start))


def _longer(phrase: Phrase, clause: Clause) -> Iterator[Phrase]:
    """The phrase with what hangs on it, where both have capitals: `the Nobel Prize in Chemistry`."""
    for one in clause.of:
        is_next = one.start == phrase.end + len(one.preposition) + 2
        if is_next and one.text[:1].isupper() and phrase.text.rpartition(" ")[2][:1].isupper():
            text = f"{phrase.text} {one.preposition} {one.text}"
            yield replace(phrase, end=one.end, text=text)


def _holds(later: Phrase, nearest: Phrase, line: Line) -> bool:
    """Whether a place holds the one found before: `in Leeds, in Yorkshire`, `In England … in Leeds`."""
    if later.preposition and later.end < nearest.start:
        return True
    between = line.text[nearest.end : later.start].removesuffix("the ")
    return bool(later.preposition) and between.strip(", ") == later.preposition


def _scope(phrase: Phrase, said: str, values: Sequence[Value]) -> str:
    """The scope that a literal in a phrase gives the fact."""
    return next((v.scoped() for v in values if v.start >= phrase.start and v.content == said), "")


def _candidate(
    frame: Frame, first: Mention | str, last: Mention | str | None, line: Line, scope: str, as_of: str
) -> Iterator[Candidate]:
    subject, value = (first, last) if frame.first == "subject" else (last, first)
    if isinstance(subject, Mention) and value is not None:
        yield Candidate(
            subject, frame.relation, value, line.paragraph, line.sentence, "clause", scope, "syntax", as_of
        )


def _last_phrases(frame: Frame, clause: Clause, line: Line) -> Iterator[Phrase]:
    """The phrases of a clause that stand where the frame has its last slot."""
    for phrase in _reached(frame, clause, line):
        if _follow(frame.after, line.text[phrase.end :]) or _ends_with(frame.after, phrase):
            yield phrase


def _reached(frame: Frame, clause: Clause, line: Line) -> Iterator[Phrase]:
    words = frame.words
    if not words:
        yield from (phrase for phrase in clause.objects if not phrase.preposition)
        return
    preposition = words[-1]
    if _is_small(words[0]):
        wanted = _readings(words)
        if _is_of_subject(clause) or (frame.takes_field and _has_field(clause)):
            yield from (p for p in (*clause.adjuncts, *clause.objects) if _own(p.preposition) in wanted)
            if len(words) == _NOUN_BETWEEN and _opens_with(words, clause):
                yield from (p for p in clause.adjuncts if p.preposition in preposition)
        return
    if not _is_small(preposition):
        yield from (rest for p in clause.objects if (rest := _behind(words, p)))
        return
    heads = [p for p in clause.objects if _names_head(words[:-1], p, line)]
    if heads:
        yield from (p for p in (*clause.of, *clause.adjuncts) if p.preposition in preposition)


def _own(preposition: str) -> str:
    """The preposition of a phrase; of the day that an hour hangs on `on` alone: `after midnight on`."""
    return "on" if _HOUR_ON.fullmatch(preposition) else preposition


def _is_of_subject(clause: Clause) -> bool:
    """Whether adjuncts tell of the subject: what opened a reserve in 1925 did not itself open in 1925."""
    return clause.passive or clause.verb == "be" or not any(not p.preposition for p in clause.objects)


def _has_field(clause: Clause) -> bool:
    """Whether all that was studied or taught is a field without article or name: `organic chemistry`."""
    return all(_FIELD.fullmatch(phrase.text) for phrase in clause.objects if not phrase.preposition)


def _opens_with(words: Words, clause: Clause) -> bool:
    """Whether an adjunct of the clause is the first words of the frame: `came into force | on 1 May`."""
    opening, noun, last = words
    heads = (p.head for p in clause.adjuncts if p.preposition in opening)
    return not _is_small(noun) and _is_small(last) and any(head in noun for head in heads)


def _behind(words: Words, phrase: Phrase) -> Phrase | None:
    """What follows these words in a phrase that opens with them: `the atomic number 2`."""
    found = list(_WORD.finditer(phrase.text))
    skipped = 1 if found and found[0][0].lower() in ("the", "a", "an") else 0
    said = found[skipped : skipped + len(words)]
    rest = found[skipped + len(words) :]
    if not rest or not all(w[0].casefold() in wanted for w, wanted in zip(said, words, strict=True)):
        return None
    at = rest[0].start()
    return replace(phrase, start=phrase.start + at, text=phrase.text[at:])


def _names_head(words: Words, phrase: Phrase, line: Line) -> bool:
    """Whether the phrase has these words, the last of them as its head; an average depth is no depth."""
    *before, head = words
    said = {word.casefold() for word in _WORD.findall(line.text[phrase.start : phrase.end])}
    if said & _OF_MANY and not any(word & _OF_MANY for word in before):
        return False
    return phrase.head.casefold() in head and all(word & said for word in before)


@cache
def _readings(words: Words) -> frozenset[str]:
    """All that the alternatives can be read as: `in|near honour of` as `in honour of`, `near honour of`."""
    readings: list[tuple[str, ...]] = [()]
    for alternatives in words:
        readings = [(*read, word) for read in readings for word in sorted(alternatives)]
    return frozenset(map(" ".join, readings))


@cache
def _is_small(word: frozenset[str]) -> bool:
    return bool(word & _PREPOSITIONS)


def _follow(after: Words, text: str) -> bool:
    found = _WORD.findall(text[:60])
    return len(found) >= len(after) and all(
        word.casefold() in wanted for word, wanted in zip(found, after, strict=False)
    )


def _ends_with(after: Words, phrase: Phrase) -> bool:
    """Whether a phrase holds the words that should follow: "62 metres high" is one phrase."""
    found = _WORD.findall(phrase.text)
    tail = found[-len(after) :] if after else []
    return (
        bool(after)
        and len(tail) == len(after)
        and all(word.casefold() in wanted for word, wanted in zip(tail, after, strict=True))
    )


# What is so on the average, or of all together, is not so of one; an honorary degree is none.
_OF_MANY = vocabulary("average mean median minimum combined annual monthly daily honorary")
_PREPOSITIONS = vocabulary(
    "about above across after against along among around as at before behind below beneath beside between "
    "beyond by down during for from in inside into like near of off on onto opposite out outside over past "
    "since through to towards under until up upon with within without"
)
