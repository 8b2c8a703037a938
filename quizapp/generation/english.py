"""The few inflections that templates need: articles, plurals, singulars."""

import inflect

_ENGINE = inflect.engine()


def article(words: str) -> str:
    """`a` or `an`, as it sounds before these words."""
    return _ENGINE.a(words).split()[0]


def plural(noun: str) -> str:
    """The noun for several: actors, television series."""
    return _ENGINE.plural_noun(noun)


def singular(noun: str) -> str:
    """The noun for one; nouns that are singular already stay."""
    return _ENGINE.singular_noun(noun) or noun
