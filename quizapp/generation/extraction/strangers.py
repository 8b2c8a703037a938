"""Whether a text speaks of people without naming them, so that `he` or `she` may be one of these."""

import re

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.classes import nouns, words
from quizapp.generation.extraction.genders import OTHER

_A_PERSON = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]he|[Aa]n?|[Tt]heir|[Oo]ne|(?:[Tt]he )?\w+['’]s?)"
    r" (?P<first>[a-z][\w-]+)(?: (?P<second>[a-z][\w-]+))?"
)
_NAMED = re.compile(r",? [A-Z]")
_PREDICATE = re.compile(r"\b(?:is|was|became|[Aa]s|,) $")
# Of `the son of a merchant` only the son is spoken of.
_CHILD_OF = re.compile(r", (?:the|an?) (?:[\w-]+ ){0,2}(?:son|daughter|child) of $")
_BEGINS = re.compile(
    r"(?:^|[,;:] |\b(?:and|but|or|where|when|while|because|that|who|although|though|as|after|before|since"
    r"|until) )$"
)
HANGING = re.compile(
    r"\b(?:to|with|for|from|under|at|against|about|without|beside) (?:the |his |her )?(?:[a-z]\w+ )*$"
)


def speaks_of_others(
    text: str,
    gender: str,
    beside: bool = False,
    but: frozenset[str] = frozenset(),
    hanging: bool = False,
) -> bool:
    """Whether somebody who may be of that gender is spoken of without a name: `his father`, `the captain`.

    `beside`: only those count who begin a clause, not those in `with his father`, `met a baker`. `but`: what
    one person of the document is called, who is no other when it says `the painter`. `hanging`: those
    after a preposition do not count: `to his partner`.
    """
    for found in _A_PERSON.finditer(text):
        before = text[: found.start()]
        if found[0].casefold() == f"the {found['first']}" and found["first"] in but:
            continue
        if _PREDICATE.search(before) or _CHILD_OF.search(before):
            continue
        if (beside and not _BEGINS.search(before)) or (hanging and HANGING.search(before)):
            continue
        if any(_is_other(text, found, which, gender) for which in ("first", "second")):
            return True
    return False


def _is_other(text: str, found: re.Match[str], which: str, gender: str) -> bool:
    """Whether a word of a phrase means a person without a name who may be of that gender."""
    noun = found[which]
    described = which == "first" and found["second"] in nouns()
    if noun is None or described or _NAMED.match(text, found.end(which)):
        return False
    is_one = noun in words("nouns", "kin") or nouns().get(noun) is EntityType.PERSON or noun == "man"
    return is_one and noun not in words("words", f"{OTHER[gender]}_nouns")
