"""Names as the parse shows them: the run of capitalised words around a word, and lists of such runs.

A run ends at punctuation, at a genitive and at a word in small letters; its head alone says what it is to the
sentence.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from quizapp.generation.extraction.names import COUNTRIES, person
from quizapp.generation.extraction.syntax.bounds import is_capitalised
from quizapp.generation.extraction.syntax.tree import Tree

if TYPE_CHECKING:
    from spacy.tokens import Token

Run = tuple[int, int]

_NAME_TAGS = ("NNP", "NNPS", "NN", "NNS", "FW", "VB")
_PARTICLES = ("de", "van", "von", "der", "da", "di", "bin", "al")
_LONGEST = 5
_JOINS = ("and", "&")


def run(tree: Tree, word: "Token") -> Run | None:
    """The first and the last word of the name around that word; None where it heads no name."""
    if _is_hyphen(tree, word.i - 1):
        word = tree.words[word.i - 2]  # of Hyo-joo the parse may point at either half
    if not _is_part(word):
        return None
    first = last = word.i
    while (before := _before(tree, first)) is not None:
        first = before
    while (after := _after(tree, last)) is not None:
        last = after
    return first, last


def text_of(tree: Tree, found: Run) -> str:
    """The words of a run as written."""
    first, last = tree.words[found[0]], tree.words[found[1]]
    return tree.text[first.idx : last.idx + len(last)]


def person_at(tree: Tree, word: "Token", single: bool = False) -> str | None:
    """The name of the person that the word heads; with `single` a first name or surname will do."""
    found = run(tree, word)
    if found is None or _is_no_person(tree, found):
        return None
    return person(text_of(tree, found), single)


def people_at(tree: Tree, head: "Token", single: bool = False) -> list[str]:
    """The people in the list that the word opens or stands in; nothing where one of them is no name."""
    names = [person(text_of(tree, each), single) for each in listed(tree, head)]
    return [name for name in names if name] if all(names) else []


def listed(tree: Tree, head: "Token") -> list[Run]:
    """The run around the word with those before and after it, parted by commas and `and` alone."""
    here = run(tree, head)
    if here is None:
        return []
    found = [here]
    while (before := _listed_before(tree, found[0][0])) is not None:
        found.insert(0, before)
    while (after := _listed_after(tree, found[-1][1])) is not None:
        found.append(after)
    # Of `Holt, Finch` without `and` the second may describe the first; only a closed list is one.
    is_closed = len(found) > 1 and any(tree.words[i].lower_ in _JOINS for i in _between(found))
    return found if is_closed else [here]


def beside(tree: Tree, noun: "Token") -> "Token | None":
    """The name right before an aside, whatever the parser hangs that on: `Anna Holt, a Danish actor`."""
    opens = min(
        [noun.i, *(below.i for below in tree.of(noun, "det", "amod", "compound") if below.i < noun.i)]
    )
    is_aside = opens > 1 and tree.words[opens].lower_ in ("a", "an") and tree.words[opens - 1].text == ","
    return tree.words[opens - 2] if is_aside and tree.words[opens - 2].pos_ == "PROPN" else None


def _between(found: list[Run]) -> Iterator[int]:
    for one, other in pairwise(found):
        yield from range(one[1] + 1, other[0])


def _listed_before(tree: Tree, first: int) -> Run | None:
    at = first - 1
    while at >= 0 and (tree.words[at].text == "," or tree.words[at].lower_ in _JOINS):
        at -= 1
    found = run(tree, tree.words[at]) if 0 <= at < first - 1 else None
    # `In Leeds, Anna Holt`: what a preposition opens is no part of the list.
    return None if found is None or _is_led(tree, found[0]) else found


def _is_led(tree: Tree, first: int) -> bool:
    return first > 0 and tree.words[first - 1].pos_ in ("ADP", "SCONJ") and tree.words[first - 1].text != "as"


def _listed_after(tree: Tree, last: int) -> Run | None:
    at = last + 1
    while at < len(tree.words) and (tree.words[at].text == "," or tree.words[at].lower_ in _JOINS):
        at += 1
    return run(tree, tree.words[at]) if last + 1 < at < len(tree.words) else None


def _is_part(word: "Token") -> bool:
    if not is_capitalised(word) or word.text.isdigit() or word.ent_type_ == "DATE":
        return False
    return word.pos_ == "PROPN" or word.tag_ in _NAME_TAGS or bool(word.ent_type_)


def _before(tree: Tree, first: int) -> int | None:
    if first == 0:
        return None
    word = tree.words[first - 1]
    if _is_hyphen(tree, first - 1):
        return first - 2 if first > 1 else None
    if word.text in _PARTICLES and first > 1 and _is_part(tree.words[first - 2]):
        return first - 2
    # A word with a capital inside a sentence is part of the name, whatever the tagger takes it for.
    is_name = word.pos_ == "PROPN" or (first > 1 and word.pos_ in ("ADJ", "NOUN"))
    is_from = any(f"{lead}{word.text}" in COUNTRIES for lead in ("", "South ", "North "))
    return first - 1 if is_name and not is_from and is_capitalised(word) and word.whitespace_ else None


def _after(tree: Tree, last: int) -> int | None:
    if last + 1 >= len(tree.words):
        return None
    word = tree.words[last + 1]
    if _is_hyphen(tree, last + 1):
        return last + 2
    if word.text in _PARTICLES and last + 2 < len(tree.words) and _is_part(tree.words[last + 2]):
        return last + 2
    is_next = tree.words[last].whitespace_ and _is_part(word)
    return last + 1 if is_next else None


def _is_hyphen(tree: Tree, place: int) -> bool:
    """Whether a hyphen stands there inside a name: Han Hyo-joo."""
    if not 0 < place < len(tree.words) - 1 or tree.words[place].text not in "-‐":
        return False
    is_close = not tree.words[place - 1].whitespace_ and not tree.words[place].whitespace_
    after = tree.words[place + 1]
    return is_close and _is_part(tree.words[place - 1]) and after.tag_ in (*_NAME_TAGS, "NNP")


def _is_no_person(tree: Tree, found: Run) -> bool:
    words = tree.words[found[0] : found[1] + 1]
    if len([word for word in words if word.text != "-"]) > _LONGEST + 1:
        return True
    return any(word.ent_type_ in ("EVENT", "DATE") for word in words)
