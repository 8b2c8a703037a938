"""Measures said of what somebody or something has, as the parse shows them: `Its length is 845 metres`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizapp.generation.extraction.attributes import Attributes, owner
from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning, is_of
from quizapp.generation.extraction.syntax.assertion import is_asserted
from quizapp.generation.extraction.syntax.phrases import phrase
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.verbs import is_copular, noun_lemma, verb_lemma
from quizapp.generation.extraction.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

_MEASURING = ("measure", "reach", "total")


def measured(
    tree: Tree, line: Line, values: Sequence[Value], meaning: Meaning, known: Attributes
) -> Iterator[Candidate]:
    """The clauses whose subject is the attribute of an owner, and whose predicate is one exact value."""
    for noun in tree.words:
        whose = next(iter(tree.of(noun, "nmod:poss")), None)
        verb = noun.head
        is_said = noun.dep_ == "nsubj" and (is_copular(tree, verb) or verb_lemma(verb) in _MEASURING)
        if whose is None or not is_said or not is_asserted(tree, verb) or not line.is_plain(verb.idx):
            continue
        start, end = bounds_of_owner(tree, whose)
        told = [value for value in values if value.exact and _is_predicate(tree, verb, noun, value)]
        for relation in known.get(_named(tree, noun, whose), ()):
            fitting = [value for value in told if is_of(value, relation)]
            bearer = owner(line, start, end, meaning, relation) if len(fitting) == 1 else None
            if bearer:
                yield Candidate(
                    bearer, relation.relation_id, fitting[0].content, line.paragraph, line.sentence,
                    "attribute", witness="syntax",
                )  # fmt: skip


def bounds_of_owner(tree: Tree, whose: "Token") -> tuple[int, int]:
    """Where the owner stands in the line, without the sign of the genitive."""
    found = phrase(tree, whose)
    if found is None:
        return whose.idx, whose.idx + len(whose)
    text = found.text.removesuffix("’s").removesuffix("'s").removesuffix("’").removesuffix("'")
    return found.start, found.start + len(text)


def _named(tree: Tree, noun: "Token", whose: "Token") -> str:
    """The attribute with the words between it and its owner: `top speed`."""
    between = [word for word in tree.words[whose.i + 1 : noun.i] if word.dep_ != "case"]
    return " ".join([*(word.lower_ for word in between), noun_lemma(noun)])


def _is_predicate(tree: Tree, verb: "Token", noun: "Token", value: Value) -> bool:
    """Whether the value is what is said: it stands behind the verb and on it, before any other phrase."""
    words = [word for word in tree.words if value.start <= word.idx < value.end]
    if not words or words[0].i <= noun.i:
        return False
    between = tree.words[noun.i + 1 : words[0].i]
    is_near = all(word.pos_ in ("AUX", "VERB", "ADV", "SYM") for word in between)
    return is_near and any(verb in list(tree.above(word))[:3] for word in words)
