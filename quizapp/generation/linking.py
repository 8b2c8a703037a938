"""Names of all documents -> entities: which bearers of a name, told of in different documents, are one.

A strong key in common makes them one, unless what is said of them cannot be true of one thing and nothing
ties them. A loose key in common makes two people one only if something does tie them, and nobody else fits.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from quizapp.domain.fact import Entity, EntityType, Relation, Side
from quizapp.domain.text import folded
from quizapp.generation import literals
from quizapp.generation.aliases import (
    PEOPLE,
    is_lone,
    is_short_for,
    keys,
    loose_keys,
    may_be_spellings,
)
from quizapp.generation.extraction import Mention
from quizapp.generation.mediums import are_two_mediums

# What one document calls a thing another may call a place; people, characters and works are never these.
_LOOSE_TYPES = frozenset({EntityType.ORGANISATION, EntityType.PLACE, EntityType.EVENT, EntityType.THING})
# Sources err about the years of one life, but seldom by more than this.
_ERROR_IN_YEARS = 15
# So many names in common make two documents tell of one subject; of one person they differ in no more.
_IN_COMMON = 3
_SLIPS = 2


@dataclass(eq=False)
class Named:
    """The bearer of a name in one document (none: in a pack), and what the names and sentences tell of it."""

    type: EntityType
    document: str = ""
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    keys: set[str] = field(default_factory=set)
    within: "Named | None" = None
    takes_the: bool = False
    entity: Entity | None = None

    def take(self, mention: Mention) -> None:
        """Count one more mention."""
        self.names[mention.name] += 1
        if mention.kind:
            self.kinds[mention.kind] += 1
        for name in (mention.name, *mention.aliases):
            self.names[name] += 0
            self.keys |= keys(name, self.type)
        self.takes_the = self.takes_the or mention.takes_the

    @property
    def written(self) -> tuple[str, ...]:
        """Every name it goes by."""
        return self.entity.names if self.entity else tuple(sorted(self.names))

    @cached_property
    def full(self) -> tuple[str, ...]:
        """The names that mean it in other documents too: not a first name or surname beside the whole."""
        return tuple(n for n in self.written if not is_lone(n, self.type)) or self.written

    @cached_property
    def strong(self) -> frozenset[str]:
        """The strong keys of its full names; a person known by one name has none."""
        if self.type is EntityType.PERSON and is_lone(self.full[0], self.type):
            return frozenset()
        return frozenset(key for name in self.full for key in keys(name, self.type))

    @cached_property
    def loose(self) -> frozenset[str]:
        """The loose keys of its full names."""
        return frozenset(key for name in self.full for key in loose_keys(name, self.type))

    @cached_property
    def sounds(self) -> frozenset[str]:
        """The loose keys of its full names that no initial is part of."""
        return frozenset(key for key in self.loose if ". " not in key and " " in key)

    @cached_property
    def abbreviated(self) -> frozenset[str]:
        """The keys of names that are letters of another of its names."""
        short = [n for n in self.written if any(is_short_for(n, full) for full in self.written)]
        return frozenset(key for name in short for key in keys(name, self.type))


@dataclass(frozen=True)
class Statement:
    """A fact between bearers of names."""

    subject: Named
    relation: Relation
    value: Named | str
    scope: str = ""


@dataclass(eq=False)
class _Group:
    """Those taken for one, the types they may have, and what is said of them."""

    number: int
    members: list[Named]
    types: frozenset[EntityType]


@dataclass
class _Story:
    """What is said of one bearer: facts, those of one answer only, who is in them, who in its sentences."""

    facts: set[tuple[str, Side, str]] = field(default_factory=set)
    once: dict[tuple[str, Side, str], tuple[str, str]] = field(default_factory=dict)
    beside: set[int] = field(default_factory=set)
    near: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class _Told:
    """What is said of each bearer, and which groups each document names."""

    stories: Mapping[int, _Story]
    named_in: Mapping[str, frozenset[int]]

    def on_one_subject(self, one: Named, other: Named) -> bool:
        """Whether the documents of two bearers name so many others that they tell of one subject."""
        here, there = (self.named_in.get(each.document, frozenset()) for each in (one, other))
        return one.document != other.document and len(here & there) >= _IN_COMMON


def linked(
    named: Sequence[Named],
    statements: Sequence[Statement] = (),
    shared_titles: frozenset[str] = frozenset(),
    together: Iterable[tuple[Named, Named]] = (),
) -> list[tuple[EntityType, Sequence[Named]]]:
    """The bearers of names as groups, each of one entity, with the type that all facts about it allow."""
    slots = _types_by_slot(statements)
    groups = _of_one_key(named, slots, shared_titles)
    told = _Told(_stories(groups, statements, together), _named_in(groups))
    groups = [part for group in groups for part in _parted(group, told, slots)]
    _join_spellings(groups, told)
    return [(_type(group), group.members) for group in groups if group.members]


def _types_by_slot(statements: Iterable[Statement]) -> dict[int, frozenset[EntityType]]:
    """For each bearer the types that its places in facts allow."""
    found: dict[int, frozenset[EntityType]] = {}
    for one in statements:
        sides = [(one.subject, one.relation.subject)]
        if isinstance(one.value, Named):
            sides.append((one.value, one.relation.value))
        for named, types in sides:
            allowed = frozenset(EntityType(type_) for type_ in types)
            found[id(named)] = found.get(id(named), allowed) & allowed
    return found


def _types(named: Named, slots: Mapping[int, frozenset[EntityType]]) -> frozenset[EntityType]:
    """What it can be: its type; for a name of several words also what is like it and its facts allow."""
    if named.entity or named.type not in _LOOSE_TYPES or not any(" " in key for key in named.strong):
        return frozenset({named.type})
    return (_LOOSE_TYPES & slots.get(id(named), _LOOSE_TYPES)) | {named.type}


def _of_one_key(
    named: Sequence[Named], slots: Mapping[int, frozenset[EntityType]], shared_titles: frozenset[str]
) -> list[_Group]:
    """Groups of those with a strong key in common."""
    groups: list[_Group] = []
    by_key: dict[str, dict[int, _Group]] = defaultdict(dict)
    for one in named:
        types = _types(one, slots)
        near = {number: group for key in sorted(one.strong) for number, group in by_key[key].items()}
        group = next(
            (
                near[number]
                for number in sorted(near)
                if near[number].types & types
                and all(_names_agree(one, other, shared_titles) for other in near[number].members)
            ),
            None,
        )
        if group is None:
            group = _Group(len(groups), [], types)
            groups.append(group)
        group.members.append(one)
        group.types &= types
        for key in one.strong:
            by_key[key][group.number] = group
    return groups


def _names_agree(one: Named, other: Named, shared_titles: frozenset[str]) -> bool:
    """Whether names, wholes and mediums do not forbid that two are one."""
    if one.entity and other.entity:
        return False
    if one.within is not None and other.within is not None and not one.within.keys & other.within.keys:
        return False
    shared = one.strong & other.strong
    if shared and not shared - (one.abbreviated & other.abbreviated):
        return False
    if one.type is EntityType.WORK and shared & shared_titles and one.kinds and other.kinds:
        return any(not are_two_mediums(a, b) for a in one.kinds for b in other.kinds)
    return True


def _stories(
    groups: Sequence[_Group], statements: Iterable[Statement], together: Iterable[tuple[Named, Named]]
) -> dict[int, _Story]:
    """What is said of each bearer, in terms of groups."""
    number = {id(named): group.number for group in groups for named in group.members}
    found: dict[int, _Story] = defaultdict(_Story)
    for one in statements:
        ends: list[tuple[Side, Named, Named | str, bool]] = [
            ("subject", one.subject, one.value, one.relation.single_valued)
        ]
        if isinstance(one.value, Named):
            ends.append(("value", one.value, one.subject, one.relation.single_subject))
        for side, named, beside, only_one in ends:
            story = found[id(named)]
            other = beside if isinstance(beside, str) else str(number[id(beside)])
            story.facts.add((one.relation.relation_id, side, folded(other)))
            if isinstance(beside, Named):
                story.beside.add(number[id(beside)])
            if only_one and not one.relation.volatile:
                literal = one.relation.literal if side == "subject" else ""
                story.once[one.relation.relation_id, side, folded(one.scope)] = (literal, other)
    for named, neighbour in together:
        found[id(named)].near.add(number[id(neighbour)])
    return found


def _named_in(groups: Sequence[_Group]) -> dict[str, frozenset[int]]:
    """For each document the groups of full names in it."""
    found: dict[str, set[int]] = defaultdict(set)
    for group in groups:
        for named in group.members:
            if named.document and any(" " in name for name in named.full):
                found[named.document].add(group.number)
    return {document: frozenset(numbers) for document, numbers in found.items()}


def _parted(group: _Group, told: _Told, slots: Mapping[int, frozenset[EntityType]]) -> Iterator[_Group]:
    """The group, as several where what is said of its members cannot be said of one thing."""
    parts: list[_Group] = []
    for one in group.members:
        part = next((p for p in parts if not any(_are_two(one, o, told) for o in p.members)), None)
        if part is None:
            part = _Group(group.number, [], _types(one, slots))
            parts.append(part)
        part.members.append(one)
        part.types &= _types(one, slots)
    yield from parts


def _are_two(one: Named, other: Named, told: _Told) -> bool:
    stories = told.stories
    if one.document == other.document or id(one) not in stories or id(other) not in stories:
        return False
    conflicts = list(_conflicts(stories[id(one)], stories[id(other)]))
    if not conflicts or _share_a_fact(one, other, stories):
        return False
    person = one.type in PEOPLE
    if not person and set(one.kinds) & set(other.kinds):
        return False
    if person and told.on_one_subject(one, other):
        return _lives_apart(conflicts)
    return len(conflicts) > 1 or any(not kind or (person and _far_apart(*both)) for kind, *both in conflicts)


def _lives_apart(conflicts: Sequence[tuple[str, str, str]]) -> bool:
    """Whether two people of one name, in texts about one subject, were not born and did not die alike."""
    years = [both for kind, *both in conflicts if kind in ("year", "date")]
    return len(conflicts) > _SLIPS or any(_far_apart(*both) for both in years)


def _conflicts(one: _Story, other: _Story) -> Iterator[tuple[str, str, str]]:
    """What only one thing can be said of, said differently: the kind of literal, and both values."""
    for slot in sorted(one.once.keys() & other.once.keys()):
        kind, value = one.once[slot]
        _, another = other.once[slot]
        if value != another and not (kind and literals.may_be_same(kind, value, another)):
            yield kind, value, another


def _far_apart(one: str, other: str) -> bool:
    years = [value.split("-")[0] for value in (one, other)]
    return all(y.isdigit() for y in years) and abs(int(years[0]) - int(years[1])) > _ERROR_IN_YEARS


def _share_a_fact(one: Named, other: Named, stories: Mapping[int, _Story]) -> bool:
    return bool(
        stories[id(one)].facts & stories[id(other)].facts
        or stories[id(one)].beside & stories[id(other)].beside
    )


def _join_spellings(groups: Sequence[_Group], told: _Told) -> None:
    """Give the members of groups that are one person, spelt in several ways, to the first of them."""
    by_key: dict[tuple[frozenset[EntityType], str], list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        for key in sorted({key for named in group.members for key in named.loose}):
            by_key[group.types, key].append(place)
    fitting: dict[int, set[int]] = defaultdict(set)
    for near in by_key.values():
        for one, other in combinations(near, 2):
            if other not in fitting[one] and _are_spellings(groups[one], groups[other], told):
                fitting[one].add(other)
                fitting[other].add(one)
    for place in sorted(fitting):
        together = sorted({place, *fitting[place]})
        # Where initials fit two people, who do not fit each other, they are nobody's.
        if place == together[0] and all({other, *fitting[other]} == set(together) for other in together):
            for other in together[1:]:
                groups[place].members += groups[other].members
                groups[other].members = []


def _are_spellings(one: _Group, other: _Group, told: _Told) -> bool:
    """Whether two people are one by spelling, by what ties them, and by nothing that parts them."""
    pairs = [(a, b) for a in one.members for b in other.members]
    if not all(_names_agree(a, b, frozenset()) for a, b in pairs):
        return False
    beside = any(told.on_one_subject(a, b) for a, b in pairs)
    told_of = [[told.stories.get(id(each)) for each in pair] for pair in pairs]
    stories = [(a, b) for a, b in told_of if a and b]
    conflicts = [each for a, b in stories for each in _conflicts(a, b)]
    if conflicts and (not beside or _lives_apart(conflicts)):
        return False
    tied = any(a.facts & b.facts or a.beside & b.beside or a.near & b.near for a, b in stories)
    tied = tied or any(set(a.kinds) & set(b.kinds) for a, b in pairs)
    is_spelling = any(may_be_spellings(n, m) for a, b in pairs for n in a.full for m in b.full)
    # The documents alone tie only names that sound alike, not initials that fit.
    return is_spelling and (tied or (beside and any(a.sounds & b.sounds for a, b in pairs)))


def _type(group: _Group) -> EntityType:
    """The type said most often of those that all facts allow; a thing only where nothing better is said."""
    said = Counter(named.type for named in group.members)
    allowed = [type_ for type_ in EntityType if type_ in group.types]
    return max(allowed, key=lambda type_: (said[type_] > 0, type_ is not EntityType.THING, said[type_]))
