"""When what has a name happened, by the time behind it, in the parse: `at the Battle of Skarn in 1644`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.dated_names import (
    OWN_LINKS,
    PREPOSITIONS,
    TIMES,
    TYPES,
    WON,
    relation_of,
    tells_of_others,
)
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.extraction.syntax.bounds import preposition_of
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.values import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTS = ("nmod", "flat", "compound", "appos", "nmod:unmarked")
_LINKS = ("in", "on", *OWN_LINKS)


def dated_names(tree: Tree, line: Line, values: Sequence[Value], meaning: Meaning) -> Iterator[Candidate]:
    """The names with the times that hang on them, or on what they are a part of."""
    times = [value for value in values if value.kind in TIMES and value.exact]
    if not times or tells_of_others(line.text):
        return
    for value in times:
        link = _link(tree, value)
        noun = _named(tree, link, value) if link is not None else None
        if link is None or noun is None or not _is_plain(line, noun):
            continue
        last = tree.words[link.i - 1]
        start = tree.words[tree.left_edge(noun)]
        start = next((word for word in tree.of(noun, "det")), start)
        bearer = meaning.mention(line, start.idx, last.idx + len(last.text), TYPES)
        if bearer and (relation := relation_of(bearer, value.kind)):
            yield Candidate(
                bearer, relation, value.content, line.paragraph, line.sentence, "dated name", witness="syntax"
            )


def _link(tree: Tree, value: Value) -> "Token | None":
    """The preposition, or the bracket, before the time."""
    before = [word for word in tree.words if word.idx < value.start][-3:]
    while before and (before[-1].lower_ == "the" or before[-1].text.endswith("day")):
        before.pop()
    return before[-1] if before and before[-1].i and before[-1].lower_ in _LINKS else None


def _named(tree: Tree, link: "Token", value: Value) -> "Token | None":
    """The noun that heads the name before the link, if the time is its own or that of its deed."""
    time = next(
        (word for word in tree.words if value.start <= word.idx < value.end and word.head.idx < value.start),
        None,
    )
    noun = tree.words[link.i - 1]
    while noun.dep_ in _PARTS and noun.head.i < noun.i:
        noun = noun.head
    if time is None or not any(word.lower_ == "the" for word in tree.of(noun, "det")):
        return None
    within = {noun.i, *(word.i for word in tree.words[noun.i : link.i])}
    if link.text in OWN_LINKS:
        return noun if time.head.i in within else None
    is_its = time.head.i in within or time.head.i == noun.head.i
    return noun if is_its and _takes_time(tree, noun) else None


def _is_plain(line: Line, noun: "Token") -> bool:
    """Whether the name and the word on which it hangs are said flatly."""
    return line.is_plain(noun.idx) and line.is_plain(noun.head.idx)


def _takes_time(tree: Tree, noun: "Token") -> bool:
    """Whether the time of the deed is that of the event as well."""
    if noun.dep_ in ("obl", "obl:agent", "nmod", "advcl"):
        return preposition_of(tree, noun) in PREPOSITIONS
    if noun.dep_.startswith("nsubj"):
        return tree.left_edge(noun) == 0
    return noun.dep_ == "obj" and noun.head.lower_ in WON
