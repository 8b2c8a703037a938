"""The things that a draft speaks of: listed, made one, parted and renamed."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from quizapp.domain.draft import Draft, Part
from quizapp.domain.entity_edits import Reshaped, entity_of, facts_about, merged, redescribed, split
from quizapp.domain.fact import Entity, EntityType, content_id
from quizapp.domain.text import folded, shown
from quizapp.errors import ChangedMeanwhile, Malformed
from quizapp.packs.shape import LONGEST
from quizapp.services.draft_texts import texts_of
from quizapp.services.drafting import Edit, change
from quizapp.services.facts import new_entity
from quizapp.services.relations import relations
from quizapp.services.remaking import ask_anew

MOST_ALIASES = 30


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as it is listed: how many facts are about it, and how many sentences of the texts name it."""

    entity: Entity
    facts: int
    mentions: int


def entities_of(draft: Draft, query: str = "") -> list[Named]:
    """The entities whose names hold the query, the most spoken of first."""
    wanted = folded(query)
    mentions = _mentions(draft)
    found = [
        Named(
            entity,
            len(facts_about(draft.pack, entity.entity_id, relations())),
            mentions.get(entity.entity_id, 0),
        )
        for entity in draft.pack.entities
        if any(wanted in folded(name) for name in entity.names)
    ]
    return sorted(found, key=lambda one: (-one.facts, folded(one.entity.name)))


def entities_called(draft: Draft, name: str) -> list[Entity]:
    """The entities that go by that name."""
    return [one for one in draft.pack.entities if folded(name) in map(folded, one.names)]


def describe(
    owner_id: int,
    public_id: str,
    entity_id: str,
    seen: Entity,
    told: tuple[str, str, str, Collection[str]],
    now_ms: int,
) -> Draft:
    """The draft with that name, type, kind and other names for the entity, if it is as it was `seen`."""
    name, type_, kind, aliases = told
    name, kind = _line(name, "name"), _line(kind, "kind", needed=False)
    others = [_line(alias, "aliases") for alias in aliases if alias.strip()]
    if len(others) > MOST_ALIASES:
        raise Malformed(f"Give at most {MOST_ALIASES} other names.")
    if type_ not in EntityType.__members__.values():
        raise Malformed("Choose what it is from the list.")

    def edit(draft: Draft) -> tuple[str, Reshaped, tuple[str, ...]]:
        before = entity_of(draft.pack, entity_id)
        if before != seen:
            raise ChangedMeanwhile(f"“{seen.name}” was changed in another tab. Here is how it stands now.")
        reshaped = redescribed(draft.pack, entity_id, name, EntityType(type_), kind, others, relations())
        gone = (before.name,) if before.name != name else ()
        what = f"Renamed “{before.name}” to “{name}”" if gone else f"Described “{name}” anew"
        return what, reshaped, gone

    return _changed(owner_id, public_id, now_ms, edit)


def merging(draft: Draft, kept_id: str, gone_id: str, name: str = "") -> Reshaped:
    """What would come of taking the two for one."""
    kept = entity_of(draft.pack, kept_id)
    return merged(draft.pack, kept_id, gone_id, name or kept.name, relations())


def merge(owner_id: int, public_id: str, kept_id: str, gone_id: str, name: str, now_ms: int) -> Draft:
    """The draft in which the two are one, under one of their names."""

    def edit(draft: Draft) -> tuple[str, Reshaped, tuple[str, ...]]:
        kept, gone = (entity_of(draft.pack, each) for each in (kept_id, gone_id))
        if name not in (*kept.names, *gone.names):
            raise Malformed("Choose one of the names that the two have.")
        told = tuple(each for each in (kept.name, gone.name) if each != name)
        return f"Took “{gone.name}” and “{kept.name}” for one", merging(draft, kept_id, gone_id, name), told

    return _changed(owner_id, public_id, now_ms, edit)


def part(
    owner_id: int,
    public_id: str,
    entity_id: str,
    told: tuple[str, str, str],
    fact_ids: Collection[str],
    now_ms: int,
) -> tuple[Draft, str]:
    """The draft in which that name is an entity of its own with these facts, and the id of the new one."""
    name, type_, kind = told
    name, kind = _line(name, "name"), _line(kind, "kind", needed=False)
    if type_ not in EntityType.__members__.values():
        raise Malformed("Choose what the new one is.")
    made: list[Entity] = []

    def edit(draft: Draft) -> tuple[str, Reshaped, tuple[str, ...]]:
        whole = entity_of(draft.pack, entity_id)
        made[:] = [replace(new_entity(name, EntityType(type_), draft.pack), kind=kind)]
        reshaped = split(draft.pack, entity_id, made[0], fact_ids, relations())
        _require_allowed(reshaped, made[0])
        gone = (whole.name,) if folded(whole.name) == folded(name) else ()
        return f"Parted “{name}” from “{whole.name}”", reshaped, gone

    draft = _changed(owner_id, public_id, now_ms, edit)
    return draft, made[0].entity_id


def _changed(
    owner_id: int,
    public_id: str,
    now_ms: int,
    reshape: Callable[[Draft], tuple[str, Reshaped, tuple[str, ...]]],
) -> Draft:
    """The draft after the edit; facts that became one are decided as one, and items are asked for anew."""
    told: list[tuple[tuple[str, ...], tuple[str, ...]]] = []

    def edit(draft: Draft) -> Edit:
        what, reshaped, names = reshape(draft)
        told[:] = [(reshaped.fact_ids, names)]
        return Edit(what, reshaped.pack, dict.fromkeys(_decisions_gone(draft, reshaped)))

    draft = change(owner_id, public_id, now_ms, edit)
    for fact_ids, names in told:
        ask_anew(draft, fact_ids, names, now_ms)
    return draft


def _decisions_gone(draft: Draft, reshaped: Reshaped) -> list[Part]:
    facts = {fact.fact_id for fact in reshaped.pack.facts}
    items = {item.item_id for item in reshaped.pack.items}
    gone: set[Part] = {("fact", fact.fact_id) for fact in draft.pack.facts if fact.fact_id not in facts}
    gone |= {("item", item.item_id) for item in draft.pack.items if item.item_id not in items}
    return sorted(gone & draft.decisions.keys())


def _require_allowed(reshaped: Reshaped, new: Entity) -> None:
    for fact in (after for _, after in reshaped.changed):
        relation = relations().get(fact.relation)
        types = (
            () if relation is None else relation.subject if fact.subject == new.entity_id else relation.value
        )
        if types and new.type not in types:
            raise Malformed(
                f"A {new.type} cannot be in the fact “{fact.relation.replace('_', ' ')}”; that takes "
                f"{' or '.join(types)}. Choose another type, or leave the fact where it is."
            )


def _mentions(draft: Draft) -> dict[str, int]:
    """How many sentences of the stored texts name each entity."""
    from quizapp.generation.co_mentions import sentences_naming
    from quizapp.generation.document import document_again

    documents = [
        document_again(each.document_id, each.title, each.text, each.furniture)
        for each in texts_of(draft.draft_id)
    ]
    counted: dict[str, int] = {}
    for _, found in sentences_naming(documents, {e.entity_id: e.names for e in draft.pack.entities}):
        for entity_id in found:
            counted[entity_id] = counted.get(entity_id, 0) + 1
    return counted


def _line(text: str, what: str, *, needed: bool = True) -> str:
    words = " ".join(text.split())
    if words or needed:
        try:
            shown(words, "the name" if what != "kind" else "the kind", LONGEST[what])
        except Malformed as error:
            raise Malformed(f"That does not do: {error}.") from None
    return words


def mark(entity: Entity) -> str:
    """A short name for the entity exactly as it stands, for telling later whether it has changed."""
    return content_id("seen", repr(entity))
