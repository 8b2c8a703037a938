"""Who made, owned or followed something, as a sentence names one alone; and where somebody was born."""

import re
from collections.abc import Iterator, Sequence

from quizapp.domain.fact import Evidence
from quizapp.generation.comparison.claims import DOUBT, Claim, lead_of
from quizapp.generation.comparison.deeds import marks, phrase, subject
from quizapp.generation.comparison.words import names, stems
from quizapp.generation.extraction.names import UPPER
from quizapp.generation.extraction.scene import Line

# By the name of a deed the participles that tell of it, where one alone does it.
_DOINGS = {
    "make": "made|built|constructed|manufactured|supplied",
    "cast": "cast",
    "design": "designed",
    "draw": "drawn|painted",
    "carve": "carved|sculpted",
    "write": "written|composed",
    "publish": "published|brought out|issued",
    "produce": "produced",
    "direct": "directed",
    "succeed": "succeeded|followed",
    "translate": "translated",
}
_WORD = rf"[{UPPER}][\w’'-]*"
_JOINED = r"and(?= (?:Sons?|Daughters?|Co|Company)\b)"
_NAME = (
    rf"{_WORD}(?: [“\"]{_WORD}[”\"])?(?: (?:{_WORD}|&|of(?= [{UPPER}])|{_JOINED}|et|und|y|de|du|van|von))*"
)
_BY = (
    r"(?: (?:as|in|at|on|for) [\w ]{2,30})?,? by (?:(?:the|an?|his|her|its|their) )?(?:[a-zà-ÿ-]+ ){0,4}?"
    rf"(?:the )?(?P<name>{_NAME})"
)
_DONE = re.compile(
    "(?:" + "|".join(rf"(?P<{name}>\b(?:{verbs})\b)" for name, verbs in _DOINGS.items()) + ")" + _BY
)
_BORN = re.compile(rf"\b[Bb]orn (?:on [\w ]+? )?(?:in|at) (?:the )?(?P<name>{_NAME})(?!['’]s)")
_PERSON = re.compile(rf"{_WORD}(?: [“\"]{_WORD}[”\"])?(?: {_WORD})+")
_MORE = re.compile(rf",? (?:and|with|&) (?:the )?[{UPPER}]|, (?!\S+ (?:said|says|told|wrote)\b)[{UPPER}]")
# `by Korean writers`
_NO_NAME_YET = re.compile(
    r" (?!(?:in|of|at|for|on|from|and|but|or|who|which|that|as|with|to|by|before|after|over|under|when|while|"
    r"was|is|had|has|during|until|using|about|near)\b)[a-z]"
)
# `a film written by Holt`, of which no more is known
_ANY = re.compile(r"\b[Aa]n? [^,;]*$")
_TENSE = re.compile(r"\b(?:is|was|were|been|being|are)(?: \w+ly| first)? $|, $")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_HARD = re.compile(r"[;:—]| – ")


def doers(document: str, lines: Sequence[Line]) -> Iterator[Claim]:
    """The names that the sentences of one document give."""
    lead: frozenset[str] = frozenset()
    person = ""
    paragraph = 0
    for line in lines:
        lead = lead if line.paragraph == paragraph else frozenset()
        place = Evidence(document, line.paragraph, line.sentence)
        start = 0
        for end in [*(found.end() for found in _HARD.finditer(line.text)), len(line.text)]:
            yield from _done(place, line.text[start:end], lead | frozenset(stems(line.text[:start])))
            start = end
        yield from _born(place, line.text, person)
        lead, paragraph = lead_of(line.text, lead), line.paragraph
        person = next((found[0] for found in _PERSON.finditer(line.text)), person)


def _done(place: Evidence, part: str, understood: frozenset[str]) -> Iterator[Claim]:
    for found in _DONE.finditer(part):
        deed = next(name for name in _DOINGS if found[name])
        before, after = part[: found.start()], part[found.end("name") :]
        if DOUBT.search(part[: found.end()]) or _MORE.match(after) or _NO_NAME_YET.match(after):
            continue
        if not _TENSE.search(before) and _ANY.search(before):
            continue
        told = subject(before)
        theme = frozenset(stems(told.theme))
        head = stems(phrase(told.theme).partition(" of ")[0])[-1:]
        is_unsaid = not theme or (len(theme) == 1 and theme <= understood)
        yield Claim(
            place, "name", found["name"], found["name"], deed, "".join(head) if not told.open else "",
            theme | (understood if is_unsaid else frozenset()), frozenset(stems(part)), names(told.theme),
            about=found[deed], text=part, marks=marks(told.theme),
        )  # fmt: skip


def _born(place: Evidence, text: str, person: str) -> Iterator[Claim]:
    """Where a person was born who is named in the sentence, or is the last that was."""
    for found in _BORN.finditer(text):
        before = list(_PERSON.finditer(text, 0, found.start()))
        after = _PERSON.search(text, found.end()) if not found.start() else None
        who = before[-1][0] if before else after[0] if after else ""
        pronoun = _PRONOUN.search(text, 0, found.start() or len(text))
        who = who or (person if pronoun else "")
        theme = frozenset(stems(who))
        if theme and not DOUBT.search(text, 0, found.end()):
            yield Claim(
                place, "name", found["name"], found["name"], "born", max(theme), theme, theme, theme,
                about="born in", text=who,
            )  # fmt: skip
