"""Brackets right behind names, as characters show them: `X (3 May 1815 – 1852)`, `the novel X (1871)`."""

import re
from collections.abc import Iterator, Mapping

from quizapp.domain.fact import EntityType, Relation
from quizapp.generation.extraction.bracket_years import bearers, is_life, is_named_in_full, told
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.phrases import is_name, name_before, phrase_before
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DATE = rf"(?:\d{{1,2}} {_MONTH} |{_MONTH} (?:\d{{1,2}}, )?)?(?:1\d{{3}}|20\d\d)"
_YEARS = re.compile(
    rf"(?P<title>[”’\"]?) \((?:(?P<more>[^()]*; )?(?P<born>(?:born|b\.) (?:(?:in|on) )?)?)(?P<one>{_DATE})"
    rf"(?: ?[-–—] ?(?:died )?(?P<other>{_DATE}))?\)"
)


def bracketed(line: Line, meanings: Meaning, catalogue: Mapping[str, Relation]) -> Iterator[Candidate]:
    """The lives of persons and the years of works that stand in brackets behind their names."""
    for found in _YEARS.finditer(line.text):
        if not line.is_plain(found.start("one")):
            continue
        for event, written in _events(line.text, found):
            bearer = _bearer(line, meanings, found.end("title"), bearers(event))
            if bearer is None:
                continue
            for relation, literal in told(event, written, bearer, catalogue):
                yield Candidate(bearer, relation, literal, line.paragraph, line.sentence, "brackets")


def _events(text: str, found: re.Match[str]) -> Iterator[tuple[str, str]]:
    """What the bracket dates: a birth, a death, or nothing named."""
    name = name_before(text, found.end("title"))
    if found["other"]:
        before = text[: name.start] if name else ""
        if name and is_life(text[name.start : name.end], before, found["one"], found["other"]):
            yield "born", found["one"]
            yield "died", found["other"]
    elif found["born"]:
        yield "born", found["one"]
    elif not found["more"]:
        yield "", found["one"]


def _bearer(line: Line, meanings: Meaning, end: int, types: tuple[EntityType, ...]) -> Mention | None:
    """What the name that ends there means, with its description or without."""
    for span in (phrase_before(line.text, end), name_before(line.text, end)):
        if span and is_name(line.text, span):
            found = meanings.mention(line, span.start, span.end, types)
            if found and is_named_in_full(found, line.text[span.start : span.end]):
                return found
    return None
