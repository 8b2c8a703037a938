"""Facts put into a pack, made one, and taken out of it; what pointed to them follows."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import count

from quizapp.domain.fact import Entity, Fact, content_id
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.domain.text import folded

Content = tuple[str, str, str, str]


def with_fact(pack: Pack, fact: Fact, new: Collection[Entity] = ()) -> Pack:
    """The pack with the fact in place of the one of its id, or as its last; `new` are entities it needs.

    Where another fact says the same, that one stays, with the evidence of both.
    """
    twin = twin_of(fact, pack)
    grown = replace(pack, entities=(*pack.entities, *new))
    if twin is not None:
        known = {one.fact_id for one in pack.facts}
        stays = {fact.fact_id: twin.fact_id} if fact.fact_id in known else {}
        return with_facts(grown, {twin.fact_id: united(twin, fact)}, stays)
    if any(one.fact_id == fact.fact_id for one in pack.facts):
        return with_facts(grown, {fact.fact_id: fact})
    return replace(grown, facts=(*pack.facts, fact))


def with_facts(pack: Pack, changed: Mapping[str, Fact], stands_for: Mapping[str, str] | None = None) -> Pack:
    """The pack with these facts changed, and those that another stands for gone.

    An item whose fact is gone points to the one that stands for it. Where that is none, an item that was made
    from it goes too, and one written by hand stays without a fact.
    """
    gone = stands_for or {}
    facts = tuple(changed.get(one.fact_id, one) for one in pack.facts if one.fact_id not in gone)
    items = (_repointed(item, gone) for item in pack.items)
    return replace(pack, facts=facts, items=tuple(item for item in items if item))


def united(one: Fact, another: Fact) -> Fact:
    """The first fact with the evidence of both. A person's word needs no witnesses."""
    documents = [{place.document_id for place in fact.evidence} for fact in (one, another)]
    apart = documents[0].isdisjoint(documents[1])
    counts = (one.witnesses, another.witnesses)
    return replace(
        one,
        evidence=tuple(dict.fromkeys((*one.evidence, *another.evidence))),
        as_of=max(one.as_of, another.as_of),
        note=one.note or another.note,
        witnesses=0 if 0 in counts else sum(counts) if apart else max(counts),
    )


def twin_of(fact: Fact, pack: Pack) -> Fact | None:
    """The fact of another id that says the same."""
    found = (one for one in pack.facts if one.fact_id != fact.fact_id and content(one) == content(fact))
    return next(found, None)


def new_fact(fact: Fact, pack: Pack) -> Fact:
    """The fact under an id that no other has; or the one that says the same, with the evidence of both."""
    known = next((one for one in pack.facts if content(one) == content(fact)), None)
    if known is not None:
        return united(known, fact)
    taken = {one.fact_id for one in pack.facts}
    wanted = (content_id("f", *content(fact), str(number)) for number in count(2))
    # An id made from content may be taken by a fact that has been put differently since.
    return (
        fact
        if fact.fact_id not in taken
        else replace(fact, fact_id=next(w for w in wanted if w not in taken))
    )


def content(fact: Fact) -> Content:
    """What a fact says, as compared."""
    return fact.subject, fact.relation, folded(fact.value), folded(fact.scope)


def _repointed(item: Item, gone: Mapping[str, str]) -> Item | None:
    if item.fact_id not in gone:
        return item
    fact_id = gone[item.fact_id]
    return replace(item, fact_id=fact_id) if fact_id or not item.made else None
