"""Everything that goes into a run, brought together: facts of packs, facts found, entities linked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.domain import fact as domain
from quizapp.domain.fact import Entity, Evidence, Fact, Relation
from quizapp.domain.pack import Pack
from quizapp.domain.text import folded
from quizapp.errors import Malformed
from quizapp.generation import agreement, identity, literals
from quizapp.generation.document import Document
from quizapp.generation.entities import Register, co_mentions, in_full, shared_titles
from quizapp.generation.extraction import EXTRACTORS, Candidate, Mention
from quizapp.generation.refusals import Funnel, counted


@dataclass(frozen=True)
class Gathered:
    """Entities, facts and documents of a run, and what was counted on the way."""

    documents: tuple[domain.Document, ...]
    entities: Mapping[str, Entity]
    facts: tuple[Fact, ...]
    co_mentions: frozenset[frozenset[str]] | None
    counts: Funnel


def gather(
    documents: Sequence[Document], packs: Sequence[Pack], catalogue: Mapping[str, Relation]
) -> Gathered:
    """All facts of packs and documents, merged, over one set of entities."""
    stated = [fact for pack in packs for fact in pack.facts]
    references = _references(documents, packs)
    known = _united([entity for pack in packs for entity in pack.entities])
    for fact in stated:
        _require_sound(fact, known, catalogue)
    found = _candidates(documents, catalogue)
    entities, extracted = _linked(found, known, references)
    everything = identity.united(entities, [*stated, *extracted], catalogue, frozenset(known))
    facts = tuple(agreement.merged(everything[: len(stated)], everything[len(stated) :]))
    entities = _in_use(entities, known, facts, catalogue)
    return Gathered(
        tuple(dict.fromkeys([d for pack in packs for d in pack.documents] + list(references.values()))),
        entities,
        facts,
        _co_mentions(documents, packs, references, entities, facts, catalogue),
        Funnel(
            documents=len(documents),
            passages=sum(len(d.passages) + len(d.dropped) for d in documents),
            furniture=counted(dropped.reason for d in documents for dropped in d.dropped),
            sentences=sum(len(p.sentences) for d in documents for p in d.passages),
            found=counted(candidate.relation for _, candidate in found),
            from_packs=len(stated),
            facts=len(facts),
        ),
    )


def _references(documents: Sequence[Document], packs: Sequence[Pack]) -> dict[str, domain.Document]:
    """For each document read, the entry that names it: the pack's own where id or title agree."""
    named = {
        name: entry
        for pack in packs
        for entry in pack.documents
        for name in (entry.document_id, folded(entry.title))
    }
    return {
        d.document_id: named.get(d.document_id) or named.get(folded(d.title)) or d.reference
        for d in documents
    }


def _united(entities: Sequence[Entity]) -> dict[str, Entity]:
    """Entities of all packs by id; two packs may share an id only for the same thing."""
    found: dict[str, Entity] = {}
    for entity in entities:
        rival = found.setdefault(entity.entity_id, entity)
        if (folded(rival.name), rival.type) != (folded(entity.name), entity.type):
            raise Malformed(
                f"two packs use the entity id {entity.entity_id!r}: for {rival.name!r} and for "
                f"{entity.name!r}"
            )
    return found


def _require_sound(fact: Fact, entities: Mapping[str, Entity], catalogue: Mapping[str, Relation]) -> None:
    """Refuse a fact that its relation does not allow, naming fact and rule."""
    where = f"fact {fact.fact_id} ({fact.subject} {fact.relation} {fact.value})"
    relation = catalogue.get(fact.relation)
    if relation is None:
        raise Malformed(f"{where}: no relation {fact.relation!r} in relations.toml")
    slots = [("subject", fact.subject, relation.subject)]
    if relation.literal:
        if not literals.is_well_formed(relation.literal, fact.value):
            raise Malformed(f"{where}: {fact.value!r} is not a {relation.literal}")
    else:
        slots.append(("value", fact.value, relation.value))
    for side, entity_id, types in slots:
        entity = entities.get(entity_id)
        if entity is None:
            raise Malformed(f"{where}: no entity {entity_id!r}")
        if entity.type not in types:
            raise Malformed(
                f"{where}: the {side} is a {entity.type}, {fact.relation} takes {' or '.join(types)}"
            )


def _candidates(
    documents: Sequence[Document], catalogue: Mapping[str, Relation]
) -> list[tuple[str, Candidate]]:
    """What all extractors find, of the relations that the catalogue knows, each with its document's id."""
    places: list[str] = []
    found: list[Candidate] = []
    for document in documents:
        here = [c for extract in EXTRACTORS for c in extract(document) if _is_allowed(c, catalogue)]
        found += in_full(here)
        places += [document.document_id] * len(here)
    return list(zip(places, in_full(found, across=True), strict=True))


def _is_allowed(candidate: Candidate, catalogue: Mapping[str, Relation]) -> bool:
    relation = catalogue.get(candidate.relation)
    if relation is None or candidate.subject.type not in relation.subject:
        return False
    if isinstance(candidate.value, str):
        return bool(relation.literal) and literals.is_well_formed(relation.literal, candidate.value)
    return candidate.value.type in relation.value


def _linked(
    found: Sequence[tuple[str, Candidate]],
    known: Mapping[str, Entity],
    references: Mapping[str, domain.Document],
) -> tuple[dict[str, Entity], list[Fact]]:
    """The entities behind all mentions, and the candidates as facts about them."""
    by_document: dict[str, list[Candidate]] = {}
    for document_id, candidate in found:
        by_document.setdefault(document_id, []).append(candidate)
    register = Register(known.values(), {key for each in by_document.values() for key in shared_titles(each)})
    linked = [
        (document_id, candidate, register.link(candidate.subject), _linked_value(register, candidate.value))
        for document_id, candidate in found
    ]
    settled = register.entities()
    facts = [
        Fact(
            settled[id(subject)].entity_id,
            candidate.relation,
            value if isinstance(value, str) else settled[id(value)].entity_id,
            (Evidence(references[document_id].document_id, candidate.paragraph, candidate.sentence),),
            candidate.scope,
        )
        for document_id, candidate, subject, value in linked
    ]
    return {entity.entity_id: entity for entity in settled.values()}, facts


def _in_use(
    entities: Mapping[str, Entity],
    known: Mapping[str, Entity],
    facts: Sequence[Fact],
    catalogue: Mapping[str, Relation],
) -> dict[str, Entity]:
    """The packs' entities, and of the others those that facts speak of, with the wholes they belong to."""
    used = set(known) | {fact.subject for fact in facts}
    used |= {fact.value for fact in facts if not catalogue[fact.relation].literal}
    used |= {entities[entity_id].within for entity_id in used}
    return {entity_id: entity for entity_id, entity in entities.items() if entity_id in used}


def _linked_value(register: Register, value: Mention | str) -> object:
    return value if isinstance(value, str) else register.link(value)


def _co_mentions(
    documents: Sequence[Document],
    packs: Sequence[Pack],
    references: Mapping[str, domain.Document],
    entities: Mapping[str, Entity],
    facts: Sequence[Fact],
    catalogue: Mapping[str, Relation],
) -> frozenset[frozenset[str]] | None:
    """Which names share a sentence; None where a document that facts may come from has not been read."""
    read = {reference.document_id for reference in references.values()}
    cited = {document.document_id for pack in packs for document in pack.documents}
    unsourced = any(not fact.evidence for fact in facts)
    if not documents or cited - read or unsourced:
        return None
    names = {entity_id: entity.names for entity_id, entity in entities.items()}
    texts = {fact.value: (fact.value,) for fact in facts if catalogue[fact.relation].literal}
    return co_mentions(documents, {**texts, **names})
