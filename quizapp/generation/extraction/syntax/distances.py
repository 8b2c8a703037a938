"""How far one place lies from another, as the parse shows it: `It lies about 40 kilometres north of Ost`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizapp.domain.fact import Relation
from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.distances import LYING, WHERE, far
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning, is_of
from quizapp.generation.extraction.syntax.assertion import is_asserted
from quizapp.generation.extraction.syntax.phrases import phrase
from quizapp.generation.extraction.syntax.subjects import subjects
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.verbs import is_copular
from quizapp.generation.extraction.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN = 5


def distances(
    tree: Tree, line: Line, values: Sequence[Value], meaning: Meaning, relation: Relation
) -> Iterator[Candidate]:
    """The lengths that tell where a thing lies, each with the place behind it."""
    for value in values:
        if value.kind != "quantity" or not value.is_said or not is_of(value, relation):
            continue
        where = WHERE.match(line.text, value.end)
        unit = next((word for word in tree.words if where and word.idx + len(word) == value.end), None)
        whose = _whose(tree, unit) if unit is not None else None
        place = next((word for word in tree.words if where and word.idx == where.start("place")), None)
        if (
            where
            and whose
            and place is not None
            and _is_tied(tree, place, whose[1])
            and line.is_plain(value.start)
        ):
            yield from far(line, whose[0], value, where, meaning, "syntax")


def _whose(tree: Tree, unit: "Token") -> "tuple[tuple[int, int], Token] | None":
    """Where the thing stands of whose place a length tells, and the word that tells it."""
    for above in list(tree.above(unit))[:_BETWEEN]:
        is_lying = above.lower_ in LYING and above.pos_ in ("VERB", "AUX")
        if is_lying or is_copular(tree, above):
            found = subjects(tree, above) if is_asserted(tree, above) else ()
            return ((found[0].start, found[0].end), above) if len(found) == 1 else None
        if above.dep_ == "appos" and is_asserted(tree, above):
            named = phrase(tree, above.head)
            return ((named.start, named.end), above) if named else None
    return None


def _is_tied(tree: Tree, place: "Token", told: "Token") -> bool:
    """Whether the place hangs where the length does."""
    return told in list(tree.above(place))
