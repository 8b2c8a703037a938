"""When a number that changes with time was true, as the parse shows it: a year on its clause."""

import re
from typing import TYPE_CHECKING

from quizapp.generation.extraction.syntax.bounds import preposition_of
from quizapp.generation.extraction.syntax.clause import Clause
from quizapp.generation.extraction.syntax.tree import Tree

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEAR = re.compile(
    r"(?:.*\b(?:census|count|estimate) (?:of|in|from) |the )?(1[89]\d\d|20\d\d)(?: census| count)?"
)
_A_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_LINKS = ("in", "at", "by", "as of", "according to")


def moment(clause: Clause) -> str:
    """The one year that an adjunct of the clause, or of what is counted, names; else nothing."""
    told = (phrase for phrase in (*clause.adjuncts, *clause.of) if phrase.preposition in _LINKS)
    years = {found[1] for phrase in told if (found := _YEAR.fullmatch(phrase.text))}
    return min(years) if len(years) == 1 else ""


def moment_below(tree: Tree, verb: "Token") -> str:
    """The one year that hangs on a verb with its preposition; else nothing."""
    below = (word for word in tree.of(verb, "obl", "nmod") if preposition_of(tree, word) in _LINKS)
    years = {word.text for word in below if _A_YEAR.fullmatch(word.text)}
    return min(years) if len(years) == 1 else ""
