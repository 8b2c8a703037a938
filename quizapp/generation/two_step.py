"""Stems that take two facts to answer: what one fact asks about is not named but described by another.

"Which actor plays the owner of the harbour café?" needs the cast from one document, the owner from another.
"""

from collections.abc import Iterator
from dataclasses import replace

from quizapp.domain.fact import Entity, Fact, Side
from quizapp.generation import wording
from quizapp.generation.graph import SIDES, Graph, other, slot
from quizapp.generation.stems import Stem


def two_step(stem: Stem, fact: Fact, graph: Graph, disputed: frozenset[str]) -> Iterator[Stem]:
    """The stem with its given name replaced by each description that other documents make of it."""
    given = graph.entity(fact, other(stem.side))
    if given is None or stem.of_these:
        return
    name = wording.running(given)
    with_kind = f"the {given.kind} {name}"
    before, found, after = stem.text.partition(with_kind if given.kind and with_kind in stem.text else name)
    if not found or name in after or (given.kind and before.endswith(f"{given.kind} ")):
        return
    for known, side in _facts_about(given, fact, graph):
        described = _description(known, side, graph)
        if described and known.fact_id not in disputed and not _gives_away(known, side, fact, stem.side):
            yield replace(stem, text=wording.capitalised(f"{before}{described}{after}"), via=known)


def _facts_about(given: Entity, fact: Fact, graph: Graph) -> Iterator[tuple[Fact, Side]]:
    """The facts that another document states of the given entity, with the side on which it stands."""
    read = {place.document_id for place in fact.evidence}
    for known in graph.about(given.entity_id):
        elsewhere = {place.document_id for place in known.evidence} - read
        if known.relation != fact.relation and elsewhere:
            yield from ((known, side) for side in SIDES if slot(known, side) == given.entity_id)


def _description(known: Fact, side: Side, graph: Graph) -> str:
    """`the owner of the harbour café`, where only one thing can be meant by it."""
    relation = graph.relation(known)
    templates = relation.describe_subject if side == "subject" else relation.describe_value
    if len(graph.answers(known, side)) != 1:
        return ""
    filled = (wording.fill(template, known, graph) for template in templates)
    return next((text[0].lower() + text[1:] for text in filled if text), "")


def _gives_away(known: Fact, side: Side, fact: Fact, asked: Side) -> bool:
    """Whether the description names what the question asks for."""
    return slot(known, other(side)) == slot(fact, asked)
