"""Of what thing a part is that is named without it: `Its architect`, or `The music` of the film told of."""

import re
from dataclasses import dataclass

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.bearer import Bearer
from quizapp.generation.extraction.classes import class_of, family, nouns, related, words
from quizapp.generation.extraction.descriptions import adds_one
from quizapp.generation.extraction.discourse import Discourse, introduces, is_person, subject_starts
from quizapp.generation.extraction.scene import Line
from quizapp.packs.vocabulary import vocabulary

_OPENS_WITH = re.compile(r"(?:The|An?|This|His|Her|Another|Its) (?P<phrase>[a-z][\w-]*(?: [a-z][\w-]*){0,3})")
# What only works on stage, on the screen or on the air have.
_PERFORMED = frozenset(
    ("directed", "composed_music_for", "produced", "edited", "production_designer_of", "budget", "lasted")
)
# Works of one art have no maker of another: a novel no painter.
_OF_ONE_ART = {
    "painted": vocabulary("painting portrait fresco mural canvas self-portrait altarpiece triptych icon"),
    "sculpted": vocabulary("statue sculpture bust relief monument fountain column"),
    "composed": vocabulary(
        "opera operetta symphony concerto sonata cantata oratorio ballet song hymn anthem march waltz "
        "suite musical requiem"
    ),
    "choreographed": vocabulary("ballet musical dance"),
}
_MADE = frozenset(("built_by", "designed_by", "invented_by", "made_by"))


@dataclass(frozen=True)
class Wholes:
    """What a document goes on about, sentence by sentence."""

    discourse: Discourse

    def topic(
        self, line: Line, opening: dict[int, Bearer | None], types: tuple[EntityType, ...]
    ) -> Bearer | None:
        """The thing of the title, if the paragraph has so far told of nothing else of these types.

        `opening` gives the thing that each sentence before, counted back from the line, begins with.
        """
        topic = self.discourse.title_thing
        if topic is None or not topic.kind:
            return None
        for back, each in enumerate(self.discourse.before(line)):
            if not self._is_about(each, topic, opening[back], types):
                return None
        return topic

    def _is_about(
        self, line: Line, topic: Bearer, opening: Bearer | None, types: tuple[EntityType, ...]
    ) -> bool:
        """Whether a sentence tells of the topic or a part of it, and brings up no other of these types."""
        first = self.discourse.subject(line)
        about = opening or (first[1] if first and not is_person(first[1]) else topic)
        if about is not topic and (about.type is None or related(about.kind, about.type, types)):
            return False
        adds = any(adds_one(noun, line.text, topic) for noun in sorted(family(topic.kind)))
        if adds or introduces(line, types):
            return False
        return opening is topic or not _opens_with_another(line, types)


def _opens_with_another(line: Line, types: tuple[EntityType, ...]) -> bool:
    """Whether a sentence opens with a thing without a name that is no part of a whole: `The chapel`."""
    found = _OPENS_WITH.match(line.text, subject_starts(line))
    if found is None:
        return False
    said = found["phrase"].split()
    for length in range(len(said), 0, -1):
        noun = class_of(" ".join(said[:length]))
        if noun and noun[1] not in words("words", "parts"):
            return related(noun[1], noun[0], types) is not None
    return False


def may_have(relation: str, bearer: Bearer) -> bool:
    """Whether a thing of that kind has such a part: a film a composer, a bridge and no town an architect."""
    if relation in _OF_ONE_ART:
        return bearer.kind in _OF_ONE_ART[relation]
    if relation in _PERFORMED:
        return bearer.kind in words("words", "performed")
    if relation in _MADE and bearer.type is EntityType.PLACE:
        return bearer.kind in nouns() and bearer.kind not in words("words", "unbuilt")
    return True
