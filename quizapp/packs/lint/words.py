"""The words of a question: what is quoted, what is a name, what a sentence says apart from both."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from quizapp.packs.lint.lexicon import STOPWORDS

_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|(?<!\w)‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)")
_POSSESSIVE = re.compile(r"'s\b|'")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


# While one types, forty checks ask the same of the same few texts; kept, it costs a tenth of asking again.
_remembered = lru_cache(maxsize=4096)


@_remembered
def words(text: str) -> tuple[str, ...]:
    """The words as written; hyphens, apostrophes and inner dots hold one together."""
    return tuple(_WORD.findall(text))


@_remembered
def without_quotes(text: str) -> str:
    """The text with a bare quotation in place of each quoted title: what is in quotes is not our wording."""
    return _QUOTED.sub("“”", text)


@_remembered
def plain_words(stem: str) -> tuple[str, ...]:
    """The words of a stem that are neither quoted nor, after the first word, names; lower case."""
    found = words(without_quotes(stem))
    return tuple(word.lower() for place, word in enumerate(found) if place == 0 or not word[0].isupper())


@lru_cache(maxsize=16384)
def names_in(stem: str) -> frozenset[str]:
    """What anchors a stem: quoted titles, and words in capitals after the first; compared folded."""
    quoted = {bare(match[0].strip("“”„«»\"'‘’")) for match in _QUOTED.finditer(stem)}
    written = words(without_quotes(stem))[1:]
    capitals = {bare(word) for word in written if word[0].isupper() and bare(word) not in STOPWORDS}
    return frozenset(name for name in quoted | capitals if name)


def is_anchored(stem: str) -> bool:
    """Whether a stem names something: a quoted title, a name or a number."""
    return bool(names_in(stem)) or any(character.isdigit() for character in stem)


@_remembered
def is_a_name(option: str) -> bool:
    """Whether an option of several words is written as names and titles are: longer words in capitals."""
    found = words(option)
    return len(found) > 1 and all(not word[0].islower() for word in found if len(word) > 3)


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """The text as compared across spellings: Latin letters without case, accents, possessive endings."""
    # Plain letters stand for themselves; most words of most texts have no others.
    latin = text if text.isascii() else anyascii(unicodedata.normalize("NFKC", text).replace("’", "'"))
    return _POSSESSIVE.sub("", " ".join(latin.casefold().split()))


@_remembered
def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, bare: no stop words, nothing shorter than four letters."""
    return frozenset(word for word in map(bare, words(text)) if len(word) > 3 and word not in STOPWORDS)


def holds(text: str, part: str) -> bool:
    """Whether the bare text has the bare part in it as whole words."""
    found, within = bare(part), bare(text)
    place = within.find(found) if found else -1
    while place >= 0:
        if not _joins(within[place - 1 : place]) and not _joins(within[place + len(found) :][:1]):
            return True
        place = within.find(found, place + 1)
    return False


def _joins(neighbour: str) -> bool:
    """Whether a character, if there is one, makes one word with the letter beside it."""
    return neighbour.isalnum() or neighbour == "_"
