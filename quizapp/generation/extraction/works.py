"""Facts about works themselves: what they are based on, their years, their length, where they are shown."""

import re
from collections.abc import Iterator

from quizapp.domain.fact import EntityType
from quizapp.generation.aliases import keys
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.channels import CHANNELS
from quizapp.generation.extraction.names import (
    COUNTRIES,
    DEMONYM,
    FULL_NAME,
    TITLE_HERE,
    UPPER,
    WORK_WORDS,
    kind_of,
    person,
    title,
)
from quizapp.generation.extraction.scene import Line, Scene

_READ = ("novel", "book", "memoir", "comic", "manga", "webtoon", "novella")
_BOOKS = "novel|play|book|memoir|comic|manga|webtoon|novella|musical|opera"
_WORK_NP = (
    rf"(?:(?:new|upcoming|recent|hit|acclaimed) )?(?:(?P<year>(?:19|20)\d\d) )?(?:(?P<from>{DEMONYM}) "
    rf")?(?:[a-z][\w-]*[ -]){{0,2}}(?P<noun>{WORK_WORDS}|{_BOOKS})"
    rf"(?P<namesake> of the same name)?,? (?P<title>{TITLE_HERE})"
)
_BASED_ON = re.compile(
    rf"\b(?P<verb>[Bb]ased on|[Aa]dapted from|adaptation of|screenplay from|remake of) (?:the |a |an "
    rf")?{_WORK_NP}"
)
_BASED_ON_BY = re.compile(
    rf"\b(?P<verb>[Bb]ased on|[Aa]dapted from|remake of) (?:an?|the) (?:(?:19|20)\d\d )?(?:(?:{DEMONYM}) )?"
    rf"(?:[a-z][\w-]* ){{0,2}}?(?:{WORK_WORDS}|{_BOOKS}) (?:written|penned) by (?P<name>{FULL_NAME})"
    r"\b(?! and\b|, [A-Z])"
)
_INTRODUCED = re.compile(
    rf"(?P<title>{TITLE_HERE}) (?:is|was) an? (?:(?P<year>(?:19|20)\d\d) )?(?:(?P<from>{DEMONYM}) )?"
    rf"(?:[a-z][\w-]*[ -]){{0,3}}(?:{WORK_WORDS})\b(?: of (?P<late>(?:19|20)\d\d)(?![\w–-]))?"
)
_NAMED_WORK = re.compile(rf"\b[Tt]he {_WORK_NP}")
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 2
    )
}
_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_LENGTH = (
    re.compile(
        rf"\b{_NUMBER}[- ](?P<verb>episode|part) (?:[a-z]+ )?(?:series|drama|show|season|miniseries)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:series|drama|show|season) (?P<verb>has|consists of|comprises|runs for|spans) {_NUMBER} "
        rf"episodes\b"
    ),
)
_SHOWN_AT = re.compile(
    rf"\b(?:was|were|is|are|been) (?P<verb>screened|shown|premiered) at the (?P<event>(?:\d+(?:st|nd"
    rf"|rd|th) )?(?:[{UPPER}][\w’'-]*|of|the)(?: (?:[{UPPER}][\w’'-]*|of|the))* Festival)"
)
_SHOWN_ON = re.compile(
    rf"\b(?:[Tt]he (?:new )?(?:{WORK_WORDS})|It) (?P<verb>premieres|premiered|streams|streamed|airs"
    rf"|aired)(?: \w+ly)? on (?P<channel>[{UPPER}][\w+]*(?: [{UPPER}][\w+]*)?)(?= on | in |[,.])"
)
_WINNING = re.compile(
    rf"\b(?P<prize>[{UPPER}]\w+(?: [{UPPER}]\w+){{0,3}})[-‑]winning (?:(?:{DEMONYM}|[a-z][\w-]*) ){{0,3}}?"
    rf"(?P<noun>{WORK_WORDS}|{_BOOKS}) (?P<title>{TITLE_HERE})"
)
_OF_CHANNEL = re.compile(
    rf"\b(?P<channel>{'|'.join(sorted(map(re.escape, CHANNELS), key=len, reverse=True))}) (?:[a-z]+ ){{0,2}}?"
    rf"(?P<noun>{WORK_WORDS}) (?P<title>{TITLE_HERE})"
)
_STAGES = {
    "in production": re.compile(
        rf"\b(?:[Tt]he (?:{WORK_WORDS})|(?P<title>{TITLE_HERE})) (?P<verb>is|was) "
        r"(?:currently |still |now |already )?(?:in (?:pre-|post-)?production|in development|filming|shooting"
        r"|being (?:filmed|shot))\b"
    ),
    "released": re.compile(
        rf"\bmost (?:popular|watched|streamed) (?:{WORK_WORDS})s? (?:[a-z]+ )?(?P<verb>is|was) (?:[^,.]*?\b"
        rf"(?:{WORK_WORDS}) )?(?P<title>{TITLE_HERE})"
    ),
}


def based_on(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`adapted from the 2010 French film X`: the main work is based on it."""
    for found in _BASED_ON.finditer(line.text):
        work = _named(found)
        if scene.main and work and line.is_stated(found.start("verb")):
            yield Candidate(scene.main, "based_on", work, line.paragraph, line.sentence, "based on")


def based_on_work_by(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`based on a 2010 French film written by X`: who wrote what the main work is based on."""
    for found in _BASED_ON_BY.finditer(line.text):
        who = person(found["name"])
        if scene.main and who and line.is_plain(found.start("verb")) and scene.is_of_main(line):
            writer = Mention(who, EntityType.PERSON)
            yield Candidate(
                scene.main, "based_on_work_by", writer, line.paragraph, line.sentence, "based on work by"
            )


def described(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`the 2013 French thriller X`: its year and its country."""
    for found in _NAMED_WORK.finditer(line.text):
        work = _named(found)
        if work is None:
            continue
        if scene.main and work.name == scene.main.name and not found["namesake"]:
            work = scene.main
        if found["year"]:
            relation = "published_in_year" if found["noun"] in _READ else "released_in_year"
            yield Candidate(work, relation, found["year"], line.paragraph, line.sentence, "year")
        if country := COUNTRIES.get(found["from"] or ""):
            yield Candidate(
                work, "country_of_origin", _place(country), line.paragraph, line.sentence, "country"
            )


def introduced(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`X is a 2011 Irish film`: year and country of the main work."""
    found = _INTRODUCED.match(line.text)
    if found is None or scene.main is None or title(found["title"]) != scene.main.name:
        return
    if when := found["year"] or found["late"]:
        yield Candidate(scene.main, "released_in_year", when, line.paragraph, line.sentence, "introduced")
    if country := COUNTRIES.get(found["from"] or ""):
        yield Candidate(
            scene.main, "country_of_origin", _place(country), line.paragraph, line.sentence, "introduced"
        )


def length(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`an eight-episode series`, `the show has 8 episodes`."""
    for pattern in _LENGTH:
        for found in pattern.finditer(line.text):
            is_long = scene.main and scene.main.kind != "film" and scene.is_of_main(line)
            if scene.main and is_long and line.is_stated(found.start("number")):
                number = _NUMBERS.get(found["number"].lower(), found["number"])
                yield Candidate(scene.main, "episode_count", number, line.paragraph, line.sentence, "length")


def shown(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`was screened at the X Festival`, `premieres on Y`."""
    if scene.main is None:
        return
    for found in _SHOWN_AT.finditer(line.text):
        if line.is_stated(found.start("verb")):
            event = Mention(found["event"], EntityType.EVENT, "film festival", takes_the=True)
            yield Candidate(scene.main, "screened_at", event, line.paragraph, line.sentence, "festival")
    for found in _SHOWN_ON.finditer(line.text):
        if line.is_stated(found.start("verb")):
            channel = _channel(found["channel"])
            yield Candidate(scene.main, "released_on", channel, line.paragraph, line.sentence, "channel")


def stages(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`the series is in production`, `one of the most popular shows is X`: whether the main work is out."""
    for stage, pattern in _STAGES.items():
        found = pattern.search(line.text)
        if not found or not scene.main or not line.is_stated(found.start("verb")):
            continue
        name = title(found["title"]) if found["title"] else scene.main.name
        if name and keys(name, EntityType.WORK) & keys(scene.main.name, EntityType.WORK):
            yield Candidate(scene.main, "release_state", stage, line.paragraph, line.sentence, "stage")


def of_channels(_: Scene, line: Line) -> Iterator[Candidate]:
    """`the Netflix series X`: where it is shown."""
    for found in _OF_CHANNEL.finditer(line.text):
        if name := title(found["title"]):
            work = Mention(name, EntityType.WORK, kind_of(found["noun"]))
            channel = _channel(found["channel"])
            yield Candidate(work, "released_on", channel, line.paragraph, line.sentence, "of channel")


def prizes(_: Scene, line: Line) -> Iterator[Candidate]:
    """`the Oscar-winning film X`: X won an Oscar."""
    for found in _WINNING.finditer(line.text):
        if name := title(found["title"]):
            work = Mention(name, EntityType.WORK, kind_of(found["noun"]))
            prize = Mention(found["prize"], EntityType.THING, "award")
            yield Candidate(work, "won_award", prize, line.paragraph, line.sentence, "prize")


def _channel(name: str) -> Mention:
    return Mention(name, EntityType.ORGANISATION, CHANNELS.get(name, ""))


def _named(found: re.Match[str]) -> Mention | None:
    name = title(found["title"])
    return Mention(name, EntityType.WORK, kind_of(found["noun"])) if name else None


def _place(country: str) -> Mention:
    name = country.removeprefix("the ")
    return Mention(name, EntityType.PLACE, "country", takes_the=name != country)
