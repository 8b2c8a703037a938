"""The parts of a document that retell a story: what stands under `Plot` is true in the story alone."""

import re
from collections.abc import Sequence

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.packs.passage import Passage

_STORY = re.compile(
    r"(?:the )?(?:plot|synopsis|story(?:line)?|premise|argument)(?: (?:summary|overview))?", re.IGNORECASE
)
_LONGEST_HEADING = 6
_IN_STORIES = (EntityType.CHARACTER, EntityType.WORK)


def retold(passages: Sequence[Passage]) -> frozenset[int]:
    """The numbers of the passages that stand under such a heading, up to the next one."""
    found, is_story = set(), False
    for passage in passages:
        text = passage.text.strip("#*_= ")
        if len(text.split()) <= _LONGEST_HEADING and not text.endswith((".", "!", "?", "”", '"')):
            is_story = bool(_STORY.fullmatch(text))
        elif is_story:
            found.add(passage.number)
    return frozenset(found)


def holds_outside(candidate: Candidate) -> bool:
    """Whether what a story tells is told of the work itself or of its characters as such."""
    value = candidate.value
    return candidate.subject.type in _IN_STORIES or (isinstance(value, Mention) and value.type in _IN_STORIES)
