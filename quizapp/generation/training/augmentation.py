"""Copies of training sentences that differ in what a document of today may differ in.

Curly quotes, other persons' names (hyphenated, family name first, three-part), and a few lower-cased first
words. The words are of our own choosing and stand in no test.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from quizapp.generation.training.conllu import Name, Sentence, Token
from quizapp.generation.training.words import words

SWAPPED_SHARE = 0.7


def with_curly_quotes(sentence: Sentence) -> Sentence:
    """The sentence in typographic quotation marks and apostrophes."""
    tokens, opened = [], False
    for token in sentence.tokens:
        form = token.form
        if form == '"':
            form, opened = "”" if opened else "“", not opened
        elif form == "n't" or (form.startswith("'") and len(form) > 1):
            form = form.replace("'", "’")
        tokens.append(replace(token, form=form, lemma=form if token.upos == "PUNCT" else token.lemma))
    return replace(sentence, tokens=tuple(tokens))


def with_other_persons(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence with other names for its persons; the rest of the tree stays as it is."""
    for name in reversed(sentence.names or ()):
        if name.kind == "PERSON" and _is_subtree(sentence.tokens, name):
            sentence = _renamed(sentence, name, _person(rng))
    return sentence


def with_other_names(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence with well-known names for most of its persons, places and organisations; trees suffer."""
    for name in reversed(sentence.names or ()):
        if name.kind in _WELL_KNOWN and rng.random() < SWAPPED_SHARE:
            sentence = _renamed(sentence, name, _WELL_KNOWN[name.kind](rng))
    return sentence


def _is_subtree(tokens: tuple[Token, ...], name: Name) -> bool:
    """Whether exactly one word of the name hangs on a word outside it."""
    inside = range(name.start, name.end)
    heads = [index for index in inside if tokens[index].head not in inside or tokens[index].head == index]
    return len(heads) == 1


def _renamed(sentence: Sentence, name: Name, parts: list[str]) -> Sentence:
    """One span replaced by a flat name; what hung on any of its words hangs on the first word now."""
    old = sentence.tokens
    inside = range(name.start, name.end)
    top = next(index for index in inside if old[index].head not in inside or old[index].head == index)
    longer = len(parts) - len(inside)

    def moved(index: int) -> int:
        return name.start if index in inside else index + longer if index >= name.end else index

    new = [_name_word(part, parts, position, name.start) for position, part in enumerate(parts)]
    is_root = old[top].head == top
    new[0] = replace(new[0], head=name.start if is_root else moved(old[top].head), deprel=old[top].deprel)
    new[-1] = replace(new[-1], space_after=old[name.end - 1].space_after)
    kept = [replace(token, head=moved(token.head)) for token in old]
    names = tuple(
        Name(moved(other.start), moved(other.end - 1) + 1, other.kind)
        if other != name
        else Name(name.start, name.end + longer, name.kind)
        for other in sentence.names or ()
    )
    unsure = frozenset(moved(index) for index in sentence.unsure)
    return replace(
        sentence, tokens=(*kept[: name.start], *new, *kept[name.end :]), names=names, unsure=unsure
    )


def _name_word(word: str, parts: list[str], position: int, start: int) -> Token:
    """A word of a flat name; a hyphen hangs on the word after it, as in the treebanks."""
    joined = word == "-" or parts[position + 1 : position + 2] == ["-"]
    if word == "-":
        return Token("-", "-", "PUNCT", "HYPH", "", start + position + 1, "punct", space_after=False)
    return Token(word, word, "PROPN", "NNP", "Number=Sing", start, "flat", space_after=not joined)


def _person(rng: random.Random) -> list[str]:
    given, family = rng.choice(words("given")), rng.choice(words("family"))
    chance = rng.random()
    if "-" in given:
        first, second = given.split("-")
        parts = [first, second.title()] if rng.random() < 0.4 else [first, "-", second]
        return [family, *parts] if chance < 0.8 else [*parts, family]
    if chance < 0.12:
        return [rng.choice((given, family))]
    if chance < 0.18:
        return [given, f"{rng.choice('ABCDEFGHJKLMRST')}.", family]
    return [family, given] if chance < 0.24 else [given, family]


def _well_known_person(rng: random.Random) -> list[str]:
    if rng.random() < 0.25:
        return _person(rng)
    given, family = rng.choice(words("more_given")), rng.choice(words("more_family"))
    return rng.choice(([given, family], [given, family], [given, family], [family], [given]))


def _listed(rng: random.Random, name: str) -> list[str]:
    return rng.choice(words(name)).split("_")


_WELL_KNOWN: dict[str, Callable[[random.Random], list[str]]] = {
    "PERSON": _well_known_person,
    "PLACE": partial(_listed, name="places"),
    "ORG": partial(_listed, name="organisations"),
}
