"""People called by their nation alone, as the parse shows it: `the Finn X`, `X, an Englishman`."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.compatriots import NATIONALS, comes_from
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.extraction.syntax.assertion import is_asserted
from quizapp.generation.extraction.syntax.people import said_of
from quizapp.generation.extraction.syntax.proper import Run, run
from quizapp.generation.extraction.syntax.tree import Tree

if TYPE_CHECKING:
    from spacy.tokens import Token


def compatriots(tree: Tree, line: Line, meaning: Meaning) -> Iterator[Candidate]:
    """Where the people of a sentence come from who are called by their nation."""
    for word in tree.words:
        if word.text not in NATIONALS or not line.is_plain(word.idx) or not is_asserted(tree, word):
            continue
        if name := _named(tree, word):
            first, last = tree.words[name[0]], tree.words[name[1]]
            span = first.idx, last.idx + len(last)
            for found in comes_from(line, span, word.text, meaning):
                yield replace(found, witness="syntax")


def _is_right_before(tree: Tree, name: Run, word: "Token") -> bool:
    """Whether only a comma and the article stand between the name and the word."""
    return [each.lower_ for each in tree.words[name[1] + 1 : word.i]] in ([",", "a"], [",", "an"])


def _named(tree: Tree, word: "Token") -> Run | None:
    """Who is called so: the name right behind `the Finn`, or the one of which `a Finn` is said."""
    dets = [below.lower_ for below in tree.of(word, "det") if below.i < word.i]
    if dets and dets[0] in ("a", "an"):
        named = said_of(tree, word)
        name = run(tree, named) if named is not None and named.i < word.i else None
        is_copula = tree.has(word, "cop")
        return name if name and (is_copula or _is_right_before(tree, name, word)) else None
    after = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else None
    is_the = any(before.lower_ == "the" for before in tree.words[max(0, word.i - 2) : word.i])
    name = run(tree, after) if after is not None and is_the else None
    if after is None or name is None or name[1] <= after.i:
        return None
    parts = tree.words[after.i : name[1] + 1]
    hangs = word.head in parts or any(word in tree.above(each) for each in parts)
    return (after.i, name[1]) if hangs else None
