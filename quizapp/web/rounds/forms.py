"""What the forms of a round say, checked at the door: nonsense is refused in a sentence."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from quizapp.domain.round import LENGTHS, Pace, PaceName
from quizapp.errors import Malformed

Reason = Literal["wrong", "two-answers", "typo"]
STRETCHES = (1.5, 2.0, 3.0, 5.0, 10.0)
LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class Start:
    """The round that is asked for; a length of None means every question of the pack."""

    slug: str
    length: int | None
    pace: Pace


def read_start(form: Mapping[str, str]) -> Start:
    """The form that starts a round. What is left out is ten questions, timed."""
    return Start(form.get("slug", ""), _length(form.get("length", "10")), _pace(form))


def read_reason(form: Mapping[str, str]) -> Reason:
    """Why a question is flagged."""
    reason = form.get("reason", "")
    if reason not in get_args(Reason):
        raise Malformed("Say what is wrong: the answer, two answers that fit, or a slip of the pen.")
    return cast(Reason, reason)


def read_note(form: Mapping[str, str]) -> str:
    """What the player wrote about a flag, on one line."""
    note = " ".join(form.get("note", "").split())
    if len(note) > LONGEST_NOTE:
        raise Malformed(f"That is {len(note)} characters; at most {LONGEST_NOTE} fit.")
    return note


def _length(text: str) -> int | None:
    if text == "all":
        return None
    if text not in map(str, LENGTHS):
        raise Malformed("A round has 5, 10 or 20 questions, or all of them.")
    return int(text)


def _pace(form: Mapping[str, str]) -> Pace:
    name = form.get("pace", "timed")
    if name not in get_args(PaceName):
        raise Malformed("The clock is timed, relaxed or extended.")
    return Pace(cast(PaceName, name), _stretch(form.get("stretch", "2")) if name == "extended" else 1.0)


def _stretch(text: str) -> float:
    try:
        stretch = float(text)
    except ValueError:
        stretch = math.nan
    if math.isnan(stretch):
        raise Malformed("Give the factor of time as a number, such as 2.")
    return stretch
