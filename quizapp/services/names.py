"""Which names a player may have. A refusal says what to change; nothing here asks the database."""

import re
import unicodedata
from functools import cache

from glin_profanity import Filter

from quizapp.domain.text import folded
from quizapp.errors import NameRefused
from quizapp.services.lookalike import skeleton, spelt_plainly

SHORTEST = 2
LONGEST = 24
LONGEST_OF_GROUP = 40
# Vietnamese and pointed Hebrew need two marks on one letter; a storm of them covers the lines around it.
MOST_MARKS = 2

_JOINERS = "\u200c\u200d"
# Letters and marks by category, yet nothing to see.
_BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
_RESERVED = """
    admin administrator anonymous everyone guest host me mod moderator nobody null official owner quizapp
    root staff support system team undefined webmaster you
"""
_DELETED = "Deleted player"
_RUDE = "That name could hurt somebody. Choose another."
_CAMEL_GAP = re.compile(r"(?<=[a-z])(?=[A-Z])")
# On the library's list, and yet names of people or no insult at all.
_HARMLESS = ["butt", "dick", "escort", "eunuch", "guro", "skeet", "snatch", "twinkie", "xx", "yaoi"]
# Nobody's name holds these, so they count inside a word too.
_UNMISTAKABLE = ("fuck", "nigger", "nigga", "faggot", "hitler")


def tidy(name: str) -> str:
    """The name as it will be shown: one form of each letter, single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def checked_name(name: str) -> str:
    """The tidied name, or NameRefused with the reason."""
    if refusal := _form_refusal(name) or _meaning_refusal(name):
        raise NameRefused(refusal)
    return tidy(name)


def checked_group_name(name: str) -> str:
    """The tidied name of a group, or NameRefused with the reason. Several groups may share one."""
    if refusal := _form_refusal(name, LONGEST_OF_GROUP) or (_RUDE if _is_rude(name) else ""):
        raise NameRefused(refusal)
    return tidy(name)


def could_be_a_name(name: str) -> bool:
    """Whether somebody may be called that, as far as its letters tell; if not, nobody need be looked for."""
    return not _form_refusal(name)


def _is_far_too_long(name: str, longest: int) -> bool:
    """Whether it is not even worth reading: what was typed may be a whole book."""
    return len(name) > 10 * longest


def name_keys(name: str) -> tuple[str, str]:
    """What no two players may share: the name folded, and what it looks like."""
    return folded(tidy(name)), skeleton(name)


def deleted_name(player_id: int) -> str:
    """What stands on a page where a player was who left. No player can choose it."""
    return f"{_DELETED} {player_id}"


def _form_refusal(written: str, longest: int = LONGEST) -> str:
    if _is_far_too_long(written, longest):
        return _too_long(longest)
    name = tidy(written)
    if len(name) < SHORTEST:
        return f"A name has at least {SHORTEST} characters."
    if len(name) > longest:
        return _too_long(longest)
    if any((not c.isprintable() and c not in _JOINERS) or c in _BLANKS for c in name):
        return "That name holds an invisible character. Type it in by hand."
    if any(c in "/\\" for c in name):
        return "A name cannot hold / or \\."
    if not any(c.isalnum() for c in name):
        return "A name needs at least one letter or digit."
    if _most_marks_in_a_row(name) > MOST_MARKS:
        return "That name has too many marks on one letter."
    return ""


def _meaning_refusal(name: str) -> str:
    look = skeleton(name)
    if look in map(skeleton, _RESERVED.split()) or look.startswith(skeleton(_DELETED)):
        return "That name is kept for the game itself. Choose another."
    if _is_rude(name):
        return _RUDE
    return ""


def _too_long(longest: int) -> str:
    return f"A name has at most {longest} characters."


def _most_marks_in_a_row(name: str) -> int:
    most = row = 0
    for character in name:
        is_mark = unicodedata.category(character) in {"Mn", "Me"}
        row = row + 1 if is_mark else 0
        most = max(most, row)
    return most


def _is_rude(name: str) -> bool:
    look = skeleton(name)
    if any(skeleton(stem) in look for stem in _UNMISTAKABLE):
        return True
    return any(_rude_words().is_profane(reading) for reading in _readings(name))


def _readings(name: str) -> set[str]:
    """Ways to read a name: its words, the same with digits as gaps, and as one word."""
    spaced = _CAMEL_GAP.sub(" ", name)
    plain = spelt_plainly(spaced)
    words = re.sub(r"[\W\d_]+", " ", plain)
    return {spaced, plain, words, words.replace(" ", "")}


@cache
def _rude_words() -> Filter:
    return Filter({"languages": ["english"], "detect_leetspeak": True, "ignore_words": _HARMLESS})
