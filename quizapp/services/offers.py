"""Other wrong options for an item, from the facts of its draft: alike in kind, and provably not the key."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from quizapp.domain.draft import Draft
from quizapp.domain.fact import Fact, Relation, Side, by_id
from quizapp.domain.item import Item
from quizapp.domain.text import folded

if TYPE_CHECKING:
    from quizapp.generation.graph import Graph

MOST_OFFERS = 9


@dataclass(frozen=True, slots=True)
class _Offer:
    text: str
    likeness: int


def offers_for(draft: Draft, item: Item) -> list[str]:
    """Wrong options that are not on the item yet, those most like the key first; none without a fact."""
    facts = tuple(fact for fact in draft.pack.facts if draft.state_of_fact(fact) != "rejected")
    asked = next((fact for fact in facts if fact.fact_id == item.fact_id), None)
    if asked is None or asked.relation not in _catalogue():
        return []
    # Imported here so that a web process loads of the generator only what an author asks for.
    from quizapp.generation.graph import Graph

    known = [fact for fact in facts if fact.relation in _catalogue()]
    graph = Graph(_catalogue(), by_id(draft.pack.entities), tuple(known))
    side = _asked_side(asked, item, graph)
    if side is None:
        return []
    taken = {folded(option) for option in item.options} | {folded(item.stem)}
    found = [offer for offer in _false(asked, side, graph) if folded(offer.text) not in taken]
    best = sorted(found, key=lambda offer: (-offer.likeness, offer.text))
    return list(dict.fromkeys(offer.text for offer in best))[:MOST_OFFERS]


def _asked_side(fact: Fact, item: Item, graph: "Graph") -> Side | None:
    sides: tuple[Side, ...] = ("value", "subject")
    key = folded(item.key)
    return next((side for side in sides if key in map(folded, graph.names(fact, side))), None)


def _false(fact: Fact, side: Side, graph: "Graph") -> list[_Offer]:
    if side == "value" and graph.relation(fact).literal:
        return _literals(fact, graph)
    key = graph.entity(fact, side)
    if key is None:
        return []
    from quizapp.generation import wording

    same_slot = {getattr(known, side) for known in graph.of(fact.relation)}
    return [
        _Offer(wording.option(entity), 2 * (entity.entity_id in same_slot) + (entity.kind == key.kind))
        for entity in graph.of_type(key.type)
        if (entity.kind == key.kind or entity.entity_id in same_slot)
        and graph.is_false(fact, side, entity.entity_id)
    ]


def _literals(fact: Fact, graph: "Graph") -> list[_Offer]:
    from quizapp.generation import literals

    relation = graph.relation(fact)
    return [
        _Offer(literals.shown(relation.literal, known.value, relation.unit), 1)
        for known in graph.of(fact.relation)
        if known.value != fact.value and graph.is_false(fact, "value", known.value)
    ]


@cache
def _catalogue() -> Mapping[str, Relation]:
    from quizapp.generation import catalogue

    return catalogue.load()
