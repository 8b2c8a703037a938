"""Whether what the generator states is what a reader wrote down: any name of a thing, in either direction."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from anyascii import anyascii

from quizapp.domain.fact import Entity, Fact, Relation
from quizapp.domain.text import folded
from quizapp.generation import literals
from quizapp.generation.extraction import Candidate, Mention
from quizapp.generation.literals import shown_date

Words = tuple[str, ...]
Names = frozenset[Words]


@dataclass(frozen=True, slots=True)
class Stated:
    """Relation, subject and value, the two ends under every name; a literal has one name."""

    relation: str
    subject: Names
    value: Names
    literal: bool = False

    def means(self, listed: "Stated") -> bool:
        """Whether both say the same by the same relation."""
        return self.relation == listed.relation and self.links(listed)

    def links(self, listed: "Stated") -> bool:
        """Whether both link the same two things, by whatever relation and from whichever end."""
        if self.subject & listed.subject and self._gives(listed.value):
            return True
        return bool(self.subject & listed.value) and self._gives(listed.subject)

    def _gives(self, wanted: Names) -> bool:
        """Whether the value is the wanted one; a literal may say more, never less."""
        if not self.literal:
            return bool(self.value & wanted)
        return any(set(less) <= set(more) for less in wanted for more in self.value)


def listed(subject: str, relation: str, value: str, same: Iterable[Iterable[str]]) -> Stated:
    """A reader's fact, its ends under all the names that the reader calls the same."""
    groups = [names_of(group) for group in same]
    return Stated(relation, _with_others(subject, groups), _with_others(value, groups))


def published(fact: Fact, entities: Mapping[str, Entity], relation: Relation) -> Stated:
    """A fact of a pack."""
    subject = names_of(entities[fact.subject].names)
    if relation.literal:
        shown = literals.shown(relation.literal, fact.value, relation.unit)
        return Stated(fact.relation, subject, names_of((shown,)), literal=True)
    return Stated(fact.relation, subject, names_of(entities[fact.value].names))


def found(candidate: Candidate, relation: Relation) -> Stated:
    """What one extractor states."""
    subject, value = candidate.subject, candidate.value
    if isinstance(value, Mention):
        return Stated(candidate.relation, _mentioned(subject), _mentioned(value))
    shown = literals.shown(relation.literal, value, relation.unit)
    return Stated(candidate.relation, _mentioned(subject), names_of((shown,)), literal=True)


def names_of(names: Iterable[str]) -> Names:
    """The names as compared: words without case, accents, signs and a leading article; dates as read."""
    return frozenset(words for words in map(_words, names) if words)


def _mentioned(mention: Mention) -> Names:
    return names_of((mention.name, *mention.aliases))


def _with_others(name: str, groups: Iterable[Names]) -> Names:
    own = names_of((name,))
    return own.union(*(group for group in groups if own & group))


def _words(name: str) -> Words:
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", name):
        name = shown_date(name)
    plain = re.sub(r"['’]|(?<=\d),(?=\d)", "", folded(name))
    words = re.findall(r"\d+\.\d+|[a-z0-9]+", anyascii(plain).casefold())
    return tuple(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)
