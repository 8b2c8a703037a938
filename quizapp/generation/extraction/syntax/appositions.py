"""Appositions as clauses: `Oslo, the capital of Norway`, `the shipbuilder Colin Archer`."""

from typing import TYPE_CHECKING

from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.syntax.assertion import is_asserted
from quizapp.generation.extraction.syntax.bounds import (
    bounds,
    is_capitalised,
    is_name,
    is_title,
    preposition_of,
)
from quizapp.generation.extraction.syntax.clause import Clause, Phrase
from quizapp.generation.extraction.syntax.phrases import genitives, hangers, is_set_off, phrase
from quizapp.generation.extraction.syntax.proper import Run, run
from quizapp.generation.extraction.syntax.subjects import SUBJECTS, is_misread_aside, opening_noun
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.verbs import noun_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

# The tagger takes a noun between two names for a part of them.
_NOUNS = ("NN", "NNP", "JJ")
_DESCRIBING = ("DT", "JJ", "JJR", "JJS", "NN")
_CLOSING = (",", ".", ";", ")", ":")
_TITLES = (*SUBJECTS, "compound", "nmod:desc", "nmod")


def appositions(tree: Tree, line: Line) -> list[Clause]:
    """What the appositions of a sentence say, as copulas without a tense."""
    found = (_loose(tree, line, word) or _tight(tree, line, word) for word in tree.words)
    owned = (_owned(tree, line, word) for word in tree.words if word.tag_ in _NOUNS)
    return [clause for clause in (*found, *owned) if clause]


def _loose(tree: Tree, line: Line, word: "Token") -> Clause | None:
    """`Oslo, the capital of Norway,` and `the capital of Norway, Oslo,`."""
    first = _described_by(tree, word)
    if first is None or not _is_aside(tree, word) or _is_ambiguous(tree, first, word):
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


def _is_aside(tree: Tree, word: "Token") -> bool:
    """Whether the description is set off, or goes on with a place or time that the parser hangs elsewhere."""
    if is_set_off(tree, word):
        return True
    first, last = bounds(tree, word)[0], tree.right_edge(word)
    after = tree.words[last + 1] if last + 1 < len(tree.words) else word
    # A noun without an article is no part of a list: `Holt, mayor of Oslo, and Finch`.
    is_bare = after.text == "," and not tree.has(word, "det", "nmod:poss")
    return tree.words[first - 1].text == "," and (after.tag_ == "IN" or is_bare)


def _is_ambiguous(tree: Tree, first: "Token", second: "Token") -> bool:
    """Whether it may be a list, or tell of the last word of `the wife of Otto Finch`."""
    if tree.has(first, "conj") or tree.has(second, "conj"):
        return True
    is_of = first.dep_ == "nmod" and preposition_of(tree, first) != "by"
    return is_of or len(_asides(tree, first)) > 1


def _asides(tree: Tree, word: "Token") -> list["Token"]:
    """What stands beside the word, but no name right behind it: `a Dane` in `the poet Ida Holt, a Dane`."""
    found = tree.of(word, "appos")
    return [one for one in found if tree.left_edge(one) != word.i + 1 or not is_title(word, one)]


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


def _owned(tree: Tree, line: Line, noun: "Token") -> Clause | None:
    """`Holt's pupil Ada Finch`, `her father, the printer Otto Finch,`: the name behind an owned noun."""
    if is_capitalised(noun) or not (of := genitives(tree, noun)):
        return None
    name = _name_behind(tree, noun)
    if name is None:
        return None
    first, last = (tree.words[place] for place in name)
    subject = _cut(tree, first.idx, last.idx + len(last), last.lower_)
    opens = tree.right_edge(tree.of(noun, "nmod:poss")[0]) + 1
    description = _cut(tree, tree.words[opens].idx, noun.idx + len(noun), noun_lemma(noun))
    return _copula(line, subject, description, of, is_asserted(tree, noun))


def _name_behind(tree: Tree, noun: "Token") -> Run | None:
    """The name that hangs below the noun: right behind it, or set off by commas, described or not."""
    at, words = noun.i + 1, tree.words
    is_set_off = words[at].text == "," if at < len(words) else False
    while is_set_off and at + 1 < len(words) and (at == noun.i + 1 or words[at].tag_ in _DESCRIBING):
        at += 1
        if is_capitalised(words[at]):
            break
    name = run(tree, words[at]) if at < len(words) else None
    if name is None or name[0] != at or not any(noun in tree.above(words[i]) for i in range(at, name[1] + 1)):
        return None
    after = words[name[1] + 1].text if name[1] + 1 < len(words) else "."
    return None if is_set_off and after not in _CLOSING else name


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
