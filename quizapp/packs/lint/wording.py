"""Checks of single words and signs: negatives, vague and absolute terms, punctuation, articles."""

import re
from functools import lru_cache
from itertools import pairwise

from quizapp.domain.item import Item
from quizapp.packs.lint.grammar import article_of
from quizapp.packs.lint.lexicon import (
    ABSOLUTE_OPTION,
    ABSOLUTE_STEM,
    EITHER_ARTICLE,
    NEGATIVE,
    UNDATED,
    VAGUE,
)
from quizapp.packs.lint.words import is_a_name, plain_words, without_quotes, words

_UNDATED_PHRASE = re.compile(
    r"\b(?:this|last|next) (?:year|month|week|season)\b|\bthese days\b|\bat present\b|\bto date\b|\bso far\b"
    r"|\byears? ago\b|\bthe (?:incumbent|latest|newest|upcoming|current(?! (?:in|of|through|flows?)\b))\b"
)
_NAMED_NOW = re.compile(r"\b(?:what|that|which) is now\b|\bnow (?:called|known|named|part)\b")
_ANCHORED_TIME = re.compile(
    r"\bas of\b|\b(?:in|until|by|since|at the end of) (?:\w+ ){0,2}(?:1[0-9]|20)\d\d\b"
)
_SPACED_MARK = re.compile(r"\s[,;:.?!](?:\s|$)")
_SPACED_DOTS = re.compile(r"\s(?:\.{3}|…)")
_CITATION = re.compile(r"\[(?:\d+|citation needed|edit|note \d+)\]", re.IGNORECASE)


def negative_stem(item: Item) -> str | None:
    """A stem that asks for what is not so."""
    spoken = plain_words(item.stem)
    shouted = (word.lower() for word in words(item.stem) if word.isupper())
    spoken = (*spoken, *(word for word in shouted if word in NEGATIVE))
    for before, word in pairwise(("", *spoken)):
        at_least, not_only = (before, word) == ("at", "least"), word == "not" and "only" in spoken
        if (word in NEGATIVE or word.endswith(("n't", "n’t"))) and not at_least and not not_only:
            return f"the stem asks in the negative: {word!r}"
    return None


def vague_term(item: Item) -> str | None:
    """How often is often? Words of measure that mean something else to everyone."""
    for text in (item.stem, *_wordy_options(item)):
        spoken = plain_words(text)
        for before, word in pairwise(("", *spoken)):
            if word in VAGUE and before != "how":
                return f"{word!r} means something else to everyone"
    return None


def undated_time(item: Item) -> str | None:
    """Words of time that are true on the day of writing only, with no date beside them."""
    stem = without_quotes(item.stem)
    if _ANCHORED_TIME.search(stem.lower()):
        return None
    if phrase := _UNDATED_PHRASE.search(stem.lower()):
        return f"{phrase[0]!r} is true for a while only"
    spoken = plain_words(_NAMED_NOW.sub("", stem))
    found = (w for before, w in pairwise(("", *spoken)) if w in UNDATED and before not in {"how", "as"})
    word = next(found, None)
    return f"{word!r} is true for a while only" if word else None


def absolute_in_options(item: Item) -> str | None:
    """Always, never, only: people who know tests strike such options out."""
    for option in _wordy_options(item):
        if found := ABSOLUTE_OPTION.intersection(plain_words(option)):
            return f"the option {option!r} says {min(found)!r}"
    return None


def absolute_in_stem(item: Item) -> str | None:
    """Absolute words in the question itself invite a quarrel about exceptions."""
    found = ABSOLUTE_STEM.intersection(plain_words(item.stem))
    return f"the stem says {min(found)!r}" if found else None


def bad_punctuation(item: Item) -> str | None:
    """Double spaces, spaces before marks, open brackets, a second question mark, leftover citation marks."""
    return _odd_stem(item.stem) or next(
        (
            f"{what} in {text[:40]!r}"
            for text in (item.stem, *item.options, item.explanation)
            if (what := _odd(text))
        ),
        None,
    )


def wrong_article(item: Item) -> str | None:
    """The article a before the sound of a vowel, or an before another."""
    for before, word in pairwise(words(item.stem)):
        if _odd_article(before, word):
            return f"{before!r} before {word!r}"
    return None


def _wordy_options(item: Item) -> list[str]:
    # Names and titles are nobody's choice of words; a lone word in capitals may well be one.
    return [o for o in item.options if not is_a_name(o) and (len(words(o)) > 1 or o[0].islower())]


def _odd_stem(stem: str) -> str | None:
    if without_quotes(stem).count("?") > 1:
        return "the stem has two question marks"
    first = words(stem)[:1]
    if first and first[0].islower() and stem[0] == first[0][0]:
        return "the stem begins with a small letter"
    return None


@lru_cache(maxsize=4096)
def _odd(text: str) -> str | None:
    if "  " in text:
        return "two spaces in a row"
    if _SPACED_MARK.search(text) and not _SPACED_DOTS.search(text):
        return "a space before a mark"
    if _CITATION.search(text):
        return "a leftover citation mark"
    if any(text.count(left) != text.count(right) for left, right in ("()", "[]", "“”", "«»")):
        return "brackets or quotation marks that do not pair"
    return None


def _odd_article(before: str, word: str) -> bool:
    if before not in {"a", "an"} or not (word.isalpha() and word.islower()) or word in EITHER_ARTICLE:
        return False
    return article_of(word) != before
