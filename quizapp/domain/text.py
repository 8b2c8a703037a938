"""When two pieces of text count as the same to a reader, and which text may be shown at all."""

import re
import unicodedata
from functools import lru_cache

from quizapp.errors import Malformed

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# What `shown` refuses, as far as texts hold it; the joiners are letters' neighbours and stay.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ud800-\udfff\ue000-\uf8ff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_UNPRINTABLE = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """The text as compared: compatibility forms unified, case and surplus spaces gone."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def legible(text: str) -> str:
    """The text without what no reader sees: soft hyphens, zero widths, direction marks, controls."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))


def shown(text: str, what: str, longest: int) -> str:
    """The text, if it can be shown on one line: not blank, no control or direction marks, not too long."""
    if not text.strip():
        raise Malformed(f"{what} is empty")
    if text != text.strip():
        raise Malformed(f"{what} begins or ends with a space")
    if len(text) > longest:
        raise Malformed(f"{what} has {len(text)} characters; at most {longest} fit")
    # What Python can print holds none of these, and to ask that costs a twentieth of looking at each.
    if not text.isprintable() and (stray := next((c for c in text if _is_unprintable(c)), None)):
        raise Malformed(f"{what} holds the invisible character U+{ord(stray):04X}")
    return text


def _is_unprintable(character: str) -> bool:
    # Cc controls, Cf formats (direction overrides, zero-width), Co private use, Cs surrogates, Zl and Zp line
    # breaks. The joiners U+200C and U+200D are neighbours of letters in Persian, Indic scripts and emoji.
    return unicodedata.category(character) in _UNPRINTABLE and character not in "\u200c\u200d"
