"""When something began or ended, where a noun says so, in the parse: `since its completion in 1872`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizapp.generation.extraction.attributes import owner
from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.happenings import DONE_BY_OWNER, Happenings
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning, is_of
from quizapp.generation.extraction.syntax.attributes import bounds_of_owner
from quizapp.generation.extraction.syntax.bounds import preposition_of
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

_TIMES = ("year", "date")
_HOW = ("official", "formal", "public", "the")
_HELD = ("held", "took")


def happened(
    tree: Tree, line: Line, values: Sequence[Value], meaning: Meaning, known: Happenings
) -> Iterator[Candidate]:
    """The nouns with the one whom they happened to, and a time that hangs on them or on what they are in."""
    times = [value for value in values if value.kind in _TIMES and value.exact]
    for noun in tree.words if times else ():
        whose = _owner(tree, noun) if noun.lower_ in known and noun.tag_ == "NN" else None
        if whose is None or not line.is_plain(noun.idx):
            continue
        start, end = bounds_of_owner(tree, whose)
        for value in (value for value in times if _is_when(tree, noun, whose, value)):
            for relation in known[noun.lower_]:
                bearer = is_of(value, relation) and owner(line, start, end, meaning, relation)
                if bearer:
                    yield Candidate(
                        bearer, relation.relation_id, value.content, line.paragraph, line.sentence,
                        "happening", witness="syntax",
                    )  # fmt: skip


def _owner(tree: Tree, noun: "Token") -> "Token | None":
    """Whose it is: `its completion`, `the completion of the bridge`; nothing where more is said of it."""
    if any(below.lower_ not in _HOW for below in tree.of(noun, "amod", "nummod", "compound", "det")):
        return None
    owners = [] if noun.lower_ in DONE_BY_OWNER else tree.of(noun, "nmod:poss")
    wholes = [below for below in tree.of(noun, "nmod") if preposition_of(tree, below) == "of"]
    found = [*owners, *wholes]
    return found[0] if len(found) == 1 and not tree.has(found[0], "conj") else None


def _is_when(tree: Tree, noun: "Token", whose: "Token", value: Value) -> bool:
    """Whether the time follows the noun and its owner at once, or the verb that says it was held."""
    first = next((word for word in tree.words if word.idx >= value.start), None)
    last = max(noun.i, tree.right_edge(whose) if whose.i > noun.i else noun.i)
    if first is None or first.i <= noun.i:
        return False
    opening = next((word for word in tree.words[noun.i : first.i] if word.lower_ in ("in", "on")), None)
    if opening is None or opening.head.idx < value.start or opening.head.idx >= value.end:
        return False
    hangs_on = opening.head.head
    if hangs_on.lower_ in _HELD and noun.head is hangs_on and noun.dep_.startswith("nsubj"):
        return True
    is_near = opening.i in (noun.i + 1, last + 1, tree.right_edge(whose) + 1) and opening.i > noun.i
    return is_near and hangs_on in (noun, whose, noun.head)
