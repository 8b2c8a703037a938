"""When two names look the same to a person. It knows nothing of players: text in, a key for comparing out.

The key is the skeleton of Unicode Technical Standard 39, made coarser for a small board: accents, separators
and the difference between i, l and 1 count for nothing.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from confusable_homoglyphs.confusables import confusables_data

_DIRECTION_MARK = "\u200e"  # the data wraps right-to-left letters in it
_INVISIBLE = ("C", "P", "Z", "Sk", "Sm")
_VARIATIONS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), 0x180B, 0x180C, 0x180D}
_ACCENTS = range(0x300, 0x370)


def skeleton(text: str) -> str:
    """The same text for names that look alike, however they are spelt."""
    # Twice: capitals have look-alikes of their own, and folding them makes small letters that have others.
    once = _mapped(unicodedata.normalize("NFKD", text)).casefold()
    twice = _mapped(unicodedata.normalize("NFKD", once)).casefold()
    return "".join(c for c in twice if _counts(c)).replace("i", "l")


def spelt_plainly(text: str) -> str:
    """The text in small plain letters where its letters look like those; i and l stay apart."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c if c.isascii() else _mapped(c) for c in decomposed).casefold()


def _mapped(text: str) -> str:
    prototypes = _prototypes()
    return "".join(prototypes.get(c, c) for c in text if ord(c) not in _ACCENTS)


def _counts(character: str) -> bool:
    return not unicodedata.category(character).startswith(_INVISIBLE) and ord(character) not in _VARIATIONS


@cache
def _prototypes() -> Mapping[str, str]:
    """For each character that has look-alikes, the one text that stands for all of them."""
    groups: dict[str, set[str]] = {}
    for one, other in _pairs():
        if groups.get(one) is not groups.get(other, ()):
            merged = groups.get(one, {one}) | groups.get(other, {other})
            groups.update(dict.fromkeys(merged, merged))
    shared = {id(group): min(group, key=_preference) for group in groups.values()}
    return {text: shared[id(group)] for text, group in groups.items() if len(text) == 1}


def _pairs() -> Iterator[tuple[str, str]]:
    for character, likes in confusables_data.items():
        one = character.strip(_DIRECTION_MARK)
        for like in likes:
            other = like["c"].strip(_DIRECTION_MARK)
            # Letters that look like punctuation stay letters: a name made of them would vanish.
            if _is_lettered(one) and _is_lettered(other):
                yield one, other


def _is_lettered(text: str) -> bool:
    return all(c.isalnum() or c == "|" for c in text)


def _preference(text: str) -> tuple[bool, int, str]:
    """Plain letters first, and of these the longest: m must become rn, as r and n can never become m."""
    return (not (text.isascii() and text.isalpha()), -len(text), text)
