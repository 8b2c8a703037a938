"""Items decided: one by one, and those that nothing speaks against all at once."""

from quizapp.domain.draft import REASONS, Decision, Draft, Part, State
from quizapp.domain.item import Item
from quizapp.errors import ChangedMeanwhile, Malformed
from quizapp.services.desk import fingerprint, pile
from quizapp.services.drafting import Edit, change
from quizapp.services.judging import findings_of

WITNESSES = 2
_LONGEST_NAME = 60
_DONE = {"accepted": "Accepted", "rejected": "Rejected", "open": "Put back"}


def decide(
    owner_id: int,
    public_id: str,
    item_id: str,
    verdict: State,
    reason: str = "",
    *,
    seen: str = "",
    was: str = "",
    now_ms: int,
) -> Draft:
    """The draft with the item decided, unless it is no longer what was seen. Twice is the same as once.

    `seen` is the fingerprint of the words that were judged, `was` the state that was on screen.
    """
    if verdict not in _DONE:
        raise Malformed("A question is accepted, rejected, or put back.")
    if reason not in REASONS:
        raise Malformed("That is none of the reasons.")

    def edit(draft: Draft) -> Edit:
        item = draft.pack.item(item_id)
        if item is None:
            raise ChangedMeanwhile("This question was removed in another window.")
        _refuse_if_changed(draft, item, verdict, seen, was)
        decision = None if verdict == "open" else Decision(verdict, reason)
        return Edit(f"{_DONE[verdict]} {named(item)}", decisions={("item", item_id): decision})

    return change(owner_id, public_id, now_ms, edit)


def good_items(draft: Draft) -> list[Item]:
    """Items to decide that have no finding and that two readings or more state."""
    return [
        item
        for item in pile(draft, "open")
        if draft.pack.witnesses(item) >= WITNESSES and not findings_of(item, draft.pack.language)
    ]


def accept_good(owner_id: int, public_id: str, now_ms: int) -> tuple[Draft, int]:
    """The draft with all of them accepted, in one step that one undo takes back, and how many they were."""
    accepted: list[Item] = []

    def edit(draft: Draft) -> Edit:
        accepted[:] = good_items(draft)
        decisions: dict[Part, Decision | None] = {
            ("item", item.item_id): Decision("accepted") for item in accepted
        }
        return Edit(f"Accepted {len(accepted)} without findings", decisions=decisions)

    return change(owner_id, public_id, now_ms, edit), len(accepted)


def named(item: Item) -> str:
    """The item in a sentence: the beginning of its stem, in quotation marks."""
    stem = item.stem
    return f"“{stem if len(stem) <= _LONGEST_NAME else stem[: _LONGEST_NAME - 1].rstrip() + '…'}”"


def _refuse_if_changed(draft: Draft, item: Item, verdict: State, seen: str, was: str) -> None:
    now = draft.state(item)
    if seen and fingerprint(item) != seen:
        raise ChangedMeanwhile(
            "This question was changed in another window. Here it is as it stands now; decide again.", item
        )
    fact = draft.decisions.get(("fact", item.fact_id))
    if verdict == "accepted" and fact and fact.verdict == "rejected":
        raise Malformed("The fact behind this question is rejected. Take that back first, on the page Facts.")
    if was and now not in (was, verdict):
        raise ChangedMeanwhile(
            f"This question was {_STANDS[now]} in another window. Look once more and decide again.", item
        )


_STANDS = {"open": "put back", "accepted": "accepted", "rejected": "rejected"}
