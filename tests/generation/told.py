"""Sentences of our own that state a relation as its frames say, in the past tense, and facts in its slots."""

from collections.abc import Iterator, Sequence

import lemminflect

from quizapp.domain.fact import Entity, EntityType, Fact, Relation
from quizapp.generation.extraction.frames import Frame, frame
from quizapp.packs.vocabulary import vocabulary

_NAMES = {
    "person": ("Ada Quill", "Jonas Thorn"),
    "character": ("Nora Finch", "Rufus Vale"),
    "work": ("“The Long Tide”", "“A Winter Harbour”"),
    "organisation": ("Brandt Works", "Harrow Society"),
    "place": ("Ostrey", "Velland"),
    "event": ("the Battle of Carrow", "the Velland War"),
    "thing": ("the Carrow Lantern", "the Silver Wheel"),
    "year": ("1871", "1871"),
    "date": ("3 May 1871", "3 May 1871"),
    "number": ("240", "240"),
}
_KINDS = {
    "person": "painter",
    "character": "heroine",
    "work": "novel",
    "organisation": "company",
    "place": "town",
    "event": "battle",
    "thing": "lantern",
}
_QUANTITIES = {
    "length": "62 metres",
    "area": "62 hectares",
    "mass": "62 tonnes",
    "speed": "62 knots",
    "time": "62 days",
    "Celsius": "62 degrees Celsius",
    "money": "62 crowns",
    "volume": "62 litres",
    "power": "62 megawatts",
    "density": "62 grams per litre",
}
_WITHOUT_ARTICLE = vocabulary(
    "above across after as at by for from home in independence independent into name of on out over "
    "place through till to under until upon with"
)


def sentences(relation: Relation) -> Iterator[str]:
    """One sentence for every verb of every frame."""
    for text in relation.says:
        found = frame(relation.relation_id, text)
        for verb in sorted(found.verbs):
            yield f"{_told(found, text, verb, relation)}."


def facts(relation: Relation) -> Iterator[tuple[Fact, tuple[Entity, ...]]]:
    """One fact for every pair of types that may fill its slots, with the entities in it."""
    for type_ in relation.subject:
        subject = _entity(type_, 0)
        if relation.literal:
            value = "1871-05-03" if relation.literal == "date" else _filled(relation.value, relation, 1)
            yield Fact(subject.entity_id, relation.relation_id, value, witnesses=2), (subject,)
            continue
        for other in relation.value:
            entity = _entity(other, 1)
            fact = Fact(subject.entity_id, relation.relation_id, entity.entity_id, witnesses=2)
            yield fact, (subject, entity)


def _entity(type_: str, which: int) -> Entity:
    name = _NAMES[type_][which].strip("“”")
    bare = name.removeprefix("the ")
    return Entity(f"{type_}-{which}", bare, EntityType(type_), _KINDS[type_], bare != name)


def _told(found: Frame, text: str, verb: str, relation: Relation) -> str:
    slots = {"subject": _filled(relation.subject, relation, 0), "value": _filled(relation.value, relation, 1)}
    words = [_first(alternatives, text) for alternatives in found.words]
    if words and words[0] not in _WITHOUT_ARTICLE:
        words.insert(0, "the")
    after = [_first(alternatives, text) for alternatives in found.after]
    if after == ["as"]:
        after.append("director")
    verbs = [_inflected(verb, "VBN")] if found.passive else [_inflected(verb, "VBD")]
    helpers = ["was"] * found.passive + ["first"] * found.only_first
    return " ".join([slots[found.first], *helpers, *verbs, *words, slots[found.last], *after])


def _first(alternatives: frozenset[str], text: str) -> str:
    return min(alternatives, key=text.rindex)


def _filled(types: Sequence[str], relation: Relation, which: int) -> str:
    return _QUANTITIES[relation.dimension] if types[0] == "quantity" else _NAMES[types[0]][which]


def _inflected(verb: str, tag: str) -> str:
    """The verb in that form; "born" is a lemma to some, and "set up" is inflected at its head."""
    if verb == "born":
        return verb
    head, *particle = verb.split()
    return " ".join([lemminflect.getInflection(head, tag)[0], *particle])
