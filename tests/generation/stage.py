"""A small world for generation tests: an invented harbour town and its plays. Builders give valid things."""

from collections.abc import Mapping
from datetime import date

from quizapp.domain.fact import Entity, EntityType, Evidence, Fact, Relation
from quizapp.domain.pack import Pack
from quizapp.generation.catalogue import parse
from quizapp.generation.graph import Graph

TODAY = date(2026, 11, 21)

CATALOGUE: Mapping[str, Relation] = parse(
    """
[directed]
subject = ["person"]
value = ["work"]
single_subject = true
statement = ["{subject} directed {value}."]
ask_value = ["Which {value.kind} was directed by {subject}?"]
ask_subject = ["Who directed {value}?"]
tags = ["crew"]

[plays]
subject = ["person"]
value = ["character"]
single_subject = true
statement = ["{subject} plays {value} in {value.within}.", "{subject} plays {value}."]
ask_value = ["Which character does {subject} play in {value.within}?"]
ask_subject = ["Who plays {value} in {value.within}?"]

[acts_in]
subject = ["person"]
value = ["work"]
statement = ["{subject} acts in {value}."]
ask_subject = ["Which {subject.kind} acts in {value}?"]

[capital]
subject = ["place"]
value = ["place"]
single_valued = true
single_subject = true
statement = ["The capital of {subject} is {value}."]
ask_value = ["Which city is the capital of {subject}?"]
ask_subject = ["Which {subject.kind} has {value} as its capital?"]

[born]
subject = ["person"]
value = "year"
single_valued = true
statement = ["{subject} was born in {value}."]

[died]
subject = ["person"]
value = "year"
single_valued = true
statement = ["{subject} died in {value}."]

[born_in]
subject = ["person"]
value = ["place"]
single_valued = true
statement = ["{subject} was born in {value}."]

[lies_in]
subject = ["place"]
value = ["place"]
single_valued = true
statement = ["{subject} lies in {value}."]

[built_by]
subject = ["thing", "work"]
value = ["organisation", "person"]
exhaustive = true
statement = ["{subject} was built by {value}."]
ask_value = ["Who built {subject}?"]

[visited]
subject = ["person"]
value = ["place", "thing"]
statement = ["{subject} visited {value}."]

[opened]
subject = ["work"]
value = "year"
finer = "opened_on"
single_valued = true
statement = ["{subject} opened in {value}."]
ask_value = ["In which year did {subject} open?"]

[opened_on]
subject = ["work"]
value = "date"
single_valued = true
statement = ["{subject} opened on {value}."]
ask_value = ["On which date did {subject} open?"]

[scenes]
subject = ["work"]
value = "number"
single_valued = true
unit = "scenes"
statement = ["{subject} has {value}."]
ask_value = ["How many scenes does {subject} have?"]

[tall]
subject = ["work"]
value = "quantity"
single_valued = true
statement = ["{subject} is {value} tall."]
ask_value = ["How tall is {subject}?"]

[residents]
subject = ["place"]
value = "number"
single_valued = true
volatile = true
statement = ["{subject} has {value} residents."]
ask_value = ["How many residents does {subject} have?"]
"""
)

DIRECTORS = ("Ada Quill", "Bram Osei", "Cleo Varga", "Dan Ferro", "Elif Sand")
PLAYS = ("Salt", "The Long Pier", "Gull Island", "Nine Bells", "Low Water")


def an_entity(name: str, type_: str = "work", kind: str = "", **more: object) -> Entity:
    """An entity whose id is its name in small letters with hyphens."""
    entity_id = name.lower().replace(" ", "-")
    return Entity(entity_id, name, EntityType(type_), kind, **more)  # type: ignore[arg-type]


def a_fact(
    subject: str = "ada-quill", relation: str = "directed", value: str = "salt", **more: object
) -> Fact:
    """A fact with evidence in one document."""
    return Fact(subject, relation, value, **{"evidence": (Evidence("harbour", 1, 1),), **more})  # type: ignore[arg-type]


def a_graph(*facts: Fact, entities: tuple[Entity, ...] = (), **more: object) -> Graph:
    """A graph over those facts, with the directors and plays of the town beside the given entities."""
    town = [an_entity(name, "person", "director") for name in DIRECTORS]
    town += [an_entity(name, "work", "play") for name in PLAYS]
    found = {entity.entity_id: entity for entity in (*town, *entities)}
    return Graph(CATALOGUE, found, facts, **more)  # type: ignore[arg-type]


def directed_all() -> tuple[Fact, ...]:
    """Each director with a play, in order."""
    return tuple(
        a_fact(person.lower().replace(" ", "-"), "directed", play.lower().replace(" ", "-"))
        for person, play in zip(DIRECTORS, PLAYS, strict=True)
    )


def a_pack_of(graph: Graph, **more: object) -> Pack:
    """A pack that states what a graph holds."""
    parts = {"entities": tuple(graph.entities.values()), "facts": graph.facts, **more}
    return Pack("harbour-plays", "Harbour plays", licence="CC0-1.0", attribution="The harbour", **parts)  # type: ignore[arg-type]
