"""The catalogue of relations, for people who state facts: how a fact reads, and what a relation may link."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from quizapp.domain.fact import Entity, EntityType, Fact, Relation, by_id
from quizapp.domain.pack import Pack

_HINTS = {
    "year": "a year in digits, such as 1801 (44 BC is -44)",
    "date": "a date as year-month-day, such as 1969-07-20, or 1969-07",
    "number": "a number in digits, such as 1,250 or 3.5",
    "quantity": "an amount with its unit, such as 62 metres",
    "text": "a few words",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A relation as one chooses it: its name, how it reads, and what it links."""

    relation_id: str
    words: str
    value_hint: str


@lru_cache(maxsize=1)
def relations() -> Mapping[str, Relation]:
    """The relations that a fact may have, by name."""
    from quizapp.generation import catalogue

    return catalogue.load()


@lru_cache(maxsize=1)
def choices() -> Mapping[str, tuple[Choice, ...]]:
    """The relations by the type of what they are about, in the order of their words."""
    found: dict[str, list[Choice]] = {type_: [] for type_ in EntityType}
    for relation in relations().values():
        choice = Choice(relation.relation_id, pattern(relation), value_hint(relation))
        for type_ in relation.subject:
            found[type_].append(choice)
    return {type_: tuple(sorted(few, key=lambda one: one.words)) for type_, few in found.items() if few}


def pattern(relation: Relation) -> str:
    """How a fact of it reads, its places left open: `[person] directed [work]`."""
    value = f"[{relation.literal or ' or '.join(relation.value)}]"
    text = min(relation.statement, key=len).rstrip(".")
    text = text.replace("{subject}", f"[{' or '.join(relation.subject)}]").replace("{value}", value)
    return text.replace("{scope}", "[of what]").replace("{", "[").replace("}", "]")


def value_hint(relation: Relation) -> str:
    """What its value may be, in words."""
    if not relation.literal:
        return f"the name of {_one_of(relation.value)}"
    return _HINTS[relation.literal] + (f" ({relation.unit})" if relation.unit else "")


def in_words(fact: Fact, pack: Pack) -> str:
    """The fact as a sentence; of a relation that nobody knows, its three parts."""
    from quizapp.generation.graph import Graph
    from quizapp.generation.stems import explanation

    entities = by_id(pack.entities)
    told = ""
    if not fault(fact, entities):
        documents = {document.document_id: document for document in pack.documents}
        told = explanation(replace(fact, note=""), Graph(relations(), entities, (), documents))
    return told or " ".join((_named(fact.subject, entities), spoken(fact.relation), shown_value(fact, pack)))


def shown_value(fact: Fact, pack: Pack) -> str:
    """The value of a fact as people read it."""
    from quizapp.generation import literals

    relation, entities = relations().get(fact.relation), by_id(pack.entities)
    if relation is None or not relation.literal:
        return _named(fact.value, entities)
    if not literals.is_well_formed(relation.literal, fact.value):
        return fact.value
    return literals.shown(relation.literal, fact.value, relation.unit)


def spoken(relation_id: str) -> str:
    """The name of a relation as words."""
    return relation_id.replace("_", " ").replace("-", " ")


def sound(facts: Iterable[Fact], pack: Pack) -> list[Fact]:
    """The facts that the generator can work with."""
    entities = by_id(pack.entities)
    return [fact for fact in facts if not fault(fact, entities)]


def fault(fact: Fact, entities: Mapping[str, Entity]) -> tuple[str, str] | None:
    """The side on which a fact breaks the rules of its relation, and how to mend it; None if it is sound."""
    from quizapp.generation import literals

    relation = relations().get(fact.relation)
    if relation is None:
        return "relation", "Choose what is said from the list."
    subject = entities.get(fact.subject)
    if subject is None or subject.type not in relation.subject:
        wanted = _one_of(relation.subject)
        return "subject", f"This is said of {wanted}{_but_is(subject)}."
    if relation.literal:
        if not literals.is_well_formed(relation.literal, fact.value):
            return "value", f"Write {_HINTS[relation.literal]}."
        return None
    value = entities.get(fact.value)
    if value is None or value.type not in relation.value:
        return "value", f"Here stands the name of {_one_of(relation.value)}{_but_is(value)}."
    return None


def _but_is(entity: Entity | None) -> str:
    return f"; “{entity.name}” is {_one_of((entity.type,))}" if entity else ""


def _one_of(types: Iterable[str]) -> str:
    return " or ".join(f"{'an' if type_[0] in 'aeiou' else 'a'} {type_}" for type_ in types)


def _named(text: str, entities: Mapping[str, Entity]) -> str:
    return entities[text].name if text in entities else text
