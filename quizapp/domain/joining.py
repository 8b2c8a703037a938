"""What was found in documents, joined to what a draft holds: nothing that a person wrote is lost."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from quizapp.domain.draft import Draft
from quizapp.domain.fact import Fact
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.domain.text import folded


def joined(draft: Draft, found: Pack, read: Collection[str]) -> Pack:
    """The draft's pack with what was found in the documents of the ids `read`.

    Items stay as they are, and a fact that one of them asks already is not asked again. Of the facts, those
    that the same documents no longer yield go, unless a person stated or decided them or an item needs them.
    """
    pack = draft.pack
    items = (*pack.items, *_new_items(pack, found))
    asked = {item.fact_id for item in items}
    found_facts = {fact.fact_id: fact for fact in found.facts}
    kept = [
        fact
        for fact in pack.facts
        if fact.fact_id in found_facts or fact.fact_id in asked or not _was_found(fact, draft, read)
    ]
    known = {fact.fact_id for fact in kept}
    facts = [_seen_again(fact, found_facts) for fact in kept]
    facts += [fact for fact in found.facts if fact.fact_id not in known]
    # An entity that is there keeps its place, and the name that its author gave it.
    known_entities = {entity.entity_id for entity in pack.entities}
    new_entities = (entity for entity in found.entities if entity.entity_id not in known_entities)
    documents = {document.document_id: document for document in (*found.documents, *pack.documents)}
    return replace(
        pack,
        documents=tuple(documents.values()),
        entities=(*pack.entities, *new_entities),
        facts=tuple(facts),
        items=items,
    )


def _new_items(pack: Pack, found: Pack) -> Iterator[Item]:
    asked = {item.fact_id for item in pack.items if item.fact_id}
    stems = {folded(item.stem) for item in pack.items}
    for item in found.items:
        is_there = pack.item(item.item_id) or item.fact_id in asked or folded(item.stem) in stems
        if item.made and not is_there:
            yield item


def _was_found(fact: Fact, draft: Draft, read: Collection[str]) -> bool:
    """Whether documents alone stated the fact, and all of them have been read again."""
    sources = {place.document_id for place in fact.evidence}
    is_decided = ("fact", fact.fact_id) in draft.decisions
    return fact.witnesses > 0 and not is_decided and bool(sources) and sources <= set(read)


def _seen_again(fact: Fact, found: dict[str, Fact]) -> Fact:
    """The fact with the evidence and witnesses of now; what a person stated stays as it was said."""
    again = found.get(fact.fact_id)
    if again is None or fact.witnesses == 0:
        return fact
    return replace(fact, evidence=again.evidence, witnesses=again.witnesses)
