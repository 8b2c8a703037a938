"""Where firms are at home, as the parse shows it: a name before the noun that calls another name a firm."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.bases import home, kind_of_firm
from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.extraction.syntax.assertion import is_asserted
from quizapp.generation.extraction.syntax.bounds import is_capitalised
from quizapp.generation.extraction.syntax.proper import Run, run, text_of
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.verbs import noun_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_DESCRIBING = ("NN", "JJ", "HYPH")


def at_home(tree: Tree, line: Line, meaning: Meaning) -> Iterator[Candidate]:
    """The seats and countries of the firms that are named so."""
    for noun in tree.words[2:-1]:
        if is_capitalised(noun) or not kind_of_firm(noun_lemma(noun)) or noun.tag_ == "NNS":
            continue
        name, adjective = _name_after(tree, noun), _name_before(tree, noun)
        if name is None or adjective is None or not _hang_together(tree, adjective, noun, name):
            continue
        if not line.is_plain(noun.idx) or not is_asserted(tree, noun):
            continue
        firm = meaning.mention(line, *_span(tree, name), (EntityType.ORGANISATION,))
        told = home(line, *_span(tree, adjective), meaning) if firm else None
        if firm and told:
            relation, place = told
            firm = replace(firm, kind=firm.kind or kind_of_firm(noun_lemma(noun)))
            yield Candidate(firm, relation, place, line.paragraph, line.sentence, "at home", witness="syntax")


def _name_after(tree: Tree, noun: "Token") -> Run | None:
    """The name right behind the noun, with both of two partners."""
    after = tree.words[noun.i + 1]
    name = run(tree, after) if is_capitalised(after) else None
    if name is None or name[0] != after.i:
        return None
    following = tree.words[name[1] + 1 : name[1] + 3]
    if len(following) > 1 and following[0].text == "&" and (other := run(tree, following[1])):
        return name[0], other[1]
    return name


def _hang_together(tree: Tree, adjective: Run, noun: "Token", name: Run) -> bool:
    """Whether the word for the home or the name hangs on the noun, or the noun on the name."""
    parts = [tree.words[place] for place in (*range(*adjective), adjective[1], *range(*name), name[1])]
    return any(noun in tree.above(word) for word in parts) or any(word in tree.above(noun) for word in parts)


def _name_before(tree: Tree, noun: "Token") -> Run | None:
    """The name or adjective with a capital before the noun, right behind its article."""
    at = noun.i - 1
    while at > 0 and not is_capitalised(tree.words[at]) and tree.words[at].tag_ in _DESCRIBING:
        at -= 1
    last = first = at
    while first > 0 and is_capitalised(tree.words[first]) and tree.words[first - 1].lower_ != "the":
        first -= 1
    is_one = (
        first > 0
        and is_capitalised(tree.words[last])
        and all(is_capitalised(word) for word in tree.words[first : last + 1])
    )
    return (first, last) if is_one and tree.words[first - 1].lower_ == "the" else None


def _span(tree: Tree, name: Run) -> tuple[int, int]:
    start = tree.words[name[0]].idx
    return start, start + len(text_of(tree, name))
