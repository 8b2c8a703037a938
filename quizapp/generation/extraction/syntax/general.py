"""The general route, read from the parse: clauses with one subject, their verb, and all that hangs on it."""

import re
from collections.abc import Iterable, Iterator

from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.names import UPPER
from quizapp.generation.extraction.retelling import Taken, lasted, predicated, retold
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.extraction.syntax.clause import Clause, Phrase
from quizapp.generation.extraction.told import Told

# Between the phrases of one verb stand prepositions and particles, and what a name just told stands for.
_BETWEEN = re.compile(
    r"(?:, (?:an?|the) [a-z][^,;:()]{2,60}(?=, (?:in|on) ))?(?:,? (?:and )?(?:[a-z]+ ){0,2})?"
    # What is named only behind its comma: `set up | a company, | the Quill Works`.
    r"|(?: [a-z]+)? an? (?:[a-z-]+ ){0,2}[a-z-]+, (?:the )?"
)
# What hangs on the last phrase is no part of it: `a post | as curator at the museum in Bergen`.
_CAPITALS = rf"[{UPPER}][\w’'-]*(?: (?:of |the |de )*[{UPPER}][\w’'-]*)*"
_PHRASE = rf"(?:the |an? )?(?:[a-z][\w-]* ){{0,2}}(?:{_CAPITALS}|[a-z][\w-]*)"
_TIME = rf"(?:in|on) (?:[a-z]+ ){{0,3}}(?:\d{{1,2}} )?(?:[{UPPER}][a-z]+ )?(?:\d{{1,2}}, )?\d{{4}}\b"
# A name in another language goes on in small letters, where the parse may cut it.
_SMALL = (
    "(?:de|del|dell[aeo]|degli|dei|di|da|do|dos|das|des|du|la|las|los|le|les|el|et|und|van|von|zu|zum|zur|der"
    "|den|sur|sous)"
)
_FOREIGN = rf"(?: {_SMALL} [{UPPER}][\w’-]*)*"
_CUT_NAME = re.compile(rf" {_SMALL}$")
_HANGING = re.compile(
    rf"{_FOREIGN}(?: (?:in|on|at|of|near|from|as|by|with|without|to|for) {_PHRASE})*(?:,? {_TIME})?"
)
# The two ends of a span of years.
_SINCE = re.compile(r" from (?:[A-Z][a-z]+ )?\d{4}$")
_UNTIL = re.compile(r" (?:to|until|till) (?:[A-Z][a-z]+ )?\d{4}\b")
# Where the parser ends a phrase inside a name, the name goes on: `the Accademia | delle Arti`.
_REST_OF_NAME = re.compile(
    rf"(?: (?:d[aeiou]s?|del|dell[aeo]|der|den|von|van|la|le|les|of|of the))? [{UPPER}][\w’'-]*"
)
_ENDS_IN_NAME = re.compile(
    rf"(?:^| )(?:[{UPPER}][\w’'-]*(?: (?:d[aeiou]s?|del|dell[aeo]|der|von|van|la|le|les|of))?)$"
)
_VERB = re.compile(
    r"(?:(?:was|is|had|has|been|were|are|have|\w{3,}ly|also|then|later|finally|soon|first) )*[\w-]+"
)
_HELPERS = re.compile(r"(?:was|had|were|is|are|has|have)\b")


def general(meanings: Meaning, line: Line, clauses: Iterable[Clause], taken: Taken) -> Iterator[Candidate]:
    """The facts of general relations that the clauses of a sentence make."""
    for clause in clauses:
        if not clause.stated or len(clause.subjects) != 1:
            continue
        told = _predicate(clause, line.text)
        if told:
            yield from predicated(meanings, line, told, "syntax")
        if clause.verb != "be" or clause.passive:
            yield from retold(meanings, line, told_as(clause, line.text), taken, "syntax")
        yield from lasted(meanings, line, told_as(clause, line.text), "syntax")


def told_as(clause: Clause, text: str) -> Told:
    """The clause as places in its sentence."""
    subject = clause.subjects[0]
    group = _VERB.match(text, clause.at, clause.end)
    verb = (clause.at, group.end() if group else clause.end)
    fronted = [p for p in clause.adjuncts if p.end <= subject.start]
    fronted = fronted or [p for p in clause.adjuncts if subject.end <= p.start and p.end <= clause.at]
    if clause.at < subject.start:
        fronted = []
    opening = min((_with_preposition(p, text) for p in fronted), default=subject.start)
    helper = "was" if clause.passive and not _HELPERS.match(text, clause.at) else ""
    return Told(opening, (subject.start, subject.end), verb, _reach(clause, verb[1], text), helper)


def _predicate(clause: Clause, text: str) -> Told | None:
    """The clause as places, its predicate from the article on."""
    if clause.verb not in ("be", "become") or clause.passive or len(clause.objects) != 1:
        return None
    subject, predicate = clause.subjects[0], clause.objects[0]
    is_before = clause.apposition and subject.end <= predicate.start
    verb = (predicate.start, predicate.start) if clause.apposition else (clause.at, clause.end)
    if not is_before and clause.apposition:
        return None
    end = re.search(r"[,;:()–—]|\.\W*$", text[predicate.end :])
    return Told(
        subject.start,
        (subject.start, subject.end),
        verb,
        predicate.end + end.start() if end else len(text),
    )


def _with_preposition(phrase: Phrase, text: str) -> int:
    before = text[: phrase.start].rstrip()
    if before.lower().endswith(phrase.preposition):
        return len(before) - len(phrase.preposition)
    return phrase.start


def _reach(clause: Clause, start: int, text: str) -> int:
    """Where the last of the phrases ends that follow the verb without a break."""
    end = start
    for phrase in sorted((*clause.objects, *clause.adjuncts, *clause.of), key=lambda p: p.end):
        if phrase.end > end and (phrase.start <= end or _BETWEEN.fullmatch(text[end : phrase.start])):
            end = phrase.end
    cut = _CUT_NAME.search(text, start, end)
    end = cut.start() if cut else end
    hanging = _HANGING.match(text, end)
    end = hanging.end() if hanging else end
    while _ENDS_IN_NAME.search(text, start, end) and (more := _REST_OF_NAME.match(text, end)):
        end = more.end()
    until = _UNTIL.match(text, end) if _SINCE.search(text, start, end) else None
    return until.end() if until else end
