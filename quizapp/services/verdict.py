"""What a player is told after a response: right or wrong, the key, why, and where that is stated."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.domain.attempt import Response
from quizapp.domain.prompt import Prompt
from quizapp.domain.round import Round
from quizapp.services.rounds import prompt_at
from quizapp.services.source import Source, sources_of

_CORRECTED = "The answer to this question has been corrected. It was published with “{old}” as the answer."


@dataclass(frozen=True, slots=True)
class Verdict:
    """One response judged. Streak and total are those of the round right after it.

    `key_letter` is empty where a corrected key is none of the options. So many `documents` state the answer,
    and so many independent readings found it there (`witnesses`).
    """

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
    documents: int
    witnesses: int
    streak: int
    total_points: int
    is_last: bool


def verdict_on(response: Response, round_: Round, prompt: Prompt, *, streak: int, total: int) -> Verdict:
    """The verdict on a response to that prompt of the round. What argued for a wrong key is not told."""
    position = prompt.number - 1
    item = round_.item(position)
    key = round_.key(position)
    corrected = key != item.key
    return Verdict(
        item_id=response.item_id,
        option=response.option,
        correct=response.correct,
        late=response.late,
        points=response.points,
        elapsed_ms=response.elapsed_ms,
        key_letter=round_.key_letter(position),
        key_text=key,
        explanation=_CORRECTED.format(old=item.key) if corrected else item.explanation,
        sources=() if corrected else sources_of(round_.pack.digest, item.item_id),
        documents=0 if corrected else len({evidence.document_id for evidence in item.evidence}),
        witnesses=0 if corrected else round_.pack.witnesses(item),
        streak=streak,
        total_points=total,
        is_last=prompt.number == prompt.length,
    )


def verdicts_on(public_id: str, round_: Round, responses: Iterable[Response]) -> dict[str, Verdict]:
    """The verdict on each response of an attempt, by item; given in the order in which they came."""
    verdicts: dict[str, Verdict] = {}
    streak = total = 0
    for response in responses:
        streak = streak + 1 if response.correct else 0
        total += response.points
        prompt = prompt_at(public_id, round_.item_ids.index(response.item_id))
        verdicts[response.item_id] = verdict_on(response, round_, prompt, streak=streak, total=total)
    return verdicts
