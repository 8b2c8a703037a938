"""A verdict in words: what the page shows and the script is told, so that both say the same."""

from dataclasses import fields
from functools import lru_cache
from json import JSONEncoder
from typing import Any

from quizapp.domain.prompt import LETTERS
from quizapp.domain.round import LENGTHS
from quizapp.services.playing import ResultPage, Source, Verdict

# `asdict` would copy every source, which the words replace anyway.
_VERDICT_FIELDS = tuple(field.name for field in fields(Verdict) if field.name != "sources")
_WRITER = JSONEncoder(ensure_ascii=False, separators=(",", ":"))
# What a player can say is wrong with a question, as its author reads it.
FLAG_REASONS = {
    "wrong": "The answer is wrong",
    "two-answers": "Two answers fit",
    "typo": "A slip of the pen",
}
NOTHING_TOLD: dict[str, Any] = {"kind": "", "states": {}, "marks": {}, "sources": []}


def told(verdict: Verdict) -> dict[str, Any]:
    """All that is shown of a verdict, as text and plain values."""
    return {
        "kind": "right" if verdict.correct else "wrong",
        "headline": headline(verdict),
        "earned": f"+{points_in_words(verdict.points)}" if verdict.points else "No points",
        "explanation": verdict.explanation,
        "proof": _proof(verdict),
        "sources": _told_sources(verdict.sources),
        "readings": _readings(verdict),
        "states": {letter: _state(letter, verdict) for letter in LETTERS},
        "marks": {letter: _mark(letter, verdict) for letter in LETTERS},
        "short": "Right"
        if verdict.correct
        else "Too late"
        if verdict.late or verdict.option is None
        else "Not quite",
    }


def verdict_as_json(verdict: Verdict) -> dict[str, Any]:
    """The same for the script, with all that the page shows beside it."""
    return {
        **{name: getattr(verdict, name) for name in _VERDICT_FIELDS},
        **told(verdict),
        "points_so_far": points_in_words(verdict.total_points),
        "in_a_row": f"{verdict.streak} in a row",
    }


def written_as_json(verdict: Verdict) -> str:
    """That as text, at a third of the cost of `jsonify`, which makes an encoder for each answer."""
    return _WRITER.encode(verdict_as_json(verdict))


def headline(verdict: Verdict) -> str:
    """The verdict in one short line; a wrong answer hears the right one at once."""
    if verdict.correct:
        return "Correct."
    key = verdict.key_text if verdict.key_text.endswith((".", "!", "?")) else f"{verdict.key_text}."
    if verdict.late or verdict.option is None:
        return f"Time ran out. The answer is: {key}"
    return f"Not quite. The answer is: {key}"


def told_result(page: ResultPage) -> dict[str, str]:
    """What the round came to: a sentence, the place on the board, and how it changed."""
    place = f"{page.place_after:,} of {page.board_size:,}" if page.place_after else "none yet"
    return {"summary": _summary(page), "place": place, "change": _change(page.place_before, page.place_after)}


def same_length(page: ResultPage) -> str:
    """The value of the form field that asks for a round as long as this one."""
    return str(page.length) if page.length in LENGTHS else "all"


def points_in_words(points: int) -> str:
    """For example "1,234 points"."""
    return "1 point" if points == 1 else f"{points:,} points"


def _proof(verdict: Verdict) -> str:
    if not verdict.sources:
        return "Stated by the authors of this pack."
    return f"{verdict.documents} documents say so:" if verdict.documents > 1 else "Where it is written:"


def _readings(verdict: Verdict) -> str:
    """How often the answer was found; empty where that says no more than the number of documents does."""
    if not verdict.sources or verdict.witnesses <= max(1, verdict.documents):
        return ""
    return f"Read {verdict.witnesses} times independently, each time with this answer."


@lru_cache(maxsize=8192)
def _told_sources(sources: tuple[Source, ...]) -> list[dict[str, Any]]:
    """Each document once, with everything that leads to the place in it, and what stands there."""
    found: dict[tuple[str, str, str], list[Source]] = {}
    for source in sources:
        found.setdefault((source.title, source.publisher, source.url), []).append(source)
    return [_told_source(places) for places in found.values()]


def _told_source(places: list[Source]) -> dict[str, Any]:
    first = places[0]
    whereabouts = "; ".join(source.place for source in places if source.place)
    licence = next((source.licence for source in places if source.licence), None)
    return {
        "title": first.title,
        "url": first.url if first.url.startswith(("https://", "http://")) else "",
        "whereabouts": ", ".join(text for text in (first.publisher, whereabouts) if text),
        "quotes": list(dict.fromkeys(source.quote for source in places if source.quote)),
        "language": first.language,
        "licence": licence.name if licence else "",
        "licence_url": licence.url if licence else "",
    }


def _state(letter: str, verdict: Verdict) -> str:
    if letter == verdict.key_letter:
        return "right"
    return "wrong" if letter == verdict.option else "rest"


def _mark(letter: str, verdict: Verdict) -> str:
    if letter == verdict.key_letter:
        return "Correct, but too late" if letter == verdict.option and verdict.late else "Correct"
    return "Your answer" if letter == verdict.option else ""


def _summary(page: ResultPage) -> str:
    if not page.answered:
        return "You ended the round before the first answer."
    if page.correct == page.answered:
        return "Every one right."
    if page.accuracy >= 0.8:
        return "You know your way around here."
    return "More right than wrong." if page.accuracy > 0.5 else "Now you know more than before."


def _change(before: int | None, after: int | None) -> str:
    if after is None:
        return "points arrive with your first right answer"
    if before is None:
        return "new on the board"
    if before == after:
        return "as before"
    places = "1 place" if abs(before - after) == 1 else f"{abs(before - after):,} places"
    return f"▲ up {places}" if after < before else f"▼ down {places}"
