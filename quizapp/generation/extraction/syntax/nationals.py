"""Who is called one of a nation, as the parse shows it: it hangs on the noun that is said of a name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.names import COUNTRIES
from quizapp.generation.extraction.nationality import country_of
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.extraction.syntax.assertion import is_asserted
from quizapp.generation.extraction.syntax.bounds import is_capitalised
from quizapp.generation.extraction.syntax.proper import run
from quizapp.generation.extraction.syntax.tree import Tree

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARTICLES = ("a", "an", "the")


def nationals(tree: Tree, line: Line, meaning: Meaning) -> Iterator[Candidate]:
    """Where the people come from of whom a noun with a nation is said."""
    for word in tree.words:
        if not tree.has(word, "cop") or not _says_nation(tree, word):
            continue
        named = next(iter(tree.of(word, "nsubj")), None)
        if named is None or not line.is_plain(word.idx) or not is_asserted(tree, word):
            continue
        country = country_of(_phrase(tree, word), line.text[word.idx + len(word) :])
        who = meaning.mention(line, *_span(tree, named), (EntityType.PERSON,)) if country else None
        if country and who:
            yield Candidate(
                who, "comes_from", country, line.paragraph, line.sentence, "national", witness="syntax"
            )


def _says_nation(tree: Tree, noun: "Token") -> bool:
    """Whether a nation hangs on the noun, which has an article and may go on by `and`."""
    told = [below for below in tree.below(noun) if below.i < noun.i and is_capitalised(below)]
    has_article = any(det.lower_ in _ARTICLES for det in tree.of(noun, "det"))
    return has_article and any(below.text in COUNTRIES or below.text in _HALVES for below in told)


_HALVES = frozenset(half for name in COUNTRIES for half in name.split() if " " in name)


def _phrase(tree: Tree, noun: "Token") -> str:
    """The noun with all that stands before it, behind its article."""
    article = max(det.i for det in tree.of(noun, "det") if det.lower_ in _ARTICLES)
    first = tree.words[article + 1]
    return tree.text[first.idx : noun.idx + len(noun)]


def _span(tree: Tree, named: "Token") -> tuple[int, int]:
    found = run(tree, named) or (named.i, named.i)
    first, last = tree.words[found[0]], tree.words[found[1]]
    return first.idx, last.idx + len(last)
