"""What people of a story are to one another, by characters: `X, the heir to a bank`, `X, Y’s best friend`.

Whether somebody is of a story is not known here: who is played in a work is told from others later on.
"""

import re
from collections.abc import Iterator

from quizapp.domain.fact import EntityType
from quizapp.generation import english
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.names import FULL_NAME, NAME, person
from quizapp.generation.extraction.scene import Line, Scene

STORY = "story"

# What somebody is to another, or has: the word that tells it, with its relation.
OF_ANOTHER = {
    "mentor": "mentor_of",
    "best friend": "best_friend_of",
    "counselor": "counsels",
    "counsellor": "counsels",
}
OF_A_THING = {"heir": "heir_to", "owner": "owner_of"}

_WHOSE = re.compile(rf"\b(?P<whom>{NAME})['’]s (?P<what>{'|'.join(OF_ANOTHER)})\b")
_HAVING = re.compile(
    r"\bthe (?:[a-z-]+ ){0,2}?(?P<what>heir to|owner of) (?P<thing>an? (?:[a-z-]+ ){0,3}?[a-z-]+)"
    r"(?=[,.;]| and\b| who\b| which\b| that\b|$)"
)
_BEARER = rf"(?P<who>{NAME})(?: \({FULL_NAME}\)| in “[^“”]+”)?"
_OWNS = re.compile(rf"{_BEARER} owns (?P<thing>an? (?:[a-z-]+ ){{0,3}}?[a-z-]+)(?=[,.;]| and\b|$)")
_BEARERS = re.compile(rf"{_BEARER}(?:,| (?:is|was) )")
_TAKES_OVER = re.compile(
    rf"{_BEARER} (?P<verb>takes over|took over) (?P<thing>{NAME})(?=[.,;]| from\b| in\b|$)"
)
_BELONGS = re.compile(r"\b(?:of|to|in|at|for|from|with|by|the|an?) $")
_SIZES = re.compile(r"^an? (?:massive|major|huge|large|big|vast|famous|small|tiny) ")


def ties(_: Scene, line: Line) -> Iterator[Candidate]:
    """What a sentence of a document tells of the people of a story."""
    yield from told_in(line)


def told_in(line: Line) -> Iterator[Candidate]:
    """`X, Y’s best friend`, `X is the heir to a bank`, `X takes over Y`: whoever X and Y are."""
    for found in _WHOSE.finditer(line.text):
        who, whom = _bearer(line, found.start()), person(found["whom"], single=True)
        if who and whom and who != whom and line.is_plain(found.start("what")):
            yield _told(line, who, OF_ANOTHER[found["what"]], Mention(whom, EntityType.PERSON))
    for found in _HAVING.finditer(line.text):
        if (who := _bearer(line, found.start())) and line.is_plain(found.start()):
            yield _told(line, who, OF_A_THING[found["what"].split()[0]], plain_thing(found["thing"]))
    for found in _OWNS.finditer(line.text):
        if (who := person(found["who"], single=True)) and line.is_plain(found.start("thing")):
            yield _told(line, who, "owner_of", plain_thing(found["thing"]))
    for found in _TAKES_OVER.finditer(line.text):
        who = person(found["who"], single=True)
        if who and line.is_plain(found.start("verb")):
            yield _told(line, who, "took_over", Mention(found["thing"], EntityType.ORGANISATION))


def plain_thing(words: str) -> str:
    """What somebody has, without what praises or sizes it: `a major candy company` is a candy company."""
    if _SIZES.match(words):
        rest = words.split(" ", 2)[2]
        return f"{english.article(rest)} {rest}"
    return words


def _bearer(line: Line, at: int) -> str | None:
    """The name last before a place of which something is told there; what belongs to another word is none."""
    start = line.text.rfind(";", 0, at) + 1
    found = [
        each["who"]
        for each in _BEARERS.finditer(line.text, start, at)
        if not _BELONGS.search(line.text, max(0, each.start() - 6), each.start())
    ]
    return person(found[-1], single=True) if found else None


def _told(line: Line, who: str, relation: str, value: Mention | str) -> Candidate:
    return Candidate(Mention(who, EntityType.PERSON), relation, value, line.paragraph, line.sentence, STORY)
