"""What one document is about: its main work, who acts in it, and its sentences as patterns may read them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from quizapp.domain.fact import EntityType
from quizapp.generation.aliases import keys
from quizapp.generation.document import Document
from quizapp.generation.extraction.candidate import Mention
from quizapp.generation.extraction.classes import words
from quizapp.generation.extraction.emphasis import in_quotes, without_marks
from quizapp.generation.extraction.names import (
    FILM_WORDS,
    FULL_NAME,
    NAME,
    SERIES_WORDS,
    TITLE_HERE,
    WORD,
    WORK_WORDS,
    person,
    title,
)
from quizapp.generation.extraction.told_years import with_years
from quizapp.packs.vocabulary import vocabulary

# Longer runs inside quotation marks are somebody's words, not the document's.
_SPEECH_WORDS = 7
# Longer ones are tables and word lists, and would cost patterns a time that grows with their square.
_LONGEST_SENTENCE = 1500
_QUOTATION = re.compile(r"[“\"][^“”\"]*(?:[”\"]|$)")
# The numbers of notes stand where sentences meet, and belong to neither.
_CITATION = re.compile(r"\[(?:\d{1,3}|[a-z]|citation needed|note \d+)\]")
_NOTE = "\0"
_DOUBT = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|rumou?r\w*|speculat\w+|unconfirmed)\b|\?"
    r"|, (?:if|unless|whether)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)
# Of `may` only the verb: in May 1901 something did happen.
_BEFORE_VERB = re.compile(
    r"\b(?:will|would|(?-i:may)|might|could|should|can|not|never|nor|n['’]t|set to|expected to|hopes? to"
    r"|wants? to|due to)"
    r"(?:\W+\w+){0,2}\W*$",
    re.IGNORECASE,
)
# To give up a claim, and to claim lives, is no hearsay.
_CLAIM = (
    r"(?:(?<!his )(?<!her )(?<!its )(?<!their )claim(?!(?:s|ed|ing)? (?:the |(?:[\w,]+ ){1,2})lives\b)\w*"
    r"|claims? that)"
)
_HEARSAY = re.compile(
    r"\b(?:according to|legends?|myths?|tradition(?:s|ally)?|apparently|disput\w+|doubt\w*"
    r"|story goes)\b",
    re.IGNORECASE,
)
# What is told so may stand beside what the text says on its own word: `he was born in 1902, and is said to`.
_TOLD = re.compile(
    rf"\b(?:said to|say that|believed?|believes|thought to|{_CLAIM}|credited|supposed|seems?|seemed)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r" (?:to|with) ")
_ENDS = re.compile(r"\W*(?:$|[,.;])")
# `It is believed`, `some say that` comment on the whole sentence, wherever they stand.
_COMMENT = re.compile(
    r"(?: *(?:as|so|or|and|but|though|although|it|this|that|is|was|has|been|widely|generally|often|now"
    r"|usually|commonly|sometimes|long|some|many|most|others|historians|scholars|experts|sources|people))* *",
    re.IGNORECASE,
)
_CLAUSE_OPENS = re.compile(r"[,;:()–—]| and (?=(?:is|was|are|were|has|had) )| (?=(?:who|which|that|where) )")
# These touch the clause that they stand in, and the whole sentence only where they open it.
_GUESS = re.compile(
    r"\b(?:(?P<opens>probably|perhaps|possibly|likely|presumably|told)|imagin\w+|fiction\w*|almost|nearly"
    r"|planned|plans)\b",
    re.IGNORECASE,
)
_NEXT_CLAUSE = re.compile(r"[;:]|, (?=(?:and|but|while|whereas|where|which|who|although|though|yet)\b)|$")
# Words before a noun, and none that would make another noun of it: `a screenwriter known for the series`.
_OF_A_KIND = r"(?!(?:of|for|in|by|from|on|at|to|with|who|and|known|behind) )[\w’'-]+"
# Only what a sentence opens with is what `it` may mean next.
_ANOTHER = re.compile(
    rf"(?:^|[.!?] +)(?:An?|Another) (?:[\w-]+ ){{0,4}}?"
    rf"(?:{FILM_WORDS}|{SERIES_WORDS}|sequel|remake|musical)\b(?! festival)"
)
_BOOKS = "novel|play|book|album|opera|musical"
_NO_TITLES = vocabulary("it what this that he she they there netflix")
_TITLES_IN_USE = (
    re.compile(rf"\b(?:{WORK_WORDS}|{_BOOKS}) (?P<title>{TITLE_HERE})(?! (?:{WORK_WORDS}|{_BOOKS}))"),
    re.compile(rf"\b(?:episode|season|trailer|finale|cast|plot) of (?P<title>{TITLE_HERE})"),
    re.compile(
        rf"^(?P<title>{TITLE_HERE})(?= (?:is|was) (?:an?|the) (?:{_OF_A_KIND} ){{0,6}}(?:{WORK_WORDS})\b)"
    ),
    re.compile(rf"(?P<title>{TITLE_HERE})(?=, (?:an?|the) (?:{_OF_A_KIND} ){{0,6}}(?:{WORK_WORDS})\b)"),
)
_QUOTED_IN_TITLE = re.compile(r"(?<!\w)(?P<title>[‘“\"'][^‘’“”\"']{2,60}[’”\"'])(?!\w)")
_A_NAME = re.compile(FULL_NAME)
_TOLD_OF = re.compile(rf"(?P<name>{FULL_NAME})(?=$|[:,(–—]| [(–—-])")
_OPENS_A_LIFE = re.compile(rf"(?P<name>{FULL_NAME}) (?:was born|\((?:born )?[^)]*\d{{4}})")
_NAMES = rf"{FULL_NAME}(?:, {FULL_NAME})*(?:,? and {FULL_NAME})?"
_ACTORS = (
    re.compile(rf"({FULL_NAME}) (?:plays|portrays) (?:the (?:role|part) of )?(?={NAME})"),
    re.compile(rf"({FULL_NAME}) stars\b"),
    re.compile(rf"\b(?:played|portrayed) by ({FULL_NAME})"),
    re.compile(rf"\b(?:[Aa]ctor|[Aa]ctress) ({FULL_NAME})"),
    re.compile(rf"\b(?:stars|starring|alongside) (?:{WORD}['’]s )?({_NAMES})"),
    re.compile(rf"({FULL_NAME}), an? (?:[\w-]+ ){{0,3}}(?:actor|actress)\b"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as patterns read it (no speech, no notes, years filled in), its place, what is before."""

    text: str
    paragraph: int
    sentence: int
    before: str = ""

    def is_stated(self, verb_at: int) -> bool:
        """Whether the verb at that place states something flatly: not planned, denied, doubted or asked."""
        return verb_at < _doubt_from(self.text) and not _BEFORE_VERB.search(
            self.text, max(0, verb_at - 40), verb_at
        )

    def is_plain(self, verb_at: int) -> bool:
        """Whether it is stated flatly and on the document's own word: no hearsay, legend or guess."""
        is_guessed = any(start <= verb_at < end for start, end in _guessed(self.text))
        return not is_guessed and verb_at < _hearsay_from(self.text) and self.is_stated(verb_at)


# A sentence is asked about for each of its verbs, and sentence comes after sentence.
@lru_cache(maxsize=64)
def _doubt_from(text: str) -> int:
    """From where on a sentence is in doubt: from its beginning, or from the clause of an `if` on."""
    if _DOUBT.search(text):
        return 0
    condition = _CONDITION.search(text)
    return _clause_start(text, condition.start()) if condition else len(text) + 1


@lru_cache(maxsize=64)
def _hearsay_from(text: str) -> int:
    """From where on a sentence tells what others say: from its beginning, or from one of its clauses on."""
    if _HEARSAY.search(text):
        return 0
    starts = [_told_from(text, told) for told in _TOLD.finditer(text)]
    return min(starts, default=len(text) + 1)


def _told_from(text: str, told: re.Match[str]) -> int:
    start = _clause_start(text, told.start())
    is_comment = _COMMENT.fullmatch(text, start, told.start()) and not (
        told[0].endswith(" to") or _GOES_ON.match(text, told.end())
    )
    return 0 if is_comment or _ENDS.match(text, told.end()) else start


def _clause_start(text: str, at: int) -> int:
    return max((found.end() for found in _CLAUSE_OPENS.finditer(text, 0, at)), default=0)


@lru_cache(maxsize=64)
def _guessed(text: str) -> tuple[tuple[int, int], ...]:
    """Where the clauses lie that a word touches by which they are guessed, planned or nearly so."""
    if not _GUESS.search(text):
        return ()
    ends = [found.end() for found in _NEXT_CLAUSE.finditer(text)]
    clauses = list(zip([0, *ends], ends, strict=False))
    if any(found["opens"] for found in _GUESS.finditer(text, *clauses[0])):
        return ((0, len(text)),)
    return tuple(_touched(text, *each) for each in clauses if _GUESS.search(text, *each))


def _touched(text: str, start: int, end: int) -> tuple[int, int]:
    """How much of a clause its guesses touch: of `was built and proved nearly perfect` what follows `and`."""
    guesses = [*_GUESS.finditer(text, start, end)]
    if any(found[0].casefold() not in ("almost", "nearly") for found in guesses):
        return start, end
    return max(start, text.rfind(" and ", start, guesses[0].start())), end


@dataclass(frozen=True)
class Scene:
    """One document seen as a whole."""

    document: Document

    @cached_property
    def _counts(self) -> dict[re.Pattern[str], int]:
        return {}

    @cached_property
    def _said(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _paragraphs(self) -> dict[int, str]:
        return {passage.number: passage.text for passage in self.document.passages}

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All sentences that the document itself says, each once: repeating it states nothing more."""
        return tuple(self._lines())

    @cached_property
    def main(self) -> Mention | None:
        """The work that the document is about: the one in its title, or the one named far more than others.

        A text about a person tells of many works, and of none of them most.
        """
        quoted = {title(m["title"]) for m in _QUOTED_IN_TITLE.finditer(self.document.title)}
        told = self.document.title.casefold()
        times = {
            name: self.document.text.count(name)
            for name in {*self.titles, *(name for name in quoted if name)}
            if len(name) > 3
        }
        in_title = [
            name for name in times if name in quoted or re.search(rf"\b{re.escape(name.casefold())}\b", told)
        ]
        ranked = sorted(times, key=lambda n: (n not in quoted, n not in in_title, -times[n], -len(n), n))
        if not ranked:
            return None
        first = ranked[0]
        others = [times[name] for name in times if name not in first and first not in name]
        if first not in in_title and (
            times[first] < 2 or self.protagonist or times[first] <= 2 * max(others, default=0)
        ):
            return None
        return Mention(first, EntityType.WORK, self.medium)

    @cached_property
    def titles(self) -> frozenset[str]:
        """Every title that the document says to be that of a film or series."""
        found = (m for line in self.lines for pattern in _TITLES_IN_USE for m in pattern.finditer(line.text))
        names = (title(m["title"]) for m in found)
        return frozenset(name for name in names if name and name.casefold() not in _NO_TITLES)

    def is_of_main(self, line: Line) -> bool:
        """Whether `the series` in a line can mean the main work: no other title was named after it there."""
        named = [(line.before.rfind(name), len(name), name) for name in self.titles if len(name) > 3]
        place, _, last = max(named, default=(-1, 0, ""))
        if self.main is None or self._is_another_introduced(line.before, self.main.name):
            return False
        if place < 0:
            return True
        return bool(keys(last, EntityType.WORK) & keys(self.main.name, EntityType.WORK))

    def _is_another_introduced(self, before: str, name: str) -> bool:
        """Whether a sentence before opens with `A television series`, and none later names the main work."""
        return bool(_ANOTHER.search(before, max(0, before.rfind(name))))

    @cached_property
    def medium(self) -> str:
        """`series`, `film` or `novel`, as the document calls its subject most; nothing when it is close."""
        text = self.document.text
        said = {
            kind: len(re.findall(rf"\b(?:the|this) (?:new )?(?:{words})\b", text, re.IGNORECASE))
            for kind, words in (("series", SERIES_WORDS), ("film", FILM_WORDS), ("novel", "novel|book"))
        }
        first, second, _ = sorted(said, key=lambda kind: (-said[kind], kind))
        return first if said[first] > 2 * said[second] else ""

    @cached_property
    def actors(self) -> frozenset[str]:
        """Full names that the document gives to people who act."""
        names = (
            person(name)
            for line in self.lines
            for pattern in _ACTORS
            for found in pattern.finditer(line.text)
            for name in re.split(r",? and |, ", found[1])
        )
        return frozenset(name for name in names if name)

    @cached_property
    def full_names(self) -> frozenset[str]:
        """Everything in the document that has the shape of a person's full name."""
        found = {name for line in self.lines for m in _A_NAME.finditer(line.text) if (name := person(m[0]))}
        return frozenset(
            name for name in found if name.split()[0].casefold() not in words("words", "openers")
        )

    @cached_property
    def protagonist(self) -> str:
        """The person whom the title opens with; otherwise the first words of the text, if born or dated."""
        first = next((line.text for line in self.lines[1:]), "")
        found = _TOLD_OF.match(self.document.title) or _OPENS_A_LIFE.match(first)
        name = (person(found["name"]) or "") if found else ""
        return name if re.search(r"\b(?:[Hh]e|[Ss]he)\b", self.document.text) else ""

    def bearer(self, name: str) -> str:
        """The full name of the person whom a full name or a surname means in this document; else nothing."""
        if " " in name:
            return person(name) or ""
        if self.protagonist.endswith(f" {name}"):
            return self.protagonist
        found = [full for full in self.full_names if full.endswith(f" {name}")]
        return found[0] if len(found) == 1 else ""

    def is_alone(self, name: str, line: Line) -> bool:
        """Whether the paragraph, up to the end of the line, names no other person."""
        others = {m for m in self.full_names if m.split()[-1] != name.split()[-1]} if name else set()
        return bool(name) and not any(other in line.before + line.text for other in others)

    def says(self, pattern: str) -> bool:
        """Whether the document's text has that pattern in it; asked again and again, it is searched once."""
        if pattern not in self._said:
            self._said[pattern] = bool(re.search(pattern, self.document.text, re.MULTILINE))
        return self._said[pattern]

    def paragraph(self, line: Line) -> str:
        """The whole paragraph in which a line stands."""
        return self._paragraphs.get(line.paragraph, "")

    def matching(self, pattern: re.Pattern[str]) -> int:
        """How often a pattern is found in the document's sentences."""
        if pattern not in self._counts:
            self._counts[pattern] = sum(len(pattern.findall(line.text)) for line in self.lines)
        return self._counts[pattern]

    def count(self, word: str) -> int:
        """How often a word stands in the document."""
        return len(re.findall(rf"\b{re.escape(word)}\b", self.document.text))

    def _lines(self) -> Iterator[Line]:
        said: set[str] = set()
        previous = ""
        for passage in self.document.passages:
            readable = in_quotes(_QUOTATION.sub(_blank_speech, _CITATION.sub(_marked, passage.text)))
            before = ""
            for sentence in passage.sentences:
                start = sentence.start - passage.start
                text = without_marks(readable[start : start + len(sentence.text)])
                text = with_years(text.replace(_NOTE, "").lstrip(" "), previous)
                is_new = sentence.text not in said
                said.add(sentence.text)
                if is_new and text.strip() and len(text) <= _LONGEST_SENTENCE:
                    yield Line(text, passage.number, sentence.number, before)
                before, previous = f"{before} {text}"[-_LONGEST_SENTENCE:], text


def _marked(found: re.Match[str]) -> str:
    return _NOTE * len(found[0])


def _blank_speech(found: re.Match[str]) -> str:
    return " " * len(found[0]) if len(found[0].split()) > _SPEECH_WORDS else found[0]
