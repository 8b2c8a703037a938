"""What a document is about where that has no capital: `Helium, the element of the Sun`, `The barcode`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.domain.fact import EntityType
from quizapp.generation import english
from quizapp.generation.extraction.bearer import Bearer
from quizapp.generation.extraction.classes import class_of, words
from quizapp.generation.extraction.evidence import Vote
from quizapp.generation.extraction.scene import Scene

_ENDS_TITLE = re.compile(
    r"^(?:(?:A|The) )?(?:[\w-]+ ){0,3}(?i:history|life|story|birth|origins?|invention|rise|tale) of "
    r"(?P<the>the |an? )?(?P<name>[a-z][\w-]*(?: [a-z][\w-]*){0,2})(?=$|[,:])"
)
_OPENS_TITLE = re.compile(r"(?P<the>The |An? )?(?P<name>\w[\w-]+(?: [a-z][\w-]+){0,2})(?=$|[,:?!]| [–—-] )")
# What a title says of the thing that it names stands apart: not "The Ost fire", "Ost clerk Ada Holt".
_ENDS = r"(?=[”\"’']?(?:$|[,:;?!.(]| [–—(-]| (?:and|at|to|of|in|on|is|was|from)\b))"
_STORY_OF = r"(?:^|: |\b(?:of|happened to|how) (?:[Tt]he )?|[.:\d] (?:The )?)[“\"‘']?"
_THE_SUBJECT = re.compile(r"(?:The )?[“\"‘']?$")
_ITS_STORY = re.compile(rf"{_STORY_OF}(?:[Tt]he )?$")
_AFTER_SUBJECT = re.compile(_ENDS)
_AFTER_STORY = re.compile(rf"(?:{_ENDS}| was\b)")
_SECOND_ADJECTIVE = re.compile(
    r", (?:[a-z][\w-]* ){1,2}?(?P<noun>[a-z][\w-]*)(?=[,.;:]|$| (?:of|in|that|which|made)\b)"
)
# So often it is named in small letters, or it is a name.
_OFTEN = 3
_CLEARLY = 4.0
_WITH_CAPITAL = (EntityType.PLACE, EntityType.ORGANISATION)


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
        name = self.bearer.name.casefold()
        return said == (f"the {name}" if self.bearer.takes_the else name)


def subject(scene: Scene) -> Subject | None:
    """The thing that the title begins with, if the text keeps calling it so in small letters."""
    title = scene.document.title
    found = _ENDS_TITLE.match(title) or _OPENS_TITLE.match(title)
    name = _as_written(scene, found["name"]) if found else ""
    if found is None or not name:
        return None
    text = scene.document.text
    said = len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE))
    in_small = len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text))
    what = _what(scene, name)
    if what is None:
        return None
    if in_small < _least(scene, name) and not _is_told_by_title(name, what[1]):
        return None
    if what[0] is not EntityType.THING and (name[0].islower() or what[0] not in _WITH_CAPITAL):
        return None
    with_the = len(re.findall(rf"\b[Tt]he {re.escape(name)}(?![\w-])", text))
    bearer = Bearer(name, with_the=with_the, without_the=said - with_the)
    bearer.take(Vote(what[0], _CLEARLY, what[1]))
    return Subject(bearer)


def _least(scene: Scene, name: str) -> int:
    """How often it must be written in small letters: once, for one word with a capital nowhere inside."""
    capital = re.escape(name[0].upper() + name[1:])
    return _OFTEN if " " in name or scene.says(rf"[a-z,;] {capital}(?![\w-])") else 1


def _as_written(scene: Scene, name: str) -> str:
    """The name as it stands inside of sentences, with a capital or without; empty where it is all a name."""
    small = name[0].lower() + name[1:]
    if re.search(rf"(?<![\w-]){re.escape(small)}(?![\w-])", scene.document.text):
        return small
    return name if " " in name and name.split()[-1].islower() else ""


def _is_told_by_title(name: str, kind: str) -> bool:
    """Whether a title in small letters is said to be one of a kind: `The marbled frog` is an amphibian."""
    return (
        " " in name
        and name.split()[-1].islower()
        and name.split()[0] not in words("words", "plain")
        and kind not in name.split()[:-1]
    )


def _what(scene: Scene, name: str) -> tuple[EntityType, str] | None:
    """The type and the sort of thing that the document says it is."""
    said_of = re.compile(
        rf"^(?:The |An? )?{re.escape(name)}(?: \([^()]{{2,60}}\)|, (?:or|also) [^,]{{2,60}},)?"
        r"(?:,| is| was) (?:an?|the|one of the) "
        r"(?P<what>(?:[\w-]+, ){0,3}?[\w’' -]+?)"
        r"(?=[,.;:]|$| (?:of|in|that|which|with|found|made|used|built|for|from|to|by|on|at|near)\b"
        r"| [a-z]+ed (?:by|in|at|from|for)\b)",
        re.IGNORECASE,
    )
    for line in scene.lines:
        if found := said_of.match(line.text):
            # `a sweet, fortified wine` is no sweet.
            more = _SECOND_ADJECTIVE.match(line.text, found.end("what")) if " " not in found["what"] else None
            if noun := (class_of(more["noun"]) if more else None) or class_of(found["what"]):
                return noun
    return _by_head(scene, name) if " " in name else None


def _by_head(scene: Scene, name: str) -> tuple[EntityType, str] | None:
    """What the last word of a name says, if the text speaks of more than one such thing: `a steam engine`."""
    head = class_of(name)
    is_one_of_many = rf"\b[Aa]n? (?:[\w-]+ )?{re.escape(name)}\b|\b{re.escape(english.plural(name))}\b"
    is_sort = scene.says(is_one_of_many) and name.split()[0] not in words("words", "plain")
    return head if head and head[1] != name and is_sort else None
