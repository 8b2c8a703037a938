"""What one sentence gives a value of: a date of a deed, a count, a measure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.domain.fact import Evidence
from quizapp.generation import units
from quizapp.generation.comparison.deeds import Deed, deeds, marks, phrase
from quizapp.generation.comparison.words import is_past, names, stems
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.values import Value, values


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that one sentence gives, and the words that tell of what.

    Claims are compared where `kind` and `key` are alike: a moment by the deed, a count by the noun, a measure
    by its dimension. `head` is the noun of what it is said of, `theme` its words with those that a pronoun
    stands for, `words` all that stands beside it; `names` are the capitalised words of the theme, `doers`
    all others. `about` names what is given, and `text` is the stretch of the sentence that gives it; `marks`
    tell one of several such things from the others. `hedged`: "about 400", "some fifty".
    """

    place: Evidence
    kind: str
    content: str
    written: str
    key: str
    head: str = ""
    theme: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    aspect: str = ""
    about: str = ""
    text: str = ""
    marks: frozenset[str] = frozenset()
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a sentence with a value in it, which stands from `at` to `end`."""

    text: str
    at: int
    end: int


_HARD = re.compile(r"[;:—]| – ")
_SOFT = re.compile(r"[,;:()—]| – | and | but | which | who | that | where | when | while ")
DOUBT = re.compile(
    r"\b(?:will|would|may|might|could|should|not|never|if|unless|whether|planned|supposed|said to|believed|"
    r"thought to|legend|perhaps|probably|rumou?r\w*|claim\w*|estimated)\b|n[’']t\b|\?"
)
_HEDGE = re.compile(r"\b(?:about|around|some|nearly|almost|roughly|approximately|circa|c\.) $", re.IGNORECASE)
_WHEN = re.compile(r"(?:^|\b(?:in|on|of|late|early|summer|spring|autumn|winter) )$", re.IGNORECASE)
_AS_OF = re.compile(r"\bas (?:of|in|on) (?:late |early )?$", re.IGNORECASE)
_ASPECTS = {
    "wide": "wide|width|broad|breadth|across|diameter",
    "high": "high|height|tall|altitude|elevation|above|rises?",
    "long": "long|length",
    "span": "span|spans",
    "deep": "deep|depth",
    "thick": "thick|thickness",
}
_ASPECT = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _ASPECTS.items()))
_HOLDS = re.compile(r"\b(?:capacity|holds?|held|seats?|room for|carr(?:y|ies)|can take|accommodates?)\b")
# What is many by itself: a crew of 24.
COLLECTIVE = "of"
_BODY = re.compile(r"\b(crew|garrison|staff|fleet|population|team|choir|orchestra|workforce|collection) of $")
_PRONOUN = re.compile(r"\b(?:[Ii]t|[Ii]ts|[Hh]e|[Hh]is|[Ss]he|[Hh]ers?|[Tt]hey|[Tt]heirs?|[Tt]hem|This)\b")
_NO_LEAD = re.compile(r"(?:I|We|You|In|On|At|From|Above|Below|Beside|Near|Under|There)\b")
_TENSE = re.compile(r" (?:(?P<copula>is|was|are|were)|has|had|have|will|can)\b(?! \w+ed\b)")
_LEAD_WORDS = 9
_RELATIVE = re.compile(r" (?:which|who|that|where) $")
_NUMBER = re.compile(r"\b\d[\d,.]*\d\b")
_LONG_NUMBER = 4
_FAR = 130
_APART = 40
# `was founded by Holt and played its first match in`
_NEXT_VERB = re.compile(r"(?:,| and| but| who| which| that) (?P<verb>[a-z]+)\b")


def claims(document: str, lines: Sequence[Line]) -> Iterator[Claim]:
    """What the sentences of one document give values of."""
    lead: frozenset[str] = frozenset()
    paragraph = 0
    for line in lines:
        lead = lead if line.paragraph == paragraph else frozenset()
        yield from _in_line(document, line, lead)
        lead = lead_of(line.text, lead)
        paragraph = line.paragraph


def lead_of(text: str, before: frozenset[str]) -> frozenset[str]:
    """The words of what the sentence after this may call `it`, or by a part of its name."""
    return _lead(text) | (before if _PRONOUN.match(text) else frozenset())


def _lead(text: str) -> frozenset[str]:
    if _NO_LEAD.match(text):
        return frozenset(stems(text))
    tense = _TENSE.search(text)
    if tense is None:
        return frozenset(stems(" ".join(text.split()[:_LEAD_WORDS])))
    said = text[tense.end() :].partition(",")[0] if tense["copula"] else ""
    return frozenset(stems(f"{text[: tense.start()]} {' '.join(said.split()[:_LEAD_WORDS])}"))


def _in_line(document: str, line: Line, lead: frozenset[str]) -> Iterator[Claim]:
    found = values(line.text)
    meant = lead if _PRONOUN.search(line.text) else frozenset()
    dated = {value.start for value in found if value.kind == "date"}
    place = Evidence(document, line.paragraph, line.sentence)
    for value in found:
        hedged = bool(_HEDGE.search(line.text, 0, value.start))
        near = _piece(_SOFT, line.text, value)
        is_told_twice = value.kind == "year" and value.start in dated
        if is_told_twice or DOUBT.search(near.text) or not (value.exact or hedged):
            continue
        part = _piece(_HARD, line.text, value)
        written = line.text[value.start : value.end]
        if value.kind in ("year", "date"):
            around = frozenset(stems(line.text.replace(part.text, " ")))
            yield from _moments(place, value, written, part, lead | around, meant)
        elif value.kind == "quantity":
            yield _measure(place, value, written, near, part, meant, hedged)
        else:
            yield from _counts(place, value, written, near, part, meant, hedged)


def _piece(border: re.Pattern[str], text: str, value: Value) -> _Piece:
    """The stretch between the two borders around a value."""
    borders = [found.span() for found in border.finditer(text)]
    start = max((end for _, end in borders if end <= value.start), default=0)
    last = min((begin for begin, _ in borders if begin >= value.end), default=len(text))
    return _Piece(text[start:last], value.start - start, value.end - start)


def _moments(
    place: Evidence,
    value: Value,
    written: str,
    part: _Piece,
    understood: frozenset[str],
    meant: frozenset[str],
) -> Iterator[Claim]:
    """The deed that is nearest to a date; without one the date of all that is said beside it."""
    if not _WHEN.search(part.text, 0, part.at) or _AS_OF.search(part.text, 0, part.at):
        return
    words = _beside(part, frozenset())
    told = sorted(deeds(part.text), key=lambda deed: _distance(deed, part))
    if not told or _distance(told[0], part) > _FAR:
        yield Claim(place, "moment", value.content, written, "", words=words | meant, text=part.text)
        return
    deed = told[0]
    of = stems(phrase(deed.theme).partition(" of ")[0])
    theme = frozenset(stems(deed.theme))
    yield Claim(
        place, "moment", value.content, written, deed.name, of[-1] if of and not deed.open else "",
        theme | (understood if _is_unsaid(theme, understood) else frozenset()), words, names(deed.theme),
        names(part.text) - theme, about=deed.name, text=part.text, marks=marks(deed.theme),
    )  # fmt: skip


def _is_unsaid(theme: frozenset[str], meant: frozenset[str]) -> bool:
    """Whether what a deed befell is left to be understood, or named by a word of the sentence before."""
    return not theme or (len(theme) == 1 and theme <= meant)


def _distance(deed: Deed, part: _Piece) -> int:
    """How far a deed is from the value, in letters; a value behind another clause's verb is not of it."""
    if deed.end > part.at:
        between = part.text[part.end : deed.start]
        return len(between) + _APART * len(_SOFT.findall(between))
    between = part.text[deed.end : part.at]
    has_verb = any(is_past(found["verb"]) for found in _NEXT_VERB.finditer(between))
    return len(between) + _APART * len(_SOFT.findall(between)) + (_FAR if has_verb else 0)


def _measure(
    place: Evidence,
    value: Value,
    written: str,
    near: _Piece,
    part: _Piece,
    meant: frozenset[str],
    hedged: bool,
) -> Claim:
    aspect = _ASPECT.search(near.text)
    measured = stems(_ASPECT.sub("", near.text[: near.at]))
    dimension = units.quantity(value.content).dimension
    return Claim(
        place, "quantity", value.content, written, dimension, measured[-1] if measured else "",
        _theme(near, part, meant), _beside(part, meant), aspect=str(aspect.lastgroup) if aspect else "",
        about=aspect[0] if aspect else "", text=part.text, marks=marks(near.text), hedged=hedged,
    )  # fmt: skip


def _counts(
    place: Evidence,
    value: Value,
    written: str,
    near: _Piece,
    part: _Piece,
    meant: frozenset[str],
    hedged: bool,
) -> Iterator[Claim]:
    body = _BODY.search(part.text, 0, part.at)
    counted, aspect = stems(value.noun)[-1:], ""
    if body and not counted:
        counted, aspect = stems(body[1]), COLLECTIVE
    elif _HOLDS.search(near.text):
        counted, aspect = counted or ("room",), "room"
    for noun in counted:
        yield Claim(
            place, "number", value.content, written, noun, "", _theme(near, part, meant) - {noun},
            _beside(part, meant) - {noun}, aspect=aspect, about=value.noun or noun, text=part.text,
            hedged=hedged,
        )  # fmt: skip


def _theme(near: _Piece, part: _Piece, meant: frozenset[str]) -> frozenset[str]:
    """The words of a clause; of one that names nothing, with those of the clause before it."""
    said = frozenset(stems(_ASPECT.sub("", near.text[: near.at] + " " + near.text[near.end :])))
    before = part.text[: part.at - near.at]
    if not said:
        return meant | frozenset(stems(part.text))
    return said | meant | frozenset(stems(before) if _RELATIVE.search(before) else ())


def _beside(part: _Piece, meant: frozenset[str]) -> frozenset[str]:
    """Words and long numbers around a value."""
    text = part.text[: part.at] + " " + part.text[part.end :]
    numbers = (each for each in _NUMBER.findall(text) if len(each) > _LONG_NUMBER)
    return frozenset((*stems(text), *numbers)) | meant
