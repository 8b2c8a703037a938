"""When and where people were born and died: `X (1815-1852)`, `X was born in Oslo`, `X died on 3 May 1930`."""

import re
from collections.abc import Iterator

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.names import COUNTRIES, END_OF_TITLE, FULL_NAME, NAME, WORD
from quizapp.generation.extraction.scene import Line, Scene
from quizapp.generation.extraction.years import MONTH, dated, when, year

_OLDEST = 115
# Shorter spans in brackets are mostly years in an office, at a club or of an undertaking.
_YOUNGEST = 30
_PLACE = (
    r"(?P<kind>the (?:city|town|village|island) of )?"
    rf"(?P<place>(?!{MONTH}\b|Christmas|Easter){WORD}(?: {WORD}){{0,2}})"
    rf"(?:, {WORD}(?: {WORD}){{0,2}}(?=,| on | in ))?"
)
# Between a name and its verb: years in brackets, and one description between commas.
ASIDE = r"(?: \([^()]*\))?(?:, (?!and\b)[^,;]{2,80},)?"
_BORN = re.compile(
    rf"(?P<who>{NAME}|He|She){ASIDE} (?P<verb>was) born(?:,? {when('early')})?"
    rf"(?:,? (?:in|at) {_PLACE}(?!\w))?(?:,? {when('late')})?"
)
_DIED = re.compile(
    rf"(?P<who>{NAME}|He|She){ASIDE} (?:still )?(?P<verb>died|was (?:killed|executed|murdered|assassinated))"
    rf"(?: peacefully| suddenly)?(?: (?:of|from|in) (?:an? |the )?[a-z]+(?: [a-z]+)?)?"
    rf"(?:,? (?:in|at) {_PLACE}(?!\w))?,? {when('late')}"
)
_BORN_IN_BRACKETS = re.compile(rf"(?P<who>{FULL_NAME}) \((?:born|b\.)(?: on| in)? {dated('early')}\)")
_DATES = re.compile(
    rf"(?P<who>{FULL_NAME}) \((?:[^()\d]*\d{{1,2}} )?[^()\d]*(?P<born>1\d{{3}}|20\d\d) ?[-–—] ?"
    r"(?:[^()\d]*\d{1,2} )?[^()\d]*(?P<died>1\d{3}|20\d\d)\)"
)
OPENING = re.compile(
    r"(?:^|[;:] |, (?:and|but|where|while) )(?:(?:In|On|At|After|Before|Like|Unlike)\b[^,]*, )?"
    r"(?:(?!Of\b)\w+ (?:(?!of\b|by\b|for\b|and\b|from\b)[\w-]+,? ){0,3})?$"
)
_NO_PERSON = re.compile(
    r"\b(?:War|Wars|Dynasty|Period|Era|Age|Empire|Republic|Revolution|Movement|School|Program|Programme|Reign"
    r"|House|Bridge|Castle|Church|Cathedral|Tower|Square|City|State|States|Union|Party|Army|Music|Rock|River"
    r"|Lake|Mount|Island|Islands|Sea|Ocean|York|Railway|Society|Council|Games|Exhibition|College|Academy"
    r"|Bank|Company|Firm|Yard|Works|Motors|Lines|Records|Committee|Board|Office|Ministry|Hall|Park|Station"
    r"|Manager|Coach|Chairman|Governor|Mayor|Bishop"
    r"|King|Queen|Emperor|Pope|President|[IVX]+)\b"
)
_IN_OFFICE = re.compile(
    r"\b(?:king|queen|emperor|pope|president|minister|chancellor|director|manager|coach|chairman"
    r"|governor|mayor|bishop|conductor|reign\w*)\b",
    re.IGNORECASE,
)


def dates(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`X (1815-1852)`, `X (born 3 May 1970)`: the years of a person, not of a war, a house or a reign."""
    for found in _DATES.finditer(line.text):
        age = int(found["died"]) - int(found["born"])
        in_office = _IN_OFFICE.search(line.text[: found.end()])
        is_one = is_somebody(scene, line, found["who"]) and not END_OF_TITLE.search(
            line.text, 0, found.start()
        )
        if _YOUNGEST <= age <= _OLDEST and not in_office and is_one:
            yield from _of(line, scene.bearer(found["who"]), "born_in_year", found["born"], "dates")
            yield from _of(line, scene.bearer(found["who"]), "died_in_year", found["died"], "dates")
    for found in _BORN_IN_BRACKETS.finditer(line.text):
        if not _NO_PERSON.search(found["who"]):
            yield from _of(line, scene.bearer(found["who"]), "born_in_year", year(found, "early"), "dates")


def born(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`X was born on 3 May 1815 in Oslo`: the year and the place."""
    for found in _BORN.finditer(line.text):
        who = _who(scene, line, found)
        yield from _of(line, who, "born_in_year", year(found, "early", "late"), "born")
        if place := _place(found):
            yield from _of(line, who, "born_in_place", place, "born")


def died(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`X died in Oslo on 3 May 1852`: the year."""
    for found in _DIED.finditer(line.text):
        yield from _of(line, _who(scene, line, found), "died_in_year", year(found, "late"), "died")


def _who(scene: Scene, line: Line, found: re.Match[str]) -> str:
    """The person a life is told of, in full: the subject of the clause, or the one whom all is about."""
    name = found["who"]
    if not line.is_plain(found.start("verb")) or not OPENING.search(line.text[: found.start()]):
        return ""
    if name in ("He", "She"):
        return scene.protagonist if scene.is_alone(scene.protagonist, line) else ""
    return scene.bearer(name) if is_somebody(scene, line, name) else ""


def is_somebody(scene: Scene, line: Line, name: str, trade: str = "") -> bool:
    """Whether the paragraph speaks of a person: other things are born and die in a manner of speaking."""
    around = scene.paragraph(line)
    spoken_of = re.search(r"\b(?:he|she|his|her|him|who)\b", around, re.IGNORECASE)
    return bool(spoken_of or trade.strip()) and not _NO_PERSON.search(name) and not name.startswith("The ")


def _place(found: re.Match[str]) -> Mention | None:
    name = found["place"]
    if not name:
        return None
    kind = (found["kind"] or "").removeprefix("the ").removesuffix(" of ")
    if name in COUNTRIES.values():
        kind = "country"
    return Mention(name, EntityType.PLACE, kind)


def _of(line: Line, who: str, relation: str, value: Mention | str, pattern: str) -> Iterator[Candidate]:
    if who and value:
        subject = Mention(who, EntityType.PERSON)
        yield Candidate(subject, relation, value, line.paragraph, line.sentence, pattern)
