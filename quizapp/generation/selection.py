"""Which of the surviving items make the pack: the best first, within limits that keep it varied.

Where one that was taken keeps two others out, those two take its place. One item asks each fact. What was
written by hand is there first and is never passed over.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
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
# A pack of years alone is dull: each one makes the next come later than other questions.
_LESS_BY_YEAR = 0.08
# So few of a pack ask in two steps.
_ONE_IN = 10
# So many of them describe what they mean by one fact.
_BY_ONE_WAY = 2
# More than any worth: who has one sentence alone comes before all others.
_NO_OTHER_PLACE = 10.0

Refused = list[tuple[Proposal, str]]
_Year = tuple[str, str, object]
_Told = tuple[str, object]
_Pair = tuple[frozenset[str], str]
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")


class _Entry:
    """A proposal with all that its place in the order hangs on: the choice is made again many times."""

    __slots__ = (
        "asks", "chance", "item", "key", "marks", "pair", "places", "proposal", "relation", "stem", "tells",
        "worth", "years",
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
        self.pair: _Pair = (frozenset((proposal.fact.subject, proposal.fact.value)), self.key)
        self.places = sum(bool(place.sentence) for place in self.item.evidence)
        # Two items of which neither mark is the same are never in each other's way.
        self.marks: tuple[object, ...] = (
            self.item.fact_id, ("stem", self.stem), ("key", self.key), self.pair, *self.item.evidence,
        )  # fmt: skip


@dataclass
class _Shelf:
    """What has been taken so far, counted in the ways that limit what may follow."""

    facts: Counter[str] = field(default_factory=Counter)
    stems: Counter[str] = field(default_factory=Counter)
    pairs: Counter[_Pair] = field(default_factory=Counter)
    keys: Counter[str] = field(default_factory=Counter)
    sentences: Counter[object] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)
    literals: Counter[str] = field(default_factory=Counter)
    years: Counter[_Year] = field(default_factory=Counter)
    asks: Counter[_Told] = field(default_factory=Counter)
    tells: Counter[_Told] = field(default_factory=Counter)

    def add(self, item: Item) -> None:
        self.facts[item.fact_id] += 1
        self.stems[folded(item.stem)] += 1
        self.keys[folded(item.key)] += 1

    def add_made(self, entry: _Entry, times: int = 1) -> None:
        self.facts[entry.item.fact_id] += times
        self.stems[entry.stem] += times
        self.keys[entry.key] += times
        self.pairs[entry.pair] += times
        self.relations[entry.relation] += times
        self.literals[entry.proposal.literal] += times
        for counted, told in (
            (self.sentences, [place for place in entry.item.evidence if place.sentence]),
            (self.years, entry.years),
            (self.asks, entry.asks),
            (self.tells, entry.tells),
        ):
            for each in told:
                counted[each] += times  # type: ignore[index]

    def take_away(self, entry: _Entry) -> None:
        self.add_made(entry, -1)

    def tells_or_asks(self, entry: _Entry) -> bool:
        """Whether something taken tells a year that the entry asks for, or the other way round."""
        return any(self.tells[each] for each in entry.asks) or any(self.asks[each] for each in entry.tells)


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
    entries = [_Entry(proposal, score(proposal)) for proposal in proposals]
    taken, refused = _settled(entries, by_hand, flaws)
    if any("come from its sentences" in reason for _, reason in refused):
        # A fact that many sentences state would take the place of one that has no other.
        more, still_refused = _settled(entries, by_hand, flaws, _NO_OTHER_PLACE)
        if len(more) > len(taken):
            taken, refused = more, still_refused
    over = [(entry.proposal, "the pack has as many as were asked for") for entry in taken[most:]]
    return [entry.proposal for entry in taken[:most]], refused + (over if most is not None else [])


def _settled(
    entries: Sequence[_Entry],
    by_hand: Sequence[Item],
    flaws: Callable[[Sequence[Item]], dict[str, str]],
    by_place: float = 0.0,
) -> tuple[list[_Entry], Refused]:
    """Those taken without a flaw beside one another, and the others, each with its reason."""
    waiting = list(entries)
    refused: Refused = []
    while True:
        taken = _let_in(waiting, by_hand, by_place)
        if by_place:
            taken.sort(key=lambda entry: (-entry.worth, -entry.chance))
        found = flaws([*by_hand, *(entry.item for entry in taken)]) | _too_many_in_two_steps(taken)
        worst = next((entry for entry in reversed(taken) if entry.item.item_id in found), None)
        if worst is None:
            taken, passed_over = _exchanged(taken, waiting, by_hand, flaws)
            return taken, refused + passed_over
        refused.append((worst.proposal, found[worst.item.item_id]))
        waiting.remove(worst)


def _exchanged(
    taken: Sequence[_Entry],
    waiting: Sequence[_Entry],
    by_hand: Sequence[Item],
    flaws: Callable[[Sequence[Item]], dict[str, str]],
) -> tuple[list[_Entry], Refused]:
    """Those taken, with one given up wherever two others find room instead; and why the rest is not taken.

    What makes a flaw beside the others is not let in so, and does not keep out what does not.
    """
    barred: set[str] = set()
    while True:
        shelf = _shelf(by_hand, taken)
        among = [entry for entry in waiting if entry.item.item_id not in barred]
        chosen = _in_two_steps(_with_more(taken, among, shelf), among, shelf)
        known = {entry.item.item_id for entry in taken}
        found = flaws([*by_hand, *(entry.item for entry in chosen)]) | _too_many_in_two_steps(chosen)
        new = [entry for entry in chosen if entry.item.item_id not in known]
        flawed = {entry.item.item_id for entry in new if entry.item.item_id in found}
        if not found or not new:
            break
        # A flaw of what was there before comes of something new beside it.
        barred |= flawed or {entry.item.item_id for entry in new}
    held = {id(entry) for entry in chosen}
    left = [entry for entry in waiting if id(entry) not in held]
    refused = [(entry.proposal, _in_the_way(entry, shelf) or "another item is as good") for entry in left]
    return chosen, refused


def _with_more(taken: Sequence[_Entry], among: Sequence[_Entry], shelf: _Shelf) -> list[_Entry]:
    """The entries taken, and of the others those that find room where one is given up for two or more."""
    chosen = {id(entry): entry for entry in taken}
    beside = _by_mark(among)
    is_changed = True
    while is_changed:
        is_changed = False
        for given_up in sorted(chosen.values(), key=lambda entry: (entry.worth, entry.chance)):
            more = _instead(given_up, beside, chosen, shelf)
            if len(more) > 1:
                del chosen[id(given_up)]
                chosen |= {id(entry): entry for entry in more}
                is_changed = True
            else:
                for entry in more:
                    shelf.take_away(entry)
                shelf.add_made(given_up)
    return list(chosen.values())


def _in_two_steps(taken: Sequence[_Entry], among: Sequence[_Entry], shelf: _Shelf) -> list[_Entry]:
    """The entries taken, some facts asked in two steps instead, where there is room for the longer way."""
    by_fact = {entry.item.fact_id: entry for entry in among if entry.proposal.via}
    said = Counter(entry.proposal.via.fact_id for entry in taken if entry.proposal.via)
    chosen = list(taken)
    for place, plain in enumerate(taken):
        longer = by_fact.get(plain.item.fact_id)
        via = longer.proposal.via if longer else None
        if longer is None or via is None or plain.proposal.via or said[via.fact_id] >= _BY_ONE_WAY:
            continue
        shelf.take_away(plain)
        if said.total() < len(taken) // _ONE_IN and not _in_the_way(longer, shelf):
            chosen[place] = longer
            said[via.fact_id] += 1
        shelf.add_made(chosen[place])
    return chosen


def _instead(
    given_up: _Entry,
    beside: Mapping[object, Sequence[_Entry]],
    chosen: Mapping[int, _Entry],
    shelf: _Shelf,
) -> list[_Entry]:
    """What finds room on the shelf once an entry is taken off it, the best first."""
    near = {id(entry): entry for mark in given_up.marks for entry in beside[mark] if id(entry) not in chosen}
    shelf.take_away(given_up)
    found = []
    for entry in sorted(near.values(), key=lambda entry: (entry.places, -entry.worth, -entry.chance)):
        if not _in_the_way(entry, shelf):
            shelf.add_made(entry)
            found.append(entry)
    return found


def _by_mark(entries: Sequence[_Entry]) -> Mapping[object, Sequence[_Entry]]:
    found: dict[object, list[_Entry]] = defaultdict(list)
    for entry in entries:
        for mark in entry.marks:
            found[mark].append(entry)
    return found


def _shelf(by_hand: Sequence[Item], taken: Sequence[_Entry]) -> _Shelf:
    shelf = _Shelf()
    for item in by_hand:
        shelf.add(item)
    for entry in taken:
        shelf.add_made(entry)
    return shelf


def _too_many_in_two_steps(taken: Sequence[_Entry]) -> dict[str, str]:
    """Of the items in two steps, those beyond one in ten."""
    two_step = [entry.item.item_id for entry in taken if entry.proposal.via]
    allowed = -(-len(taken) // _ONE_IN)
    return dict.fromkeys(two_step[allowed:], "one item in ten asks in two steps already")


def _let_in(entries: Sequence[_Entry], by_hand: Sequence[Item], by_place: float = 0.0) -> list[_Entry]:
    """Those that the limits let in, the best first; `by_place` as in `_rank`."""
    shelf = _shelf(by_hand, ())
    taken: list[_Entry] = []
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
        if not _in_the_way(best, shelf):
            taken.append(best)
            shelf.add_made(best)
    return taken


def _rank(entry: _Entry, shelf: _Shelf, by_place: float) -> tuple[float, float]:
    """Its place in the order: the worth, less for what the pack has much of already; chance breaks ties.

    `by_place` is how much sooner those come that fewer sentences can give.
    """
    crowded = 0.15 * shelf.relations[entry.relation] + 0.2 * shelf.keys[entry.key]
    if entry.proposal.literal == "year":
        crowded += _LESS_BY_YEAR * shelf.literals["year"]
    sooner = by_place / entry.places if entry.places else 0.0
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
    if any(shelf.years[each] for each in entry.years):
        return "its year is asked already"
    if shelf.tells_or_asks(entry):
        return "another item tells its year"
    if shelf.facts[entry.item.fact_id]:
        return "the fact is asked already"
    if shelf.pairs[entry.pair] and not entry.proposal.literal:
        return "another item asks for one of the same two"
    if shelf.stems[entry.stem]:
        return "another item asks in the same words"
    if shelf.keys[entry.key] >= PER_KEY:
        return f"{PER_KEY} items have this key already"
    places = [place for place in entry.item.evidence if place.sentence]
    if places and all(shelf.sentences[place] >= PER_SENTENCE for place in places):
        return f"{PER_SENTENCE} items come from its sentences already"
    return ""
