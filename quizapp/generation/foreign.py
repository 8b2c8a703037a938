"""Which passages are in another language than English: their small words are not the English ones.

Names and words in capitals do not count, so that a cast list is not taken for another language.
"""

import re
from collections.abc import Sequence

from quizapp.packs.passage import Passage
from quizapp.packs.vocabulary import vocabulary

REASON = "not in English"

_WORD = re.compile(r"[^\W\d_]+")
# Words that are rare in other languages: Dutch says "of" and "is", Danish "for", French "on".
_ENGLISH = vocabulary(
    "the and of to with from that which this these by were his her their been not but have has had who when "
    "after its they are"
)
_FEWEST_WORDS = 15
# Prose has a quarter of them, telegrams and lists of ingredients a tenth.
_SMALLEST_SHARE = 0.06


def foreign(lines: Sequence[Passage]) -> dict[int, str]:
    """For each passage in another language its number and that it is so; short ones go with the whole."""
    counted = [_counted(line.text) for line in lines]
    if _is_foreign(sum(words for words, _ in counted), sum(english for _, english in counted)):
        return {line.number: REASON for line in lines}
    return {line.number: REASON for line, found in zip(lines, counted, strict=True) if _is_foreign(*found)}


def _counted(text: str) -> tuple[int, int]:
    """The words that are not capitalised, and how many of them are small English ones."""
    words = [word for word in _WORD.findall(text) if not word[0].isupper()]
    return len(words), sum(word in _ENGLISH for word in words)


def _is_foreign(words: int, english: int) -> bool:
    return words >= _FEWEST_WORDS and english < _SMALLEST_SHARE * words
