"""Everything that goes into a run, brought together: facts of packs, facts found, entities linked."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.domain import fact as domain
from quizapp.domain.fact import Disagreement, Entity, EntityType, Evidence, Fact, Relation
from quizapp.domain.pack import Pack
from quizapp.domain.text import folded
from quizapp.errors import Malformed
from quizapp.generation import agreement, identity, literals, titles
from quizapp.generation.aliases import called, keys, loose_keys
from quizapp.generation.characters import as_characters
from quizapp.generation.co_mentions import co_mentions
from quizapp.generation.comparison.rivals import rivals
from quizapp.generation.document import Document
from quizapp.generation.entities import Register, in_full, named_in_full, shared_titles
from quizapp.generation.extraction import Candidate, Mention
from quizapp.generation.extraction.witnesses import Reader, Testimony
from quizapp.generation.linking import Named, Statement
from quizapp.generation.name_disputes import spelt_apart
from quizapp.generation.refusals import Funnel, counted
from quizapp.generation.spelling import are_near
from quizapp.generation.texts import Texts, texts

# A fact stands on its own when so many independent readings state it.
ENOUGH_WITNESSES = 2

_Content = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Gathered:
    """Entities, facts and documents of a run, and what was counted on the way.

    `others` are named in the documents and in no fact: they can stand as wrong options. `stated` holds the
    ids of the facts that came in packs, so that a person answers for them; `known` those of their entities.
    """

    documents: tuple[domain.Document, ...]
    entities: Mapping[str, Entity]
    others: Mapping[str, Entity]
    facts: tuple[Fact, ...]
    stated: frozenset[str]
    known: frozenset[str]
    co_mentions: frozenset[frozenset[str]] | None
    spelt_apart: tuple[Disagreement, ...]
    texts: Texts
    counts: Funnel


def gather(
    documents: Sequence[Document],
    packs: Sequence[Pack],
    catalogue: Mapping[str, Relation],
    reader: Reader,
) -> Gathered:
    """All facts of packs and documents, merged, over one set of entities."""
    references = _references(documents, packs)
    read = {reference.document_id for reference in references.values()}
    stated = [fact for pack in packs for fact in pack.facts if not _is_found_again(fact, pack, read)]
    known = _united([entity for pack in packs for entity in _kept_entities(pack, stated)])
    by_people = frozenset(fact.fact_id for fact in stated)
    for fact in stated:
        _require_sound(fact, known, catalogue)
    testimonies = {document.document_id: reader.hear(document) for document in documents}
    found = _candidates(testimonies, catalogue)
    linked, extracted, named = _linked(found, testimonies, known, references, stated, catalogue, documents)
    everything = identity.united(linked, [*stated, *extracted], catalogue, frozenset(known))
    merged = agreement.merged(everything[: len(stated)], everything[len(stated) :])
    witnesses = _witnesses(everything[len(stated) :], [candidate for _, candidate in found])
    facts = tuple(_witnessed(fact, witnesses, by_people) for fact in merged)
    kinds = _kinds_said(everything[len(stated) :], found)
    known_facts = {fact.fact_id for fact in facts}
    disputed = [fact for one in titles.of_two_mediums(kinds, facts) for fact in one.facts]
    facts += tuple(fact for fact in disputed if fact.fact_id not in known_facts)
    facts = tuple(agreement.merged(facts, rivals(documents, references, linked, facts, catalogue)))
    entities = _with_the(_in_use(linked, known, facts, catalogue), documents, known)
    in_facts = {entity_id for fact in extracted for entity_id in (fact.subject, fact.value)}
    others = {each: linked[each] for each in named if each not in entities and each not in in_facts}
    return Gathered(
        tuple(dict.fromkeys([d for pack in packs for d in pack.documents] + list(references.values()))),
        entities,
        others,
        facts,
        by_people,
        frozenset(known),
        named_together(documents, packs, references, {**others, **entities}, facts, catalogue),
        tuple(spelt_apart(documents, references, {**others, **entities}, facts)),
        texts(documents, {name: reference.document_id for name, reference in references.items()}),
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


def _kept_entities(pack: Pack, stated: Sequence[Fact]) -> list[Entity]:
    """The entities of a pack without those that only facts speak of which are found again."""
    needed = {each for fact in stated for each in (fact.subject, fact.value)}
    needed |= {entity.within for entity in pack.entities if entity.entity_id in needed}
    left = {each for fact in pack.facts if fact not in stated for each in (fact.subject, fact.value)} - needed
    return [entity for entity in pack.entities if entity.entity_id not in left]


def _is_found_again(fact: Fact, pack: Pack, read: set[str]) -> bool:
    """Whether a fact of a pack was found, not stated, and all it was found in is being read again."""
    asked_by_hand = any(item.fact_id == fact.fact_id for item in pack.items if not item.made)
    sources = {place.document_id for place in fact.evidence}
    return fact.witnesses > 0 and bool(sources) and sources <= read and not asked_by_hand


def _witnesses(facts: Sequence[Fact], candidates: Sequence[Candidate]) -> Mapping[_Content, int]:
    """How many independent readings state each fact: a document read in one way counts once."""
    heard: dict[_Content, set[tuple[str, str]]] = defaultdict(set)
    for fact, candidate in zip(facts, candidates, strict=True):
        heard[_content(fact)].update((place.document_id, candidate.witness) for place in fact.evidence)
    return {content: len(readings) for content, readings in heard.items()}


def _witnessed(fact: Fact, witnesses: Mapping[_Content, int], stated: frozenset[str]) -> Fact:
    """The fact with its witnesses; what came in a pack stays as it was given, so that a person keeps it."""
    heard = witnesses.get(_content(fact), 0)
    return fact if fact.fact_id in stated else replace(fact, witnesses=heard)


def _content(fact: Fact) -> _Content:
    return fact.subject, fact.relation, folded(fact.value), folded(fact.scope), fact.as_of


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
    testimonies: Mapping[str, Testimony], catalogue: Mapping[str, Relation]
) -> list[tuple[str, Candidate]]:
    """What was found of the relations that the catalogue knows, each with its document's id."""
    places: list[str] = []
    found: list[Candidate] = []
    for document_id, testimony in testimonies.items():
        allowed = [each for each in testimony.candidates if _is_allowed(each, catalogue)]
        here = as_characters(in_full(allowed, named=testimony.named), catalogue)
        found += here
        places += [document_id] * len(here)
    return list(zip(places, in_full(found, across=True), strict=True))


def _is_allowed(candidate: Candidate, catalogue: Mapping[str, Relation]) -> bool:
    relation = catalogue.get(candidate.relation)
    if relation is None or candidate.subject.type not in relation.subject:
        return False
    if isinstance(candidate.value, str):
        return bool(relation.literal) and literals.is_well_formed(relation.literal, candidate.value)
    return candidate.value.type in relation.value


def _with_the(
    entities: Mapping[str, Entity], documents: Sequence[Document], known: Mapping[str, Entity]
) -> dict[str, Entity]:
    """The entities; what a title calls by a common noun takes its article: The Harmonium."""
    titles = {folded(document.title) for document in documents}
    headed = {
        each for each, entity in entities.items() if entity.name.islower() and f"the {entity.name}" in titles
    } - set(known)
    return {
        each: replace(entity, takes_the=True) if each in headed else entity
        for each, entity in entities.items()
    }


def _linked(
    found: Sequence[tuple[str, Candidate]],
    testimonies: Mapping[str, Testimony],
    known: Mapping[str, Entity],
    references: Mapping[str, domain.Document],
    stated: Sequence[Fact],
    catalogue: Mapping[str, Relation],
    documents: Sequence[Document],
) -> tuple[dict[str, Entity], list[Fact], list[str]]:
    """The entities behind all mentions, the candidates as facts about them, and the ids of all names."""
    by_document: dict[str, list[Candidate]] = {}
    for document_id, candidate in found:
        by_document.setdefault(document_id, []).append(candidate)
    titles = {key for each in by_document.values() for key in shared_titles(each)}
    register = Register(known.values(), titles, documents)
    told = [_told(register, fact, catalogue[fact.relation]) for fact in stated]
    linked = [
        Statement(
            register.link(candidate.subject, document_id),
            catalogue[candidate.relation],
            _linked_value(register, candidate.value, document_id),
            candidate.scope,
        )
        for document_id, candidate in found
    ]
    named = [
        register.link(mention, document_id)
        for document_id, each in testimonies.items()
        for mention in named_in_full([*each.named, *_known_elsewhere(document_id, testimonies)])
    ]
    settled = register.entities([*told, *linked])
    facts = [
        Fact(
            settled[id(one.subject)].entity_id,
            candidate.relation,
            one.value if isinstance(one.value, str) else settled[id(one.value)].entity_id,
            (Evidence(references[document_id].document_id, candidate.paragraph, candidate.sentence),),
            candidate.scope,
            candidate.as_of,
        )
        for (document_id, candidate), one in zip(found, linked, strict=True)
    ]
    entities = {entity.entity_id: entity for entity in settled.values()}
    return entities, facts, list(dict.fromkeys(settled[id(each)].entity_id for each in named))


def _known_elsewhere(document_id: str, testimonies: Mapping[str, Testimony]) -> list[Mention]:
    """The names of a document that another says to be people’s, or writes nearly so."""
    others = (each.named for name, each in testimonies.items() if name != document_id)
    people = [one for each in others for one in each if one.type is EntityType.PERSON and " " in one.name]
    names = [one.name for one in people]
    known = {key for name in names for key in _spellings(name)}
    return [
        one
        for one in testimonies[document_id].perhaps
        if known & _spellings(one.name) or are_near((one.name,), names)
    ]


def _spellings(name: str) -> set[str]:
    """The keys under which a person of several names is found, whatever letters they are written in."""
    person = EntityType.PERSON
    return keys(name, person) | {key for key in loose_keys(name, person) if ". " not in key}


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


def _linked_value(register: Register, value: Mention | str, document_id: str) -> Named | str:
    return value if isinstance(value, str) else register.link(value, document_id)


def _told(register: Register, fact: Fact, relation: Relation) -> Statement:
    """A fact of a pack as a statement about what it names."""
    value = fact.value if relation.literal else register.known(fact.value)
    return Statement(register.known(fact.subject), relation, value, fact.scope)


def named_together(
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
    names = {entity_id: called(entity.names, entity.type) for entity_id, entity in entities.items()}
    texts = {fact.value: (fact.value,) for fact in facts if catalogue[fact.relation].literal}
    read_as = {reference.document_id: name for name, reference in references.items()}
    meant: dict[Evidence, set[str]] = defaultdict(set)
    for fact in facts:
        for place in fact.evidence:
            read_at = replace(place, document_id=read_as.get(place.document_id, place.document_id))
            meant[read_at] |= {fact.subject, fact.value}
    return co_mentions(documents, {**texts, **names}, meant)


def _kinds_said(
    facts: Sequence[Fact], found: Sequence[tuple[str, Candidate]]
) -> Iterator[tuple[str, str, Evidence]]:
    """What documents call the works in their facts, and where."""
    for fact, (_, candidate) in zip(facts, found, strict=True):
        for entity_id, mention in ((fact.subject, candidate.subject), (fact.value, candidate.value)):
            if isinstance(mention, Mention) and mention.type is EntityType.WORK and mention.kind:
                yield from ((entity_id, mention.kind, place) for place in fact.evidence)
