"""What one document is about: its main work, who acts in it, and its sentences as patterns may read them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from quizapp.domain.fact import EntityType
from quizapp.generation.document import Document
from quizapp.generation.extraction.candidate import Mention
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

# Longer runs inside quotation marks are somebody's words, not the document's.
_SPEECH_WORDS = 7
# Longer ones are tables and word lists, and would cost patterns a time that grows with their square.
_LONGEST_SENTENCE = 1500
_QUOTATION = re.compile(r"[“\"][^“”\"]*(?:[”\"]|$)")
_DOUBT = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|rumou?r\w*|speculat\w+|unconfirmed|if|unless|whether)\b|\?",
    re.IGNORECASE,
)
_BEFORE_VERB = re.compile(
    r"\b(?:will|would|may|might|could|should|can|not|never|nor|n['’]t|set to|expected to|hopes? to"
    r"|wants? to|due to)"
    r"(?:\W+\w+){0,2}\W*$",
    re.IGNORECASE,
)
_HEARSAY = re.compile(
    r"\b(?:said to|say that|according to|believed?|believes|thought to|claim\w*|credited|legends?"
    r"|myths?|tradition\w*|probably|perhaps|possibly|apparently|likely|presumably|supposed|seems?|seemed|disput\w+|doubt\w*"
    r"|story goes|told|imagin\w+|fiction\w*|almost|nearly|planned|plans)\b",
    re.IGNORECASE,
)
_TITLES_IN_USE = (
    re.compile(rf"\b(?:{WORK_WORDS}) (?P<title>{TITLE_HERE})"),
    re.compile(rf"\b(?:episode|season|trailer|finale|cast|plot) of (?P<title>{TITLE_HERE})"),
    re.compile(rf"^(?P<title>{TITLE_HERE})(?= (?:is|was) (?:an?|the) [^.]{{0,60}}\b(?:{WORK_WORDS})\b)"),
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
    """A sentence as patterns read it (speech blanked out, same length), its place, and what is before it."""

    text: str
    paragraph: int
    sentence: int
    before: str = ""

    def is_stated(self, verb_at: int) -> bool:
        """Whether the verb at that place states something flatly: not planned, denied, doubted or asked."""
        return not _is_doubted(self.text) and not _BEFORE_VERB.search(
            self.text, max(0, verb_at - 40), verb_at
        )

    def is_plain(self, verb_at: int) -> bool:
        """Whether it is stated flatly and on the document's own word: no hearsay, legend or guess."""
        return not _is_hearsay(self.text) and self.is_stated(verb_at)


# A sentence is asked about for each of its verbs, and sentence comes after sentence.
@lru_cache(maxsize=64)
def _is_doubted(text: str) -> bool:
    return bool(_DOUBT.search(text))


@lru_cache(maxsize=64)
def _is_hearsay(text: str) -> bool:
    return bool(_HEARSAY.search(text))


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
        """The work that the document is about: the title in use that is named most often, at least twice."""
        found: Counter[str] = Counter()
        for line in self.lines:
            for pattern in _TITLES_IN_USE:
                found.update(name for m in pattern.finditer(line.text) if (name := title(m["title"])))
        in_title = {title(m["title"]) for m in _QUOTED_IN_TITLE.finditer(self.document.title)}
        found.update(name for name in in_title if name)
        whole = self.document.text.casefold()
        ranked = sorted(
            (name for name in found if len(name) > 3),
            key=lambda n: (n not in in_title, -whole.count(n.casefold()), -len(n), n),
        )
        if not ranked or (whole.count(ranked[0].casefold()) < 2 and ranked[0] not in in_title):
            return None
        return Mention(ranked[0], EntityType.WORK, self.medium)

    @cached_property
    def medium(self) -> str:
        """`series` or `film`, whichever the document calls its subject more; nothing when it is close."""
        text = self.document.text
        series = len(re.findall(rf"\b(?:the|this) (?:new )?(?:{SERIES_WORDS})\b", text, re.IGNORECASE))
        films = len(re.findall(rf"\b(?:the|this) (?:new )?(?:{FILM_WORDS})\b", text, re.IGNORECASE))
        if max(series, films) <= 2 * min(series, films):
            return ""
        return "series" if series > films else "film"

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
        return frozenset(found)

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
        for passage in self.document.passages:
            readable = _QUOTATION.sub(_blank_speech, passage.text)
            before = ""
            for sentence in passage.sentences:
                start = sentence.start - passage.start
                text = readable[start : start + len(sentence.text)]
                is_new = sentence.text not in said
                said.add(sentence.text)
                if is_new and text.strip() and len(text) <= _LONGEST_SENTENCE:
                    yield Line(text, passage.number, sentence.number, before)
                before = f"{before} {text}"[-_LONGEST_SENTENCE:]


def _blank_speech(found: re.Match[str]) -> str:
    return " " * len(found[0]) if len(found[0].split()) > _SPEECH_WORDS else found[0]
