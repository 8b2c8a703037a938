"""A pack with what its author let stand, and what in it does not agree.

Pages ask this as they open, so nothing here leads to what reads documents: loading that takes half a second.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.domain.fact import Disagreement, Fact, Relation, by_id
from quizapp.domain.pack import Pack
from quizapp.generation import agreement
from quizapp.generation.document import Document
from quizapp.generation.name_disputes import spelt_apart


@dataclass(frozen=True, slots=True)
class Standing:
    """A pack with what its author let stand.

    `doubted`: ids of facts that were rejected; `apart`: pairs of entities that are not one though their names
    are near; `dismissed`: ids of items that were rejected; `accepted`: of those that were accepted;
    `forgotten`: names that mean nothing any more.
    """

    pack: Pack
    documents: Sequence[Document] = ()
    doubted: frozenset[str] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()
    dismissed: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    forgotten: frozenset[str] = frozenset()


def disagreements(standing: Standing, catalogue: Mapping[str, Relation]) -> list[Disagreement]:
    """What the facts that stand, and the names in the documents, cannot agree on."""
    facts, entities = facts_of(standing), by_id(standing.pack.entities)
    references = {each.document_id: each.reference for each in standing.documents}
    spelt = spelt_apart(standing.documents, references, entities, facts)
    found = agreement.disagreements(facts, catalogue, entities, spelt)
    return [one for one in found if one.kind != "spelling" or bearers(one) not in standing.apart]


def bearers(spelt: Disagreement) -> frozenset[str]:
    """The two entities whose names are spelt nearly alike."""
    subjects = frozenset(fact.subject for fact in spelt.facts)
    return subjects if len(subjects) > 1 else frozenset(fact.value for fact in spelt.facts)


def facts_of(standing: Standing) -> tuple[Fact, ...]:
    """The facts that have not been rejected."""
    return tuple(fact for fact in standing.pack.facts if fact.fact_id not in standing.doubted)
