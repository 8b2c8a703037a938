"""What a year in brackets behind a title tells, by the noun or verb that introduces the title."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention, Witness
from quizapp.generation.extraction.names import COUNTRIES
from quizapp.generation.extraction.scene import Line
from quizapp.packs.vocabulary import vocabulary

_PUBLISHED = vocabulary(
    "novel novella book poem memoir autobiography biography treatise textbook monograph pamphlet essay"
)
_SCREENED = vocabulary("film movie documentary")
_OF_SCREEN = vocabulary("thriller western biopic")
# On the stage these are performed, and not released.
_OF_EITHER = vocabulary("comedy drama musical")
_ON_SCREEN = re.compile(r"\b(?:films?|movies?|cinema|screen|act(?:or|ress)|starr?(?:ed|ing)|co-starred)\b")
_FIRST_FILMS = 1910
_RECORDED = vocabulary("album single")
NOUNS: Mapping[str, tuple[str, str]] = {
    **{noun: ("published_in_year", noun) for noun in sorted(_PUBLISHED)},
    **dict.fromkeys(sorted(_SCREENED | _OF_SCREEN), ("released_in_year", "film")),
    **{noun: ("released_in_year", noun) for noun in sorted(_RECORDED)},
    **dict.fromkeys(sorted(_OF_EITHER), ("released_in_year", "")),
}
PLURALS: Mapping[str, tuple[str, str]] = {
    **{f"{noun}s": NOUNS[noun] for noun in sorted(NOUNS) if not noun.endswith("y")},
    **{f"{noun[:-1]}ies": NOUNS[noun] for noun in sorted(NOUNS) if noun.endswith("y")},
    "film roles": NOUNS["film"],
}
BY_VERB: Mapping[str, tuple[str, str]] = {"published": ("published_in_year", "")}
_TOLD = {**NOUNS, **PLURALS, **BY_VERB}
_NO_TITLES = vocabulary("he she it they this that these in")


@dataclass(frozen=True, slots=True)
class Dated:
    """A title with the noun or verb that says what it is, and its year."""

    title: str
    introduced_by: str
    year: str


def dated(line: Line, found: Dated, witness: Witness) -> Iterator[Candidate]:
    """The year of publication or release."""
    told = _TOLD.get(found.introduced_by) if _is_title(found.title) else None
    if told and (told[1] or told[0] == "published_in_year" or _is_of_screen(line.text, found)):
        relation, kind = told
        work = Mention(found.title, EntityType.WORK, kind)
        yield Candidate(
            work, relation, found.year, line.paragraph, line.sentence, "dated title", witness=witness
        )


def _is_of_screen(text: str, found: Dated) -> bool:
    """Whether a comedy or drama is a film by all that its sentence tells."""
    return int(found.year) >= _FIRST_FILMS and bool(_ON_SCREEN.search(text))


def _is_title(title: str) -> bool:
    """Whether it may be one: no lone nation, and no number alone."""
    return title not in COUNTRIES and title.casefold() not in _NO_TITLES and not title.isdigit()
