"""What the words of a name say about its bearer: `Lake`, `& Sons`, `Battle of`, a known first name."""

import re
from collections.abc import Iterator

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.classes import class_of, known, nouns, singular, words
from quizapp.generation.extraction.evidence import EVENT, ORGANISATION, PERSON, PLACE, THING, WORK, Vote
from quizapp.generation.extraction.spans import SHIP, Span
from quizapp.packs.vocabulary import vocabulary

_COMPANY = re.compile(
    r"(?:& (?:Sons|Co|Company|Brothers)|\b(?:Ltd|Inc|Corp|Co|GmbH|plc|PLC|LLC|AG|Bros))\.?$"
)
_NUMBERED = re.compile(r" (?:[IVX]+|\d+)$")
_INITIALS = re.compile(r"\w+ (?:[A-Z]\. ?)+\w|(?:[A-Z]\. ?){1,3}\w")
# With "of", they are bodies of people and no buildings or places: `the Church of Norway`.
_BODIES = frozenset({"church", "bank", "house", "order", "court", "municipality"})
_SAINTS = frozenset({"St", "St.", "Saint"})
_LINKS = frozenset({"of", "in", "for"})
_PAPERS = vocabulary("Times Gazette Herald Chronicle Tribune Guardian Post Weekly Bulletin")
_TEAMS = vocabulary("Rovers Wanderers")
# Without an article they are as often titles of films: `Star Wars`.
_OF_TITLES = vocabulary(
    "War Wars Games Fire Battle Revolution Crisis Rebellion Flood Siege Race Raid Final Fair"
)
_ENDINGS = (ORGANISATION, PLACE, EVENT, THING, WORK)


def votes_of_name(span: Span) -> Iterator[Vote]:
    """What the words of a name say; of the words before it only titles are heard (see `votes_of_titles`)."""
    said = _NUMBERED.sub("", span.name).split()
    numbered = len(said) < len(span.name.split())
    if kind := known().get(span.name):
        type_ = {"organisation": ORGANISATION, "planet": THING}.get(kind, PLACE)
        yield Vote(type_, 4, "" if kind == "organisation" else kind)
    elif span.quoted:
        yield Vote(WORK, 1)
    elif SHIP.match(span.name) and said[-1] not in words("words", "organisation_last"):
        yield Vote(THING, 5, "ship")
    elif _COMPANY.search(span.name):
        yield Vote(ORGANISATION, 6, "company")
    elif len(said) > 1 and said[-1] in words("words", "small_events"):
        yield Vote(EVENT, 6, singular(said[-1]))
    elif len(said) > 1 and said[-1] in words("words", "small_nouns"):
        yield Vote(THING, 3, said[-1] if nouns().get(said[-1]) is THING else "")
    elif said[0] in words("words", "royal") and len(said) > 1 and not _has_ending(said):
        kind = said[0].casefold()
        yield Vote(PERSON, 3.5, kind if kind in nouns() and kind not in ("lord", "lady") else "")
    elif _LINKS & set(said):
        yield from _by_head(said)
    elif said[0] in _SAINTS and (ends := class_of(said[-1])) and ends[0] in (PLACE, ORGANISATION):
        yield Vote(ends[0], 4, ends[1])
    elif len(said) > 1:
        yield from _by_ending(said, span.the) if _has_ending(said) else _by_beginning(said)
    elif numbered and said == ["Mark"]:
        yield Vote(THING, 3)
    elif is_given(said[0]):
        yield Vote(PERSON, 3 if numbered else 1.2)


def votes_of_titles(span: Span) -> Iterator[Vote]:
    """What the titles before a name say: `Captain`, `Dr`."""
    if span.titles:
        title = span.titles[-1].rstrip(".").casefold()
        yield Vote(PERSON, 4, title if nouns().get(title) is PERSON else "")


def is_given(word: str) -> bool:
    """Whether a word, or its first half, is a known first name."""
    given = words("given", "male") | words("given", "female")
    return word in given or ("-" in word and word.partition("-")[0] in given)


def is_office(name: str) -> bool:
    """Whether a name is a title that one person after another holds: `Duke of York`, `Lord Mayor`."""
    head = name.partition(" of ")[0]
    said = class_of(head)
    return name in words("words", "drops") or bool(said and said[0] is PERSON and said[1] == head.casefold())


def _by_head(said: list[str]) -> Iterator[Vote]:
    """`Battle of X`, `University of X`; `Joan of X`."""
    link = next(place for place, word in enumerate(said) if word in _LINKS)
    head = class_of(" ".join(said[:link]))
    if head and head[0] is not PERSON:
        # Who died at the Battle of X died in no place of that name.
        yield Vote(ORGANISATION if head[1] in _BODIES else head[0], 6 if head[0] is EVENT else 4, head[1])
    elif is_given(said[0]):
        yield Vote(PERSON, 2.2 if said[1] == "of" else 1.5)


def _has_ending(said: list[str]) -> bool:
    return any(said[-1] in words("words", f"{type_}_last") for type_ in _ENDINGS)


def _by_ending(said: list[str], the: bool) -> Iterator[Vote]:
    """`X River`, `X & Co Works`; but a person may be called Peter Hall."""
    last = said[-1]
    type_ = next(each for each in _ENDINGS if last in words("words", f"{each}_last"))
    if is_given(said[0]) and len(said) == 2 and last.casefold() in words("words", "never_last"):
        yield Vote(type_, 1, _kind_of_ending(said))
        yield Vote(PERSON, 3)
    else:
        doubtful = last in _OF_TITLES and not the and "World" not in said
        yield Vote(type_, 1.5 if doubtful else 4, _kind_of_ending(said))


def _kind_of_ending(said: list[str]) -> str:
    """The kind that the last words give: `railway station`, `museum`; nothing where it is no class noun."""
    if said[-1] in _PAPERS:
        return "newspaper"
    if said[-1] in _TEAMS:
        return "club"
    if found := class_of(" ".join(said[1:])):
        return found[1]
    last = singular(said[-1].casefold())
    return last if last in nouns() else ""


def _by_beginning(said: list[str]) -> Iterator[Vote]:
    first = said[0]
    of_place = first in known() or first in words("words", "peoples")
    if first in words("words", "clubs_first"):
        yield Vote(ORGANISATION, 3, "club")
    elif first in words("words", "events_first"):
        yield Vote(EVENT, 3, first.casefold() if first.casefold() in nouns() else "")
    elif "&" in said:
        yield Vote(ORGANISATION, 2.5)
    elif first in words("words", "place_first") and len(said) <= (2 if first == "New" else 4):
        kind = {"mount": "mountain", "monte": "mountain"}.get(first.casefold(), first.casefold())
        yield Vote(PLACE, 3, kind if kind in nouns() else "")
    elif is_given(first) and len(said) <= 5:
        yield Vote(PERSON, 2.2)
    elif (ends := class_of(" ".join(said))) and _counts(ends, said[-1]):
        yield Vote(ends[0], 3, ends[1])
    elif of_place and said[-1].endswith("s"):
        # Teams are called so: `Leeds Rovers`.
        yield Vote(ORGANISATION, 1.2)
    elif _INITIALS.match(" ".join(said)) and not of_place:
        yield Vote(PERSON, 2.5)
    elif not of_place and len(said) <= 4 and first not in words("words", "never_first"):
        yield Vote(PERSON, 1 if words("words", "links") & set(said[1:-1]) else 0.6)


def _counts(ends: tuple[EntityType, str], last: str) -> bool:
    return ends[0] is not PERSON and last.casefold() not in words("words", "never_last")
