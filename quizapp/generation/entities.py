"""Mentions -> entities: one entity for all the ways a name is written, linked over all documents of a run.

Keys, never distances, decide: names in either order, with or without hyphens and diacritics, have equal keys.
A first name or surname alone stands for a full name only inside one document, where it is unique.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from anyascii import anyascii

from quizapp.domain.fact import Entity, EntityType
from quizapp.generation.document import Document, slug
from quizapp.generation.extraction import Candidate, Mention
from quizapp.packs.vocabulary import vocabulary

_HONORIFICS = vocabulary("mr mrs ms miss dr prof professor sir dame lord lady rev fr")
_MEDIUMS = (
    frozenset({"film", "movie"}),
    frozenset({"series", "show", "sitcom", "miniseries"}),
    frozenset({"novel", "book"}),
)
_PEOPLE = (EntityType.PERSON, EntityType.CHARACTER)

_Lone = tuple[EntityType, frozenset[str], str]


def folded_words(name: str) -> list[str]:
    """The words of a name as compared: compatibility forms, case, diacritics, signs and honorifics gone."""
    plain = anyascii(unicodedata.normalize("NFKC", name)).casefold()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’`]", "", plain))
    if len(words) > 1 and words[0] in _HONORIFICS | {"the"}:
        words = words[1:]
    return words


def keys(name: str, type_: EntityType) -> set[str]:
    """The keys of a name: two names with a key in common may mean one entity."""
    words = folded_words(name)
    if not words:
        return set()
    if type_ not in _PEOPLE:
        # Titles keep their order; a plural slip (Anonymous Romantic, Anonymous Romantics) does not part them.
        return {" ".join(w.removesuffix("s") if len(w) > 3 else w for w in words)}
    found = {" ".join(sorted(words))}
    if len(words) == 3:
        # A given name of two syllables is written Joon-ho, Joon ho or Joonho, before or after the surname.
        found.add(" ".join(sorted((words[0], words[1] + words[2]))))
        found.add(" ".join(sorted((words[0] + words[1], words[2]))))
    return found


@dataclass
class _Named:
    """An entity in the making: how often each name was written, and what is known of it."""

    type: EntityType
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    keys: set[str] = field(default_factory=set)
    within: "_Named | None" = None
    takes_the: bool = False
    entity: Entity | None = None

    def take(self, mention: Mention) -> None:
        self.names[mention.name] += 1
        if mention.kind:
            self.kinds[mention.kind] += 1
        for name in (mention.name, *mention.aliases):
            self.names[name] += 0
            self.keys |= keys(name, self.type)


class Register:
    """All entities of a run. Entities of packs come first and keep their ids and names."""

    def __init__(self, entities: Iterable[Entity], shared_titles: Iterable[str] = ()) -> None:
        self._known: list[_Named] = []
        self._shared = frozenset(shared_titles)
        self._by_entity: dict[str, _Named] = {}
        for entity in entities:
            named = _Named(entity.type, entity=entity)
            for name in entity.names:
                named.keys |= keys(name, entity.type)
            named.kinds[entity.kind] += bool(entity.kind)
            self._known.append(named)
            self._by_entity[entity.entity_id] = named
        for entity_id, named in self._by_entity.items():
            whole = named.entity.within if named.entity else ""
            self._by_entity[entity_id].within = self._by_entity.get(whole)

    def link(self, mention: Mention) -> _Named:
        """The entity a mention means, made anew where none has its key."""
        whole = self.link(Mention(mention.within, EntityType.WORK)) if mention.within else None
        wanted = set().union(*(keys(name, mention.type) for name in (mention.name, *mention.aliases)))
        parted = bool(wanted & self._shared)
        named = next((n for n in self._known if n.keys & wanted and _agree(n, mention, whole, parted)), None)
        if named is None:
            named = _Named(mention.type)
            self._known.append(named)
        named.take(mention)
        named.within = named.within or whole
        named.takes_the = named.takes_the or mention.takes_the
        return named

    def entities(self) -> dict[int, Entity]:
        """Every entity, by the identity of what `link` gave."""
        found: dict[int, Entity] = {}
        taken = set(self._by_entity)
        for named in self._known:
            found[id(named)] = named.entity or _settled(named, taken)
            taken.add(found[id(named)].entity_id)
        for named in self._known:
            if named.entity is None and named.within is not None:
                whole = found[id(named.within)].entity_id
                found[id(named)] = replace(found[id(named)], within=whole)
        return found


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
        if any(_are_two_mediums(one, other) for one, other in combinations(sorted(said), 2))
    }


def in_full(candidates: Sequence[Candidate], across: bool = False) -> list[Candidate]:
    """One document's candidates with lone first names and surnames replaced by the full name they stand for.

    `across` documents this is done for the characters of one work only: there a first name is a name.
    """
    full: dict[_Lone, set[str]] = defaultdict(set)
    for mention in _mentions(candidates):
        if mention.type in _PEOPLE and len(folded_words(mention.name)) > 1:
            for word in {*folded_words(mention.name)}:
                full[_lone(mention, word, across)].add(mention.name)
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


def co_mentions(
    documents: Sequence[Document], names: Mapping[str, Sequence[str]]
) -> frozenset[frozenset[str]]:
    """Every pair of ids that some sentence names together."""
    words = {
        each: [f" {' '.join(folded_words(name))} " for name in written] for each, written in names.items()
    }
    pairs: set[frozenset[str]] = set()
    for document in documents:
        for passage in document.passages:
            for sentence in passage.sentences:
                text = f" {' '.join(folded_words(sentence.text))} "
                here = [each for each, forms in words.items() if any(form in text for form in forms)]
                pairs.update(frozenset(pair) for pair in combinations(sorted(here), 2))
    return frozenset(pairs)


def _mentions(candidates: Iterable[Candidate]) -> Iterator[Mention]:
    for candidate in candidates:
        yield candidate.subject
        if not isinstance(candidate.value, str):
            yield candidate.value


def _lone(mention: Mention, word: str, across: bool) -> _Lone:
    within = frozenset(keys(mention.within, EntityType.WORK)) if across else frozenset()
    return mention.type, within, word


def _full(mention: Mention, full: Mapping[_Lone, set[str]], across: bool) -> Mention:
    words = folded_words(mention.name)
    if mention.type not in _PEOPLE or len(words) != 1:
        return mention
    if across and (mention.type is not EntityType.CHARACTER or not mention.within):
        return mention
    names = full.get(_lone(mention, words[0], across), set())
    distinct = {frozenset(keys(name, mention.type)) for name in names}
    if len(distinct) != 1:
        return mention
    return replace(mention, name=min(names), aliases=(*mention.aliases, mention.name))


def _agree(named: _Named, mention: Mention, whole: _Named | None, parted: bool) -> bool:
    """Whether nothing forbids that they are one: type, whole, and kind where a title is shared."""
    if named.type is not mention.type:
        return False
    if whole is not None and named.within is not None and named.within is not whole:
        return False
    if parted and mention.kind and named.kinds:
        return any(not _are_two_mediums(mention.kind, kind) for kind in named.kinds)
    return True


def _are_two_mediums(one: str, other: str) -> bool:
    """Whether no single work is called both: a film, a series."""
    mediums = [next((m for m in _MEDIUMS if m & set(kind.split())), None) for kind in (one, other)]
    return None not in mediums and mediums[0] != mediums[1]


def _settled(named: _Named, taken: set[str]) -> Entity:
    name = max(named.names, key=lambda n: (named.names[n], len(n), n))
    kind = max(named.kinds, key=lambda k: (named.kinds[k], k)) if named.kinds else ""
    if any(_are_two_mediums(kind, said) for said in named.kinds):
        # Documents call it a film and a series: stems had better call it neither.
        kind = ""
    aliases = tuple(sorted(n for n in named.names if n != name))
    wanted = found = slug(name) or "entity"
    number = 1
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return Entity(found, name, named.type, kind, named.takes_the, aliases=aliases)
