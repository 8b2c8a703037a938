"""The few inflections that templates need: articles, plurals, singulars, and verbs in their base form.

lemminflect is imported on the first verb: it comes with the generator's extra, and packs are read without it.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inflect import engine


def article(words: str) -> str:
    """`a` or `an`, as it sounds before these words."""
    return _engine().a(words).split()[0]


def plural(noun: str) -> str:
    """The noun for several: actors, television series."""
    if noun.endswith("tz"):
        return f"{noun}es"
    return noun if _engine().singular_noun(noun) else _engine().plural_noun(noun)


def singular(noun: str) -> str:
    """The noun for one; nouns that are singular already stay."""
    return _engine().singular_noun(noun) or noun


def base(form: str) -> str:
    """The base of a verb in the past, as a participle or with -s: crossed, gone, carries; else nothing."""
    return next((verb for tag in ("VBD", "VBN", "VBZ") if (verb := _verb(form, tag))), "")


def past(verb: str) -> str:
    """The past of a verb given in its base form: crossed, went."""
    from lemminflect import getInflection

    return next(iter(getInflection(verb, "VBD")), verb)


def present(verb: str) -> str:
    """What one thing does, of a verb given in its base form: crosses, goes."""
    from lemminflect import getInflection

    return next(iter(getInflection(verb, "VBZ")), verb)


def is_past(form: str) -> bool:
    """Whether a word can be a verb in the past: crossed, went."""
    return bool(_verb(form, "VBD"))


def is_participle(form: str) -> bool:
    """Whether a word can be a past participle: crossed, gone."""
    return bool(_verb(form, "VBN"))


def is_present(form: str) -> bool:
    """Whether a word can be a verb that says what one thing does: crosses, goes."""
    return bool(_verb(form, "VBZ"))


def is_noun(word: str) -> bool:
    """Whether a word, in small letters, is an English noun: exports, trout; names are not: athens."""
    from lemminflect import getAllLemmas

    return bool(getAllLemmas(word, upos="NOUN"))


def is_base(word: str) -> bool:
    """Whether a word can be a verb in its base form: cross, go."""
    return bool(_verb(word, "VB"))


@cache
def _engine() -> "engine":
    # inflect takes two seconds to import, and a page that only words facts seldom asks it.
    import inflect

    return inflect.engine()


@cache
def _verb(form: str, tag: str) -> str:
    """The verb of which a word is that form; of `found`, find and not found, whose past is founded."""
    from lemminflect import getAllLemmas, getInflection

    if not form.islower():
        return ""
    verbs = getAllLemmas(form, upos="VERB").get("VERB", ())
    return next((verb for verb in verbs if form in getInflection(verb, tag)), "")
