"""Titles with small words inside, which a document shows to be one name: `Tales from a Low Country`."""

import re
from collections.abc import Iterator

from quizapp.generation.extraction.emphasis import emphasised
from quizapp.generation.extraction.names import UPPER
from quizapp.generation.extraction.scene import Scene

_WORD = rf"(?:[{UPPER}][\w’'-]*|\d+)"
_SMALL = "of|the|an?|in|to|for|on|at|from|with|and|by|or|is|not|into|under|without"
_TITLE = rf"{_WORD}(?: (?:{_WORD}|{_SMALL}))* {_WORD}"
_ENTITLED = re.compile(rf"\b(?:entitled|titled|under the title(?: of)?) (?P<title>{_TITLE})(?=[,.;:)]|$)")
_OWN = re.compile(rf"(?:The )?(?P<title>{_TITLE})(?=$|[:(]| [–—-] )")
_HAS_SMALL = re.compile(rf" (?:{_SMALL}) |['’]s? ")


def entitled(scene: Scene) -> tuple[str, ...]:
    """The document’s own title, if its text names it, what it says is entitled so, and what it sets apart."""
    shown = (name for passage in scene.document.passages for name in emphasised(passage.text))
    titles = (title for title in _titles(scene) if _HAS_SMALL.search(title))
    return tuple(dict.fromkeys((*titles, *(name for name in shown if " " in name))))


def _titles(scene: Scene) -> Iterator[str]:
    for line in scene.lines[1:]:
        yield from (found["title"] for found in _ENTITLED.finditer(line.text))
    own = _OWN.match(scene.document.title)
    if own and any(own[0] in line.text for line in scene.lines[1:]):
        yield own[0]
