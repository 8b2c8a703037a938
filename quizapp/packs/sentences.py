"""Where sentences end: own rules for English prose, on character offsets, never changing a character.

Deliberately small: it decides at each stop whether a sentence can end there, and looks no further.
"""

import re
from collections.abc import Iterator

from quizapp.packs.vocabulary import vocabulary

# Runs of stops begin where they begin: tried from each of their stops, a long one would cost its square.
# The numbers of notes belong to the sentence before them: `It rained.[3][4]`.
_NOTES = r"(?:\[(?:\d{1,3}|[a-z]|note \d{1,3}|citation needed)\]){0,9}"
_STOP = re.compile(rf"(?<![.!?…])[.!?…]+[\"”’')\]*_]*{_NOTES}(?=\s)")
_NEXT = re.compile(r"\s+[\"“‘'(\[*_¿¡]*(\w)")
_END = re.compile(r"\s*\Z")
_LAST_WORD = re.compile(r"[\w.&-]+$")

# Pius V and Charles X: their number is no initial, if a sentence can go on there.
_NUMBERED = re.compile(r"[^\W\d_]{3,} [VX]$")

_LONGEST_WORD = 40

_NEVER_LAST = vocabulary(
    "mr mrs ms dr prof rev fr st mt gen col lt capt sgt sen rep gov hon pres vs cf eg ie viz approx "
    "no nos vol fig ed eds dept est feat ft jan feb mar apr jun jul aug sept sep oct nov dec"
)
# Circa, born, died, flourished, reigned.
_BEFORE_YEARS = vocabulary("c ca b d fl r")
# These may end a sentence or stand inside one; after them a sentence begins only with such a word.
_MAYBE_LAST = vocabulary("inc ltd co corp jr sr etc al bros a.m p.m ph.d b.c a.d u.s u.k u.n e.u d.c")
_OPENERS = vocabulary(
    "the a an he she it they we i you this that these those his her its their our there here in on "
    "at as by for "
    "but and so after before when while with if although however who what why how"
)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in a passage, without the white space between them."""
    start = 0
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, stop):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, len(text))


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    following = _NEXT.match(text, stop.end())
    if following is None:
        return _END.match(text, stop.end()) is not None
    first = following[1]
    # Scripts without capitals (Hangul, kana) neither open nor forbid a sentence.
    if first.islower():
        return False
    mark = stop[0].partition("[")[0].rstrip("\"”’')]*_")
    if mark != ".":
        return True
    word_match = _LAST_WORD.search(text, max(0, stop.start() - _LONGEST_WORD), stop.start())
    word = word_match[0].casefold() if word_match else ""
    if word in _NEVER_LAST:
        # "No. 5" is a number, "No. He left." a sentence.
        return word == "no" and not first.isdigit()
    if word in _BEFORE_YEARS and first.isdigit():
        return False
    if word in _MAYBE_LAST or re.fullmatch(r"(\w\.)+\w", word):
        return _word_at(text, following.start(1)) in _OPENERS
    if _NUMBERED.search(text, max(0, stop.start() - _LONGEST_WORD), stop.start()):
        return _word_at(text, following.start(1)) in _OPENERS
    return not _is_initial(text, stop.start(), word)


def _is_initial(text: str, stop: int, word: str) -> bool:
    """Whether the stop belongs to a name's initial: one capital letter, not the pronoun I."""
    return len(word) == 1 and text[stop - 1].isupper() and word != "i"


def _word_at(text: str, start: int) -> str:
    match = re.compile(r"\w+").match(text, start)
    return match[0].casefold() if match else ""


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
