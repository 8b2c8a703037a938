"""Years that a sentence takes from another: `in the same year`, `the following year`, `two years later`.

The words are replaced by the year that they mean, so that both readings find it where they look for years:
only where one year is said flatly in the sentence before, or earlier in this one, and nothing moves it on.
"""

import re

from quizapp.generation.extraction.values import values

_LATER = {"two": 2, "three": 3, "four": 4, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SAME = r"(?:that same|the same|this same|that)"
_MEANT = (
    rf"(?:(?P<same>(?:later |earlier )?(?:in )?{_SAME} year)"
    r"|(?P<next>(?:in )?the (?:following|next) year)"
    rf"|(?P<later>{'|'.join(_LATER)}) years later)"
)
# `in September of that year`, `on 3 May the same year`
_WITH_MONTH = re.compile(
    rf"(?P<day>\b(?:in|on) (?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}})?),? (?:of )?{_SAME} year\b", re.IGNORECASE
)
_OPENS = re.compile(rf"^(?P<mark>[“ ]*){_MEANT},? (?=[\w“])", re.IGNORECASE)
# Behind a verb, or where a clause begins again.
_EXACTLY = r"(?<=\w)(?<!about)(?<!some)(?<!around)(?<!almost)(?<!nearly)(?<!than)(?<!over)(?<!least)"
_INSIDE = re.compile(
    rf"(?P<mark>; |,? and |{_EXACTLY} ){_MEANT}(?! (?:that|as|when|of)\b)(?=[ ,.;])", re.IGNORECASE
)
_A_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
# Before the year, these give it to something else than the sentence tells.
_OF_OTHERS = re.compile(
    r"\b(?:had|who|whose|which|whom|where|that|when|while|since|until|till|by|before|after|from|between|would"
    r"|will|born|every|each|anniversary|about|around|circa)\b|[()?]",
    re.IGNORECASE,
)
_MOVED_ON = re.compile(
    r"\b(?:later|earlier|following|next|previous|afterwards|soon|eventually|until|decades?|centur\w+"
    r"|\w+ years)\b",
    re.IGNORECASE,
)


def with_years(text: str, before: str) -> str:
    """The sentence with the year for the words that mean it; as it is where they might mean another."""
    if " year" not in text:
        return text
    if _A_YEAR.search(text):
        found = _INSIDE.search(text)
        year = _year_of(text[: found.start()]) if found else None
        is_told = found is not None and not _A_YEAR.search(text, found.end())
        return _replaced(text, found, year) if found and year and is_told else text
    year = _year_of(before)
    if year is None:
        return text
    if month := _WITH_MONTH.search(text):
        return f"{text[: month.start()]}{month['day']} {year}{text[month.end() :]}"
    found = _OPENS.match(text) or _INSIDE.search(text)
    return _replaced(text, found, year) if found else text


def _replaced(text: str, found: re.Match[str], year: int) -> str:
    later = _LATER.get((found["later"] or "").casefold(), 1 if found["next"] else 0)
    if found.re is _OPENS:
        return f"{found['mark']}In {year + later}, {text[found.end() :]}"
    return f"{text[: found.start()]}{found['mark']}in {year + later}{text[found.end() :]}"


def _year_of(text: str) -> int | None:
    """The one year in which a sentence says that something happened, with no time after it."""
    [*years] = _A_YEAR.finditer(text)
    if len(years) != 1 or _OF_OTHERS.search(text, 0, years[0].start()) or _MOVED_ON.search(text):
        return None
    [*said] = (v for v in values(text) if v.kind == "year" and v.exact)
    return int(said[0].content) if len(said) == 1 else None
