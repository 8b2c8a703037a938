"""Who made a work: directed, written, composed, edited, designed, produced; and the companies behind it."""

import re
from collections.abc import Iterator

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.names import (
    BARE_TITLE,
    DEMONYM,
    FULL_NAME,
    NAME,
    TITLE_HERE,
    UPPER,
    WORD,
    WORK_WORDS,
    kind_of,
    person,
    title,
    works,
)
from quizapp.generation.extraction.scene import Line, Scene

# What may stand between "by" and a name: whose, from where, and in which trade.
_WHO = rf"(?:(?:(?:{DEMONYM})|{WORD}(?: {WORD})?['’]s|[a-z][\w-]*) ){{0,6}}(?P<name>{NAME})"
_HELPED = re.compile(
    rf" in (?:cooperation|collaboration|partnership) with (?:(?:{DEMONYM}|[a-z][\w-]*) ){{0,3}}"
    rf"(?P<name>{FULL_NAME})"
)
_DONE_BY = re.compile(
    rf"\b(?P<verb>directed|written|penned|scripted|composed|scored|edited|created|photographed)(?: and "
    rf"(?P<too>directed|written|edited))?(?:(?<=photographed) in [a-z][a-z -]+)? by {_WHO}"
)
_FROM_SCRIPT = re.compile(rf"\b(?P<verb>from) an? (?:original )?(?:screenplay|script) by {_WHO}")
_JOB_DONE_BY = re.compile(
    r"\b(?P<what>script|screenplay|music|score|soundtrack)(?:,| is| was)? "
    rf"(?P<verb>penned|written|composed) by {_WHO}"
)
_RELATIONS = {
    "directed": "directed", "written": "wrote", "penned": "wrote", "scripted": "wrote",
    "composed": "composed_music_for", "scored": "composed_music_for", "edited": "edited",
    "photographed": "photographed", "from": "wrote_screenplay_of",
}  # fmt: skip
_JOBS = {
    "director": "directed", "writer": "wrote", "screenwriter": "wrote", "composer": "composed_music_for",
    "editor": "edited", "production designer": "production_designer_of", "showrunner": "showrunner_of",
    "producer": "produced",
}  # fmt: skip
_JOB = "|".join(sorted(_JOBS, key=len, reverse=True))
_IS_THE_JOB = re.compile(
    rf"(?P<name>{FULL_NAME}) (?P<verb>is|was|serves as|served as|works as) (?:the )?(?P<job>{_JOB})(?![\w-])"
)
_AND_JOB = re.compile(rf"\band (?P<name>{FULL_NAME}) as (?:the )?(?P<job>{_JOB})(?![\w-])")
_ITS_JOB = re.compile(rf"\b[Tt]he (?:{WORK_WORDS})['’]s (?P<job>{_JOB}), (?P<name>{FULL_NAME})\b")
_LISTED = re.compile(
    rf"(?P<names>{FULL_NAME}(?:, {FULL_NAME})*,? and {FULL_NAME}) are (?:\w+ )?(?:as )?(?:the "
    rf")?(?P<job>{_JOB})s\b"
)
# Words that do not tell one work from another, as `the first film` would.
_SAME = r"(?:(?:new|acclaimed|romantic|[\w-]+-(?:part|episode|season)) )?"
_SUBJECT = re.compile(
    rf"^(?:[Tt]he {_SAME}(?P<noun>{WORK_WORDS})|It|(?P<title>{TITLE_HERE})) (?:is|was|has been)\b"
)
_OTHER_WORK = re.compile(
    rf"\b(?:based on|adapted from|adaptation of|remake of|from the|like|as)\b|\b(?:{WORK_WORDS}) "
    rf"(?=[‘“{UPPER}])"
)
_COMPANY_MADE = re.compile(rf"\b(?P<verb>produced) by (?:the )?(?P<name>{BARE_TITLE})(?=[,.;]|$| and )")
_COMPANY_IS = re.compile(
    rf"(?P<name>{BARE_TITLE}) (?P<verb>is|was) the production (?:company|studio|house) behind the "
    rf"(?:{WORK_WORDS})\b"
)
_COMPANY_WORKS = re.compile(
    rf"(?P<name>{BARE_TITLE}), an? (?:[\w-]+ ){{0,4}}(?P<verb>studio|company|producer|label) "
    rf"(?:responsible for|behind|known for) (?P<rest>.+)"
)
_KNOWN_FOR = re.compile(
    rf"(?P<name>{FULL_NAME})(?:, | is | was )an? (?:[\w-]+ ){{0,3}}(?P<job>director|filmmaker) "
    rf"(?:best |well |widely )?known for [^.;]*?\b(?:titles|films|movies|works|series|dramas)"
    rf"(?:,? like|,? such as|,? including|) (?P<rest>[{UPPER}‘“\d].+)"
)


def made_by(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`The series is directed by X and written by Y`; nothing where another work stands between."""
    work = _subject(scene, line)
    for found in (*_DONE_BY.finditer(line.text), *_FROM_SCRIPT.finditer(line.text)) if work else ():
        before = line.text[: found.start()]
        if work and line.is_stated(found.start("verb")) and not _OTHER_WORK.search(_after_subject(before)):
            for verb in filter(None, (found["verb"], found.groupdict().get("too"))):
                yield from _made(line, found["name"], _RELATIONS.get(verb), work, "made by")
                if helped := _HELPED.match(line.text, found.end()):
                    yield from _made(line, helped["name"], _RELATIONS.get(verb), work, "made by")


def job_done_by(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`the script, penned by X`, `the music, composed by Y`: of the main work."""
    for found in _JOB_DONE_BY.finditer(line.text):
        if scene.main and line.is_stated(found.start("verb")):
            relation = "wrote" if found["what"] in ("script", "screenplay") else "composed_music_for"
            yield from _made(line, found["name"], relation, scene.main, "job done by")
            if helped := _HELPED.match(line.text, found.end()):
                yield from _made(line, helped["name"], relation, scene.main, "job done by")


def has_job(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`X is the showrunner`, `X serves as editor and Y as composer`, `the show’s director, X`, lists."""
    if scene.main is None:
        return
    for pattern in (_IS_THE_JOB, _ITS_JOB):
        for found in pattern.finditer(line.text):
            at = found.start("verb") if "verb" in found.groupdict() else found.start()
            if line.is_stated(at) and not re.match(r" (?:of|for|at|on) ", line.text[found.end() :]):
                yield from _made(line, found["name"], _JOBS[found["job"]], scene.main, "job")
                for more in _AND_JOB.finditer(line.text, found.end()):
                    yield from _made(line, more["name"], _JOBS[more["job"]], scene.main, "job")
    for found in _LISTED.finditer(line.text):
        for name in re.split(r",? and |, ", found["names"]):
            yield from _made(line, name, _JOBS[found["job"]], scene.main, "listed job")


def companies(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`produced by X`, `X is the production company behind the series`, `X, a studio responsible for Z`."""
    for pattern, work in ((_COMPANY_MADE, _subject(scene, line)), (_COMPANY_IS, scene.main)):
        for found in pattern.finditer(line.text):
            if (
                work
                and line.is_stated(found.start("verb"))
                and not _OTHER_WORK.search(line.text[: found.start()])
            ):
                yield _produced(line, work, found["name"], "company")
    for found in _COMPANY_WORKS.finditer(line.text):
        rest = re.sub(r"^(?:[a-z][\w-]* ){0,5}?(?:like|such as|including) ", "", found["rest"])
        for name, kind in works(rest):
            yield _produced(line, Mention(name, EntityType.WORK, kind), found["name"], "company works")


def known_for(_: Scene, line: Line) -> Iterator[Candidate]:
    """`X, a filmmaker known for titles like Y and Z`: X directed them."""
    for found in _KNOWN_FOR.finditer(line.text):
        who = person(found["name"])
        for name, kind in works(found["rest"]) if who and line.is_stated(found.start("job")) else ():
            maker = Mention(who or "", EntityType.PERSON, "filmmaker")
            work = Mention(name, EntityType.WORK, kind)
            yield Candidate(maker, "directed", work, line.paragraph, line.sentence, "known for")


def _subject(scene: Scene, line: Line) -> Mention | None:
    """The work that a sentence opens with; the main work where it only says `the series` or `it`."""
    found = _SUBJECT.match(line.text)
    if found is None:
        return None
    name = title(found["title"]) if found["title"] else None
    if name is None or name in ("It", "The"):
        kind = kind_of(found["noun"] or "")
        main = scene.main
        is_other = bool(kind and main and main.kind and main.kind != kind)
        return main if scene.is_of_main(line) and not is_other else None
    if scene.main and _alike(name, scene.main.name):
        return Mention(name, EntityType.WORK, scene.main.kind)
    is_said_to_be_one = re.match(rf" an? [^.,]*\b(?:{WORK_WORDS})\b", line.text[found.end() :])
    return Mention(name, EntityType.WORK) if line.text[0] in "‘“\"'" or is_said_to_be_one else None


def _alike(one: str, other: str) -> bool:
    return re.sub(r"s\b", "", one.casefold()) == re.sub(r"s\b", "", other.casefold())


def _after_subject(before: str) -> str:
    found = _SUBJECT.match(before)
    return before[found.end() :] if found else before


def _made(line: Line, name: str, relation: str | None, work: Mention, pattern: str) -> Iterator[Candidate]:
    who = person(name, single=relation == "composed_music_for")
    if who and relation:
        maker = Mention(who, EntityType.PERSON, "filmmaker")
        yield Candidate(maker, relation, work, line.paragraph, line.sentence, pattern)


def _produced(line: Line, work: Mention, company: str, pattern: str) -> Candidate:
    value = Mention(company, EntityType.ORGANISATION, "company")
    return Candidate(work, "produced_by", value, line.paragraph, line.sentence, pattern)
