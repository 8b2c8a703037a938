"""Measures said of what somebody or something has, by characters: `Its length is 845 metres`.

The relations are those whose frames say `has a length of`. A measure with another name, and one of a part
(`Its two towers are 155 metres high`), is told by general relations, which keep the words as their scope.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

from quizapp.domain.fact import EntityType, Relation
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.frames import frame
from quizapp.generation.extraction.measures import HOW, how_of, named_measures, part_of, size_of
from quizapp.generation.extraction.moments import moment
from quizapp.generation.extraction.names import NAME
from quizapp.generation.extraction.numerals import IN_WORDS
from quizapp.generation.extraction.owners import bearer_of
from quizapp.generation.extraction.phrases import PLAIN, Span, opening_phrase, phrase_before
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning, is_of
from quizapp.generation.extraction.subjects import opens_clause, subject_of
from quizapp.generation.extraction.values import ABOUT, Value

Attributes = Mapping[str, tuple[Relation, ...]]

_VERB = (
    r"(?P<verb>is|are|was|were|measures?|measured|reach(?:es|ed)?|totals?|totalled)"
    rf"(?: (?:exactly|only|just|{ABOUT}))? "
)
_OPENS = r"(?:^[“ ]*|(?<=[,;:] )(?:(?:and|but|while|whereas|where) )?|(?<= )(?:and|but|while) )"
_OWNER = rf"(?:[Tt]he )?(?:{NAME}|[a-z][a-z-]+(?: [a-z][a-z-]+)?)"
_COUNTED = rf"(?:(?:\d+|{IN_WORDS}) )?"
_WHAT = rf"(?:(?:{PLAIN}|and) ){{0,3}}?{PLAIN}"
_SAID = re.compile(
    rf"{_OPENS}(?:(?:(?P<its>[Ii]ts)|(?P<owner>{_OWNER})['’]s?) {_COUNTED}(?P<what>{_WHAT})"
    rf"|[Tt]he {_COUNTED}(?P<what_of>{_WHAT}) of (?P<whole>{_OWNER})) {_VERB}"
)
_HAS = re.compile(r"\b(?P<verb>has|had) (?=an? )")
_A_MEASURE = re.compile(rf"(?:has|had|[Ww]ith|and) an? (?P<what>{_WHAT}) of (?:{ABOUT} )?")
_WITH = re.compile(r"(?P<front>^[“ ]*)?\b[Ww]ith (?=an? )")
_OF_SIZE = re.compile(
    rf"(?P<name>(?:[Tt]he )?{NAME})(?P<link>,| is| was) an? (?:[a-z-]+ ){{0,3}}?(?P<noun>[a-z]+) of "
    rf"(?:{ABOUT} )?"
)
_CLOSED = re.compile(r"[,.;)]|$")


def attributes(catalogue: Mapping[str, Relation]) -> Attributes:
    """For each noun of which things have one, as `top speed`, the relations that ask for it."""
    found: dict[str, tuple[Relation, ...]] = {}
    for relation in catalogue.values():
        for told in (frame(relation.relation_id, text) for text in relation.says):
            is_had = "have" in told.verbs and told.first == "subject" and len(told.words) > 1
            if is_had and relation.literal in ("quantity", "number") and "of" in told.words[-1]:
                for words in product(*map(sorted, told.words[:-1])):
                    found[" ".join(words)] = (*found.get(" ".join(words), ()), relation)
    return found | named_measures(catalogue)


def measured(
    line: Line,
    values: Sequence[Value],
    meaning: Meaning,
    known: Attributes,
    is_verb: Callable[[str], bool] = lambda _: False,
) -> Iterator[Candidate]:
    """`Its length is 845 metres`, `The bridge’s height was 62 metres`: how long and how high it is."""
    exact = {value.start: value for value in values if value.is_said and value.kind in ("quantity", "number")}
    if exact:
        yield from _of_owner(line, exact, meaning, known)
        yield from _had(line, exact, meaning, known, is_verb)
        yield from _of_size(line, exact, meaning, known)


def _of_owner(
    line: Line, exact: Mapping[int, Value], meaning: Meaning, known: Attributes
) -> Iterator[Candidate]:
    for found in _SAID.finditer(line.text):
        value = exact.get(found.end())
        if value is None or not line.is_plain(found.start("verb")):
            continue
        part = "its" if found["its"] else "owner" if found["owner"] else "whole"
        what = found["what"] or found["what_of"]
        how = HOW.match(line.text, value.end)
        yield from told(
            line,
            found.span(part),
            (what, found["verb"], how_of(how[0]) if how else ""),
            value,
            meaning,
            known,
        )


def _had(
    line: Line,
    exact: Mapping[int, Value],
    meaning: Meaning,
    known: Attributes,
    is_verb: Callable[[str], bool],
) -> Iterator[Candidate]:
    """`X has a depth of 40 metres`, `With an area of 90 hectares, X`, `X, with a wingspan of 4 metres,`."""
    for opening, verb in ((_HAS, True), (_WITH, False)):
        for found in opening.finditer(line.text):
            at = found.start("verb") if verb else found.start()
            measure = _A_MEASURE.match(line.text, at if verb else found.end() - 5)
            value = exact.get(measure.end()) if measure else None
            if measure is None or value is None or not line.is_plain(at):
                continue
            whose = (
                _subject(line.text, at, is_verb) if verb else _beside(line.text, found, value.end, is_verb)
            )
            if whose:
                said = (measure["what"], "was" if line.text.startswith("had", at) else "is", "")
                yield from told(line, (whose.start, whose.end), said, value, meaning, known)


def _of_size(
    line: Line, exact: Mapping[int, Value], meaning: Meaning, known: Attributes
) -> Iterator[Candidate]:
    """`X, a peak of 5,120 metres`, `X is a plain of 160 square kilometres`."""
    for found in _OF_SIZE.finditer(line.text):
        value = exact.get(found.end())
        start, end = found.span("name")
        if value is None or not line.is_plain(found.start("noun")):
            continue
        if found["link"] != "," and not opens_clause(line.text, start):
            continue
        for relation in size_of(found["noun"], value, known):
            bearer = is_of(value, relation) and owner(line, start, end, meaning, relation)
            if bearer:
                yield Candidate(
                    bearer, relation.relation_id, value.content, line.paragraph, line.sentence, "of size",
                    value.scoped(),
                )  # fmt: skip


def _subject(text: str, at: int, is_verb: Callable[[str], bool]) -> Span | None:
    subject = subject_of(text, at, is_verb)
    return subject.spans[0] if subject and len(subject.spans) == 1 and subject.voice == "active" else None


def _beside(text: str, found: re.Match[str], end: int, is_verb: Callable[[str], bool]) -> Span | None:
    """What has the measure: the subject after it, or the name before it that opens the clause."""
    if found["front"] is not None:
        return opening_phrase(text, end + 2, is_verb) if text.startswith(", ", end) else None
    if not text.endswith(", ", 0, found.start()) or not _CLOSED.match(text, end):
        return None
    span = phrase_before(text, found.start() - 2)
    return span if span and opens_clause(text, span.start) else None


def told(
    line: Line,
    whose: tuple[int, int],
    said: tuple[str, str, str],
    value: Value,
    meaning: Meaning,
    known: Attributes,
) -> Iterator[Candidate]:
    """What a measure tells of its owner; `said` is the noun, the verb, and the word how behind the value."""
    for relation, scope in part_of(*said, value, known):
        bearer = is_of(value, relation) and owner(line, *whose, meaning, relation)
        if bearer:
            as_of = moment(line.text, value) if relation.volatile else ""
            yield Candidate(
                bearer, relation.relation_id, value.content, line.paragraph, line.sentence, "attribute",
                value.scoped(scope), as_of=as_of,
            )  # fmt: skip


def owner(line: Line, start: int, end: int, meaning: Meaning, relation: Relation) -> Mention | None:
    """What the words mean whose attribute it is."""
    return bearer_of(line, start, end, meaning, tuple(EntityType(each) for each in relation.subject))
