"""Facts of all inputs brought together: the same fact once with all its evidence, and what does not agree.

A fact in a disagreement makes no item unless it names the document it leans on, so that the stem can say so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from quizapp.domain.fact import Disagreement, Evidence, Fact, Relation, Side
from quizapp.domain.text import folded
from quizapp.generation import literals
from quizapp.generation.graph import slot


def merged(stated: Iterable[Fact], found: Iterable[Fact] = ()) -> list[Fact]:
    """The facts stated in packs, then those found that are new; one that says the same adds its evidence.

    Facts in packs are told apart by their ids alone: items written by hand may point to any of them.
    """
    facts: dict[str, Fact] = {}
    ids: dict[tuple[str, ...], str] = {}
    for fact in stated:
        facts[fact.fact_id] = _united(facts[fact.fact_id], fact) if fact.fact_id in facts else fact
        ids.setdefault(_content(fact), fact.fact_id)
    for fact in found:
        fact_id = ids.setdefault(_content(fact), fact.fact_id)
        facts[fact_id] = _united(facts[fact_id], fact) if fact_id in facts else fact
    return list(facts.values())


def disagreements(facts: Sequence[Fact], catalogue: Mapping[str, Relation]) -> list[Disagreement]:
    """Every slot that can be filled once only and is filled with values that cannot be the same."""
    slots: dict[tuple[Side, str, str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        relation = catalogue[fact.relation]
        moment = fact.as_of if relation.volatile else ""
        if relation.single_valued:
            slots["value", fact.relation, fact.subject, fact.scope, moment].append(fact)
        if relation.single_subject:
            slots["subject", fact.relation, folded(fact.value), fact.scope, moment].append(fact)
    return [
        Disagreement(rivals[0].subject, rivals[0].relation, tuple(rivals))
        for (side, name, *_), rivals in slots.items()
        if _differ(rivals, side, catalogue[name])
    ]


def contested(found: Iterable[Disagreement]) -> set[str]:
    """The ids of facts that make no item: in a disagreement, and not said to be one document's word."""
    return {fact.fact_id for one in found for fact in one.facts if not fact.according_to}


def coarser(facts: Sequence[Fact], catalogue: Mapping[str, Relation]) -> set[str]:
    """The ids of facts that another one says more exactly: 2010 beside 16 October 2010."""
    dated = [fact for fact in facts if catalogue[fact.relation].literal == "date"]
    return {
        fact.fact_id
        for fact in dated
        for finer in dated
        if (finer.subject, finer.relation, finer.scope) == (fact.subject, fact.relation, fact.scope)
        and finer.value.startswith(f"{fact.value}-")
    }


def _differ(rivals: Sequence[Fact], side: Side, relation: Relation) -> bool:
    literal = relation.literal if side == "value" else ""
    first, *rest = [slot(fact, side) for fact in rivals]
    if literal:
        return any(not literals.may_be_same(literal, first, value) for value in rest)
    return any(value != first for value in rest)


def _content(fact: Fact) -> tuple[str, ...]:
    return fact.subject, fact.relation, folded(fact.value), folded(fact.scope)


def _united(one: Fact, another: Fact) -> Fact:
    evidence: tuple[Evidence, ...] = tuple(dict.fromkeys((*one.evidence, *another.evidence)))
    return replace(one, evidence=evidence, as_of=max(one.as_of, another.as_of), note=one.note or another.note)
