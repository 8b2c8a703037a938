"""Which of the surviving items make the pack: the best first, within limits that keep it varied.

One item asks each fact. What was written by hand is there first and is never passed over.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heapreplace

from quizapp.domain.item import Item
from quizapp.domain.text import folded
from quizapp.generation.ranking import Proposal
from quizapp.generation.seeded import fraction

PER_KEY = 3
PER_SENTENCE = 2
# The year of a thing is worth knowing; its day, seldom.
_LESS_BY_DAY = 0.2
# Few questions join two documents, and those that do must win against the plain one on the same fact.
_MORE_IN_TWO_STEPS = 0.3
# More than any worth: who has one sentence alone comes before all others.
_NO_OTHER_PLACE = 10.0

Refused = list[tuple[Proposal, str]]
_Year = tuple[str, str, object]
_Told = tuple[str, object]
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")


class _Entry:
    """A proposal with all that its place in the order hangs on: the choice is made again many times."""

    __slots__ = (
        "asks", "chance", "item", "key", "places", "proposal", "relation", "stem", "tells", "worth", "years",
    )  # fmt: skip

    def __init__(self, proposal: Proposal, worth: float) -> None:
        self.proposal = proposal
        self.worth = worth - _LESS_BY_DAY * (proposal.literal == "date")
        self.worth += _MORE_IN_TWO_STEPS * (proposal.via is not None)
        self.item = proposal.item
        self.relation = proposal.fact.relation
        self.key = folded(proposal.item.key)
        self.stem = folded(proposal.item.stem)
        self.chance = fraction(proposal.item.item_id)
        self.years = _years(proposal)
        self.asks: set[_Told] = {(year, place) for _, year, place in self.years}
        self.tells = _told_years(proposal)
        self.places = sum(bool(place.sentence) for place in self.item.evidence)


@dataclass
class _Shelf:
    """What has been taken so far, counted in the ways that limit what may follow."""

    facts: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    keys: Counter[str] = field(default_factory=Counter)
    sentences: Counter[object] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)
    years: set[_Year] = field(default_factory=set)
    asks: set[_Told] = field(default_factory=set)
    tells: set[_Told] = field(default_factory=set)

    def add(self, item: Item) -> None:
        self.facts.add(item.fact_id)
        self.stems.add(folded(item.stem))
        self.keys[folded(item.key)] += 1

    def add_made(self, entry: _Entry) -> None:
        self.add(entry.item)
        self.relations[entry.relation] += 1
        self.sentences.update(place for place in entry.item.evidence if place.sentence)
        self.years |= entry.years
        self.asks |= entry.asks
        self.tells |= entry.tells


def select(
    proposals: Sequence[Proposal],
    by_hand: Sequence[Item],
    flaws: Callable[[Sequence[Item]], dict[str, str]],
    score: Callable[[Proposal], float],
    most: int | None = None,
) -> tuple[list[Proposal], Refused]:
    """The proposals to publish, best first and at most so many, and the others, each with its reason.

    `flaws` says of a whole set of items which of them must go, and why. The worst of those goes and the
    choice is made again: another question on its fact may fit. Limits for variety count made items only.
    """
    waiting = [_Entry(proposal, score(proposal)) for proposal in proposals]
    refused: Refused = []
    while True:
        taken, passed_over = _within_limits(waiting, by_hand)
        found = flaws([*by_hand, *(entry.item for entry in taken)])
        found |= _too_many_in_two_steps(taken)
        worst = next((entry for entry in reversed(taken) if entry.item.item_id in found), None)
        if worst is None:
            over = [(entry.proposal, "the pack has as many as were asked for") for entry in taken[most:]]
            kept = [entry.proposal for entry in taken[:most]]
            return kept, refused + passed_over + (over if most is not None else [])
        refused.append((worst.proposal, found[worst.item.item_id]))
        waiting.remove(worst)


def _too_many_in_two_steps(taken: Sequence[_Entry]) -> dict[str, str]:
    """Of the items in two steps, those beyond one in ten."""
    two_step = [entry.item.item_id for entry in taken if entry.proposal.via]
    allowed = -(-len(taken) // 10)
    return dict.fromkeys(two_step[allowed:], "one item in ten asks in two steps already")


def _within_limits(entries: Sequence[_Entry], by_hand: Sequence[Item]) -> tuple[list[_Entry], Refused]:
    """Those that the limits let in, the best first.

    Where more find room so, those first that one sentence alone states: a fact that many state would take
    the place of one that has no other.
    """
    taken, refused = _let_in(entries, by_hand)
    if not any("come from its sentences" in reason for _, reason in refused):
        return taken, refused
    more, still_refused = _let_in(entries, by_hand, _NO_OTHER_PLACE)
    if len(more) <= len(taken):
        return taken, refused
    return sorted(more, key=lambda entry: (-entry.worth, -entry.chance)), still_refused


def _let_in(
    entries: Sequence[_Entry], by_hand: Sequence[Item], by_place: float = 0.0
) -> tuple[list[_Entry], Refused]:
    shelf = _Shelf()
    for item in by_hand:
        shelf.add(item)
    taken: list[_Entry] = []
    refused: Refused = []
    # Ranks only fall while the shelf fills: the first whose rank is still what it was is the best of all.
    waiting = [(_rank(entry, shelf, by_place), place) for place, entry in enumerate(entries)]
    heapify(waiting)
    while waiting:
        before, place = waiting[0]
        best = entries[place]
        now = _rank(best, shelf, by_place)
        if now != before:
            heapreplace(waiting, (now, place))
            continue
        heappop(waiting)
        if reason := _in_the_way(best, shelf):
            refused.append((best.proposal, reason))
        else:
            taken.append(best)
            shelf.add_made(best)
    return taken, refused


def _rank(entry: _Entry, shelf: _Shelf, by_place: float) -> tuple[float, float]:
    """Its place in the order: the worth, less for what the pack has much of already; chance breaks ties.

    `by_place` is how much sooner those come that one sentence alone can give.
    """
    crowded = 0.15 * shelf.relations[entry.relation] + 0.2 * shelf.keys[entry.key]
    sooner = by_place if entry.places == 1 else 0.0
    return crowded - entry.worth - sooner, -entry.chance


def _years(proposal: Proposal) -> set[_Year]:
    """The year that an item asks for, of whom, by which sentence: two such items ask for the same."""
    if proposal.literal not in ("year", "date"):
        return set()
    fact = proposal.fact
    return {(fact.subject, fact.value[:4], place) for place in fact.evidence}


def _told_years(proposal: Proposal) -> set[_Told]:
    """The years that a stem names, by its sentence: an item that asks for one of them is answered by it."""
    return {(year, place) for year in _YEAR.findall(proposal.item.stem) for place in proposal.fact.evidence}


def _in_the_way(entry: _Entry, shelf: _Shelf) -> str:
    if entry.years & shelf.years:
        return "its year is asked already"
    if entry.asks & shelf.tells or entry.tells & shelf.asks:
        return "another item tells its year"
    if entry.item.fact_id in shelf.facts:
        return "the fact is asked already"
    if entry.stem in shelf.stems:
        return "another item asks in the same words"
    if shelf.keys[entry.key] >= PER_KEY:
        return f"{PER_KEY} items have this key already"
    places = [place for place in entry.item.evidence if place.sentence]
    if places and all(shelf.sentences[place] >= PER_SENTENCE for place in places):
        return f"{PER_SENTENCE} items come from its sentences already"
    return ""
