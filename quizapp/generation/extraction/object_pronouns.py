"""Whom `him` and `her` mean as objects: whom a document is about, where nobody else can be meant."""

import re

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.bearer import Bearer
from quizapp.generation.extraction.classes import nouns, words
from quizapp.generation.extraction.discourse import Discourse
from quizapp.generation.extraction.genders import may_be
from quizapp.generation.extraction.pronouns import Pronouns
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.spans import Span

OBJECTS = {"him": "male", "her": "female"}
# After a possessive stands what is owned.
_AFTER_OBJECT = re.compile(
    r"[,.;)]|$| (?:a|an|the|its|and|as|at|by|for|from|in|into|on|out|to|when|while|with)\b"
)
_SUBJECT = {"male": re.compile(r"\bhe\b", re.IGNORECASE), "female": re.compile(r"\bshe\b", re.IGNORECASE)}
_ANOTHER_CLAUSE = re.compile(
    r"[,;:()–—]|\b(?:and|but|or|who|whom|whose|which|that|when|where|while|because|after|before|as|if|than)\b"
)
_WORD = re.compile(r"[a-z][\w-]*")


def meant(people: Pronouns, line: Line, start: int, end: int) -> Bearer | None:
    """Whom the object pronoun at a place means: the protagonist, acted on by another or by a thing."""
    gender = OBJECTS[line.text[start:end].casefold()]
    hero, here = people.discourse.protagonist, line.text[:start]
    if hero is None or not may_be(hero, gender) or not _AFTER_OBJECT.match(line.text, end):
        return None
    if _SUBJECT[gender].search(here) or not _is_of_one_clause(people.discourse, line, start, gender):
        return None
    return hero if people.meant(line, 0, gender) is hero else None


def _is_of_one_clause(discourse: Discourse, line: Line, start: int, gender: str) -> bool:
    """Whether nobody of that gender is spoken of before but the subject, who cannot be the object too."""
    before = [(span, b) for span, b in discourse.census.at(line) if span.end <= start and may_be(b, gender)]
    if not before:
        return not _speaks_of_somebody(line.text[:start])
    subject = discourse.subject(line)
    if len(before) > 1 or subject is None or subject[1] is not before[0][1]:
        return False
    return subject[1] is not discourse.protagonist and _is_plain(line.text, subject[0], start)


def _is_plain(text: str, subject: Span, start: int) -> bool:
    between = text[subject.end : start]
    return not _ANOTHER_CLAUSE.search(between) and not _speaks_of_somebody(between)


def _speaks_of_somebody(text: str) -> bool:
    """Whether a noun in the words means a person: `the captain`, `his father`."""
    said = (word[0] for word in _WORD.finditer(text))
    return any(word in words("nouns", "kin") or nouns().get(word) is EntityType.PERSON for word in said)
