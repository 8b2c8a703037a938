"""Valid things with one visible difference: `an_item(key="Ceres")`."""

from dataclasses import replace
from typing import Any

from quizapp.domain.fact import Document, Entity, EntityType, Evidence, Fact
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack

# A text that states all that the planets' items ask for, in its second paragraph.
GUIDE_SENTENCE = "Outwards come Mercury, Venus, Earth, Mars, Jupiter, Saturn, Uranus & Neptune <all eight>."
GUIDE = f"A guide to read by night\n\n{GUIDE_SENTENCE} Beyond them it is dark.\n"

PLANETS = ("Mercury", "Venus", "Earth", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune")


def an_item(**changes: Any) -> Item:
    """A good item about Ceres."""
    item = Item(
        stem="Which dwarf planet lies in the asteroid belt?",
        key="Ceres",
        distractors=("Pluto", "Eris", "Haumea"),
        explanation="Ceres circles the Sun between Mars and Jupiter, in the asteroid belt.",
        evidence=(Evidence("guide", 2, 1),),
        item_id="q-ceres",
    )
    return replace(item, **({"item_id": ""} | changes if {"stem", "key"} & changes.keys() else changes))


def an_entity(**changes: Any) -> Entity:
    """A person."""
    return replace(Entity("piazzi", "Giuseppe Piazzi", EntityType.PERSON, kind="astronomer"), **changes)


def a_fact(**changes: Any) -> Fact:
    """A fact whose value is a year."""
    return replace(Fact("ceres", "discovered_in", "1801", fact_id="f-ceres"), **changes)


def planet_items() -> tuple[Item, ...]:
    """Eight items of a kind: which planet is the n-th from the Sun."""
    ordinals = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
    return tuple(
        an_item(
            stem=f"Which planet is the {ordinal} from the Sun?",
            key=planet,
            distractors=tuple(PLANETS[(place + step) % 8] for step in (2, 4, 5)),
            explanation=f"Counted from the Sun, {planet} is the {ordinal} planet.",
            item_id=f"q-{planet.lower()}",
        )
        for place, (planet, ordinal) in enumerate(zip(PLANETS, ordinals, strict=True))
    )


def a_pack(**changes: Any) -> Pack:
    """A pack of eight items that all point into one document."""
    pack = Pack(
        slug="solar-system",
        title="The Solar System",
        licence="CC0-1.0",
        attribution="The quizapp authors",
        description="The planets in their order.",
        topic="astronomy",
        documents=(Document("guide", "A Guide to the Planets", "Example Press"),),
        items=planet_items(),
    )
    return replace(pack, **changes)


def a_quoting_pack(**changes: Any) -> Pack:
    """The pack whose document may be quoted; where its text lies, `GUIDE`, is said by the settings."""
    guide = replace(a_pack().documents[0], url="https://example.org/guide", licence="CC-BY-4.0")
    return a_pack(**{"documents": (guide,)} | changes)


def a_found_pack(**changes: Any) -> Pack:
    """A pack as the generator makes it: items made from facts, one of which one reading alone states."""
    planets = planet_items()
    facts = tuple(
        Fact(
            f"e-{item.key.lower()}",
            "orbits",
            "sun",
            (Evidence("guide", 2, 1),),
            witnesses=1 if item.key == "Neptune" else 2,
            fact_id=f"f-{item.key.lower()}",
        )
        for item in planets
    )
    entities = (
        Entity("sun", "the Sun", EntityType.THING),
        *(Entity(f"e-{item.key.lower()}", item.key, EntityType.THING, kind="planet") for item in planets),
    )
    items = tuple(replace(item, made=True, fact_id=f"f-{item.key.lower()}") for item in planets)
    return a_pack(**{"facts": facts, "entities": entities, "items": items} | changes)


def many_found_items(count: int) -> tuple[Item, ...]:
    """Items as the generator makes them, about numbered comets; every sixteenth has a finding."""
    return tuple(
        an_item(
            stem=f"Which comet {'now ' if number % 16 == 9 else ''}bears the number {number} in the list?",
            key=f"Comet Alpha {number}",
            distractors=tuple(f"Comet {name} {number}" for name in ("Beta", "Gamma", "Delta")),
            explanation=f"In the list, number {number} is Comet Alpha {number}.",
            made=True,
            item_id=f"q-comet-{number}",
        )
        for number in range(1, count + 1)
    )
