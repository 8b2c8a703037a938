"""What the years in brackets behind a name tell, however they were found: a life, or the year of a work."""

import re
from collections.abc import Iterator, Mapping

from quizapp.domain.fact import EntityType, Relation
from quizapp.generation.extraction.candidate import Mention
from quizapp.generation.extraction.names import END_OF_TITLE
from quizapp.generation.extraction.values import values
from quizapp.packs.vocabulary import vocabulary

_OLDEST = 105
# Shorter spans in brackets are mostly years in an office, at a club or of an undertaking.
_YOUNGEST = 30
# Days of both, and `was a` behind them: that is how a life is told, however short.
_YOUNGEST_TOLD = 12
_OFFICES = vocabulary(
    "king queen emperor empress pope president minister chancellor director manager coach chairman "
    "chairwoman governor mayor bishop archbishop conductor secretary ambassador senator editor captain "
    "sultan duke duchess earl prince shah caliph tsar reign reigned ruled served"
)
_KINDS = {
    "published_in_year": "novel novella book poem memoir autobiography biography treatise textbook "
    "monograph pamphlet short_story science_fiction_novel crime_novel detective_novel fantasy_novel "
    "graphic_novel",
    "released_in_year": "film feature_film silent_film movie documentary album studio_album single "
    "video_game",
    "painted_in_year": "painting",
}
_RELATION: Mapping[str, str] = {
    kind.replace("_", " "): relation for relation, kinds in _KINDS.items() for kind in kinds.split()
}
_NUMERAL = re.compile(r" [IVX]+\b")
_WORD = re.compile(r"[a-z]+")
_WAS_A = re.compile(r" was an? ")


def bearers(event: str) -> tuple[EntityType, ...]:
    """What may have such years behind its name: who was born or died, or else a work."""
    return (EntityType.PERSON,) if event else (EntityType.WORK,)


def told(
    event: str, written: str, bearer: Mention, catalogue: Mapping[str, Relation]
) -> Iterator[tuple[str, str]]:
    """The relations and literals that a date in brackets states of what it stands behind.

    `event` is "born", "died", or nothing for the year of a work, whose kind then tells the relation.
    """
    wanted = (f"{event}_in_year", f"{event}_on") if event else (_RELATION.get(bearer.kind.casefold(), ""),)
    for relation in wanted:
        kind = catalogue[relation].literal if relation in catalogue else ""
        yield from ((relation, v.content) for v in values(f"in {written}") if v.exact and v.kind == kind)


def is_named_in_full(bearer: Mention, written: str) -> bool:
    """Whether the dates stand behind the bearer’s own name, and not behind a namesake’s shorter one."""
    words, own = (set(re.findall(r"[^\W_]+", name)) for name in (written, bearer.name))
    aliases = (set(re.findall(r"[^\W_]+", alias)) for alias in bearer.aliases if " " in alias)
    # Pierre Holt may be the father of Pierre Charles Holt: a name cut short is another's too.
    return own <= words or any(alias <= words and not alias <= own for alias in aliases)


def is_life(name: str, before: str, born: str, died: str, after: str = "") -> bool:
    """Whether two dates behind a name can be those of a life, and of no reign and no post.

    `after` is the text behind the bracket.
    """
    in_office = any(word[0] in _OFFICES for word in _WORD.finditer(before.casefold()))
    # The end of a longer title: `A Modern Grammar on Historical Principles (1909–1949)`.
    is_cut = bool(END_OF_TITLE.search(before.removesuffix(name)))
    is_full = " " in name and not is_cut and not _NUMERAL.search(name)
    is_told = " " in born.strip() and " " in died.strip() and bool(_WAS_A.match(after))
    youngest = _YOUNGEST_TOLD if is_told else _YOUNGEST
    return is_full and not in_office and youngest <= int(died[-4:]) - int(born[-4:]) <= _OLDEST
