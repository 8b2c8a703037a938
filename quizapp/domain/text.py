"""When two pieces of text count as the same to a reader, and which text may be shown at all."""

import unicodedata

from quizapp.errors import Malformed

_UNPRINTABLE = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})


def folded(text: str) -> str:
    """The text as compared: compatibility forms unified, case and surplus spaces gone."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def shown(text: str, what: str, longest: int) -> str:
    """The text, if it can be shown on one line: not blank, no control or direction marks, not too long."""
    if not text.strip():
        raise Malformed(f"{what} is empty")
    if text != text.strip():
        raise Malformed(f"{what} begins or ends with a space")
    if len(text) > longest:
        raise Malformed(f"{what} has {len(text)} characters; at most {longest} fit")
    if stray := next((c for c in text if _is_unprintable(c)), None):
        raise Malformed(f"{what} holds the invisible character U+{ord(stray):04X}")
    return text


def _is_unprintable(character: str) -> bool:
    # Cc controls, Cf formats (direction overrides, zero-width), Co private use, Cs surrogates, Zl and Zp line
    # breaks. The joiners U+200C and U+200D are neighbours of letters in Persian, Indic scripts and emoji.
    return unicodedata.category(character) in _UNPRINTABLE and character not in "\u200c\u200d"
