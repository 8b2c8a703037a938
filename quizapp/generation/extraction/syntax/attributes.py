"""Measures said of what somebody or something has, as the parse shows them: `Its length is 845 metres`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.generation.extraction.attributes import Attributes, owner
from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.measures import HOW, how_of, part_of, size_of
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning, is_of
from quizapp.generation.extraction.syntax.assertion import is_asserted
from quizapp.generation.extraction.syntax.bounds import is_name, preposition_of
from quizapp.generation.extraction.syntax.moments import moment_below
from quizapp.generation.extraction.syntax.phrases import is_set_off, phrase
from quizapp.generation.extraction.syntax.subjects import subjects
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.verbs import is_copular, verb_group, verb_lemma
from quizapp.generation.extraction.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

_MEASURING = ("measure", "reach", "total")
_PLACED = ("obl", "nmod")
_PARTS = ("amod", "compound")


@dataclass(frozen=True)
class _Sentence:
    tree: Tree
    line: Line
    values: Sequence[Value]
    meaning: Meaning
    known: Attributes

    def told(
        self, whose: tuple[int, int], said: tuple[str, str, str], value: Value, verb: "Token"
    ) -> Iterator[Candidate]:
        """What a measure tells of its owner: noun, verb, and the word how behind the value."""
        line = self.line
        for relation, scope in part_of(*said, value, self.known):
            as_of = moment_below(self.tree, verb) if relation.volatile else ""
            bearer = is_of(value, relation) and owner(line, *whose, self.meaning, relation)
            if bearer:
                yield Candidate(
                    bearer, relation.relation_id, value.content, line.paragraph, line.sentence,
                    "attribute", value.scoped(scope), "syntax", as_of,
                )  # fmt: skip


def measured(
    tree: Tree, line: Line, values: Sequence[Value], meaning: Meaning, known: Attributes
) -> Iterator[Candidate]:
    """The clauses that say of an owner, or of a part of it, one value."""
    exact = [value for value in values if value.is_said and value.kind in ("quantity", "number")]
    sentence = _Sentence(tree, line, exact, meaning, known)
    for noun in tree.words if exact else ():
        if noun.dep_ == "nsubj":
            yield from _of_owner(sentence, noun)
        elif noun.dep_ in ("obj", *_PLACED) and noun.tag_ == "NN":
            yield from _had(sentence, noun)
        if noun.tag_ == "NN" and (noun.dep_ == "appos" or is_copular(tree, noun)):
            yield from _of_size(sentence, noun)


def _of_owner(sentence: _Sentence, noun: "Token") -> Iterator[Candidate]:
    """`Its length is 845 metres`, `The towers of X are 62 metres high`."""
    tree, verb = sentence.tree, noun.head
    whose = owner_of(tree, noun)
    is_said = is_copular(tree, verb) or verb_lemma(verb) in _MEASURING
    if whose is None or not is_said or not is_asserted(tree, verb) or not sentence.line.is_plain(verb.idx):
        return
    told = [value for value in sentence.values if _is_predicate(tree, verb, noun, value)]
    if len(told) == 1:
        linked = verb_group(tree, verb)[0].lower_
        said = (named(tree, noun), linked, _how(tree, verb, told[0]))
        yield from sentence.told(bounds_of_owner(tree, whose), said, told[0], verb)


def _had(sentence: _Sentence, noun: "Token") -> Iterator[Candidate]:
    """`X has a depth of 40 metres`, `With an area of 90 hectares, X`, `X, with a wingspan of 4 metres,`."""
    tree = sentence.tree
    has_article = any(det.lower_ in ("a", "an") for det in tree.of(noun, "det"))
    told = [value for value in sentence.values if _hangs_on(tree, noun, value)] if has_article else []
    bearer, verb = _bearer(tree, noun) if told else (None, noun)
    if bearer and len(told) == 1 and is_asserted(tree, verb) and sentence.line.is_plain(noun.idx):
        is_past = noun.dep_ == "obj" and verb.lower_ == "had"
        said = (named(tree, noun), "was" if is_past else "is", "")
        yield from sentence.told(bearer, said, told[0], verb)


def _of_size(sentence: _Sentence, noun: "Token") -> Iterator[Candidate]:
    """`X, a peak of 5,120 metres`, `X is a plain of 160 square kilometres`."""
    tree, line = sentence.tree, sentence.line
    told = [value for value in sentence.values if _hangs_on(tree, noun, value)]
    if len(told) != 1 or not is_asserted(tree, noun) or not line.is_plain(noun.idx):
        return
    named_before = phrase(tree, noun.head) if noun.dep_ == "appos" and is_name(noun.head) else None
    found = (named_before,) if named_before else subjects(tree, noun) if is_copular(tree, noun) else ()
    for relation in size_of(noun.lower_, told[0], sentence.known) if len(found) == 1 else ():
        bearer = is_of(told[0], relation) and owner(
            line, found[0].start, found[0].end, sentence.meaning, relation
        )
        if bearer:
            yield Candidate(
                bearer, relation.relation_id, told[0].content, line.paragraph, line.sentence,
                "of size", told[0].scoped(), "syntax",
            )  # fmt: skip


def owner_of(tree: Tree, noun: "Token") -> "Token | None":
    """Whose the part is: before it in the genitive, or after it and `of`."""
    wholes = [below for below in tree.of(noun, "nmod") if preposition_of(tree, below) == "of"]
    found = [*tree.of(noun, "nmod:poss"), *wholes]
    return found[0] if len(found) == 1 and not tree.has(noun, "conj") else None


def _bearer(tree: Tree, noun: "Token") -> tuple[tuple[int, int] | None, "Token"]:
    """Who has the measure, by its places, and the verb or the name that it hangs on."""
    head = noun.head
    if noun.dep_ == "obj":
        found = subjects(tree, head) if verb_lemma(head) == "have" else ()
    elif preposition_of(tree, noun) != "with":
        found = ()
    elif noun.dep_ == "obl":
        found = subjects(tree, head)
    else:
        named = phrase(tree, head) if is_name(head) and is_set_off(tree, noun) else None
        found = (named,) if named else ()
    return ((found[0].start, found[0].end) if len(found) == 1 else None), head


def bounds_of_owner(tree: Tree, whose: "Token") -> tuple[int, int]:
    """Where the owner stands in the line, without the sign of the genitive."""
    found = phrase(tree, whose)
    if found is None:
        return whose.idx, whose.idx + len(whose)
    text = found.text.removesuffix("’s").removesuffix("'s").removesuffix("’").removesuffix("'")
    return found.start, found.start + len(text)


def named(tree: Tree, noun: "Token") -> str:
    """The part or the measure with the words that describe it: `top speed`, `western towers`."""
    before = [word for word in tree.of(noun, *_PARTS) if word.i < noun.i]
    return " ".join([*(word.lower_ for word in before), noun.lower_])


def _how(tree: Tree, verb: "Token", value: Value) -> str:
    """The word behind the value that says what it measures, if the parse ties it to the value."""
    found = HOW.match(tree.text, value.end)
    word = next((word for word in tree.words if found and word.idx > value.end), None)
    return how_of(found[0]) if found and word and verb in [*tree.above(word)][:4] else ""


def _is_predicate(tree: Tree, verb: "Token", noun: "Token", value: Value) -> bool:
    """Whether the value is what is said: it stands behind the verb and on it, before any other phrase."""
    words = [word for word in tree.words if value.start <= word.idx < value.end]
    if not words or words[0].i <= noun.i:
        return False
    last = max([noun.i, *(tree.right_edge(below) for below in tree.of(noun, "nmod"))])
    between = tree.words[last + 1 : words[0].i]
    is_near = all(word.pos_ in ("AUX", "VERB", "ADV", "SYM") for word in between)
    return is_near and any(verb in list(tree.above(word))[:3] for word in words)


def _hangs_on(tree: Tree, noun: "Token", value: Value) -> bool:
    """Whether the value is said of the noun right before it: `a depth of 40 metres`."""
    words = [word for word in tree.words if value.start <= word.idx < value.end]
    opening = tree.words[noun.i + 1 : noun.i + 2]
    first = words[0].i - value.about if words else 0
    is_next = bool(words) and bool(opening) and opening[0].lower_ == "of" and first == noun.i + 2
    return is_next and any(noun in list(tree.above(word))[:3] for word in words)
