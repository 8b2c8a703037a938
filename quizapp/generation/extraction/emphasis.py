"""Words between asterisks or low lines, as plain text shows what print sets in italics: `*The Iron Sea*`.

What opens with a capital there is a name, mostly a title, and goes into quotation marks; of other words, such
as those of a foreign language, only the marks go.
"""

import re
from collections.abc import Iterator

from quizapp.generation.extraction.names import UPPER

_EMPHASISED = re.compile(
    r"(?<![\w*\\])(?P<mark>\*{1,3})(?=[^\s*])(?P<words>[^*\n]{0,90}?[^\s*])(?P=mark)(?![\w*])"
    r"|(?<![\w\\])_(?=[^\s_])(?P<lined>[^_\n]{0,90}?[^\s_])_(?!\w)"
)
_A_NAME = re.compile(rf"[{UPPER}\d][^“”\"]*")
# Whole sentences are stressed, not named.
_LONGEST = 9
_SENTENCE_END = (".", ":", ";", ",")
# Stands for a mark until the places of the sentences are told; no text that is read has it.
_GONE = "\0"


def in_quotes(text: str) -> str:
    """The text with emphasised names in quotation marks, each letter in its place; see `without_marks`."""
    return _EMPHASISED.sub(_quoted, text) if "*" in text or "_" in text else text


def without_marks(text: str) -> str:
    """The text without the places where marks were that have become nothing."""
    return text.replace(_GONE, "") if _GONE in text else text


def emphasised(text: str) -> Iterator[str]:
    """The names that stand between such marks in a text."""
    if "*" in text or "_" in text:
        yield from (words for found in _EMPHASISED.finditer(text) if _is_name(words := _words(found), found))


def _quoted(found: re.Match[str]) -> str:
    words = _words(found)
    if _is_name(words, found):
        return f"“{words}”"
    gone = _GONE * ((len(found[0]) - len(words)) // 2)
    return f"{gone}{words}{gone}"


def _words(found: re.Match[str]) -> str:
    return found["words"] or found["lined"]


def _is_name(words: str, found: re.Match[str]) -> bool:
    """Whether it is one pair of marks around what may be a title: bold type only stresses."""
    is_single = found["mark"] in (None, "*")
    is_short = len(words.split()) <= _LONGEST and not words.endswith(_SENTENCE_END)
    return is_single and is_short and bool(_A_NAME.fullmatch(words))
