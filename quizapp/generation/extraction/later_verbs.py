"""Told clauses of the verbs that are not the first of their sentence: in rows, behind asides, after `when`.

Like the rest of the surface route this looks at characters alone; whose verb it is `rows` and `openings` say.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.generation import english
from quizapp.generation.extraction.openings import opening_subject
from quizapp.generation.extraction.rows import subject_in_row
from quizapp.generation.extraction.subjects import Subject, finite_subject
from quizapp.generation.extraction.told import Told

_ADVERB = r"(?:then|later|finally|eventually|soon|first|also|subsequently|[a-z]{3,}ly)"
_VERB = rf"(?:{_ADVERB} )*(?P<group>(?:was (?:{_ADVERB} )*)?(?P<verb>[a-z]+))\b"
_JOINED = re.compile(rf"(?:, |,? and |,? but ){_VERB}")
_RELATIVE = re.compile(rf", (?:who|which) (?:{_ADVERB} )*(?P<group>(?:(?:was|had) )?(?P<verb>[a-z]+))\b")
_DATED = re.compile(rf",? and(?P<time>,? (?:in|on) (?:[\w]+,? ){{0,4}}\d{{4}},?) {_VERB}")
_OPENING = re.compile(r"^[ “]*(?:First )?(?P<verb>[A-Z][a-z]+) (?=[a-zA-Z])")
_SUBORDINATE = re.compile(r"(?:^[ “]*(?:When|After|While|Although|Because)|, (?:when|after|where|because)) ")
_NEXT_VERB = re.compile(r" (?P<group>(?:(?:was|had) )?(?P<verb>[a-z]+))\b")
_MOST_SUBJECT = 60
_STOP = re.compile(r"[,;:()–—?!]|\.\W*$|\.(?= [A-Z][a-z]+ [a-z])")


def later_verbs(text: str) -> Iterator[Told]:
    """What verbs tell that share a subject, or that open a sentence or a clause of time."""
    for found in _JOINED.finditer(text):
        at = found.start("verb")
        if _can_be(found["verb"]) and (subject := subject_in_row(text, at, _can_be)):
            yield from _told(text, subject, found.span("group"), _helper(subject, found["group"]))
    for found in _RELATIVE.finditer(text):
        if _can_be(found["verb"]) and (spans := finite_subject(text, found.start("group"))):
            yield from _told(text, Subject(spans, "active"), found.span("group"), "")
    for found in _DATED.finditer(text):
        yield from _dated(text, found)
    if (opening := _OPENING.match(text)) and english.is_participle(opening["verb"].lower()):
        opened = opening_subject(text, opening.start("verb"), opening.end("verb"), _can_be)
        yield from _told(text, opened, opening.span("verb"), "was") if opened else ()
    for clause in _SUBORDINATE.finditer(text):
        yield from _in_time(text, clause.end())


def _dated(text: str, found: re.Match[str]) -> Iterator[Told]:
    """What is told behind `and in 1871`, of the subject that the verbs before it share."""
    start, end = found.span("time")
    without = text[:start] + text[end:]
    at = found.start("verb") - (end - start)
    if not _can_be(found["verb"]) or (subject := subject_in_row(without, at, _can_be)) is None:
        return
    for told in _told(text, subject, found.span("group"), _helper(subject, found["group"])):
        yield replace(told, opening=start) if told.subject[1] <= start else told


def _in_time(text: str, start: int) -> Iterator[Told]:
    """The clause behind `when`: its first verb with a subject that ends right before it."""
    for found in _NEXT_VERB.finditer(text, start, start + _MOST_SUBJECT):
        if _can_be(found["verb"]):
            if spans := finite_subject(text, found.start("group")):
                yield from _told(text, Subject(spans, "active"), found.span("group"), "")
            return


def _told(text: str, subject: Subject, verb: tuple[int, int], helper: str) -> Iterator[Told]:
    if len(subject.spans) == 1:
        span = subject.spans[0]
        stop = _STOP.search(text, verb[1])
        yield Told(span.start, (span.start, span.end), verb, stop.start() if stop else len(text), helper)


def _helper(subject: Subject, group: str) -> str:
    """The auxiliary that the verb shares with the one before it."""
    if group.startswith("was "):
        return ""
    return {"passive": "was", "perfect": "had"}.get(subject.voice, "")


def _can_be(word: str) -> bool:
    return english.is_past(word) or english.is_participle(word)
