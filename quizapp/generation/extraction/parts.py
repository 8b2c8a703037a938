"""What is said of a part, a maker or a measure whose whole the sentence leaves out: `The music was by X`.

The sayings come from the frames: who composed `music for|of` a film composed `the music` of the one that the
text goes on about, and what has a `budget of` so much has it also where `the budget` was so much.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from quizapp.domain.fact import EntityType, Relation, Side
from quizapp.generation.extraction.classes import words
from quizapp.generation.extraction.frames import Frame, frame
from quizapp.generation.extraction.phrasebook import forms

_OF = frozenset(("of", "for", "to"))
_PREPOSITIONS = frozenset(("as", "at", "in", "over", "on"))
_DOERS = frozenset((EntityType.PERSON, EntityType.ORGANISATION))
_NO_DEEDS = frozenset(("be", "become", "serve", "have", "reach", "cover", "see", "win", "work"))


@dataclass(frozen=True, slots=True)
class Part:
    """What a noun with a verb says of its whole; without verbs it is a copula: `the architect was X`."""

    relation: Relation
    verbs: frozenset[str]
    whole: Side

    @property
    def other(self) -> Side:
        """The side that the sentence names."""
        return "value" if self.whole == "subject" else "subject"

    def types(self, side: Side) -> tuple[EntityType, ...]:
        """The types that a side may have."""
        kinds = self.relation.subject if side == "subject" else self.relation.value
        return tuple(EntityType(kind) for kind in kinds)

    @property
    def is_measure(self) -> bool:
        """Whether the sentence gives a number or a quantity, and no name."""
        return bool(self.relation.literal)


@dataclass(frozen=True)
class Parts:
    """All such sayings of a catalogue, by their nouns, with the pattern that finds the nouns."""

    by_noun: Mapping[str, tuple[Part, ...]]
    anywhere: re.Pattern[str]
    opening: re.Pattern[str]
    phrase: re.Pattern[str]
    did: re.Pattern[str]
    lemmas: Mapping[str, frozenset[str]]


def parts(catalogue: Mapping[str, Relation]) -> Parts:
    """The sayings of a catalogue, prepared once."""
    return _prepared(tuple(catalogue.values()))


@lru_cache(maxsize=4)
def _prepared(relations: tuple[Relation, ...]) -> Parts:
    found: dict[str, list[Part]] = {}
    for relation in relations:
        told = [frame(relation.relation_id, text) for text in relation.says]
        for each in told if not relation.volatile else ():
            for noun, part in _of(each, relation):
                found.setdefault(noun, []).append(part)
    nouns = "|".join(sorted(map(re.escape, found), key=lambda noun: (-len(noun), noun))) or r"(?!)"
    verbs = {verb for each in found.values() for part in each for verb in part.verbs}
    lemmas: dict[str, set[str]] = {}
    for verb in sorted(verbs):
        for form, tenses in forms(verb).items():
            if tenses & {"past", "participle"}:
                lemmas.setdefault(form, set()).add(verb)
    done = "|".join(sorted(lemmas)) or r"(?!)"
    return Parts(
        {noun: tuple(dict.fromkeys(each)) for noun, each in found.items()},
        re.compile(rf"\b(?:[Tt]he|[Ii]ts) (?:{nouns})\b"),
        re.compile(
            rf"(?:^[ “]*|[;,] (?:and )?)(?P<owner>[Tt]he|[Ii]ts) (?P<noun>{nouns})"
            r"(?:, an? [^,;:()]{3,80},(?= (?:is|was) ))?"
            rf"(?P<link>,| (?:is|was|were|are)(?: (?:also|originally))?)(?: (?P<verb>{done}) by)? "
        ),
        re.compile(rf"(?P<owner>[Tt]he|[Ii]ts) (?P<noun>{nouns})"),
        re.compile(rf" (?P<verb>{done}) (?P<owner>the|its) (?P<noun>{nouns})(?=[.,;]|$| and | in \d)"),
        {form: frozenset(each) for form, each in lemmas.items()},
    )


def _of(told: Frame, relation: Relation) -> Iterator[tuple[str, Part]]:
    *named, link = told.words or (frozenset(),)
    if not named or not link & _OF or told.passive or told.after or named[0] & _PREPOSITIONS:
        return
    whole: Side = "subject" if told.first == "subject" and relation.literal else told.last
    other: Side = "value" if whole == "subject" else "subject"
    part = Part(relation, frozenset() if told.is_copula or relation.literal else told.verbs, whole)
    is_measure = relation.literal in ("quantity", "number") and "have" in told.verbs and whole == "subject"
    is_only_one = relation.single_valued and whole == "subject"
    is_named = not relation.literal and (is_only_one or bool(set(part.types(other)) & _DOERS))
    is_thing = EntityType.PERSON not in part.types(whole)
    is_made = is_named and (told.is_copula or not told.verbs & _NO_DEEDS)
    if is_thing and (is_measure or is_made):
        yield from ((noun, part) for noun in _nouns(named) if noun not in words("words", "one_of_many"))


def _nouns(named: list[frozenset[str]]) -> list[str]:
    """All readings of the words: `total|overall height` as `total height`, `overall height`."""
    readings = [""]
    for word in named:
        readings = [f"{read} {each}".strip() for read in readings for each in sorted(word)]
    return readings


def is_told(owner: str, noun: str) -> bool:
    """Whether `the architect` may leave out of what; `the mayor` may not, but `its mayor`."""
    return owner.casefold() == "its" or noun not in words("words", "offices")
