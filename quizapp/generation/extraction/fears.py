"""Fears that have a name, read by characters: who has which, and of what each is the fear."""

import re
from collections.abc import Iterator

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.names import FULL_NAME, NAME, person
from quizapp.generation.extraction.scene import Line, Scene

FEARS = "fears"

# Dislikes of people and names of symptoms end alike.
_NO_FEARS = r"(?i:homo|xeno|trans|islamo|judeo|bi|photo|hydro|anglo|russo|sino|franco|gyno)phobia"
PHOBIA = rf"(?!{_NO_FEARS})(?P<phobia>[A-Za-z][a-z]{{2,}}phobia)"
_WITH = r"(?:with|suffering from|who suffers from|who has|living with|struggling with|battling)"
_AN_ASIDE = re.compile(
    rf"(?P<who>{NAME})(?: \({FULL_NAME}\))?, an? (?:[a-z-]+ ){{1,4}}?(?P<with>{_WITH}) "
    rf"(?:severe |acute |crippling |extreme )?{PHOBIA}\b"
)
_HAS = re.compile(
    rf"(?P<who>{NAME})(?: \({FULL_NAME}\))? (?P<with>has|suffers from|suffered from|is battling|battles"
    rf"|struggles with|lives with) (?:severe |acute |crippling |extreme |his |her )?{PHOBIA}\b"
)
_STOP = r"(?=[,.;:)—–]|$| (?:rooted|stemming|caused|which|that|who|since|and|or)\b)"
_THING = rf"(?:being [a-z]+(?: (?:at|by|on|in|with|alone))?|(?:the )?[a-z]+(?: [a-z]+)?){_STOP}"
_MEANS = re.compile(
    rf"\b{PHOBIA}(?:, | is |—| – | \()(?:which is |or |i\.e\. )?(?:the|an?) (?:[a-z-]+ ){{0,2}}?"
    rf"(?P<fear>fear) of (?P<thing>{_THING})"
)


def fears(_: Scene, line: Line) -> Iterator[Candidate]:
    """`Nora, a woman with arachnophobia, the fear of spiders`: what she has, and what it means."""
    if "phobia" not in line.text:
        return
    for pattern in (_AN_ASIDE, _HAS):
        for found in pattern.finditer(line.text):
            who = person(found["who"], single=True)
            if who and line.is_plain(found.start("with")):
                mention = Mention(who, EntityType.PERSON)
                yield _told(line, mention, "has_phobia", phobia(found["phobia"]))
    yield from told_in(line)


def told_in(line: Line) -> Iterator[Candidate]:
    """`Arachnophobia is the fear of spiders`, wherever it stands."""
    for found in _MEANS.finditer(line.text) if "phobia" in line.text else ():
        if line.is_plain(found.start("fear")):
            yield _told(line, phobia(found["phobia"]), "phobia_means", found["thing"])


def phobia(name: str) -> Mention:
    """A fear by its name."""
    return Mention(name.lower(), EntityType.THING, "phobia")


def _told(line: Line, subject: Mention, relation: str, value: Mention | str) -> Candidate:
    return Candidate(subject, relation, value, line.paragraph, line.sentence, FEARS)
