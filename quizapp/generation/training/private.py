"""Strings that must never leave the treebanks: addresses, numbers to call, user names.

The texts of the treebanks are people's real mails and posts. A private token teaches the network only its
shape: its lemma is its form (so that no lemmatizer rule spells it), and its text is a stand-in of ours.
"""

import random
import re
from dataclasses import replace

from quizapp.generation.training.conllu import Sentence, Token
from quizapp.generation.training.words import words

_ADDRESS = re.compile(
    r"@|https?:|www\.|\w\.(?:com|org|net|edu|gov|info|co|us|uk|de|htm|html|asp|php|pdf|doc|xls)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"\w@\w")
_LONG_NUMBER = re.compile(r"\d.*\d.*\d.*\d.*\d")
_MIXED_NAME = re.compile(r"(?=.*[a-z])(?=.*[0-9_])[\w.-]{5,}", re.IGNORECASE)
_ORDINAL_OR_DECADE = re.compile(r"\d+(?:st|nd|rd|th|s|'s|am|pm|km|mm|cm|kg|mph|ft|mg)", re.IGNORECASE)


def is_private(form: str) -> bool:
    """Whether a token may be an address, a number to call, or somebody's user name."""
    return bool(
        _ADDRESS.search(form)
        or _LONG_NUMBER.search(form)
        or (_MIXED_NAME.fullmatch(form) and not _ORDINAL_OR_DECADE.fullmatch(form))
    )


def without_private_strings(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence with every private token replaced by a stand-in of the same kind and shape."""
    return replace(sentence, tokens=tuple(_neutral(token, rng) for token in sentence.tokens))


def _neutral(token: Token, rng: random.Random) -> Token:
    if is_private(token.form):
        form = _stand_in(token.form, rng)
        return replace(token, form=form, lemma=form)
    return replace(token, lemma=token.form) if _spells_a_name(token) else token


def _spells_a_name(token: Token) -> bool:
    """Whether a lemmatizer rule made from this token would spell a number, an address, or part of a name.

    A proper noun may lose its plural ending or gain a capital, and a month may be written out; more is a rule
    for one name (from all capitals to one).
    """
    if re.search(r"[\d@]", token.form + token.lemma) or is_private(token.lemma):
        return True
    if token.upos != "PROPN" or token.lemma.endswith(_CALENDAR_ENDINGS):
        return False
    form, lemma = token.form[1:], token.lemma[1:]
    return not (form == lemma or form in (f"{lemma}s", f"{lemma}es", f"{lemma}'s"))


def _stand_in(form: str, rng: random.Random) -> str:
    if _MAIL.search(form):
        return f"{rng.choice(words('stand_ins'))}.{rng.choice(words('stand_ins'))}@example.org"
    if _ADDRESS.search(form) and len(form) > 6:
        return f"{rng.choice(('http://', 'https://', ''))}www.example.org/{rng.choice(words('stand_ins'))}"
    return "".join(_other(character, rng) for character in form)


def _other(character: str, rng: random.Random) -> str:
    if character.isdigit():
        return rng.choice("0123456789")
    if character.islower():
        return rng.choice("aeilnorstu")
    return rng.choice("AEILNORSTU") if character.isupper() else character


_CALENDAR_ENDINGS = ("day", "uary", "ember", "ober")
