"""What documents state: entities, facts about them, and where each fact stands."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from quizapp.domain.text import shown
from quizapp.errors import Malformed

Side = Literal["subject", "value"]
LITERAL_KINDS = ("year", "date", "number", "quantity", "text")


class EntityType(StrEnum):
    PERSON = "person"
    CHARACTER = "character"
    WORK = "work"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Document:
    """Something that was read; a pack points into it and does not hold its sentences.

    `licence`: under which its text may be passed on, such as CC-BY-4.0; empty where nobody said.
    """

    document_id: str
    title: str
    publisher: str = ""
    url: str = ""
    date: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing named in documents."""

    entity_id: str
    name: str
    type: EntityType
    kind: str = ""
    takes_the: bool = False
    within: str = ""
    aliases: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        shown(self.name, f"the name of entity {self.entity_id!r}", 120)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that means this entity, the one on screen first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact stands: a document, and in it a paragraph and a sentence, both counted from 1."""

    document_id: str
    paragraph: int | None = None
    sentence: int | None = None

    def __post_init__(self) -> None:
        if self.sentence is not None and self.paragraph is None:
            raise Malformed(f"evidence in {self.document_id!r} gives a sentence but no paragraph")
        for place in (self.paragraph, self.sentence):
            if place is not None and place < 1:
                raise Malformed(f"evidence in {self.document_id!r} counts from {place}; the first is 1")


# The tag of relations whose scope is a noun or a name: the measure of a part, the way to a place.
MEASURED = "measures"
# The tag of relations whose facts tell in their scope in which year they are true.
DATED = "dated"


@dataclass(frozen=True, slots=True)
class Relation:
    """A kind of statement: what it links, what makes a value unique, how texts say it and how it is asked.

    `exhaustive`: whoever states it names all values at once (the founders of a firm), so that another one
    is taken for false; `exhaustive_subject`: all subjects (the writers of a novel). `dimension`: what a
    quantity measures. `few`: the kinds of value of which nobody has many (schools, parties), so that a
    well-known one which no document names is taken for false. `finer`: the relation that gives the date
    where this one gives the year. `says`: clauses that state it, see `generation.extraction.frames`.
    `waits`: no reading of it stands until a person accepts it. `describe_*`: noun phrases that mean one
    side by the other (`the director of {value}`), for questions in two steps.
    """

    relation_id: str
    subject: tuple[str, ...]
    value: tuple[str, ...]
    statement: tuple[str, ...]
    ask_subject: tuple[str, ...] = ()
    ask_value: tuple[str, ...] = ()
    single_valued: bool = False
    single_subject: bool = False
    volatile: bool = False
    exhaustive: bool = False
    exhaustive_subject: bool = False
    waits: bool = False
    unit: str = ""
    dimension: str = ""
    finer: str = ""
    tags: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    few: tuple[str, ...] = ()
    describe_subject: tuple[str, ...] = ()
    describe_value: tuple[str, ...] = ()

    @property
    def literal(self) -> str:
        """The kind of literal that its values are, one of LITERAL_KINDS; empty for entities."""
        return self.value[0] if self.value[0] in LITERAL_KINDS else ""

    @property
    def is_dated(self) -> bool:
        """Whether its facts tell a year in their scope, which makes them true of one value only."""
        return DATED in self.tags


_MOST_WITNESSES = 99


@dataclass(frozen=True, slots=True)
class Fact:
    """Subject, relation, value, with evidence. `value` is an entity id or a literal, as the relation says.

    `witnesses`: how many independent readings state it (documents, or kinds of extractor), 99 for all that
    are more; 0 where a person did.
    """

    subject: str
    relation: str
    value: str
    evidence: tuple[Evidence, ...] = ()
    scope: str = ""
    as_of: str = ""
    according_to: str = ""
    ask: tuple[Side, ...] = ("subject", "value")
    note: str = ""
    witnesses: int = 0
    fact_id: str = ""

    def __post_init__(self) -> None:
        if self.witnesses < 0:
            raise Malformed(f"a fact about {self.subject!r} has {self.witnesses} witnesses")
        object.__setattr__(self, "witnesses", min(self.witnesses, _MOST_WITNESSES))
        if not self.fact_id:
            object.__setattr__(
                self, "fact_id", content_id("f", self.subject, self.relation, self.value, self.scope)
            )


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Facts that cannot all be true: of values, of how a name is spelt, or of the order of a life."""

    subject: str
    relation: str
    facts: tuple[Fact, ...]
    kind: Literal["values", "spelling", "order"] = "values"


def content_id(prefix: str, *parts: str) -> str:
    """A short stable name made from content: the same parts give the same name, for ever."""
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return f"{prefix}-{digest[:10]}"


def by_id(entities: tuple[Entity, ...]) -> Mapping[str, Entity]:
    """The entities, found by their ids."""
    return {entity.entity_id: entity for entity in entities}
