"""A pack not yet published: what its author has decided of each part, and what of it would be published."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, get_args

from quizapp.domain.fact import Document, Entity, Fact, by_id
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack

Kind = Literal["item", "fact"]
Outcome = Literal["accepted", "rejected"]
State = Literal["open", "accepted", "rejected"]
Part = tuple[Kind, str]

# Whoever rejects an item says why, in one of these words; the ranking can learn from them later.
REASONS: Mapping[str, str] = {
    "wrong": "The answer is wrong",
    "two-answers": "More than one option is true",
    "unclear": "It is not clear without the document",
    "dull": "Nobody would want to know",
    "clumsy": "It is badly worded",
    "too-easy": "The wrong options give it away",
    "": "No reason",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What the author decided of a part, and why."""

    verdict: Outcome
    reason: str = ""


@dataclass(frozen=True)
class Draft:
    """A draft as it stands. `version` counts changes of the text, `revision` every change.

    `worth`: what the ranking thinks of items, from 0 to 1, by their ids.
    """

    draft_id: int
    public_id: str
    owner_id: int
    version: int
    revision: int
    changed_at_ms: int
    pack: Pack
    base_digest: str | None = None
    decisions: Mapping[Part, Decision] = field(default_factory=dict)
    worth: Mapping[str, float] = field(default_factory=dict)

    def state(self, item: Item) -> State:
        """Where the item stands. One written by hand is accepted until it is rejected."""
        fact = self.decisions.get(("fact", item.fact_id))
        if fact and fact.verdict == "rejected":
            return "rejected"
        decision = self.decisions.get(("item", item.item_id))
        if decision:
            return decision.verdict
        return "open" if item.made else "accepted"

    def state_of_fact(self, fact: Fact) -> State:
        """Where the fact stands: what one reading alone states is open until it is decided."""
        decision = self.decisions.get(("fact", fact.fact_id))
        if decision:
            return decision.verdict
        return "open" if fact.witnesses == 1 else "accepted"

    def items(self, state: State) -> Iterator[Item]:
        """The items in that state, in the order of the pack."""
        return (item for item in self.pack.items if self.state(item) == state)

    @cached_property
    def counts(self) -> Mapping[State, int]:
        """How many items there are in each state."""
        # Counted with every decision: asking `state` of each of 500 items cost as much as all the rest.
        verdicts = {
            part_id: each.verdict for (kind, part_id), each in self.decisions.items() if kind == "item"
        }
        gone = {
            part_id
            for (kind, part_id), each in self.decisions.items()
            if kind == "fact" and each.verdict == "rejected"
        }
        states = [
            "rejected"
            if item.fact_id in gone
            else verdicts.get(item.item_id) or ("open" if item.made else "accepted")
            for item in self.pack.items
        ]
        return {state: states.count(state) for state in get_args(State)}

    def decided(self, decisions: Mapping[Part, Decision | None], **others: Any) -> "Draft":
        """The draft with these decisions, of which None takes one away, and with other fields as given."""
        kept = dict(self.decisions)
        for part, new in decisions.items():
            if new is None:
                kept.pop(part, None)
            else:
                kept[part] = new
        after = replace(self, decisions=kept, **others)
        if after.pack is self.pack and all(kind == "item" for kind, _ in decisions):
            # Counting 500 items anew cost a quarter of deciding one.
            after.__dict__["counts"] = self._counts_after(after, decisions)
        return after

    def _counts_after(self, after: "Draft", decided: Iterable[Part]) -> Mapping[State, int]:
        counts = dict(self.counts)
        for item in filter(None, (self.pack.item(item_id) for _, item_id in decided)):
            counts[self.state(item)] -= 1
            counts[after.state(item)] += 1
        return counts

    @property
    def published_form(self) -> Pack:
        """The pack that publishing would put on the shelf: accepted items, and the facts that stand."""
        items = tuple(self.items("accepted"))
        asked = {item.fact_id for item in items}
        facts = tuple(
            fact
            for fact in self.pack.facts
            if fact.fact_id in asked or self.state_of_fact(fact) == "accepted"
        )
        return replace(
            self.pack,
            items=items,
            facts=facts,
            entities=tuple(_named(self.pack.entities, facts)),
            documents=tuple(_cited(self.pack, facts, items)),
        )


def _named(entities: tuple[Entity, ...], facts: tuple[Fact, ...]) -> Iterator[Entity]:
    """The entities that the facts are about, and those that these lie within."""
    known = by_id(entities)
    kept: set[str] = set()
    wanted = [end for fact in facts for end in (fact.subject, fact.value) if end in known]
    while wanted:
        entity_id = wanted.pop()
        if entity_id in known and entity_id not in kept:
            kept.add(entity_id)
            wanted.append(known[entity_id].within)
    return (entity for entity in entities if entity.entity_id in kept)


def _cited(pack: Pack, facts: tuple[Fact, ...], items: tuple[Item, ...]) -> Iterator[Document]:
    evidence = [place for fact in facts for place in fact.evidence]
    evidence += [place for item in items for place in item.evidence]
    cited = {place.document_id for place in evidence} | {fact.according_to for fact in facts}
    return (document for document in pack.documents if document.document_id in cited)
