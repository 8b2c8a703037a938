"""What nouns and well-known names say about the type of a thing; read once from `classes.toml`."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from quizapp.domain.fact import EntityType

_TYPES = tuple(EntityType)


@cache
def words(table: str, name: str) -> frozenset[str]:
    """One list of `classes.toml` as a set."""
    return frozenset(each.replace("_", " ") for each in _tables()[table].get(name, "").split())


@cache
def nouns() -> dict[str, EntityType]:
    """Every class noun, in the singular, with the type that it gives."""
    return {noun: type_ for type_ in _TYPES for noun in sorted(words("nouns", type_))}


@cache
def known() -> dict[str, str]:
    """Well-known places, each with its kind."""
    return {
        name: kind.replace("_", " ") for kind in _tables()["known"] for name in sorted(words("known", kind))
    }


def singular(noun: str) -> str:
    """The class noun of which this is the plural, or the noun itself."""
    table = nouns()
    if noun in table or noun in words("nouns", "kin"):
        return noun
    for ending, instead in (("ies", "y"), ("men", "man"), ("ves", "f"), ("es", ""), ("s", "")):
        if noun.endswith(ending) and noun[: -len(ending)] + instead in table:
            return noun[: -len(ending)] + instead
    return noun


# The same phrases come again from both readings and from each name.
@lru_cache(maxsize=8192)
def class_of(phrase: str) -> tuple[EntityType, str] | None:
    """Type and kind that a noun phrase without determiner gives, by its last words: `small port town`."""
    said = phrase.casefold().split()
    for length in (3, 2, 1):
        noun = " ".join(said[-length:])
        if len(said) >= length and (type_ := nouns().get(noun)):
            return type_, noun
    return None


def related(kind: str, type_: EntityType, types: tuple[EntityType, ...]) -> EntityType | None:
    """The type under which a thing of that kind may be asked where these types are allowed."""
    if type_ in types:
        return type_
    for other in types:
        pair = "_".join(sorted((type_, other), key=_PAIR_ORDER.index))
        if kind in words("related", pair):
            return other
    return None


def family(noun: str) -> frozenset[str]:
    """The kinds of which a noun may be said: of a ferry, `the ship`."""
    return words("families", noun) | {noun} if noun in _tables()["families"] else frozenset({noun})


_PAIR_ORDER = (
    EntityType.ORGANISATION,
    EntityType.EVENT,
    EntityType.PLACE,
    EntityType.THING,
    EntityType.WORK,
    EntityType.PERSON,
    EntityType.CHARACTER,
)


@cache
def _tables() -> dict[str, dict[str, str]]:
    text = files("quizapp.generation.extraction").joinpath("classes.toml").read_text("utf8")
    return tomllib.loads(text)
