"""The form of an item, read at the door: spaces put right, everything else left to be told to its author."""

from collections.abc import Mapping
from typing import NamedTuple, cast, get_args

from quizapp.domain.draft import Draft
from quizapp.domain.fact import Evidence
from quizapp.domain.item import DISTRACTORS, Difficulty
from quizapp.errors import Malformed
from quizapp.services.mending import Words
from quizapp.services.proofs import checked_place

OPTIONS = ("key", *(f"distractor-{number}" for number in range(1, DISTRACTORS + 1)))
# Far more than any field may hold: what is longer was not typed.
_LONGEST = 5000


class Claim(NamedTuple):
    """What the form says of where the answer stands: `choice` is keep, own, elsewhere or a place."""

    choice: str
    document: str
    paragraph: str
    sentence: str


def read_words(form: Mapping[str, str]) -> Words:
    """The words of the item."""
    difficulty = form.get("difficulty", "medium")
    tags = (_line(tag) for tag in form.get("tags", "")[:_LONGEST].split(","))
    return Words(
        stem=_line(form.get("stem", "")),
        key=_line(form.get("key", "")),
        distractors=tuple(_line(form.get(name, "")) for name in OPTIONS[1:]),
        explanation=_line(form.get("explanation", "")),
        difficulty=cast(Difficulty, difficulty) if difficulty in get_args(Difficulty) else "medium",
        tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
    )


def read_claim(form: Mapping[str, str]) -> Claim:
    """Where the author says that the answer stands."""
    return Claim(*(_line(form.get(name, "")) for name in ("evidence", "document", "paragraph", "sentence")))


def evidence_of(claim: Claim, draft: Draft) -> tuple[Evidence, ...] | None:
    """The evidence that is claimed; None where the old one is to stay. Malformed where it is nowhere."""
    if claim.choice in ("", "keep"):
        return None
    if claim.choice == "own":
        return ()
    if claim.choice == "elsewhere":
        paragraph, sentence = _number(claim.paragraph), _number(claim.sentence)
        return (checked_place(draft, claim.document, paragraph, sentence),)
    document_id, *numbers = claim.choice.split(":")
    paragraph, sentence = (*map(_number, numbers), None, None)[:2]
    return (checked_place(draft, document_id, paragraph, sentence),)


def _line(text: str) -> str:
    return " ".join(text[:_LONGEST].split())


def _number(text: str) -> int | None:
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or not 0 < int(text[:6]) < 100_000:
        raise Malformed("Paragraph and sentence are counted in digits, from 1.")
    return int(text[:6])
