"""Items made anew for facts that have changed, and for those only; all other items stay as they are.

They pass the same screen, round trip and selection as the items of a whole run. No document is read again:
the facts are what an author has decided, and the texts only prove which names stand together.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from quizapp.domain.fact import Disagreement, Fact, Relation, Side, by_id
from quizapp.domain.item import Item
from quizapp.domain.text import folded
from quizapp.generation import agreement, ranking, roundtrip, stems
from quizapp.generation.extraction.witnesses import Reader, witnesses
from quizapp.generation.gathering import named_together
from quizapp.generation.graph import SIDES, Graph
from quizapp.generation.progress import Progress, untold
from quizapp.generation.proposing import outcomes, told
from quizapp.generation.ranking import Proposal
from quizapp.generation.screen import (
    Question,
    more_than_one_true,
    refused_in_pack,
    refused_item,
    refused_question,
)
from quizapp.generation.selection import select
from quizapp.generation.standing import Standing, disagreements, facts_of
from quizapp.generation.stems import Stem
from quizapp.generation.texts import texts
from quizapp.generation.two_step import two_step


@dataclass(frozen=True, slots=True)
class Remade:
    """What takes the place of the made items of some facts: items that stay, mended or not, and new ones.

    `fact_ids` are all facts whose items were looked at; `worth` is what the ranking thinks of the items.
    """

    fact_ids: frozenset[str]
    items: tuple[Item, ...]
    worth: Mapping[str, float]


def remade(
    standing: Standing,
    changed: Collection[str],
    catalogue: Mapping[str, Relation],
    today: date,
    *,
    reader: Reader | None = None,
    progress: Progress = untold,
    model: str = "",
) -> Remade:
    """The items of the changed facts, and of those facts beside them whose items no longer hold."""
    pack = standing.pack
    graph = _graph(standing, catalogue)
    found = disagreements(standing, catalogue)
    asked = frozenset(changed) | _shaken(standing, graph, found, changed)
    asked &= {fact.fact_id for fact in graph.facts}
    staying = _staying(standing, asked, graph, found)
    answered = {item.fact_id for item in staying}
    tried = outcomes(graph, found, today, progress=progress, only=asked - answered)
    proved = roundtrip.proved(list(tried), graph, reader or witnesses(catalogue, (), progress, model))
    kept = [item for item in pack.items if item.fact_id not in asked or not item.made]
    on_shelf = [item for item in (*kept, *staying) if item.item_id not in standing.dismissed]
    taken = {item.item_id for item in kept}
    fresh = [each for each in proved if isinstance(each, Proposal) and each.item.item_id not in taken]
    score = ranking.scores(graph)
    chosen, _ = select(
        fresh, on_shelf, lambda items: refused_in_pack(replace(pack, items=tuple(items))), score
    )
    items = (*staying, *(each.item for each in chosen))
    return Remade(asked, items, {each.item.item_id: round(score(each), 3) for each in chosen})


def _graph(standing: Standing, catalogue: Mapping[str, Relation]) -> Graph:
    pack, documents, facts = standing.pack, standing.documents, facts_of(standing)
    in_facts = {each for fact in pack.facts for each in (fact.subject, fact.value)}
    in_facts |= {entity.within for entity in pack.entities}
    entities = by_id(pack.entities)
    used = {each: entity for each, entity in entities.items() if each in in_facts}
    references = {each.document_id: each.reference for each in documents}
    return Graph(
        catalogue,
        used,
        facts,
        {document.document_id: document for document in pack.documents},
        named_together(documents, [pack], references, entities, facts, catalogue),
        {each: entity for each, entity in entities.items() if each not in in_facts},
        texts(documents, {each: each for each in references}),
        tuple(fact for fact in pack.facts if fact.fact_id in standing.doubted),
    )


def _shaken(
    standing: Standing, graph: Graph, found: Sequence[Disagreement], changed: Collection[str]
) -> frozenset[str]:
    """The ids of facts beside the changed ones whose items no longer hold, or that may be asked only now."""
    named = {fact.fact_id: {fact.subject, fact.value} for fact in standing.pack.facts}
    ends = {end for fact_id in changed for end in named.get(fact_id, ())}
    said = {fact.relation for fact in standing.pack.facts if fact.fact_id in changed}
    near = [fact for fact in graph.facts if named[fact.fact_id] & ends and fact.fact_id not in changed]
    contested = agreement.contested(found, graph.facts, graph.entities)
    coarser = agreement.coarser(graph.facts, graph.catalogue, graph.entities)
    shaken = set()
    for fact in near:
        items = [item for item in standing.pack.items if item.fact_id == fact.fact_id]
        made = [item for item in items if item.made]
        unasked = not items and fact.relation in said
        held_back = bool(made) and fact.fact_id in contested | coarser
        if unasked or held_back or any(not _holds(item, fact, graph) for item in made):
            shaken.add(fact.fact_id)
    return frozenset(shaken)


def _holds(item: Item, fact: Fact, graph: Graph) -> bool:
    """Whether no wrong option of an item has come to be true."""
    side = _side(item, fact, graph)
    return side is None or not more_than_one_true(item, Question(fact, Stem(item.stem, side), graph))


def _side(item: Item, fact: Fact, graph: Graph) -> Side | None:
    """The side of its fact that an item asks for, told by its key."""
    key = folded(item.key)
    return next((side for side in SIDES if key in map(folded, graph.names(fact, side))), None)


def _staying(
    standing: Standing, asked: Collection[str], graph: Graph, found: Sequence[Disagreement]
) -> list[Item]:
    """The made items that still ask their facts rightly, with the proof of today; one of each fact.

    Those that the author has accepted go before others.
    """
    facts = {fact.fact_id: fact for fact in graph.facts if fact.fact_id in asked}
    made = [item for item in standing.pack.items if item.made and item.fact_id in facts]
    # Sorting keeps the order of equals.
    made.sort(key=lambda item: (item.item_id not in standing.accepted, item.item_id in standing.dismissed))
    contested = frozenset(agreement.contested(found, graph.facts, graph.entities))
    coarser = frozenset(agreement.coarser(graph.facts, graph.catalogue, graph.entities))
    staying: dict[str, Item] = {}
    for item in made:
        fact = facts[item.fact_id]
        question = _question(item, fact, graph, contested, coarser)
        if question is None or item.fact_id in staying or not standing.forgotten.isdisjoint(item.options):
            continue
        explanation, evidence = told(question)
        mended = replace(item, explanation=explanation, evidence=evidence)
        if not refused_question(question) and not refused_item(mended, question):
            staying[item.fact_id] = mended
    return list(staying.values())


def _question(
    item: Item, fact: Fact, graph: Graph, contested: frozenset[str], coarser: frozenset[str]
) -> Question | None:
    """The question that an item is; None where its fact is no longer asked in these words."""
    side = _side(item, fact, graph)
    if side is None or side not in fact.ask:
        return None
    plain = list(stems.forms(fact, side, graph))
    described = [each for form in plain for each in two_step(form, fact, graph, contested)]
    stem = next((form for form in (*plain, *described) if folded(form.text) == folded(item.stem)), None)
    return Question(fact, stem, graph, contested, coarser) if stem else None
