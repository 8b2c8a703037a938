"""How many of something there are in a thing, as the parse shows it: `There are 98 rooms in the castle`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.extraction.syntax.assertion import is_asserted
from quizapp.generation.extraction.syntax.bounds import preposition_of
from quizapp.generation.extraction.syntax.phrases import phrase
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.there import counted_in
from quizapp.generation.extraction.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE = ("in", "on", "at", "along", "inside", "of")


def there_are(tree: Tree, line: Line, values: Sequence[Value], meaning: Meaning) -> Iterator[Candidate]:
    """The clauses with an empty `there`, a counted subject, and one place that it is in."""
    for word in tree.words:
        if word.dep_ != "expl" or word.lower_ != "there" or word.head.lower_ != "are":
            continue
        noun = next(iter(tree.of(word.head, "nsubj")), None)
        place = _place(tree, word.head, noun) if noun is not None else None
        if noun is None or place is None or not is_asserted(tree, word.head) or not line.is_plain(word.idx):
            continue
        counts = {count.idx for count in tree.of(noun, "nummod")}
        number = next((v for v in values if v.kind == "number" and v.start in counts), None)
        found = phrase(tree, place)
        if number and found:
            yield from counted_in(line, (found.start, found.end), number, meaning, "syntax")


def _place(tree: Tree, verb: "Token", noun: "Token") -> "Token | None":
    """The one phrase that says where they are."""
    if tree.has(noun, "conj", "acl", "acl:relcl"):
        return None
    found = [*tree.of(verb, "obl"), *tree.of(noun, "nmod")]
    is_plain = len(found) == 1 and not tree.has(found[0], "conj", "nmod", "nmod:poss")
    return found[0] if is_plain and preposition_of(tree, found[0]) in _INSIDE else None
