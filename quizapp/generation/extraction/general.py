"""The general route, read by characters: the first finite verb after a subject, and the words up to a stop.

Only shapes and forms of words are looked at; what the phrases mean and whether they stand alone is asked of
`meaning` and `deeds`.
"""

import re
from collections.abc import Iterator

from quizapp.generation import english
from quizapp.generation.extraction.asides import described, is_set_in_phrase
from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.deed_verbs import OF_TWO_OBJECTS
from quizapp.generation.extraction.later_verbs import later_verbs
from quizapp.generation.extraction.names import UPPER
from quizapp.generation.extraction.retelling import Taken, lasted, predicated, retold
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.extraction.told import FURTHER, WHAT_DAY, Told
from quizapp.packs.vocabulary import vocabulary

_MOST_SUBJECT_WORDS = 9
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_YEAR = rf"(?:\d{{1,2}} )?(?:{_MONTH},? )?(?:\d{{1,2}}, )?\d{{4}}\b"
_SHORT_NAME = rf"[{UPPER}][\w.’-]+(?: [{UPPER}][\w.’-]+){{0,3}}"
_OPENINGS = re.compile(
    rf"^|; |: |, (?:and|but|while|whereas|where) | and (?=(?:in|on) {_YEAR},? (?:he|she|it|they"
    rf"|{_SHORT_NAME}) )"
    rf"|, (?=(?:he|she|it|{_SHORT_NAME}) [a-z]+ )"
)
_FRONTED = re.compile(
    rf"(?: |“|\"|\[\d+\])*(?:(?:In|On|in|on) (?:[a-z]+ ){{0,4}}{_YEAR}{WHAT_DAY}?{FURTHER}{{0,2}},? "
    rf"|From {_YEAR} (?:to|until|till) {_YEAR},? "
    r"|(?:In|On|At|After|Before|During|By|With|From|For|Under|Against|Among|Within)\b[^,;:()]{2,70}, "
    r"|(?:However|Later|Then|Soon|Finally|Eventually|Meanwhile|Afterwards|Also|[A-Z]\w+ly),? )?"
)
_WORD = re.compile(r"[\w“\"‘][\w’'&.”\"-]*|[,;:()–—]")
_ASIDE = re.compile(
    r" ?\([^()]*\)|, (?!and\b)(?:(?:[^,;:()]|(?<=\d),(?=\d))+|[^;:()]{2,90}?),(?= (?:[a-z]+ly )?[a-z]+ )"
)
_ADVERBS = re.compile(r"(?: (?:\w{3,}ly|also|then|later|finally|soon|first|eventually))*")
_GROUP = re.compile(
    r" (?:(?P<helper>was|is|had|has|were|are|have) (?:(?:\w{3,}ly|also|then|later|finally|soon|first) )*)?"
    r"(?P<verb>[a-z]+)\b"
)
_NEXT = re.compile(r" ([a-z]+)")
_AUXILIARIES = vocabulary("was were is are has had have")
_MODALS = vocabulary("would could should might may must can will shall do does did")
_NO_SUBJECT = re.compile(r"(?:There|Here|This|That|These|Those|What|Who|Which|When|Where|How|Why|If)\b")
_DETERMINER = re.compile(
    r"(?:the|an?|his|her|its|their|of|in|on|at|to|for|from|with|by|and|or)", re.IGNORECASE
)
_SECOND = re.compile(
    r",? and (?:(?:then|later|finally|eventually|subsequently) )?(?P<group>(?:was )?[a-z]+)\b"
)
_OBJECT = re.compile(rf" (?:(?:the|an?|his|her|its|their|two|three|four|five|\d[\d,.]*) |[{UPPER}])")
_RELATIVE = re.compile(r", (?:who|which)(?= )")
_SHORT = re.compile(r", (?P<verb>[a-z]+)(?= (?:by|in|on|to|from|at|into)\b)")
# A comma is no stop before a year, a date or the second half of a place: `Troy, Ohio, on 26 June 1974`.
_STOP = re.compile(
    rf"\.\W*$|[;:()–—?!]|,(?!\d{{3}}\b)(?! \d{{4}}\b)(?! (?:in|on) (?:[a-z]+ ){{0,3}}{_YEAR})"
    rf"(?! [{UPPER}]\w+(?: [{UPPER}]\w+)?,? (?:in|on) {_YEAR})"
    rf"(?! (?:an?|the) [a-z][^,;:()]{{2,60}}, (?:in|on) {_YEAR})"
)
_PREDICATE = re.compile(r" (?P<verb>is|was|became) (?=the )")
_ROLE = re.compile(r" (?P<verb>was) (?=(?:the |an? )?[a-z])")
_APPOSITION = re.compile(r", (?=the )")
_FOREMOST = re.compile(r", (?=the (?:first|most|[a-z]{2,}est) )")


def general(meanings: Meaning, line: Line, taken: Taken) -> Iterator[Candidate]:
    """The facts of general relations that the characters of a sentence show."""
    for told in (*told_in(line.text), *later_verbs(line.text)):
        yield from retold(meanings, line, told, taken, "surface")
        yield from lasted(meanings, line, told, "surface")
    for told in roles_in(line.text):
        yield from lasted(meanings, line, told, "surface")
    for told in predicates_in(line.text):
        yield from predicated(meanings, line, told, "surface")


def told_in(text: str) -> Iterator[Told]:
    """Every clause whose subject opens it and whose verb follows."""
    for opening, subject in _subjects(text):
        yield from _asides(text, subject)
        aside = _ASIDE.match(text, subject[1])
        at = aside.end() if aside else subject[1]
        adverbs = _ADVERBS.match(text, at)
        yield from _chain(text, opening, subject, adverbs.end() if adverbs else at)


def predicates_in(text: str) -> Iterator[Told]:
    """Every clause that says what its subject is, with the predicate from its article to its end."""
    for opening, subject in _subjects(text):
        if described := _APPOSITION.match(text, subject[1]):
            yield Told(opening, subject, (described.end(), described.end()), _stop(text, described.end()))
        aside = _ASIDE.match(text, subject[1])
        if is_or_was := _PREDICATE.match(text, aside.end() if aside else subject[1]):
            yield Told(opening, subject, is_or_was.span("verb"), _stop(text, is_or_was.end()))
    yield from _asides_behind_names(text)


def _asides_behind_names(text: str) -> Iterator[Told]:
    """What asides say of names that do not open a clause: `they met X, the first woman to cross Y`."""
    for found in _FOREMOST.finditer(text):
        name = described(text, found.start())
        if name and not is_set_in_phrase(text, name):
            at = found.end()
            yield Told(name.start, (name.start, name.end), (at, at), _stop(text, at))


def roles_in(text: str) -> Iterator[Told]:
    """Every clause that says what its subject was, with its verb alone: `X was | president of Y`."""
    for opening, subject in _subjects(text):
        aside = _ASIDE.match(text, subject[1])
        if was := _ROLE.match(text, aside.end() if aside else subject[1]):
            yield Told(opening, subject, was.span("verb"), _stop(text, was.end()))


def _subjects(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Where clauses open, and the phrase before the first verb or aside."""
    for opens in _OPENINGS.finditer(text):
        fronted = _FRONTED.match(text, opens.end())
        start = fronted.end() if fronted else opens.end()
        if text[start - 1 : start] == "“" and "”" in text[start:]:
            start -= 1
        end = _subject_end(text, start)
        if end > start and not _NO_SUBJECT.match(text, start):
            yield opens.end(), (start, end)


def _subject_end(text: str, start: int) -> int:
    """The end of the words from a place to the first finite verb, aside or stop."""
    end, before = start, ""
    for count, word in enumerate(_WORD.finditer(text, start)):
        if word[0] in ",(":
            return end
        if word[0] in ";:)–—" or word[0] in _MODALS or count > _MOST_SUBJECT_WORDS:
            return start
        follows_noun = before and not _DETERMINER.fullmatch(before)
        if follows_noun and _is_finite(word[0]) and not _is_plural(text, word):
            return end
        if not _ADVERBS.fullmatch(f" {word[0]}"):
            end, before = word.end(), word[0]
    return start


def _is_finite(word: str) -> bool:
    if word in _MODALS:
        return False
    return word in _AUXILIARIES or english.is_past(word) or english.is_present(word)


def _is_plural(text: str, word: re.Match[str]) -> bool:
    """Whether a word in -s is a noun, since a verb in the past follows: `British troops occupied Skell`."""
    after = _NEXT.match(text, word.end())
    can_be = word[0] not in _AUXILIARIES and english.is_present(word[0])
    return can_be and after is not None and english.is_past(after[1])


def _chain(text: str, opening: int, subject: tuple[int, int], at: int) -> Iterator[Told]:
    """The deeds of one subject, from its verb on: `crossed Greenland and was received in Oslo`."""
    group = _GROUP.match(text, at)
    if group is None or group["verb"] in _MODALS:
        return
    helper, shared = group["helper"] or "", ""
    verb = (group.start() + 1, group.end())
    if helper in ("has", "had") and not english.is_participle(group["verb"]):
        helper, verb = "", group.span("helper")
    elif not helper and not _is_finite(group["verb"]):
        return
    while True:
        stop = _stop(text, verb[1])
        yield Told(opening, subject, verb, stop, shared)
        second = _next_verb(text, verb[1], stop)
        if second is None:
            return
        opening, verb = subject[0], second.span("group")
        shared = helper if helper in ("was", "had") and not english.is_past(second["group"]) else ""
        if helper == "was" and english.is_participle(second["group"]) and not _is_active(text, second):
            shared = "was"


def _is_active(text: str, verb: re.Match[str]) -> bool:
    """Whether a form that may be past or participle has its object at once: `and received the prize`."""
    word = verb["group"]
    is_either = english.is_past(word) and english.base(word) not in OF_TWO_OBJECTS
    return is_either and bool(_OBJECT.match(text, verb.end()))


def _next_verb(text: str, start: int, stop: int) -> re.Match[str] | None:
    for found in _SECOND.finditer(text, start, stop):
        if _is_finite(found["group"].split()[0]):
            return found
    return None


def _asides(text: str, subject: tuple[int, int]) -> Iterator[Told]:
    """What an aside tells of its subject: `X, who crossed Greenland,`, `X, sold to Denmark in 1917,`."""
    if relative := _RELATIVE.match(text, subject[1]):
        yield from _chain(text, subject[0], subject, relative.end())
    elif (short := _SHORT.match(text, subject[1])) and english.is_participle(short["verb"]):
        yield Told(subject[0], subject, short.span("verb"), _stop(text, short.end()), "was")


def _stop(text: str, start: int) -> int:
    found = _STOP.search(text, start)
    return found.start() if found else len(text)
