"""Whom `he` and `she` mean: the only person who can be meant, or nobody."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from quizapp.generation.extraction.bearer import Bearer
from quizapp.generation.extraction.discourse import (
    Discourse,
    all_hang_off,
    hangs_off,
    is_adjunct,
    is_person,
    opens,
    subject_starts,
)
from quizapp.generation.extraction.genders import may_be
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.spans import Span
from quizapp.generation.extraction.strangers import HANGING, speaks_of_others

_PRONOUNS = {"male": re.compile(r"\b[Hh]e\b"), "female": re.compile(r"\b[Ss]he\b")}
# What opens a sentence with what its subject did besides: `Reasoning that it was late, he`.
_PARTICIPLE = re.compile(r"(?:[A-Z][a-z]+ly )?[A-Z][a-z]+(?:ing|ed)\b[^;:]{0,110}, ")
# `Upon hearing of it, Gordon left`, `At the invitation of the Tsar, Gordon and his wife returned`.
_OPENS_WITH_MORE = re.compile(
    r"(?:Previously|Later|Earlier|Upon|After|Before|When|While|In|On|At|As|By|During|With|For|From|Since|Until"
    r"|Despite|Following|Although|Though|Because|Having|[A-Z][a-z]+ing) "
)
_IS_SUBJECT = re.compile(r", $")
_ACTS_NEXT = re.compile(
    r"(?: and (?:his|her) [a-z]+)? (?:[a-z]+ly )?(?!and\b|or\b|who\b|whose\b|of\b)[a-z]+ "
)
_OWNS = re.compile(r"['’]s?\b")
_THE_CALLING = re.compile(r"The (?:[a-z][\w-]* ){0,2}?[a-z][\w-]*(?= [a-z])")
_OWNED = {"male": re.compile(r"His\b"), "female": re.compile(r"Her\b")}
_OWN_PERSON = re.compile(r"(?:His|Her) (?:[a-z][\w-]* ){1,3}(?=[A-Z])")
_OPENS_CLAUSE = re.compile(
    r"(?:When|While|After|Before|Although|Though|Because|Once|Until|Since|As|If|By the time) "
)
_ACTS = re.compile(
    r"(?:\b(?:where|when|while|because|that|but|although|though|as|after|before|since|until)|;)"
    r"(?: (?:his|her|the|an?)(?: [a-z]\w*){1,2},?)? $"
)
# A clause of time or reason leaves the subject of the sentence what it is: `when Oren visited Ost`.
_ACTS_BESIDE = re.compile(r"(?:\b(?:where|but)|;)(?: (?:his|her|the|an?)(?: [a-z]\w*){1,2},?)? $")
_BY = re.compile(r"\bby (?:the )?(?:[a-z]\w+ )*$")
_SOMEBODY = {"male": re.compile(r"\b(?:he|his|him)\b"), "female": re.compile(r"\b(?:she|her)\b")}
_OBJECT = {
    "male": re.compile(r"\bhim\b"),
    "female": re.compile(
        r"\bher(?:[,.;)]|$| (?:and|as|to|in|for|at|on|with|into|when|that|by|from|the|an?)\b)"
    ),
}
# Who is named so often may be whom a document is about.
_OFTEN = 4
# So long is the phrase `His breakthrough role` at most.
_PHRASE = 30
_IN_A_ROW = re.compile(r"(?:,|,? and|, and) (?:the )?(?:[a-z]+ ){0,2}")
_NEW_CLAUSE = re.compile(r"(?:;|, and|, but|, where|, until|, when)(?: [\w ]{2,40})?,? $")
_SUBORDINATE = re.compile(
    r"\b(?:when|because|although|though|that|while|since|after|before|if|until|where|as) (?:the \w+ )?$",
    re.IGNORECASE,
)
_FOLLOWED_BY = re.compile(
    r"\b(?:succeeded|replaced|followed|preceded|beaten|defeated|killed|murdered|joined|overthrown|deposed)\b"
)
_GOES_ON_TO_TELL = re.compile(r",? (?:whom?|whose)\b")


@dataclass(frozen=True)
class Pronouns:
    """What `he` and `she` mean in one document."""

    discourse: Discourse
    described: Callable[[Line, int], Bearer | None] = lambda *_: None

    def meant(self, line: Line, start: int, gender: str) -> Bearer | None:
        """The person whom the pronoun at a place means."""
        key = line.paragraph, line.sentence, start
        if key not in self._known:
            self._known[key] = None
            self._known[key] = self._found(line, start, gender) or self._still_told_of(line, start, gender)
        return self._known[key]

    @cached_property
    def _known(self) -> dict[tuple[int, int, int], Bearer | None]:
        return {}

    def _found(self, line: Line, start: int, gender: str) -> Bearer | None:
        here = line.text[:start]
        if goes_on := self._goes_on(line, start, gender):
            return goes_on
        if speaks_of_others(here, gender):
            return None
        named = self._people(line, gender, start)
        if named and is_adjunct(here) and all_hang_off(line, [span for span, _ in named]):
            # Who stands beside somebody in an adjunct is somebody else: `With Otto Holt he sailed`.
            told_of = self._only_protagonist(line, gender) or self._of_sentences_before(line, gender)
            return None if any(bearer is told_of for _, bearer in named) else told_of
        if named:
            span, bearer = named[0]
            alone = all(other is bearer for _, other in named)
            return _certain(bearer) if alone and _leads(line, span, here[span.end :]) else None
        if said := _PRONOUNS[gender].search(here):
            return self.meant(line, said.start(), gender)
        return self._only_protagonist(line, gender) or self._of_sentences_before(line, gender)

    def _still_told_of(self, line: Line, start: int, gender: str) -> Bearer | None:
        """The protagonist, who was the subject of the sentence before and is that of this one."""
        told_of, earlier = self.discourse.protagonist, self.discourse.before(line)
        if told_of is None or not may_be(told_of, gender):
            return None
        here = line.text[:start]
        if not is_adjunct(here) and not _PARTICIPLE.fullmatch(here):
            return None
        if speaks_of_others(here, gender, hanging=True):
            return None
        rivals = [span for span, bearer in self._people(line, gender, start) if bearer is not told_of]
        if not all(hangs_off(line, span) for span in rivals):
            return None
        speaking = (each for each in earlier if self._speaks_of_any(each, gender))
        last = next(speaking, None)
        if last is None:
            return told_of
        if not self._is_about(last, told_of, gender):
            return None
        named = self._people(last, gender)
        return told_of if self._is_only_subject(last, told_of, named, gender) else None

    def _speaks_of_any(self, line: Line, gender: str) -> bool:
        """Whether anyone of that gender is named in a sentence, or spoken of."""
        return bool(
            self._people(line, gender)
            or _SOMEBODY[gender].search(line.text.casefold())
            or speaks_of_others(line.text, gender)
        )

    def _is_about(self, line: Line, told_of: Bearer, gender: str) -> bool:
        """Whether somebody is the subject of a sentence: by name, as `he`, or as `his` in `his book`."""
        if first := self.discourse.subject(line):
            return first[1] is told_of and not _OWNS.match(line.text, first[0].end)
        if _OPENS_WITH_MORE.match(line.text) and any(
            bearer is told_of
            and _IS_SUBJECT.search(line.text[: span.start])
            and _ACTS_NEXT.match(line.text, span.end)
            for span, bearer in self.discourse.census.at(line)
        ):
            return True
        if self._is_owned(line, 0, gender):
            return self.meant(line, 0, gender) is told_of
        said = _PRONOUNS[gender].search(line.text)
        here = line.text[: said.start()] if said else ""
        opens_with_it = said and (is_adjunct(here) or _PARTICIPLE.fullmatch(here))
        return bool(opens_with_it) and said is not None and self.meant(line, said.start(), gender) is told_of

    def _goes_on(self, line: Line, start: int, gender: str) -> Bearer | None:
        """Whom the pronoun that opens the sentence means, where another clause begins: `He came; later he`.

        All others of that gender must hang off prepositions: `He sold it to his brother; in 1901 he`.
        """
        first = _PRONOUNS[gender].search(line.text, 0, start)
        if first is None or not is_adjunct(line.text[: first.start()]):
            return None
        between = line.text[first.end() : start]
        if not _NEW_CLAUSE.search(between) or self._names_any(line, gender, first.end(), start):
            return None
        others = speaks_of_others(between, gender, hanging=True)
        return None if others else self.meant(line, first.start(), gender)

    def _names_any(self, line: Line, gender: str, after: int, until: int) -> bool:
        """Whether anyone of that gender is named between two places, and does more than hang off `to`."""
        named = [span for span, _ in self._people(line, gender, until) if span.start >= after]
        return any(not HANGING.search(line.text[: span.start]) for span in named)

    def _only_protagonist(self, line: Line, gender: str) -> Bearer | None:
        """Whom all is about, where the paragraph has so far spoken of no other such person."""
        told_of = self.discourse.protagonist
        if told_of is None or not may_be(told_of, gender):
            return None
        for earlier in self.discourse.before(line):
            named = self._people(earlier, gender)
            if any(bearer is not told_of for _, bearer in named):
                return None
            if speaks_of_others(earlier.text, gender, but=told_of.callings):
                return None
            first = self.discourse.subject(earlier)
            if first and first[1] is not told_of and _may_act(earlier, *first):
                return None
        return told_of

    def _of_sentences_before(self, line: Line, gender: str) -> Bearer | None:
        """Who is the subject of the last sentence that speaks of any such person; else the protagonist."""
        for earlier in self.discourse.before(line):
            named = self._people(earlier, gender)
            leader = self._leader(earlier, gender)
            if leader is not None:
                is_owned = leader is not self.discourse.protagonist and _OWNED[gender].match(earlier.text)
                sure = not is_owned and self._is_only_subject(earlier, leader, named, gender)
                return leader if sure and not self._acts_on_protagonist(earlier, leader, gender) else None
            if _are_listed(earlier, named):
                named = []
            if len({id(bearer) for _, bearer in named}) > 1:
                return None
            if speaks_of_others(earlier.text, gender, hanging=True) or self._opens_with_stranger(earlier):
                return None
            if said := _PRONOUNS[gender].search(earlier.text):
                about = self.meant(earlier, said.start(), gender)
                told_of = self.discourse.protagonist
                is_sure = about is told_of if told_of else bool(named)
                return about if is_sure and all(b is about for _, b in named) else None
            if named:
                return None if self._is_beside(line, named[0][1], gender) else _certain(named[0][1])
        protagonist = self._protagonist(line)
        return protagonist if protagonist and may_be(protagonist, gender) else None

    def _opens_with_stranger(self, line: Line) -> bool:
        """Whether the subject of a sentence is a name of which nothing tells what bears it."""
        first = self.discourse.subject(line)
        return first is not None and (first[1].type is None or not first[1].usable)

    def _leader(self, line: Line, gender: str) -> Bearer | None:
        """The person of that gender who is the subject of a sentence: by name, or as `In 1906 he`."""
        start = subject_starts(line)
        if first := self.discourse.subject(line):
            owns = _OWNS.match(line.text, first[0].end)
            return _certain(first[1]) if may_be(first[1], gender) and not owns else None
        if (about := self.described(line, start)) and is_person(about):
            return about if may_be(about, gender) else None
        said = _PRONOUNS[gender].search(line.text)
        if said and (
            is_adjunct(line.text[: said.start()]) or _OPENS_CLAUSE.fullmatch(line.text[: said.start()])
        ):
            return self.meant(line, said.start(), gender)
        return self.meant(line, start, gender) if self._is_owned(line, start, gender) else None

    def _is_owned(self, line: Line, start: int, gender: str) -> bool:
        """Whether a sentence opens with a thing of somebody: `His first book`, no `His brother Otto`."""
        if not _OWNED[gender].match(line.text, start):
            return False
        somebody = _OWN_PERSON.match(line.text, start)
        named = {span.start for span, _ in self._people(line, gender)}
        is_person = somebody is not None and somebody.end() in named
        return not is_person and not speaks_of_others(line.text[: start + _PHRASE], gender)

    def _is_only_subject(
        self, line: Line, leader: Bearer, named: list[tuple[Span, Bearer]], gender: str
    ) -> bool:
        """Whether all others in a sentence merely hang off prepositions, and nothing more is told of them.

        Beside the protagonist they may also be objects.
        """
        is_hero = leader is self.discourse.protagonist
        rivals = [span for span, bearer in named if bearer is not leader]
        if speaks_of_others(self._predicate(line, leader), gender, beside=is_hero, hanging=not is_hero) or (
            rivals and _FOLLOWED_BY.search(line.text)
        ):
            return False
        if any(_GOES_ON_TO_TELL.match(line.text, span.end) for span in rivals):
            return False
        if is_hero:
            return not any(_ACTS_BESIDE.search(line.text[: span.start]) for span in rivals)
        return all(hangs_off(line, s) and not _BY.search(line.text[: s.start]) for s in rivals)

    def _predicate(self, line: Line, leader: Bearer) -> str:
        """The sentence without the description that opens it, where this means the leader: `The painter`."""
        opening = _THE_CALLING.match(line.text, subject_starts(line))
        is_leader = opening and self.described(line, opening.start()) is leader
        return line.text[opening.end() :] if opening and is_leader else line.text

    def _acts_on_protagonist(self, line: Line, leader: Bearer, gender: str) -> bool:
        """Whether a sentence about another may go on about the protagonist: `Clara Finch praised her`."""
        told_of = self.discourse.protagonist
        if told_of is None or told_of is leader or not may_be(told_of, gender):
            return False
        earlier = " ".join(each.text for each in self.discourse.before(line))
        goes_on = _SOMEBODY[gender].search(earlier) or any(name in earlier for name in told_of.names)
        said = _SOMEBODY if goes_on else _OBJECT
        return bool(said[gender].search(line.text))

    def _is_beside(self, line: Line, bearer: Bearer, gender: str) -> bool:
        """Whether the document or paragraph is about another such person, and this one named in passing."""
        told_of = self.discourse.protagonist
        if told_of is not None:
            return told_of is not bearer and may_be(told_of, gender)
        said = Counter(
            {id(b): sum(b.names.values()) for b in self.discourse.census.bearers.values() if is_person(b)}
        )
        here = {
            id(other)
            for paragraph in (line.paragraph - 1, line.paragraph)
            for each in self.discourse.paragraphs.get(paragraph, [])
            for _, other in self.discourse.census.at(each)
            if may_be(other, gender) and other is not bearer
        }
        return any(said[each] >= max(_OFTEN, 2 * sum(bearer.names.values())) for each in here)

    def _protagonist(self, line: Line) -> Bearer | None:
        """Whom all is about; else the one person whom the paragraph before speaks of, with no rival."""
        told_of = self.discourse.protagonist
        paragraphs = self.discourse.paragraphs
        if told_of or self.discourse.before(line) or line.paragraph - 1 not in paragraphs:
            return told_of
        census = self.discourse.census
        said = Counter(
            id(bearer)
            for earlier in paragraphs[line.paragraph - 1]
            for _, bearer in census.at(earlier)
            if is_person(bearer)
        )
        return next((b for b in census.bearers.values() if id(b) in said), None) if len(said) == 1 else None

    def _people(self, line: Line, gender: str, until: int | None = None) -> list[tuple[Span, Bearer]]:
        """Who of that gender is named in a sentence, before a place in it."""
        return [
            (span, bearer)
            for span, bearer in self.discourse.census.at(line)
            if (until is None or span.end <= until) and may_be(bearer, gender)
        ]


def _may_act(line: Line, span: Span, bearer: Bearer) -> bool:
    """Whether the first name of a sentence may be a person who does something, and merely owns nothing."""
    owns = _OWNS.match(line.text, span.end)
    return not owns and (is_person(bearer) or bearer.type is None)


def _are_listed(line: Line, named: list[tuple[Span, Bearer]]) -> bool:
    """Whether several people stand in one row after a preposition, of whom none alone is meant by `he`."""
    rows = [line.text[one.end : other.start] for (one, _), (other, _) in pairwise(named)]
    return bool(rows) and all(_IN_A_ROW.fullmatch(each) for each in rows) and hangs_off(line, named[0][0])


def _certain(bearer: Bearer) -> Bearer | None:
    return bearer if is_person(bearer) else None


def _leads(line: Line, span: Span, between: str) -> bool:
    """Whether a pronoun later in the sentence takes up that name: the subject, but not in `X, whom he`."""
    leads = opens(line, span) or opens(line, span, subject_starts(line))
    if not leads and not _SUBORDINATE.search(line.text[: span.start]):
        return False
    return not re.match(r",? (?:whom|which|that|whose)\b", between)
