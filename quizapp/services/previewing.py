"""A draft played by its author, item by item, by the rules of a round. Nothing of it is kept anywhere."""

from dataclasses import dataclass

from quizapp.domain.attempt import Attempt, respond
from quizapp.domain.draft import Draft
from quizapp.domain.prompt import LETTERS, Prompt
from quizapp.domain.round import Pace, Round
from quizapp.errors import NotFound
from quizapp.services.drafting import open_draft
from quizapp.services.source import sources_in
from quizapp.services.verdict import Verdict

PACE = Pace("relaxed")


@dataclass(frozen=True, slots=True)
class Preview:
    """One item as players will see it, and what they will be told once an option is chosen."""

    draft: Draft
    prompt: Prompt
    verdict: Verdict | None
    previous_id: str
    next_id: str


def preview(owner_id: int, public_id: str, item_id: str, option: str | None) -> Preview:
    """The item of that id, or the first one, of all that have not been rejected."""
    draft = open_draft(owner_id, public_id)
    ids = [item.item_id for item in draft.pack.items if draft.state(item) != "rejected"]
    if not ids:
        raise NotFound("There is no question to look at yet. Write one, or accept one.")
    if item_id and item_id not in ids:
        raise NotFound("That question is not in the draft any more, or it was rejected.")
    place = ids.index(item_id) if item_id else 0
    # The order of the options is as it will be in some round: one that stays while the draft is mended.
    round_ = Round(draft.pack, draft.public_id, tuple(ids))
    return Preview(
        draft=draft,
        prompt=round_.prompt(place),
        verdict=_verdict(round_, place, option) if option in tuple(LETTERS) else None,
        previous_id=ids[place - 1] if place else "",
        next_id=ids[place + 1] if place + 1 < len(ids) else "",
    )


def _verdict(round_: Round, place: int, option: str | None) -> Verdict:
    item = round_.item(place)
    attempt = Attempt(round_, PACE, shown_at_ms=0, position=place)
    _, response = respond(attempt, item.item_id, option, now_ms=0)
    return Verdict(
        item_id=item.item_id,
        option=option,
        correct=response.correct,
        late=False,
        points=response.points,
        elapsed_ms=0,
        key_letter=round_.key_letter(place),
        key_text=item.key,
        explanation=item.explanation,
        sources=sources_in(round_.pack, item),
        documents=len({evidence.document_id for evidence in item.evidence}),
        witnesses=round_.pack.witnesses(item),
        streak=int(response.correct),
        total_points=response.points,
        is_last=place + 1 == len(round_.item_ids),
    )
