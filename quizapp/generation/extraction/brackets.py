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
# How a name is said or written elsewhere may stand before the dates, in brackets of its own.
_MORE = r"(?:(?P<more>(?:[^()]|\((?:[^()]|\([^()]*\))*\)){1,200}?)(?P<sign>[;,]) )??"
_BORN = r"(?P<born>(?:born|b\.) ?(?:(?:in|on) )?)?"
_ABOUT = r"(?:c\.|ca\.|circa|about) ?"
_WHERE = r"(?:(?:,? (?:in|at)|,) (?P<{}>[^()\d;–—-]{{2,60}}?))?"
_YEARS = re.compile(
    rf"(?P<title>[”’\"]?) \({_MORE}{_BORN}(?P<unsure>{_ABOUT})?(?P<one>{_DATE}){_WHERE.format('where')}"
    rf"(?:\s*[-–—]\s*(?:died |d\. )?(?P<vague>{_ABOUT})?(?P<other>{_DATE}){_WHERE.format('there')})?\s*\)"
)
_A_YEAR = re.compile(r"\d{4}")
_OWN_NAME = re.compile(r"\b(?:born|née|né)\b")


def bracketed(line: Line, meanings: Meaning, catalogue: Mapping[str, Relation]) -> Iterator[Candidate]:
    """The lives of persons and the years of works that stand in brackets behind their names."""
    for found in _YEARS.finditer(line.text) if " (" in line.text else ():
        if not line.is_plain(found.start("one")):
            continue
        for event, group in _events(line.text, found):
            bearer = _bearer(line, meanings, found.end("title"), bearers(event))
            if bearer is None:
                continue
            for relation, literal in told(event, found[group], bearer, catalogue):
                yield Candidate(bearer, relation, literal, line.paragraph, line.sentence, "brackets")
            if event and (place := _place(line, meanings, found, _PLACES[group])):
                relation = f"{event}_in_place"
                yield Candidate(bearer, relation, place, line.paragraph, line.sentence, "brackets")


_PLACES = {"one": "where", "other": "there"}


def _events(text: str, found: re.Match[str]) -> Iterator[tuple[str, str]]:
    """What the bracket dates, with the group of the date: a birth, a death, or nothing named."""
    if found["more"] and (_A_YEAR.search(found["more"]) or (found["sign"] == "," and not found["other"])):
        return
    name = name_before(text, found.end("title"))
    if found["other"]:
        before, after = text[: name.start] if name else "", text[found.end() :]
        if name and is_life(text[name.start : name.end], before, found["one"], found["other"], after):
            yield from [("born", "one")] * (not found["unsure"])
            yield from [("died", "other")] * (not found["vague"])
    elif found["unsure"]:
        return
    elif found["born"] or (found["more"] and _OWN_NAME.search(found["more"])):
        yield "born", "one"
    elif not found["more"] and not found["where"]:
        yield "", "one"


def _place(line: Line, meanings: Meaning, found: re.Match[str], group: str) -> Mention | None:
    """The place that stands with a date; of `Leeds, Yorkshire` the first."""
    if not found[group]:
        return None
    end = found.start(group) + len(found[group].partition(", ")[0])
    return meanings.mention(line, found.start(group), end, (EntityType.PLACE,))


def _bearer(line: Line, meanings: Meaning, end: int, types: tuple[EntityType, ...]) -> Mention | None:
    """What the name that ends there means, with its description or without."""
    for span in (phrase_before(line.text, end), name_before(line.text, end)):
        if span and is_name(line.text, span):
            found = meanings.mention(line, span.start, span.end, types)
            if found and is_named_in_full(found, line.text[span.start : span.end]):
                return found
    return None
