"""Mentions -> entities: one entity for all the ways a name is written, linked over all documents of a run.

Keys, never distances, decide: names in either order, with or without hyphens and diacritics, have equal keys.
A first name or surname alone stands for a full name only inside one document, where it is unique.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, permutations

from quizapp.domain.fact import Entity, EntityType
from quizapp.generation.aliases import PEOPLE, called, folded_words, is_bare, is_lone, keys
from quizapp.generation.co_mentions import sentences_naming
from quizapp.generation.document import Document
from quizapp.generation.extraction import Candidate, Mention
from quizapp.generation.linking import Named, Statement, linked
from quizapp.generation.mediums import are_two_mediums
from quizapp.packs.slug import LONGEST_ID, slug

_Lone = tuple[EntityType, frozenset[str], str]


class Register:
    """All entities of a run. Entities of packs come first and keep their ids and names."""

    def __init__(
        self,
        entities: Iterable[Entity],
        shared_titles: Iterable[str] = (),
        documents: Sequence[Document] = (),
    ) -> None:
        self._documents = documents
        self._named: list[Named] = []
        self._shared = frozenset(shared_titles)
        self._by_key: dict[tuple[str, EntityType, str], list[Named]] = defaultdict(list)
        self._by_entity: dict[str, Named] = {}
        for entity in entities:
            named = Named(entity.type, entity=entity)
            for name in entity.names:
                named.keys |= keys(name, entity.type)
            named.kinds[entity.kind] += bool(entity.kind)
            self._named.append(named)
            self._by_entity[entity.entity_id] = named
        for entity_id, named in self._by_entity.items():
            whole = named.entity.within if named.entity else ""
            self._by_entity[entity_id].within = self._by_entity.get(whole)

    def known(self, entity_id: str) -> Named:
        """The bearer of a name that is an entity of a pack."""
        return self._by_entity[entity_id]

    def link(self, mention: Mention, document: str = "?") -> Named:
        """What a mention means in its document, made anew where nothing there has its key."""
        whole = self.link(Mention(mention.within, EntityType.WORK), document) if mention.within else None
        wanted = sorted({k for name in (mention.name, *mention.aliases) for k in keys(name, mention.type)})
        parted = not self._shared.isdisjoint(wanted)
        near = (n for key in wanted for n in self._by_key[document, mention.type, key])
        named = next((n for n in near if _agree(n, mention, whole, parted)), None)
        if named is None:
            named = Named(mention.type, document)
            self._named.append(named)
        named.take(mention)
        named.within = named.within or whole
        for key in wanted:
            if named not in self._by_key[document, mention.type, key]:
                self._by_key[document, mention.type, key].append(named)
        return named

    def entities(self, statements: Sequence[Statement] = ()) -> dict[int, Entity]:
        """Every entity, by the identity of what `link` gave."""
        groups: list[tuple[Entity, Sequence[Named]]] = []
        taken = set(self._by_entity)
        for type_, group in linked(self._named, statements, self._shared, self._together()):
            entity = next((named.entity for named in group if named.entity), None)
            groups.append((entity or _settled(type_, group, taken), group))
            taken.add(groups[-1][0].entity_id)
        found = {id(named): entity for entity, group in groups for named in group}
        for entity, group in groups:
            whole = next((named.within for named in group if named.within), None)
            if whole is not None and entity.entity_id not in self._by_entity:
                placed = replace(entity, within=found[id(whole)].entity_id)
                found.update((id(named), placed) for named in group)
        return found

    def _together(self) -> Iterator[tuple[Named, Named]]:
        """People with those that some sentence names beside them."""
        named_in: dict[str, list[Named]] = defaultdict(list)
        for named in self._named:
            named_in[named.document].append(named)
        for document in self._documents:
            here = named_in[document.document_id]
            names = {str(place): called(named.written, named.type) for place, named in enumerate(here)}
            for _, found in sentences_naming([document], names):
                for one, other in permutations(sorted(found), 2):
                    if here[int(one)].type is EntityType.PERSON:
                        yield here[int(one)], here[int(other)]


def shared_titles(candidates: Iterable[Candidate]) -> set[str]:
    """The keys of titles that one document gives to two works: a film and the series made from it."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for mention in _mentions(candidates):
        if mention.type is EntityType.WORK and mention.kind:
            for key in keys(mention.name, mention.type):
                kinds[key].add(mention.kind)
    return {
        key
        for key, said in kinds.items()
        if any(are_two_mediums(one, other) for one, other in combinations(sorted(said), 2))
    }


def in_full(
    candidates: Sequence[Candidate], across: bool = False, named: Iterable[Mention] = ()
) -> list[Candidate]:
    """One document's candidates with lone first names and surnames replaced by the full name they stand for.

    `named` is what else the document names. `across` documents this is done for the characters of one work
    only: there a first name is a name.
    """
    full = _full_names([*_mentions(candidates), *named], across)
    return [
        replace(
            candidate,
            subject=_full(candidate.subject, full, across),
            value=candidate.value
            if isinstance(candidate.value, str)
            else _full(candidate.value, full, across),
        )
        for candidate in candidates
    ]


def named_in_full(named: Sequence[Mention]) -> list[Mention]:
    """What one document names; a lone first name or surname as the full name that it stands for, or not."""
    full = _full_names(named, across=False)
    found = (_full(mention, full, across=False) for mention in named)
    return [mention for mention in found if not is_lone(mention.name, mention.type)]


def _full_names(mentions: Iterable[Mention], across: bool) -> Mapping[_Lone, set[str]]:
    """For every word of a full name of a person, the names that it stands in."""
    full: dict[_Lone, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.type in PEOPLE and len(folded_words(mention.name)) > 1:
            for word in folded_words(mention.name):
                full[_lone(mention, word, across)].add(mention.name)
    return full


def _mentions(candidates: Iterable[Candidate]) -> Iterator[Mention]:
    for candidate in candidates:
        yield candidate.subject
        if not isinstance(candidate.value, str):
            yield candidate.value


def _lone(mention: Mention, word: str, across: bool) -> _Lone:
    within = frozenset(keys(mention.within, EntityType.WORK)) if across else frozenset()
    return mention.type, within, word


def _full(mention: Mention, full: Mapping[_Lone, set[str]], across: bool) -> Mention:
    written = folded_words(mention.name)
    if mention.type not in PEOPLE or len(written) != 1 or not is_bare(mention.name):
        return mention
    if across and (mention.type is not EntityType.CHARACTER or not mention.within):
        return mention
    names = full.get(_lone(mention, written[0], across), set())
    if not names or not _are_one_name(names, mention.type):
        return mention
    return replace(mention, name=min(names), aliases=(*mention.aliases, mention.name))


def _are_one_name(names: Iterable[str], type_: EntityType) -> bool:
    """Whether all are forms of the longest."""
    longest, *others = sorted(names, key=lambda name: (-len(name), name))
    return all(keys(other, type_) & keys(longest, type_) for other in others)


def _agree(named: Named, mention: Mention, whole: Named | None, parted: bool) -> bool:
    """Whether nothing in one document forbids that they are one: whole, and kind where a title is shared."""
    if whole is not None and named.within is not None and named.within is not whole:
        return False
    if parted and mention.kind and named.kinds:
        return any(not are_two_mediums(mention.kind, kind) for kind in named.kinds)
    return True


def _settled(type_: EntityType, group: Sequence[Named], taken: set[str]) -> Entity:
    names = sum((named.names for named in group), Counter[str]())
    kinds = sum((named.kinds for named in group), Counter[str]())
    written = {name for named in group for name in named.names}
    name = max(written, key=lambda n: (names[n], len(n), n))
    kind = max(kinds, key=lambda k: (kinds[k], k)) if kinds else ""
    if any(are_two_mediums(kind, said) for said in kinds):
        # Documents call it a film and a series: stems had better call it neither.
        kind = ""
    aliases = tuple(sorted(written - {name}))
    wanted = found = slug(name, LONGEST_ID) or "entity"
    number = 1
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return Entity(found, name, type_, kind, any(named.takes_the for named in group), aliases=aliases)
