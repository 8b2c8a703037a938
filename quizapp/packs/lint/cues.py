"""Checks for cues: whatever tells the key to someone who does not know the answer."""

import re

from quizapp.domain.item import Item
from quizapp.packs.lint.grammar import article_of, is_plural
from quizapp.packs.lint.lexicon import BASES, ENDINGS, KIN, STOPWORDS
from quizapp.packs.lint.words import bare, content_words, holds, is_a_name, without_quotes, words
from quizapp.packs.quantity import numbers_in, quantities, quantity

_ASKS_WHEN = re.compile(r"\b(?:when|(?:what|which) (?:year|decade|century|month|date|day))\b")
_ASKS_HOW_MANY = re.compile(r"\bhow (?:many|much|old|tall|high|long|far|deep|wide|heavy|large|big|fast)\b")
_ASKS_WHO = re.compile(r"(?:^|, |\b(?:to|by|for|with|from|of) )(?:who|whom|whose)\b")
_NUMBER_WORD = re.compile(
    r"\d|\b(?:once|twice|half|dozens?|hundreds?|thousands?|millions?|a|an|\w+(?:teen|ty))\b"
)


def longest_option(item: Item) -> str | None:
    """A key of four words or more that is over a third longer than every distractor (SAQUET's bound)."""
    longest = max(len(option) for option in item.distractors)
    if len(item.key.split()) < 4 or len(item.key) <= 1.33 * longest:
        return None
    return f"the key has {len(item.key)} characters, the longest distractor {longest}"


def convergence(item: Item) -> str | None:
    """The key is the one option that shares words with most others."""
    if quantities(item.options):
        return None
    sets = [{bare(word) for word in words(option)} - STOPWORDS for option in item.options]
    shared = [sum(_jaccard(ours, theirs) for theirs in sets if theirs is not ours) for ours in sets]
    others = shared[1:]
    if shared[0] > max(others) and shared[0] > 1.5 * sum(others) / len(others):
        return "the key shares more words with the distractors than they do with each other"
    return None


def key_in_stem(item: Item) -> str | None:
    """The stem says the key, and does not offer the distractors as well."""
    if not holds(item.stem, item.key) or sum(holds(item.stem, d) for d in item.distractors) > 1:
        return None
    return "the stem says the key"


def initials_in_stem(item: Item) -> str | None:
    """The stem has the initials of the key, or the key is the initials of a name in the stem."""
    initials = "".join(word[0] for word in words(item.key) if word[0].isupper())
    spelt = "".join(word[0] for word in words(item.stem) if word[0].isupper())
    if len(initials) > 2 and initials in words(item.stem):
        return f"{initials} in the stem are the initials of the key"
    if item.key.isupper() and len(item.key) > 2 and item.key.isalpha() and item.key in spelt:
        return f"a name in the stem has the initials {item.key}"
    return None


def clang(item: Item) -> str | None:
    """A word of the stem comes back in the key and in fewer than two distractors."""
    asked = content_words(item.stem)
    for word in sorted(content_words(item.key)):
        if any(_kin(word, other) for other in asked) and _how_many_have(word, item.distractors) < 2:
            return f"the word {word!r} of the key echoes the stem"
    return None


def logical_cue(item: Item) -> str | None:
    """An option that cannot answer the question word: no date for "when", no number for "how many"."""
    stem = without_quotes(item.stem).lower()
    found = [quantity(option) for option in item.options]
    fits = [True] * len(found)
    if _ASKS_HOW_MANY.search(stem):
        fits = [
            bool(q) or _NUMBER_WORD.search(o.lower()) is not None
            for q, o in zip(found, item.options, strict=True)
        ]
    elif _ASKS_WHEN.search(stem):
        fits = [q is not None for q in found]
        fits = fits if found[0] else [True]
    elif _ASKS_WHO.search(stem):
        fits = [q is None or q.unit != "" for q in found]
    odd = [option for option, fit in zip(item.options, fits, strict=False) if not fit]
    return f"{odd[0]!r} cannot answer the question word" if odd else None


def article_cue(item: Item) -> str | None:
    """The stem ends in "a" or "an", and not every option can follow it."""
    article = re.search(r"\b(an?)\s*[_….]*\??$", item.stem.rstrip())
    if not article:
        return None
    odd = next((o for o in item.options if article_of(words(o)[0] if words(o) else o) != article[1]), None)
    return f"{odd!r} cannot follow {article[1]!r}" if odd else None


def determiner_cue(item: Item) -> str | None:
    """The key alone begins with an article, or alone with none, where options are no names."""
    key, *others = (o.partition(" ")[0].lower() in {"a", "an", "the"} for o in map(_common, item.options))
    if set(others) != {not key} or not any(map(_common, item.options)):
        return None
    return "the key alone begins with an article" if key else "the key alone has no article"


def number_cue(item: Item) -> str | None:
    """The key alone is in the plural, or alone in the singular, where options are common nouns."""
    if not all(option.islower() and option.isascii() for option in item.options) or quantity(item.key):
        return None
    nouns = [words(option)[-1] for option in item.options if words(option)]
    if len({noun.endswith("s") for noun in nouns}) == 1:
        return None
    key, *others = map(is_plural, nouns)
    if set(others) != {not key}:
        return None
    return f"the key alone is in the {'plural' if key else 'singular'}"


def unsupported_key(item: Item) -> str | None:
    """An explanation that does not say the key: a name, a number, a word. Phrases may be told otherwise."""
    is_phrase = len(words(item.key)) > 1 and not is_a_name(item.key) and not quantity(item.key)
    if not item.explanation or is_phrase or _says(item.explanation, item.key):
        return None
    return "the explanation does not say the key"


def no_explanation(item: Item) -> str | None:
    """People want to know why."""
    return None if item.explanation else "there is no explanation"


def _jaccard(ours: set[str], theirs: set[str]) -> float:
    return len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0


def _how_many_have(word: str, options: tuple[str, ...]) -> int:
    return sum(any(_kin(word, other) for other in content_words(option)) for option in options)


def _kin(one: str, other: str) -> bool:
    one, other = KIN.get(one, one), KIN.get(other, other)
    if one == other:
        return True
    common = 0
    while common < min(len(one), len(other)) and one[common] == other[common]:
        common += 1
    # A word and its kin share a root of four letters or more: create and creation, Italy and Italian.
    roots = range(max(4, common - 1), common + 1)
    return any(_grows(one[root:], other[root:]) or _grows(other[root:], one[root:]) for root in roots)


def _grows(base: str, ending: str) -> bool:
    return base in BASES and ending in ENDINGS


def _common(option: str) -> str:
    """The option if it is a common noun with or without an article; empty for names."""
    return option if not any(word[0].isupper() for word in words(option)[1:]) else ""


def _says(explanation: str, key: str) -> bool:
    if holds(explanation, key) or (content_words(key) & content_words(explanation)):
        return True
    if told := numbers_in(key):
        return told <= numbers_in(explanation)
    initials = "".join(word[0] for word in words(key) if word[0].isupper())
    return len(initials) > 1 and initials in words(explanation)
