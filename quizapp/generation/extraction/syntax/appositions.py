"""Appositions as clauses: `Oslo, the capital of Norway`, `the shipbuilder Colin Archer`."""

from typing import TYPE_CHECKING

from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.syntax.assertion import is_asserted
from quizapp.generation.extraction.syntax.bounds import bounds, is_capitalised, is_name, is_title
from quizapp.generation.extraction.syntax.clause import Clause, Phrase
from quizapp.generation.extraction.syntax.phrases import hangers, is_set_off, phrase
from quizapp.generation.extraction.syntax.subjects import SUBJECTS, is_misread_aside, opening_noun
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.verbs import noun_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_TITLES = (*SUBJECTS, "compound", "nmod:desc", "nmod")


def appositions(tree: Tree, line: Line) -> list[Clause]:
    """What the appositions of a sentence say, as copulas without a tense."""
    found = (_loose(tree, line, word) or _tight(tree, line, word) for word in tree.words)
    return [clause for clause in found if clause]


def _loose(tree: Tree, line: Line, word: "Token") -> Clause | None:
    """`Oslo, the capital of Norway,` and `the capital of Norway, Oslo,`."""
    first = _described_by(tree, word)
    if first is None or not is_set_off(tree, word) or _is_ambiguous(tree, first, word):
        return None
    name, description = (word, first) if is_name(word) and not is_capitalised(first) else (first, word)
    if description.tag_ != "NN" or (is_capitalised(description) and description.i > 0):
        return None
    if not is_name(name) and not tree.has(name, "det", "nmod:poss"):
        return None
    subject, predicate = phrase(tree, name), phrase(tree, description)
    if not subject or not predicate:
        return None
    return _copula(line, subject, predicate, hangers(tree, description), is_asserted(tree, first))


def _described_by(tree: Tree, word: "Token") -> "Token | None":
    """The word beside which the apposition stands, and before it."""
    if word.dep_ in SUBJECTS:
        first = tree.of(word.head, *SUBJECTS)[0]
        noun = first if first != word else opening_noun(tree, word.head)
        return noun if noun is not None and is_misread_aside(tree, noun, word) else None
    if word.dep_ != "appos":
        return None
    first = word.head.head if word.head.dep_ == "flat" else word.head
    return first if first.i < word.i else None


def _is_ambiguous(tree: Tree, first: "Token", second: "Token") -> bool:
    """Whether it may be a list, or tell of the last word of `the wife of Otto Finch`."""
    if tree.has(first, "conj") or tree.has(second, "conj"):
        return True
    return first.dep_ == "nmod" or len(tree.of(first, "appos")) > 1


def _tight(tree: Tree, line: Line, name: "Token") -> Clause | None:
    """`the Danish architect Jørn Utzon`: a description right before the name, without a comma."""
    if not is_name(name) or not (title := _title(tree, name)):
        return None
    whole = phrase(tree, name)
    if not whole or tree.has(title, "conj") or any(w.dep_ == "nmod:poss" for w in tree.below(name)):
        return None
    opens = min(tree.words[bounds(tree, title)[0]].idx, whole.start)
    begin = tree.words[title.i + 1].idx
    description = _cut(tree, opens, title.idx + len(title), noun_lemma(title))
    subject = _cut(tree, begin, whole.end, whole.head)
    return _copula(line, subject, description, (), is_asserted(tree, name))


def _title(tree: Tree, name: "Token") -> "Token | None":
    """The noun right before the name that describes its bearer."""
    first = name.i
    while first > 0 and tree.words[first - 1].head == name and is_name(tree.words[first - 1]):
        first -= 1
    before = tree.words[first - 1] if first > 0 else name
    if not is_title(before, name) or before.tag_ == "NNS":
        return None
    if name.dep_ == "appos":
        return before if name.head == before else None
    belongs = before.head == name or (before.head == name.head and before.dep_ in SUBJECTS)
    return before if belongs and before.dep_ in _TITLES else None


def _cut(tree: Tree, start: int, end: int, head: str) -> Phrase:
    return Phrase(start, end, tree.text[start:end], head)


def _copula(
    line: Line, subject: Phrase, description: Phrase, of: tuple[Phrase, ...], asserted: bool
) -> Clause:
    at = min(subject.start, description.start)
    return Clause(
        verb="be",
        at=at,
        end=max(subject.end, description.end),
        passive=False,
        past=False,
        stated=asserted and line.is_plain(at),
        subjects=(subject,),
        objects=(description,),
        adjuncts=(),
        of=of,
        apposition=True,
    )
