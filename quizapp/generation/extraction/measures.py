"""What a measure is a measure of: of its owner, by a relation of its own, or of a part of the owner.

Both readings find the words in a sentence in their own ways; here the words get their one normal form.
"""

import re
from collections.abc import Iterator, Mapping

from quizapp.domain.fact import EntityType, Relation
from quizapp.generation import units
from quizapp.generation.extraction.classes import nouns, words
from quizapp.generation.extraction.frames import frame
from quizapp.generation.extraction.values import Value
from quizapp.generation.scopes import GAP

# Keys for the relations of measures that have none of their own.
PART, NAMED = " part", " named"
_GENERAL = {PART: "part_measures", NAMED: "has_measure"}

HOW = re.compile(
    r" (?:high above sea level\b|(?:long|high|tall|wide|broad|deep|thick|across)(?![\w-])"
    r"|in (?:length|height|width|depth|thickness|diameter)\b|above (?:the sea\b|sea level\b))"
)
_FORMS = {
    "tall": "high", "broad": "wide", "across": "wide", "in length": "long", "in height": "high",
    "in width": "wide", "in depth": "deep", "in thickness": "thick", "in diameter": "wide",
    "above the sea": "high above sea level", "above sea level": "high above sea level",
}  # fmt: skip
_PLAIN_WORDS = re.compile(r"[a-z][a-z-]*(?: (?!of\b|in\b|and\b)[a-z][a-z-]*){0,2}")
_COPULAS = ("is", "are", "was", "were")
_PASTS = ("measured", "reached", "totalled")
_PLURALS = ("measure", "reach", "total")
_SEVERAL = re.compile(
    r"\b(?:each|both|all|some|most|many|several|other|others|every|one|ones|part|parts|half)\b"
)


def named_measures(catalogue: Mapping[str, Relation]) -> dict[str, tuple[Relation, ...]]:
    """The general relations of a catalogue under their keys, the others under the word that asks for them."""
    found: dict[str, tuple[Relation, ...]]
    found = {key: (catalogue[name],) for key, name in _GENERAL.items() if name in catalogue}
    for relation in catalogue.values():
        for told in (frame(relation.relation_id, text) for text in relation.says):
            if told.is_copula and not told.words and len(told.after) == 1 and relation.literal == "quantity":
                for word in sorted(told.after[0]):
                    found[f" {word}"] = (*found.get(f" {word}", ()), relation)
    return found


def said_of_all(how: str, known: Mapping[str, tuple[Relation, ...]]) -> Iterator[tuple[Relation, str]]:
    """The relations for a measure of a whole thing that this word tells: ` long`."""
    yield from ((relation, "") for relation in known.get(how, ()))


def how_of(said: str) -> str:
    """The word that asks for a measure, of what stands behind it: long, of `in length`."""
    return _FORMS.get(said.strip(), said.strip())


def part_of(
    what: str, verb: str, how: str, value: Value, known: Mapping[str, tuple[Relation, ...]]
) -> Iterator[tuple[Relation, str]]:
    """The relations that a measure fills, with the scope: none where the words tell too little."""
    if what in known and how in ("", "long"):
        yield from ((relation, "") for relation in known[what])
        return
    noun = what.split()[-1]
    if value.kind != "quantity" or not _tells(what):
        return
    if not how and noun in words("measures", "lengths") and verb not in _COPULAS:
        how = "long"
    is_named = bool({noun, " ".join(what.split()[-2:])} & words("measures", "attributes"))
    if is_named == bool(how):
        return
    scope = f"{what} {_linked(what, verb)} {GAP} {how}".rstrip()
    yield from ((relation, scope) for relation in known.get(PART if how else NAMED, ()))


def size_of(noun: str, value: Value, known: Mapping[str, tuple[Relation, ...]]) -> tuple[Relation, ...]:
    """The relations for `a peak of 5,120 metres`, `a plain of 160 square kilometres`."""
    if value.kind != "quantity" or not value.is_said:
        return ()
    dimension = units.quantity(value.content).dimension
    if dimension == "area":
        return known.get("area", ()) if nouns().get(noun) is EntityType.PLACE else ()
    word = next((word for word in ("high", "long") if noun in words("measures", word)), "")
    return known.get(f" {word}", ()) if dimension == "length" else ()


def _tells(what: str) -> bool:
    """Whether the words name one part or one measure that any reader understands."""
    said = what.split()
    is_sure = not set(said) & (words("measures", "unsure") | words("words", "vague"))
    return bool(_PLAIN_WORDS.fullmatch(what)) and is_sure and not _SEVERAL.search(what)


def _linked(what: str, verb: str) -> str:
    """The copula that says the same as the verb: was, of `measured`."""
    if verb in _COPULAS:
        return verb
    if verb in _PASTS:
        return "were" if what.endswith("s") else "was"
    return "are" if verb in _PLURALS else "is"
