"""The desk: the items of a draft in the order to decide them, each with all that helps to decide."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.domain.draft import REASONS, Draft, State
from quizapp.domain.item import Item
from quizapp.errors import NotFound
from quizapp.services.judging import Finding, Segment, findings_of, segments
from quizapp.services.proofs import Proof, proofs_of

Show = Literal["open", "accepted", "rejected", "findings", "all"]
SHOWS: tuple[Show, ...] = ("open", "accepted", "rejected", "findings", "all")


@dataclass(frozen=True, slots=True)
class Card:
    """One item as it lies on the desk. `seen` stands for its words: a later change gives another."""

    item: Item
    state: State
    reason: str
    findings: tuple[Finding, ...]
    texts: Mapping[str, list[Segment]]
    proofs: tuple[Proof, ...]
    witnesses: int
    worth: float | None
    seen: str

    @property
    def found(self) -> Mapping[str, list[Finding]]:
        """The findings by the fields beside which they are told."""
        by_field: dict[str, list[Finding]] = {}
        for finding in self.findings:
            by_field.setdefault(finding.field, []).append(finding)
        return by_field


def pile(draft: Draft, show: Show) -> list[Item]:
    """The items to look through, what the ranking thinks best first."""
    items = sorted(draft.pack.items, key=lambda item: -draft.worth.get(item.item_id, 0.5))
    if show == "all":
        return items
    if show == "findings":
        return [item for item in items if _is_flawed(draft, item)]
    return [item for item in items if draft.state(item) == show]


def piles(draft: Draft) -> Mapping[Show, int]:
    """How many items each pile holds."""
    flawed = sum(_is_flawed(draft, item) for item in draft.pack.items)
    counts = draft.counts
    return {
        "open": counts["open"],
        "accepted": counts["accepted"],
        "rejected": counts["rejected"],
        "findings": flawed,
        "all": len(draft.pack.items),
    }


def item_of(draft: Draft, item_id: str) -> Item:
    """The item of that id."""
    item = draft.pack.item(item_id)
    if item is None:
        raise NotFound("There is no such question in this draft. It may have been removed.")
    return item


def cards(draft: Draft, items: Sequence[Item]) -> list[Card]:
    """The items, each with all that helps to decide."""
    proofs = proofs_of(draft, *items)
    return [_card(draft, item, proofs[item.item_id]) for item in items]


def fingerprint(item: Item) -> str:
    """A short name of the item as it reads, to tell whether it has been changed since."""
    return hashlib.sha256(repr(item).encode()).hexdigest()[:16]


def _card(draft: Draft, item: Item, proofs: tuple[Proof, ...]) -> Card:
    findings = findings_of(item, draft.pack.language)
    decision = draft.decisions.get(("item", item.item_id))
    return Card(
        item=item,
        state=draft.state(item),
        reason=REASONS.get(decision.reason, "") if decision and decision.reason else "",
        findings=findings,
        texts=segments(item, findings),
        proofs=proofs,
        witnesses=draft.pack.witnesses(item),
        worth=draft.worth.get(item.item_id),
        seen=fingerprint(item),
    )


def _is_flawed(draft: Draft, item: Item) -> bool:
    return draft.state(item) != "rejected" and bool(findings_of(item, draft.pack.language))
