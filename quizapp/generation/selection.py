"""Which of the surviving items make the pack: the best first, within limits that keep it varied.

One item asks each fact. What was written by hand is there first and is never passed over.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from quizapp.domain.item import Item
from quizapp.domain.text import folded
from quizapp.generation.ranking import Proposal, score
from quizapp.generation.seeded import fraction

PER_KEY = 3
PER_SENTENCE = 2

Refused = list[tuple[Proposal, str]]


@dataclass
class _Shelf:
    """What has been taken so far, counted in the ways that limit what may follow."""

    facts: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    keys: Counter[str] = field(default_factory=Counter)
    sentences: Counter[object] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)

    def add(self, item: Item) -> None:
        self.facts.add(item.fact_id)
        self.stems.add(folded(item.stem))
        self.keys[folded(item.key)] += 1

    def add_made(self, item: Item, relation: str) -> None:
        self.add(item)
        self.relations[relation] += 1
        self.sentences.update(place for place in item.evidence if place.sentence)


def select(
    proposals: Sequence[Proposal],
    by_hand: Sequence[Item],
    flaws: Callable[[Sequence[Item]], dict[str, str]],
) -> tuple[list[Proposal], Refused]:
    """The proposals to publish, best first, and the others, each with its reason.

    `flaws` says of a whole set of items which of them must go, and why. The worst of those goes and the
    choice is made again: another question on its fact may fit. Limits for variety count made items only.
    """
    waiting = list(proposals)
    refused: Refused = []
    while True:
        taken, passed_over = _within_limits(waiting, by_hand)
        found = flaws([*by_hand, *(proposal.item for proposal in taken)])
        worst = next((p for p in reversed(taken) if p.item.item_id in found), None)
        if worst is None:
            return taken, refused + passed_over
        refused.append((worst, found[worst.item.item_id]))
        waiting.remove(worst)


def _within_limits(proposals: Sequence[Proposal], by_hand: Sequence[Item]) -> tuple[list[Proposal], Refused]:
    shelf = _Shelf()
    for item in by_hand:
        shelf.add(item)
    waiting, taken, refused = list(proposals), [], []
    while waiting:
        best = max(waiting, key=lambda proposal: _rank(proposal, shelf))
        waiting.remove(best)
        if reason := _in_the_way(best.item, shelf):
            refused.append((best, reason))
        else:
            taken.append(best)
            shelf.add_made(best.item, best.fact.relation)
    return taken, refused


def _rank(proposal: Proposal, shelf: _Shelf) -> tuple[float, float]:
    """The score, less for what the pack has much of already; chance by content breaks ties."""
    crowded = 0.15 * shelf.relations[proposal.fact.relation] + 0.2 * shelf.keys[folded(proposal.item.key)]
    return score(proposal) - crowded, fraction(proposal.item.item_id)


def _in_the_way(item: Item, shelf: _Shelf) -> str:
    if item.fact_id in shelf.facts:
        return "the fact is asked already"
    if folded(item.stem) in shelf.stems:
        return "another item asks in the same words"
    if shelf.keys[folded(item.key)] >= PER_KEY:
        return f"{PER_KEY} items have this key already"
    places = [place for place in item.evidence if place.sentence]
    if places and all(shelf.sentences[place] >= PER_SENTENCE for place in places):
        return f"{PER_SENTENCE} items come from its sentences already"
    return ""
