"""How things came about: founded, opened, invented, discovered, designed, published; when, and by whom.

Things must have names, works a title in quotation marks: `the process` and `the machine` are told apart by
their context only, and stay unread.
"""

import re
from collections.abc import Iterator

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.lives import ASIDE, OPENING, is_somebody
from quizapp.generation.extraction.names import NAME, UPPER, WORD, title
from quizapp.generation.extraction.scene import Line, Scene
from quizapp.generation.extraction.years import dated, when, year

_PART = rf"(?:[{UPPER}][\w’'-]*)(?<!['’]s)"
_NAMED = rf"{_PART}(?: (?:(?:of|for|de|&)(?: the)? )?{_PART}){{0,5}}"
_THING = rf"(?P<the>[Tt]he )?(?P<thing>{_NAMED})(?![\w’'-])"
_QUOTED = r"(?P<title>[“\"‘][^‘’“”\"]{2,60}[’”\"])"
_BY = (
    r"(?P<trade>(?:the |an? )?(?:(?!of\b|and\b|from\b|for\b)[a-z][\w-]+ ){0,3})"
    rf"(?P<by>{NAME})(?![\w’'-])"
)
_TOWN = rf"(?: (?:in|at) {WORD}(?: {WORD}){{0,2}},?)?"
_MADE = "founded|established|invented|discovered|designed"
_PASSIVE = re.compile(
    rf"{_THING}{ASIDE} (?P<verb>was|is) (?:first |officially |formally )?"
    rf"(?P<what>{_MADE}|opened|completed|finished)(?: to the public)?{_TOWN}"
    rf"(?: {when('early')})?(?: by {_BY})?{_TOWN}(?:,? {when('late')})?"
)
_OPENED = re.compile(
    rf"{_THING}{ASIDE} (?:first |officially )?(?P<verb>opened)(?: to the public)?{_TOWN} {when('late')}"
)
_ASIDE_FOUNDED = re.compile(
    rf"{_THING}, an? (?:(?!of\b|and\b|in\b|with\b|that\b|by\b)[\w-]+ ){{1,4}}"
    rf"(?P<verb>founded|established) {when('late')}(?=[,.; ])"
)
_ACTIVE = re.compile(
    rf"(?P<who>{NAME}){ASIDE} (?P<verb>{_MADE}) {_THING}{_TOWN}"
    rf"(?=[.,;]|$| (?:in|on|at|with|while|when|after|before|as) )(?:,? {when('late')})?"
)
_DATES_IN = {_PASSIVE: ("early", "late"), _OPENED: ("late",), _ASIDE_FOUNDED: ("late",)}
_NO_TRADE = re.compile(r"\b(?:company|firm|group|society|club|brand|band|team|studio|agency|house)\b")
_LEAD = re.compile(rf"^In {dated('lead')},? $")
_KINDS = "novel|book|poem|play|story|opera|symphony|song|album|painting|film"
_WROTE = re.compile(
    rf"(?P<who>{NAME}){ASIDE} (?P<verb>wrote|composed|painted) (?:the|an?|his|her) (?:[\w-]+ ){{0,2}}"
    rf"(?P<kind>{_KINDS}),? {_QUOTED}"
)
_DATED = re.compile(rf"\b(?P<kind>novel|book|poem|story|song|album|film),? {_QUOTED} \({dated('late')}\)")
_PUBLISHED = re.compile(
    rf"(?:(?P<kind>{_KINDS}),? )?{_QUOTED},? was (?:first )?(?P<how>published|released) "
    rf"{when('late')}"
)
_YEAR_OF = {
    "founded": "founded_in_year", "established": "founded_in_year", "opened": "opened_in_year",
    "completed": "completed_in_year", "finished": "completed_in_year",
    "invented": "invented_in_year", "discovered": "discovered_in_year",
}  # fmt: skip
_MAKER_OF = {
    "founded": "founded_by", "established": "founded_by", "invented": "invented_by",
    "discovered": "discovered_by", "designed": "designed_by",
}  # fmt: skip
_AUTHOR_OF = {"wrote": "wrote", "composed": "composed", "painted": "painted"}
_RELEASED = ("song", "album", "film")
# These are not finished as a building is.
_NOT_BUILT = re.compile(r"\b(?:Wars?|Battle|Campaign|Expedition|Tour|Season|Crisis|Revolution)\b")
# One of these alone names nothing: a school, a law, a person already spoken of.
_NO_NAME = re.compile(
    r"(?:It|He|She|They|This|That|These|Those|There|Here|One|Another|Each|Both|Who|Which|What|In|On|At"
    r"|His|Her|Its|Their|(?:First|Second|Third|New|Old|Last|Modern|National|Local)?"
    r"(?: ?(?:Company|School|Club|City|Town"
    r"|Museum|Society|University|College|House|Bridge|Church|Theatre|Station|Line|Building|Party|Bank|Union"
    r"|Firm|Team|Association|Institute|Village|Colony|Work|Construction|Doors|Research|Later|Today))?)"
)


def made(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`X was founded in 1871 by Y`, `X opened in 1889`, `X, a firm founded in 1951`: its year and maker."""
    for pattern, groups in _DATES_IN.items():
        for found in pattern.finditer(line.text):
            given = found.groupdict("")
            what = given.get("what") or found["verb"]
            at_start = pattern is _ASIDE_FOUNDED or OPENING.search(line.text[: found.start()])
            thing = _thing(scene, found, what)
            if thing is None or not at_start or not line.is_plain(found.start("verb")):
                continue
            yield from _in_year(line, thing, what, found, *groups)
            if given.get("by") and (maker := _maker(scene, line, found["by"], found["trade"])):
                yield from _by(line, thing, what, maker)


def makes(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`In 1871 Y founded X`, `Y discovered X in 1781`: the maker, and the year that stands beside."""
    for found in _ACTIVE.finditer(line.text):
        before, what = line.text[: found.start()], found["verb"]
        thing, lead = _thing(scene, found, what), _LEAD.match(before)
        maker = _maker(scene, line, found["who"])
        if thing and maker and OPENING.search(before) and line.is_plain(found.start("verb")):
            yield from _by(line, thing, what, maker)
            yield from _in_year(line, thing, what, found, "late")
            if lead:
                yield from _in_year(line, thing, what, lead, "lead")


def works(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`Y wrote the novel “X”`, `the novel “X” (1871)`, `“X” was published in 1871`: author and year."""
    for found in _WROTE.finditer(line.text):
        maker, work = _maker(scene, line, found["who"]), _work(found)
        opens = OPENING.search(line.text[: found.start()])
        if maker and work and opens and line.is_plain(found.start("verb")):
            yield Candidate(
                Mention(maker, EntityType.PERSON),
                _AUTHOR_OF[found["verb"]], work, line.paragraph, line.sentence, "wrote",
            )  # fmt: skip
    for pattern in (_DATED, _PUBLISHED):
        for found in pattern.finditer(line.text):
            how = found.groupdict().get("how") or ("released" if found["kind"] in _RELEASED else "published")
            work = _work(found)
            if work and found["kind"] != "painting" and line.is_plain(found.start("title")):
                relation = f"{how}_in_year"
                yield Candidate(work, relation, year(found, "late"), line.paragraph, line.sentence, how)


def _thing(scene: Scene, found: re.Match[str], what: str) -> Mention | None:
    """The thing that was made, if its name is one: several words, or one written so in mid-sentence too."""
    name = found["thing"]
    if _NO_NAME.fullmatch(name) or not _is_known(scene, name, bool(found["the"])):
        return None
    if what in ("discovered", "opened") and not found["the"] and _may_be_a_person(scene, name):
        return None
    if what in ("completed", "finished") and _NOT_BUILT.search(name):
        return None
    founded = what in ("founded", "established")
    type_ = EntityType.ORGANISATION if founded else EntityType.THING
    return Mention(name, type_, takes_the=bool(found["the"]))


def _is_known(scene: Scene, name: str, has_article: bool) -> bool:
    if " " in name or has_article:
        return True
    return scene.says(rf"[a-z,] {re.escape(name)}\b")


def _may_be_a_person(scene: Scene, name: str) -> bool:
    """Whether the last of several words stands alone elsewhere, as surnames do."""
    if " " not in name:
        return False
    last = re.escape(name.split()[-1])
    return name == scene.protagonist or scene.says(rf"(?:^|[.,;:] |\b[a-z]+ ){last}\b")


def _work(found: re.Match[str]) -> Mention | None:
    name = title(found["title"])
    if name is None or not name[0].isupper():
        return None
    return Mention(name, EntityType.WORK, found["kind"] or "")


def _maker(scene: Scene, line: Line, name: str, trade: str = "") -> str:
    """The maker in full: someone whose trade is told, or whom the text treats as a person, not as a firm."""
    told = trade.split()[-1:] not in ([], ["the"], ["a"], ["an"]) and not _NO_TRADE.search(trade)
    if not is_somebody(scene, line, name, trade) or (trade and not told):
        return ""
    full = scene.bearer(name)
    is_person = told or re.search(r"\b(?:he|she|who)\b", line.text) or _may_be_a_person(scene, full)
    return full if is_person else ""


def _by(line: Line, thing: Mention, what: str, maker: str) -> Iterator[Candidate]:
    if relation := _MAKER_OF.get(what):
        value = Mention(maker, EntityType.PERSON)
        yield Candidate(thing, relation, value, line.paragraph, line.sentence, "made")


def _in_year(
    line: Line, thing: Mention, what: str, found: re.Match[str], *groups: str
) -> Iterator[Candidate]:
    relation, written = _YEAR_OF.get(what), year(found, *groups)
    if relation and written:
        yield Candidate(thing, relation, written, line.paragraph, line.sentence, "made")
