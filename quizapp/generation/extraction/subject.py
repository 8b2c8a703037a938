"""What a document is about where that has no capital: `Helium, the element of the Sun`, `The barcode`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.bearer import Bearer
from quizapp.generation.extraction.classes import class_of
from quizapp.generation.extraction.evidence import Vote
from quizapp.generation.extraction.scene import Scene

_OPENS_TITLE = re.compile(r"(?P<the>The |An? )?(?P<name>\w[\w-]+(?: [a-z][\w-]+)?)(?=$|[,:?!]| [–—-] )")
# What a title says of the thing that it names stands apart: not "The Ost fire", "Ost clerk Ada Holt".
_ENDS = r"(?=[”\"’']?(?:$|[,:;?!.(]| [–—(-]| (?:and|at|to|of|in|on|is|was|from)\b))"
_STORY_OF = r"(?:^|: |\b(?:of|happened to|how) (?:[Tt]he )?|[.:\d] (?:The )?)[“\"‘']?"
_THE_SUBJECT = re.compile(r"(?:The )?[“\"‘']?$")
_ITS_STORY = re.compile(rf"{_STORY_OF}(?:[Tt]he )?$")
_AFTER_SUBJECT = re.compile(_ENDS)
_AFTER_STORY = re.compile(rf"(?:{_ENDS}| was\b)")
# So often it is named in small letters, or it is a name.
_OFTEN = 3
_CLEARLY = 4.0


def opens_title(title: str, name: str) -> bool:
    """Whether a title begins with the name as that of its subject: `The X`, `X: a steamer`, `X at sea`."""
    return any(
        _THE_SUBJECT.match(title, 0, start) and _AFTER_SUBJECT.match(title, start + len(name))
        for start in _places(name, title)
    )


def tells_of(title: str, name: str) -> bool:
    """Whether a title promises the story of a name: `The wreck of the X`, `Our history: X, builders`."""
    return any(
        _ITS_STORY.search(title, 0, start) and _AFTER_STORY.match(title, start + len(name))
        for start in _places(name, title)
    )


def _places(name: str, title: str) -> Iterator[int]:
    """Where a name stands in a title: it is looked for first, since hardly any name does."""
    start = title.find(name)
    while start >= 0:
        yield start
        start = title.find(name, start + 1)


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing without a capital that a document is about."""

    bearer: Bearer

    def is_meant(self, phrase: str) -> bool:
        """Whether a phrase is its bare name, with its article if it has one."""
        said = phrase.casefold()
        return said == (f"the {self.bearer.name}" if self.bearer.takes_the else self.bearer.name)


def subject(scene: Scene) -> Subject | None:
    """The thing that the title begins with, if the text keeps calling it so in small letters."""
    found = _OPENS_TITLE.match(scene.document.title)
    if found is None:
        return None
    name = found["name"][0].lower() + found["name"][1:]
    text = scene.document.text
    said = len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text))
    if said < _OFTEN:
        return None
    with_the = len(re.findall(rf"\b[Tt]he {re.escape(name)}(?![\w-])", text))
    kind = _kind(scene, name)
    if not kind:
        return None
    bearer = Bearer(name, with_the=with_the, without_the=said - with_the)
    bearer.take(Vote(EntityType.THING, _CLEARLY, kind))
    return Subject(bearer)


def _kind(scene: Scene, name: str) -> str:
    """What sort of thing the document says it is; people, places and the like are none."""
    said_of = re.compile(
        rf"^(?:The |An? )?{re.escape(name)}(?:,| is| was) (?:an?|the|one of the) "
        r"(?P<what>(?:[\w-]+, ){0,3}?[\w’' -]+?)"
        r"(?=[,.;:]|$| (?:of|in|that|which|with|found|made|used|for|from|to|by|on)\b)",
        re.IGNORECASE,
    )
    for line in scene.lines:
        if (found := said_of.match(line.text)) and (noun := class_of(found["what"])):
            return noun[1] if noun[0] is EntityType.THING else ""
    return ""
