"""When a number that changes with time was true, by characters: `In 2018 X had`, `had 900 people in 2018`."""

import re

from quizapp.generation.extraction.names import UPPER
from quizapp.generation.extraction.values import Value

_YEAR = r"(?:1[89]\d\d|20\d\d)"
_COUNT = r"(?:census|count|estimate)"
_COUNTED = rf"(?:(?:the )?(?:last |official |national )?{_COUNT} (?:of|in|from) )?"
_WHEN = rf"(?:in|as of|by|at|according to) (?:{_COUNTED}(?P<year>{_YEAR})|the (?P<other>{_YEAR}) {_COUNT})"
_OPENS = re.compile(rf"^[“ ]*(?i:{_WHEN}),? (?=[{UPPER}a-z])")
_FOLLOWS = re.compile(
    rf"(?: [a-z]+)?,? {_WHEN}(?=[.,;]|$| and )"
    rf"|(?: [a-z]+)? \((?:in |as of |census |census of )?(?P<bracketed>{_YEAR})(?: census)?\)"
)


def moment(text: str, value: Value) -> str:
    """The year that opens the sentence of the value, or that follows it at once; else nothing."""
    if found := _FOLLOWS.match(text, value.end):
        return found["year"] or found["other"] or found["bracketed"] or ""
    opening = _OPENS.match(text)
    # What a clause says behind a semicolon may be of another time.
    return (opening["year"] or opening["other"]) if opening and ";" not in text[: value.start] else ""
