"""Where a text first tells of what its title names, as of something new: `a fire broke out in the bakery`.

Only the first sentence below the title is looked at, and only for what has happened: an article on a fire may
go on to tell of others.
"""

import re
from dataclasses import dataclass

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.bearer import Bearer
from quizapp.generation.extraction.classes import family, words
from quizapp.generation.extraction.scene import Line, Scene

_HEADING = 6
_HAPPENED = (
    "broke out|struck|hit|shook|rocked|swept|erupted|occurred|began|took place|exploded|destroyed|devastated"
    "|ravaged|levelled|killed|flooded|started"
)
_ANOTHER = (
    r"(?:another|second|third|later|larger|greater|earlier|previous|new|next|further|two|three|several|many)"
)
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Arrival:
    """The words that bring up what the title names: `line.text[start:end]`."""

    line: Line
    start: int
    end: int

    def is_at(self, line: Line, start: int, end: int) -> bool:
        """Whether a phrase is those words."""
        return line is self.line and line.text[start:end].strip() == self.line.text[self.start : self.end]


def arrival(scene: Scene, topic: Bearer | None) -> Arrival | None:
    """The indefinite phrase in the first sentence that can only mean the event in the title."""
    if topic is None or topic.type is not EntityType.EVENT or not topic.kind:
        return None
    first = next((line for line in scene.lines[1:] if len(line.text.split()) > _HEADING), None)
    nouns = sorted(family(topic.kind) & _NOUNS | {topic.kind, topic.kind.split()[-1]})
    noun = rf"(?:{'|'.join(map(re.escape, nouns))})"
    found = first and re.search(rf"\b(?P<phrase>[Aa]n? (?:[a-z-]+ )?{noun}) (?:{_HAPPENED})\b", first.text)
    if first is None or not found or scene.says(rf"\b{_ANOTHER} (?:[a-z]+ )?{noun}s?\b"):
        return None
    return Arrival(first, *found.span("phrase")) if _fits(scene, topic, first) else None


def _fits(scene: Scene, topic: Bearer, first: Line) -> bool:
    """Whether the sentence speaks of the year in the name, or of none that others outnumber."""
    told, named = set(_YEAR.findall(first.text)), set(_YEAR.findall(topic.name))
    if named:
        return told <= named
    every = _YEAR.findall(scene.document.text)
    most = max(map(every.count, every), default=0)
    return len(told) == 1 and all(every.count(year) == most for year in told)


_NOUNS = words("words", "small_events") | {"fire", "great fire", "war", "epidemic", "pandemic"}
