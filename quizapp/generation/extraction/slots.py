"""What may fill one side of a relation: a named thing of its types, or a literal of its kind."""

import re
from collections.abc import Sequence
from typing import Protocol

from quizapp.domain.fact import EntityType, Relation, Side
from quizapp.generation import units
from quizapp.generation.extraction.candidate import Mention
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.values import Value


class Meaning(Protocol):
    """What tells which named thing a noun phrase means."""

    def mention(self, line: Line, start: int, end: int, types: tuple[EntityType, ...]) -> Mention | None:
        """The named thing that `line.text[start:end]` means, if it is of one of these types."""


_ARTICLE = re.compile(r"(?:an?|the) ", re.IGNORECASE)
_LONGEST_TEXT = 60


def filling(
    relation: Relation,
    side: Side,
    line: Line,
    start: int,
    end: int,
    values: Sequence[Value],
    meaning: Meaning,
) -> Mention | str | None:
    """The mention or literal that `line.text[start:end]` gives that side, or None."""
    if side == "subject" or not relation.literal:
        types = relation.subject if side == "subject" else relation.value
        return meaning.mention(line, start, end, tuple(EntityType(each) for each in types))
    if relation.literal == "text":
        return text(line.text[start:end])
    inside = [value for value in values if start <= value.start and value.end <= end]
    found = [value for value in inside if value.is_said and is_of(value, relation)]
    return found[0].content if len(found) == 1 else None


def is_of(value: Value, relation: Relation) -> bool:
    """Whether the literal is of the relation’s kind, and counts or measures what the relation does."""
    if value.kind != relation.literal or not value.noun.endswith(relation.unit):
        return False
    return not relation.dimension or _measures(value.content, relation.dimension)


def _measures(content: str, dimension: str) -> bool:
    quantity = units.quantity(content)
    return quantity.is_money if dimension == "money" else quantity.dimension == dimension


def text(words: str) -> str | None:
    """Plain words as a literal: without article, and only as long as an option may be."""
    plain = (
        _ARTICLE.sub("", words.strip(" ,;"), count=1) if _ARTICLE.match(words.strip()) else words.strip(" ,;")
    )
    return plain if 0 < len(plain) <= _LONGEST_TEXT else None
