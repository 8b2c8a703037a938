"""Entities made one, parted and renamed, and what each of these does to the facts and items of a pack."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from quizapp.domain.fact import Entity, EntityType, Fact, Relation, by_id
from quizapp.domain.fact_edits import content, united, with_facts
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.domain.text import folded
from quizapp.errors import Malformed

Relations = Mapping[str, Relation]


@dataclass(frozen=True, slots=True)
class Reshaped:
    """The pack after an edit of an entity, and what came of it.

    `changed` are facts that now speak of another entity, before and after; `united` those that say the same
    as another, each with the one that stays; `dropped` those that would link a thing to itself.
    `items` were made of any of these or show a name that is no longer there.
    """

    pack: Pack
    changed: tuple[tuple[Fact, Fact], ...] = ()
    united: tuple[tuple[Fact, Fact], ...] = ()
    dropped: tuple[Fact, ...] = ()
    items: tuple[Item, ...] = ()

    @property
    def fact_ids(self) -> tuple[str, ...]:
        """The facts that questions have to be made of anew."""
        found = [fact.fact_id for _, fact in (*self.changed, *self.united)]
        standing = {fact.fact_id for fact in self.pack.facts}
        found += [item.fact_id for item in self.items]
        return tuple(each for each in dict.fromkeys(found) if each in standing)


def merged(pack: Pack, kept_id: str, gone_id: str, name: str, relations: Relations) -> Reshaped:
    """The pack in which the two entities are one, under that name."""
    kept, gone = entity_of(pack, kept_id), entity_of(pack, gone_id)
    if kept_id == gone_id:
        raise Malformed("Choose another name: this one is the same already.")
    if kept.type != gone.type:
        raise Malformed(
            f"“{kept.name}” is a {kept.type} and “{gone.name}” a {gone.type}. Give both the same type first."
        )
    one = replace(
        kept,
        name=name,
        kind=kept.kind or gone.kind,
        within=kept.within or gone.within,
        aliases=_aliases(name, (*kept.names, *gone.names)),
    )
    changed = _moved(pack.facts, {gone_id: kept_id}, relations)
    dropped = tuple(
        before for before, after in changed if after.subject == after.value and before.subject != before.value
    )
    kept_facts = [fact for fact in _after(pack.facts, changed) if fact.fact_id not in _ids(dropped)]
    unions = tuple(_unions(kept_facts, _ids([fact for _, fact in changed])))
    entities = tuple(one if each.entity_id == kept_id else each for each in pack.entities)
    reshaped = _rewritten(replace(pack, entities=entities), changed, unions, dropped)
    left = tuple(
        replace(each, within=kept_id) if each.within == gone_id else each
        for each in reshaped.entities
        if each.entity_id != gone_id
    )
    touched = [fact for pair in (*changed, *unions) for fact in pair] + list(dropped)
    told = [each for each in (kept.name, gone.name) if each != name]
    return Reshaped(
        replace(reshaped, entities=_without_loops(left)),
        tuple(pair for pair in changed if pair[0].fact_id not in _ids(dropped)),
        unions,
        dropped,
        tuple(_items_about(pack, touched, told)),
    )


def split(
    pack: Pack, entity_id: str, new: Entity, fact_ids: Collection[str], relations: Relations
) -> Reshaped:
    """The pack with an entity of its own for a name of this one, and these facts moved to it."""
    whole = entity_of(pack, entity_id)
    if new.entity_id in by_id(pack.entities):
        raise Malformed(f"There is an entity {new.entity_id!r} already.")
    others = tuple(each for each in whole.names if folded(each) != folded(new.name))
    if not others:
        raise Malformed(f"“{new.name}” is its only name. Give the new one a name of its own.")
    rest = replace(whole, name=others[0], aliases=others[1:])
    chosen = [fact for fact in pack.facts if fact.fact_id in fact_ids]
    changed = _moved(chosen, {entity_id: new.entity_id}, relations)
    entities = [rest if each.entity_id == entity_id else each for each in pack.entities]
    entities.insert(entities.index(rest) + 1, new)
    told = [whole.name] if rest.name != whole.name else []
    return Reshaped(
        _rewritten(replace(pack, entities=tuple(entities)), changed),
        changed,
        items=tuple(_items_about(pack, [before for before, _ in changed], told)),
    )


def redescribed(
    pack: Pack,
    entity_id: str,
    name: str,
    type_: EntityType,
    kind: str,
    aliases: Collection[str],
    relations: Relations,
) -> Reshaped:
    """The pack with another name, type or kind for the entity, if its facts allow the type."""
    before = entity_of(pack, entity_id)
    after = replace(before, name=name, type=type_, kind=kind, aliases=_aliases(name, aliases))
    about = facts_about(pack, entity_id, relations)
    if strange := [fact for fact in about if not _allows(fact, after, relations)]:
        names = ", ".join(sorted({fact.relation.replace("_", " ") for fact in strange}))
        raise Malformed(
            f"A {type_} cannot be in {len(strange)} of its facts ({names}). Reject or edit these first."
        )
    entities = tuple(after if each.entity_id == entity_id else each for each in pack.entities)
    if (before.name, before.type, before.kind) == (after.name, after.type, after.kind):
        return Reshaped(replace(pack, entities=entities))
    told = [before.name] if before.name != name else []
    return Reshaped(
        replace(pack, entities=entities),
        tuple((fact, fact) for fact in about),
        items=tuple(_items_about(pack, about, told)),
    )


def entity_of(pack: Pack, entity_id: str) -> Entity:
    """The entity of that id."""
    found = by_id(pack.entities).get(entity_id)
    if found is None:
        raise Malformed("That name is no longer in the draft. Reload the page to see how it stands now.")
    return found


def facts_about(pack: Pack, entity_id: str, relations: Relations) -> list[Fact]:
    """The facts that an entity is in."""
    return [
        fact
        for fact in pack.facts
        if fact.subject == entity_id or (fact.value == entity_id and _is_of_entities(fact, relations))
    ]


def _is_of_entities(fact: Fact, relations: Relations) -> bool:
    relation = relations.get(fact.relation)
    return relation is None or not relation.literal


def _allows(fact: Fact, entity: Entity, relations: Relations) -> bool:
    relation = relations.get(fact.relation)
    if relation is None:
        return True
    as_subject = fact.subject != entity.entity_id or entity.type in relation.subject
    as_value = bool(relation.literal) or fact.value != entity.entity_id or entity.type in relation.value
    return as_subject and as_value


def _moved(
    facts: Collection[Fact], stands_for: Mapping[str, str], relations: Relations
) -> tuple[tuple[Fact, Fact], ...]:
    """The facts that speak of an entity for which another stands, before and after. They keep their ids."""
    pairs = []
    for fact in facts:
        value = stands_for.get(fact.value, fact.value) if _is_of_entities(fact, relations) else fact.value
        after = replace(fact, subject=stands_for.get(fact.subject, fact.subject), value=value)
        if after != fact:
            pairs.append((fact, after))
    return tuple(pairs)


def _after(facts: Collection[Fact], changed: Collection[tuple[Fact, Fact]]) -> list[Fact]:
    new = {before.fact_id: after for before, after in changed}
    return [new.get(fact.fact_id, fact) for fact in facts]


def _unions(facts: Collection[Fact], changed: Collection[str]) -> Iterator[tuple[Fact, Fact]]:
    """Every fact that by these changes says the same as one before it, with that one."""
    first: dict[tuple[str, ...], Fact] = {}
    for fact in facts:
        known = first.setdefault((*content(fact), fact.according_to), fact)
        if known is not fact and {fact.fact_id, known.fact_id} & set(changed):
            yield fact, known


def _rewritten(
    pack: Pack,
    changed: Collection[tuple[Fact, Fact]],
    unions: Collection[tuple[Fact, Fact]] = (),
    dropped: Collection[Fact] = (),
) -> Pack:
    new = {after.fact_id: after for _, after in changed}
    for gone, stays in unions:
        new[stays.fact_id] = united(new.get(stays.fact_id, stays), gone)
    stands_for = {gone.fact_id: stays.fact_id for gone, stays in unions}
    return with_facts(pack, new, stands_for | dict.fromkeys(_ids(dropped), ""))


def _items_about(pack: Pack, facts: Collection[Fact], names: Collection[str]) -> Iterator[Item]:
    """The made items of these facts, and those that show one of these names."""
    fact_ids, told = _ids(facts), {folded(name) for name in names}
    for item in pack.items:
        shows = any(folded(option) in told for option in item.options)
        if item.made and (item.fact_id in fact_ids or shows):
            yield item


def _aliases(name: str, names: Collection[str]) -> tuple[str, ...]:
    """The other names, each once."""
    found = {folded(each): each for each in reversed(tuple(names)) if each.strip()}
    found.pop(folded(name), None)
    return tuple(reversed(found.values()))


def _without_loops(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The entities, none within itself: the first step of a way that leads back is taken out."""
    found = by_id(entities)
    sound = dict(found)
    for entity_id in found:
        above, seen = sound[entity_id].within, {entity_id}
        while above in sound and above not in seen:
            seen.add(above)
            above = sound[above].within
        if above in seen:
            sound[entity_id] = replace(sound[entity_id], within="")
    return tuple(sound.values())


def _ids(facts: Collection[Fact]) -> set[str]:
    return {fact.fact_id for fact in facts}
