"""English grammar that inflect knows: which article a word takes, whether a noun stands in the plural."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inflect import engine

# Where the spelling tells the sound; "one", "unit", "ewe" and "hour" are left to inflect.
_SURE_ARTICLE = re.compile(
    r"(?P<a>[b-df-gj-np-tv-z]|h(?!o(?:ur|nes|no)|eir))|a|i|e(?![uw])|o(?!n[ce]|ui)|u(?:n(?!i)|[lmp])"
)


@lru_cache(maxsize=1024)
def article_of(word: str) -> str:
    """The article a or an, by the sound the word begins with."""
    if word.islower() and (sure := _SURE_ARTICLE.match(word)):
        return "a" if sure["a"] else "an"
    return str(_inflect().a(word)).partition(" ")[0]


@lru_cache(maxsize=1024)
def is_plural(noun: str) -> bool:
    """Whether the noun stands in the plural."""
    return bool(_inflect().singular_noun(noun))


@cache
def _inflect() -> "engine":
    # inflect takes two seconds to import, and few items need to ask it.
    import inflect

    return inflect.engine()
