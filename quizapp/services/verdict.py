"""What a player is told after a response: right or wrong, the key, why, and where that is stated."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from quizapp.domain.attempt import Response
from quizapp.domain.fact import Evidence
from quizapp.domain.pack import Pack
from quizapp.domain.prompt import LETTERS, Prompt
from quizapp.domain.round import Round
from quizapp.services.rounds import drawn_round, prompt_at
from quizapp.services.shelving import pack


@dataclass(frozen=True, slots=True)
class Source:
    """Where the answer stands; `place` is empty when only the document is known."""

    title: str
    publisher: str
    url: str
    place: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """One response judged. Streak and total are those of the round right after it."""

    item_id: str
    option: str | None
    correct: bool
    late: bool
    points: int
    elapsed_ms: int
    key_letter: str
    key_text: str
    explanation: str
    sources: tuple[Source, ...]
    witnesses: int
    streak: int
    total_points: int
    is_last: bool


def verdict_on(response: Response, round_: Round, prompt: Prompt, *, streak: int, total: int) -> Verdict:
    """The verdict on a response to that prompt of the round."""
    item = round_.item(prompt.number - 1)
    return Verdict(
        item_id=response.item_id,
        option=response.option,
        correct=response.correct,
        late=response.late,
        points=response.points,
        elapsed_ms=response.elapsed_ms,
        key_letter=LETTERS[prompt.options.index(item.key)],
        key_text=item.key,
        explanation=item.explanation,
        sources=_sources(round_.pack.digest, item.item_id),
        witnesses=len({evidence.document_id for evidence in item.evidence}),
        streak=streak,
        total_points=total,
        is_last=prompt.number == prompt.length,
    )


def verdicts_on(public_id: str, responses: Iterable[Response]) -> dict[str, Verdict]:
    """The verdict on each response of an attempt, by item; given in the order in which they came."""
    round_ = drawn_round(public_id)
    verdicts: dict[str, Verdict] = {}
    streak = total = 0
    for response in responses:
        streak = streak + 1 if response.correct else 0
        total += response.points
        prompt = prompt_at(public_id, round_.item_ids.index(response.item_id))
        verdicts[response.item_id] = verdict_on(response, round_, prompt, streak=streak, total=total)
    return verdicts


@lru_cache(maxsize=8192)
def _sources(digest: str, item_id: str) -> tuple[Source, ...]:
    edition = pack(digest)
    item = edition.item(item_id)
    return tuple(_source(edition, evidence) for evidence in item.evidence) if item else ()


def _source(edition: Pack, evidence: Evidence) -> Source:
    place = ""
    if evidence.paragraph is not None:
        place = f"paragraph {evidence.paragraph}"
    if evidence.sentence is not None:
        place += f", sentence {evidence.sentence}"
    document = edition.document(evidence.document_id)
    if document is None:
        return Source(evidence.document_id, "", "", place)
    return Source(document.title, document.publisher, document.url, place)
