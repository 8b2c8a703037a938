"""Scopes that are verb phrases, in the forms that templates ask for: `{scope.base}` and its like.

A scope stands as its sentence has it ("crossed Greenland on skis"); where a number is asked for, `…` holds
its place ("designed … new churches in London", "main span is … long"). `about` before it, or alone, says
that the number is near the truth and not the truth itself.
"""

import re
from collections.abc import Callable, Mapping

from quizapp.generation import english

GAP = "…"
_ABOUT = "about"
_COPULAS = ("is ", "are ", "was ", "were ")
_START = re.compile(r" from (\d{4})$")
_FRONT = re.compile(r" (to|from|at|for|by|in|with|into|of)$")
_TAIL = re.compile(r" (?:in|on|at|during|for|against|from|to|with|under|across|along|by)\b.*")


def nearly(scope: str) -> str:
    """The scope of a number that is only near the truth."""
    return f"{_ABOUT} {scope}".rstrip()


def is_nearly(scope: str) -> bool:
    """Whether the number is said to be near the truth only."""
    return scope.partition(" ")[0] == _ABOUT


def exactly(scope: str) -> str:
    """The scope as it would be if the number were the truth itself."""
    return scope.removeprefix(_ABOUT).lstrip() if is_nearly(scope) else scope


def base(scope: str) -> str:
    """The verb phrase as it follows `did`: cross Greenland on skis; design in London."""
    verb_phrase, gap, after = scope.partition(f" {GAP} ")
    if gap:
        return base(verb_phrase) + _tail(after)
    if verb_phrase.startswith(_COPULAS):
        return verb_phrase.partition(" ")[2]
    first, verb, rest = _split(verb_phrase)
    return f"{first}{english.base(verb) or verb}{rest}"


def auxiliary(scope: str) -> str:
    """`did` or `does`, whichever the verb's tense asks for; the helper that the verb has already."""
    if scope.startswith(_COPULAS):
        return scope.partition(" ")[0]
    return "did" if english.is_past(_split(scope)[1]) else "does"


def counted(scope: str) -> str:
    """What is counted: new churches."""
    after = scope.partition(f" {GAP} ")[2]
    return after.removesuffix(_tail(after))


def before_number(scope: str) -> str:
    """The words before the number: designed."""
    return scope.partition(f" {GAP} ")[0]


def after_number(scope: str) -> str:
    """The words behind the number: new churches in London."""
    return scope.partition(f" {GAP} ")[2]


def part(scope: str) -> str:
    """The part or the measure that a number is said of: main span, boiling point."""
    return scope.partition(f" {GAP}")[0].rpartition(" ")[0]


def copula(scope: str) -> str:
    """The word that links it to the number: is, were."""
    return scope.partition(f" {GAP}")[0].rpartition(" ")[2]


def how(scope: str) -> str:
    """What follows a measure: long, high above sea level."""
    return scope.partition(f"{GAP} ")[2]


def start(scope: str) -> str:
    """The year from which it held, where the words end in it: 1901; else nothing."""
    found = _START.search(scope)
    return found[1] if found else ""


def role(scope: str) -> str:
    """The words without the year from which they held: director of the museum."""
    return _START.sub("", scope)


def lasting(scope: str) -> str:
    """The verb phrase as it follows `did`, without the year from which it held: teach in Oslo."""
    return base(role(scope))


def front(scope: str) -> str:
    """The preposition before what is named, as it opens a question: To; nothing where none stands there."""
    found = _FRONT.search(before_number(scope))
    return found[1].capitalize() if found else ""


def behind(scope: str) -> str:
    """What follows `did` or `was` where what is named is asked for: move in 1892."""
    return f"{_FRONT.sub('', base(before_number(scope)))} {after_number(scope)}"


def undergone(scope: str) -> str:
    """The same of what was done to somebody, the participle as it stands: traded in 2012."""
    return f"{_FRONT.sub('', before_number(scope))} {after_number(scope)}"


_FORMS: Mapping[str, Callable[[str], str]] = {
    "scope": str,
    "scope.base": base,
    "scope.auxiliary": auxiliary,
    "scope.counted": counted,
    "scope.before": before_number,
    "scope.after": after_number,
    "scope.start": start,
    "scope.role": role,
    "scope.lasting": lasting,
    "scope.part": part,
    "scope.copula": copula,
    "scope.how": how,
    "scope.front": front,
    "scope.behind": behind,
    "scope.undergone": undergone,
}
FORMS = tuple(_FORMS)


def form(field: str, scope: str) -> str:
    """The scope in the form of that name."""
    return _FORMS[field](exactly(scope))


def _split(phrase: str) -> tuple[str, str, str]:
    """A leading `first`, the verb, and the rest with its space."""
    first = "first " if phrase.startswith("first ") else ""
    verb, space, rest = phrase.removeprefix("first ").partition(" ")
    return first, verb, space + rest


def _tail(after: str) -> str:
    found = _TAIL.search(after)
    return found[0] if found else ""
