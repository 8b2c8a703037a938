"""Whether the document says, on its own word, that what a verb tells is so."""

from typing import TYPE_CHECKING

from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.verbs import is_carried_out, sharing, verb_lemma
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEGATIONS = vocabulary("not n't n’t never no nor neither hardly scarcely barely rarely seldom")
_HEDGES = vocabulary(
    "reportedly allegedly supposedly probably perhaps possibly apparently likely presumably maybe almost "
    "nearly seemingly ostensibly arguably purportedly practically virtually theoretically"
)
_FACTUAL_MARKS = vocabulary("because when after although though while whereas since once before where")
_SAYING = vocabulary(
    "say tell claim believe report think suggest expect hope allege argue assert add write note state "
    "explain insist admit warn predict announce"
)


def is_asserted(tree: Tree, predicate: "Token") -> bool:
    """Whether nothing in the sentence denies, doubts, plans or reports what the predicate tells."""
    is_planned = any(below.tag_ == "TO" for below in tree.below(predicate))
    return not (
        _is_qualified(tree, predicate)
        or (is_planned and not is_carried_out(tree, predicate))
        or any(_is_reported(tree, word) for word in tree.above(predicate))
        or any(_is_qualified(tree, head) for head in sharing(tree, predicate))
    )


def _is_qualified(tree: Tree, predicate: "Token") -> bool:
    return any(
        (below.dep_.startswith("aux") and below.tag_ == "MD")
        or (below.dep_ in ("advmod", "det", "cc", "cc:preconj") and below.lower_ in _NEGATIONS)
        or (below.dep_ in ("advmod", "discourse", "parataxis") and below.lower_ in _HEDGES)
        or (below.dep_ == "parataxis" and verb_lemma(below) in _SAYING)
        for below in tree.below(predicate)
    )


def _is_reported(tree: Tree, word: "Token") -> bool:
    """Whether the clause hangs where it is somebody's words, a condition, a purpose or an attempt."""
    if word.dep_ in ("ccomp", "csubj", "csubj:pass"):
        return True
    if is_carried_out(tree, word):
        return False
    if word.dep_ == "xcomp":
        return word.tag_.startswith("V") or tree.has(word, "mark", "cop")
    if word.dep_.startswith("acl"):
        return tree.has(word, "mark")
    if word.dep_ != "advcl":
        return False
    return any(mark.lower_ not in _FACTUAL_MARKS for mark in tree.of(word, "mark"))
