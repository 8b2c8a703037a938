"""What names mean and by what names people of a story go, read by characters."""

import re
from collections.abc import Iterator

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.names import FULL_NAME, NAME, UPPER, person
from quizapp.generation.extraction.scene import Line, Scene

CALLED = "called"

_MARK, _END = '[“‘"]', '[”’"]'
# A name in small letters too: “La petite porte,” a shop whose name, “The Little Door,” ...
_BEARER = rf"(?:{_MARK}(?P<quoted>[{UPPER}][^“”‘’\"]{{1,40}}?),?{_END}|(?P<bare>{NAME}))"
_NAME_MEANS = (
    re.compile(
        rf"{_BEARER},? (?:an? [^,.;“”]{{3,80}} )?whose name(?:,| means(?: simply)?) "
        rf"{_MARK}(?P<what>[^“”\"]{{2,40}}?),?{_END}"
    ),
    re.compile(rf"\b[Tt]he name {_BEARER} means {_MARK}?(?P<what>[^“”\".]{{2,40}}?){_END}?[.,;]"),
)
_TITLE = rf"the (?:[{UPPER}][\w’'-]*)(?: [{UPPER}][\w’'-]*){{0,3}}"
_KNOWN_AS = re.compile(
    rf"(?P<who>{NAME})(?: \({FULL_NAME}\)| in “[^“”]+”)?(?:, an? (?:[a-z-]+ ){{1,4}}?who|) "
    rf"(?P<verb>becomes|became|is|was) (?:soon |widely |locally )?known as “?(?P<what>{_TITLE})”?(?=[.,;]|$)"
)


def called(_: Scene, line: Line) -> Iterator[Candidate]:
    """`“Fika”, a café whose name means “coffee break”`, `a cook who becomes known as the Night Baker`."""
    yield from told_in(line)


def told_in(line: Line) -> Iterator[Candidate]:
    """The same of a sentence that stands alone."""
    for pattern in _NAME_MEANS if " name" in line.text else ():
        for found in pattern.finditer(line.text):
            name = found["quoted"] or found["bare"]
            if line.is_stated(found.start("what")) and found["what"].casefold() != name.casefold():
                house = Mention(name, EntityType.ORGANISATION)
                yield _told(line, house, "name_means", found["what"])
    for found in _KNOWN_AS.finditer(line.text) if " known as " in line.text else ():
        who = person(found["who"], single=True)
        if who and line.is_plain(found.start("verb")):
            yield _told(line, Mention(who, EntityType.PERSON), "known_as", found["what"])


def _told(line: Line, subject: Mention, relation: str, value: str) -> Candidate:
    return Candidate(subject, relation, value, line.paragraph, line.sentence, CALLED)
