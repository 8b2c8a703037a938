"""Frames found by the verb forms that can state them: `founded`, `was founded`, `has founded`, `is`.

Inflections come from lemminflect; which words of a sentence are subject and object is not known here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from quizapp.domain.fact import EntityType, Relation, Side
from quizapp.generation.extraction.frames import Frame, frame
from quizapp.packs.vocabulary import vocabulary

_IRREGULAR = vocabulary(
    "became began begun bore born bought broke broken brought built came chose chosen cut drew drawn "
    "drove driven fell fallen felt fought flew flown found gave given went gone grew grown held hung kept "
    "knew known laid lay led left lent lost made meant met paid put ran rang read rode ridden rose risen "
    "run said sang sunk sank sat saw seen sent set shot shown slept sold sought spent spoke spoken stood "
    "stole stolen struck sung swam swore sworn swept taken taught thought threw thrown told took "
    "understood won wore worn wrote written does did do says goes comes makes takes gives becomes remains"
)
_TENSES = {"VBD": "past", "VBN": "participle", "VBZ": "present", "VBP": "plural"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a verb form may say: a frame of a relation, in some of its tenses, its particle behind it."""

    frame: Frame
    relation: Relation
    tenses: frozenset[str]
    particle: str = ""

    def types(self, side: Side) -> tuple[EntityType, ...]:
        """The types of entity that a side may have; none for literals."""
        if side == "value" and self.relation.literal:
            return ()
        kinds = self.relation.subject if side == "subject" else self.relation.value
        return tuple(EntityType(kind) for kind in kinds)

    def literal(self, side: Side) -> str:
        """The kind of literal that a side holds; empty for entities."""
        return self.relation.literal if side == "value" else ""


@dataclass(frozen=True)
class Phrasebook:
    """The frames of a catalogue: by verb form, and copulas by the first word of what they call a thing."""

    verbs: Mapping[str, tuple[Reading, ...]]
    copulas: Mapping[str, tuple[Reading, ...]]
    catalogue: Mapping[str, Relation]

    def is_verb(self, word: str) -> bool:
        """Whether a word in small letters is a known verb form or has the looks of a past form."""
        return word in self.verbs or word in _IRREGULAR or (word.endswith("ed") and len(word) > 4)


def phrasebook(catalogue: Mapping[str, Relation]) -> Phrasebook:
    """The frames of a catalogue, prepared once."""
    return _prepared(tuple(catalogue.values()))


@lru_cache(maxsize=4)
def _prepared(relations: tuple[Relation, ...]) -> Phrasebook:
    verbs: dict[str, list[Reading]] = defaultdict(list)
    copulas: dict[str, list[Reading]] = defaultdict(list)
    for relation in relations:
        for told in (frame(relation.relation_id, text) for text in relation.says):
            if relation.literal == "text":
                continue
            if told.is_copula:
                for word in sorted(told.words[0]) if told.words else [""]:
                    copulas[word.casefold()].append(Reading(told, relation, frozenset()))
                continue
            for form, reading in _readings(told, relation):
                verbs[form].append(reading)
    catalogue = {relation.relation_id: relation for relation in relations}
    return Phrasebook(_fixed(verbs), _fixed(copulas), catalogue)


def _readings(told: Frame, relation: Relation) -> Iterator[tuple[str, Reading]]:
    for verb in sorted(told.verbs):
        lemma, _, particle = verb.partition(" ")
        for form, tenses in forms(lemma).items():
            yield form, Reading(told, relation, tenses, particle)


@lru_cache(maxsize=4096)
def forms(lemma: str) -> Mapping[str, frozenset[str]]:
    """The forms of a verb with their tenses; its bare form only where that is no other verb's past."""
    from lemminflect import getAllInflections, getAllLemmas  # without it the rest can still be imported

    found = getAllInflections(lemma, upos="VERB") or getAllInflections(lemma, upos="AUX")
    tenses: dict[str, set[str]] = defaultdict(set)
    for tag, words in found.items():
        if tag in _TENSES:
            for word in words:
                tenses[word].add(_TENSES[tag])
    if "VBN" not in found:
        for word in found.get("VBD", ()):
            tenses[word].add("participle")
    others = set(getAllLemmas(lemma, upos="VERB").get("VERB", ())) - {lemma}
    if others:
        # `born` in a frame is the participle of bear; `found` in a text is mostly the past of find.
        tenses[lemma] = {"participle"} if lemma.endswith("n") else set()
    tenses[lemma].add("base")
    return {form: frozenset(names) for form, names in sorted(tenses.items()) if names}


def _fixed(found: Mapping[str, Iterable[Reading]]) -> Mapping[str, tuple[Reading, ...]]:
    return {word: tuple(readings) for word, readings in found.items()}
