"""Titles with their years in brackets, without quotes, by characters: `films like Tide (1971), Salt (1973)`.

Where a title begins must be told: by the noun or the verb before it, or by the title before it in a list.
"""

import re
from collections.abc import Iterator

from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.names import FULL_NAME, UPPER, WORD
from quizapp.generation.extraction.scene import Line, Scene
from quizapp.generation.extraction.years_of_works import BY_VERB, NOUNS, PLURALS, Dated, dated

_WORD = rf"(?:[{UPPER}][\w’'-]*[:!?]?|\d[\w-]*)"
_LINK = (
    r"(?:of|the|an?|in|to|for|on|at|vs\.?|&|from|with|by|et|de|la|les|le|der|die|das|und|du|des|pas|au|or|is"
    r"|not)"
)
# Of `Salt and Sand (1971)` the list may be of two titles, unless a noun says that it is one.
_TITLE = rf"{_WORD}(?: (?:{_LINK} ){{0,2}}{_WORD}){{0,9}}"
_TITLE_WITH_AND = rf"{_WORD}(?: (?:(?:{_LINK}|and) ){{0,2}}{_WORD}){{0,9}}"
_OWNER = rf"(?:{FULL_NAME}['’]s? |{WORD}['’]s? (?=(?:The|A) ))?"
_YEAR = r" \((?P<year>1[5-9]\d\d|20\d\d)\)"
_NOUN = rf"(?P<noun>{'|'.join(sorted(NOUNS, key=len, reverse=True))})"
_AFTER_NOUN = re.compile(rf"\b{_NOUN},? {_OWNER}(?P<title>{_TITLE_WITH_AND}){_YEAR}")
_MANY = rf"(?P<noun>{'|'.join(sorted(PLURALS, key=len, reverse=True))})"
_AFTER_NOUNS = re.compile(
    rf"\b{_MANY}(?: (?:such as|like|include[sd]?|including|are|were)|:|, (?:including|namely|notably))"
    rf" {_OWNER}(?P<title>{_TITLE}){_YEAR}"
)
_VERB = rf"(?P<noun>{'|'.join(sorted(BY_VERB))})"
_AFTER_VERB = re.compile(rf"\b{_VERB} {_OWNER}(?P<title>{_TITLE}){_YEAR}")
_NEXT = re.compile(rf"(?:, and|,| and|;) (?:the |his |her |their )?{_OWNER}(?P<title>{_TITLE}){_YEAR}")


def dated_titles(_: Scene, line: Line) -> Iterator[Candidate]:
    """The years of the works that a sentence names with them."""
    if " (1" not in line.text and " (2" not in line.text:
        return
    for pattern in (_AFTER_NOUN, _AFTER_NOUNS, _AFTER_VERB):
        for found in pattern.finditer(line.text):
            noun: str | None = found["noun"]
            while found and noun and line.is_plain(found.start("title")):
                yield from dated(line, Dated(found["title"], noun, found["year"]), "surface")
                following = _NEXT.match(line.text, found.end()) if pattern is not _AFTER_NOUN else None
                if following is None:
                    break
                found = following
