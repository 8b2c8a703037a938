"""What a player is told after a response: right or wrong, the key, why, and where that is stated."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.domain.attempt import Response
from quizapp.domain.prompt import LETTERS, Prompt
from quizapp.domain.round import Round
from quizapp.services.rounds import drawn_round, prompt_at
from quizapp.services.source import Source, sources_of


@dataclass(frozen=True, slots=True)
class Verdict:
    """One response judged. Streak and total are those of the round right after it.

    So many `documents` state the answer, and so many independent readings found it there (`witnesses`).
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
        sources=sources_of(round_.pack.digest, item.item_id),
        documents=len({evidence.document_id for evidence in item.evidence}),
        witnesses=round_.pack.witnesses(item),
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
