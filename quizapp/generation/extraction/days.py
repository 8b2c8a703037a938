"""Days of events and first showings, and how long a work was in the making, read by characters.

A text of the day leaves the year out: what it gives is a day of some year, and the fact keeps it so.
"""

import re
from collections.abc import Iterator

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.channels import CHANNELS
from quizapp.generation.extraction.names import SERIES_WORDS, TITLE_HERE, UPPER, WORK_WORDS, title
from quizapp.generation.extraction.numerals import IN_WORDS, in_digits
from quizapp.generation.extraction.scene import Line, Scene

DAYS = "days"
MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
GATHERINGS = "Festival|Congress|Games|Conference|Biennale|Championships|Fair|Exhibition|Cup|Convention"

_DAY = (
    rf"(?:(?P<before>{MONTH}) (?P<day>\d{{1,2}})|(?P<first>\d{{1,2}}) (?P<after>{MONTH}))(?:st|nd|rd|th)?"
    r"(?![\d,]* ?\d{4}|\w)"
)
_WORD = rf"[{UPPER}][\w’'&-]*"
EDITION = rf"\d{{1,3}}(?:st|nd|rd|th) (?:(?:{_WORD}|of|the) ){{1,6}}?(?:{GATHERINGS})"
_RANGE = re.compile(
    rf"\b(?P<event>{EDITION}) \("
    rf"(?:(?P<m1>{MONTH}) (?P<d1>\d{{1,2}})\s?[–-]\s?(?:(?P<m2>{MONTH}) )?(?P<d2>\d{{1,2}})"
    rf"|(?P<d3>\d{{1,2}})(?: (?P<m3>{MONTH}))?\s?[–-]\s?(?P<d4>\d{{1,2}}) (?P<m4>{MONTH}))\)"
)
_PREMIERES = re.compile(
    rf"(?:\b[Tt]he (?:new )?(?:{WORK_WORDS})|\bIt|^(?P<title>{TITLE_HERE})) "
    rf"(?P<verb>premieres|premiered|debuts|debuted)(?: \w+ly)? on (?P<channel>{_WORD}(?: {_WORD})?) on {_DAY}"
    r"(?=[.,;]|$)"
)
_STREAMED = re.compile(rf"“(?P<title>[^“”]+)” began to stream on (?P<day>\d{{1,2}} {MONTH})\.$")
_BEGAN = re.compile(rf"^The (?P<event>{EDITION}) (?P<verb>began|ended) on (?P<day>\d{{1,2}} {MONTH})\.$")
_YEARS = rf"(?P<number>\d{{1,2}}|{IN_WORDS}) [Yy]ears"
_MAKING = re.compile(
    rf"\b{_YEARS} (?:in the [Mm]aking|in development|of development)\b"
    rf"|\b(?:was|been|spent) in development for {_YEARS.replace('number', 'many')}\b"
)
_A_WORK = re.compile(rf"\b(?:{WORK_WORDS}|{SERIES_WORDS}|collaboration|film|novel|game)\b", re.IGNORECASE)


def gatherings(_: Scene, line: Line) -> Iterator[Candidate]:
    """`the 30th Harbour Film Festival (May 3–9)`: on which day it begins and ends."""
    for found in _RANGE.finditer(line.text) if "(" in line.text else ():
        # In `(May 3–9)` the month is no verb.
        if not line.is_stated(found.start("event")):
            continue
        first, last = _first_and_last(found)
        event = Mention(found["event"], EntityType.EVENT, "", takes_the=True)
        yield _told(line, event, "began_on_day", first)
        yield _told(line, event, "ended_on_day", last)


def premieres(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`The series premieres on Netflix on October 16`: the day from which it is streamed."""
    for found in _PREMIERES.finditer(line.text) if " on " in line.text else ():
        name = title(found["title"]) if found["title"] else None
        is_main = scene.is_of_main(line) if name is None else scene.main and name == scene.main.name
        is_streamed = CHANNELS.get(found["channel"]) == "streaming service"
        if scene.main and is_main and is_streamed and line.is_plain(found.start("verb")):
            day = f"{int(found['day'] or found['first'])} {found['before'] or found['after']}"
            yield _told(line, scene.main, "streamed_from_day", day)


def told_in(line: Line) -> Iterator[Candidate]:
    """`“Salt” began to stream on 16 October.`, `The 30th Fair ended on 9 May.`, wherever it stands."""
    if found := _STREAMED.search(line.text):
        yield _told(line, Mention(found["title"], EntityType.WORK), "streamed_from_day", found["day"])
    if found := _BEGAN.match(line.text):
        event = Mention(found["event"], EntityType.EVENT, "", takes_the=True)
        yield _told(line, event, f"{found['verb']}_on_day", found["day"])


def in_the_making(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`a collaboration ten years in the making`: how long the main work was in development."""
    if scene.main is None or "ears" not in line.text or not _A_WORK.search(line.text):
        return
    for found in _MAKING.finditer(line.text) if scene.is_of_main(line) else ():
        if line.is_plain(found.start()):
            number = found["number"] or found["many"]
            years = number if number.isdigit() else in_digits(number)
            yield _told(line, scene.main, "years_in_development", years)


def _first_and_last(found: re.Match[str]) -> tuple[str, str]:
    if found["d1"]:
        month = found["m1"]
        return f"{int(found['d1'])} {month}", f"{int(found['d2'])} {found['m2'] or month}"
    month = found["m4"]
    return f"{int(found['d3'])} {found['m3'] or month}", f"{int(found['d4'])} {month}"


def _told(line: Line, subject: Mention, relation: str, value: str) -> Candidate:
    return Candidate(subject, relation, value, line.paragraph, line.sentence, DAYS)
