"""What the sentences of a document are about, one after another: paragraphs, subjects, the title."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.bearer import Bearer
from quizapp.generation.extraction.census import Census
from quizapp.generation.extraction.classes import class_of, nouns
from quizapp.generation.extraction.scene import Line, Scene
from quizapp.generation.extraction.spans import Span
from quizapp.generation.extraction.subject import opens_title, tells_of
from quizapp.packs.vocabulary import vocabulary

# So many sentences back a pronoun or a description may reach.
_AS_FAR_BACK = 6
_FRONTED = re.compile(
    r"(?:In|On|By|After|Before|During|At|Since|From|Until|For|Today|Later|Then|Now|Originally|Initially"
    r"|Between|Under|Throughout|Despite|Over|Within|Among|Following|Meanwhile"
    r"|However|Eventually|Finally|Soon|Also|As|With|(?:\w+ )?(?:years?|months?|days?|weeks?)"
    r" later)\b"
    r"[^,]{0,50}(?:, (?:on|in) [\w ]{2,30})?, "
    r"|(?:In|By|Since|On|From|After|Until|Before|As of)(?: [a-z]+){0,2}(?: \d{1,2})?(?: [A-Z][a-z]+)? \d{4} "
)
_ADJUNCT = re.compile(
    r"(?:(?:In|On|By|After|Before|During|At|Since|From|Until|For|Over|Within|Under|Between|Despite|With|As|Among"
    r"|Throughout|About|Around|Today|Later|Then|Now|Here|There|Soon|Again|Also|Already|Meanwhile|However|Eventually"
    r"|Finally|Originally|Initially|Instead|Afterwards|Together|\w+ly"
    r"|(?:[\w-]+ ){1,3}(?:later|earlier|after))\b"
    r"[^;:]{0,110}?)[ ,]*"
)
_NO_ADJUNCT = re.compile(
    r"\b(?:than|what|how|why|and|but|or)[ ,]*$|\b(?:is|was|are|were|had|has|did|when|while|because|although"
    r"|who|which|that|where|whom|whose|if|until|he|she|it|they|his|her)\b",
    re.IGNORECASE,
)
_PARTICIPIAL = re.compile(
    r"(?:First )?(?:Built|Designed|Founded|Opened|Named|Sold|Directed|Written|Published|Launched|Completed"
    r"|Located|Situated|Born|Known|Based|Made|Painted|Composed|Established|Created|Released|Discovered)\b[^;]{0,110},"
)
# `Her opera The Sea King`, `His novel “Low Tide”`
_OWN_WORK = re.compile(r"(?:His|Her|Their) (?:[a-z][\w-]* ){0,2}(?P<noun>[a-z][\w-]*)(?:,? [“\"‘']?The)?,?")
_DESCRIPTION = re.compile(r"(?:(?:The|An?|[A-Z]\w+(?:an|ish|ese|ch)) (?:[\w-]+ ){0,3})?(?P<noun>[\w-]+)")
_AFTER_PREPOSITION = re.compile(
    r"\b(?:in|of|at|on|from|near|with|for|to|into|across|between|under|over|than|like|aboard|off|along|through"
    r"|around|behind|against|towards?|via|inside|outside|within|by|as|about|after|before|during|since|until)"
    r"(?: (?:the|an?|his|her|its|their))?(?: [a-z][\w-]*){0,3},? (?:the )?[“\"‘']?$",
    re.IGNORECASE,
)
# A name behind a copula tells what something is: `it is a World Heritage Site`.
_SAID_OF_IT = re.compile(
    r"\b(?:is|was|are|were|became|remains|been|considered|called|named|as) (?:(?:also|now|still|then) )?"
    r"(?:(?:an?|the|one of the) (?:[a-z][\w-]* ){0,4})?[“\"‘']?$"
)
# What a clause or an apposition tells more of may be taken up: `the Tower, a keep of 1320`.
_TOLD_MORE = re.compile(r"[”\"’']?, (?:which|who|whose|where|an?|the) ")
_SMALL_WORD = re.compile(
    r" (?P<noun>(?!is\b|was\b|has\b|had\b|are\b|were\b|\w+ly\b)[a-z][\w-]*)(?P<verb> (?:is|was|has|had)\b)?"
)
_OPENS_DESCRIBED = re.compile(
    r"(?:His|Her|Its|Their|The) (?:[a-z][\w-]* ){0,3}[a-z][\w-]*, (?:[Tt]he )?[“\"‘']?"
)
_LISTED = re.compile(r"(?:,|,? and|,? or) (?:the )?[“\"‘']?$")


NO_VERBS = vocabulary(
    "in of at on from near with for to into across between under over than like by as about after before "
    "during since until through around behind against via inside outside within is was are were be been "
    "became become becomes remains remained and or but not also now still once then such being called named"
)
_CLOSED = (
    r"(?:of|in|on|at|by|for|from|with|to|and|or|that|which|who|where|when|as|near|is|was|has|had|between|into"
    r"|over)"
)
_AN_OBJECT = re.compile(
    rf"\b(?P<before>[a-z]\w+) (?:an?|another|one|its(?: own)?)"
    rf" (?P<phrase>(?:(?!{_CLOSED}\b)[a-z][\w-]* ?){{1,5}})"
)
TAKEN_UP = (EntityType.PLACE, EntityType.THING, EntityType.ORGANISATION, EntityType.WORK)


@dataclass(frozen=True)
class Discourse:
    """One document with its names, as a run of paragraphs."""

    scene: Scene
    census: Census
    told_of: Bearer | None = None

    @cached_property
    def paragraphs(self) -> dict[int, list[Line]]:
        """The sentences of each paragraph."""
        found: dict[int, list[Line]] = defaultdict(list)
        for line in self.scene.lines:
            found[line.paragraph].append(line)
        return found

    def before(self, line: Line) -> list[Line]:
        """The last sentences before this one in the paragraph, the nearest first."""
        lines = self.paragraphs[line.paragraph]
        place = self._places[line.paragraph, line.sentence]
        return lines[max(0, place - _AS_FAR_BACK) : place][::-1]

    def number(self, line: Line) -> int:
        """How many sentences of the document stand before this one."""
        return self._numbers[line.paragraph, line.sentence]

    @cached_property
    def _numbers(self) -> dict[tuple[int, int], int]:
        return {(line.paragraph, line.sentence): number for number, line in enumerate(self.scene.lines)}

    def subject(self, line: Line) -> tuple[Span, Bearer] | None:
        """The name that is the subject: it opens the sentence, or stands after `In Ost `."""
        start = subject_starts(line)
        for span, bearer in self.census.at(line):
            if span.start >= start and opens(line, span, start):
                return None if _tells_which(line, span, bearer) else (span, bearer)
            if _is_apposed(line, span, start):
                return span, bearer
            if not hangs_off(line, span):
                before = line.text[: span.start].removesuffix("the ")
                at_once = "," not in before.rstrip(", ")
                return (span, bearer) if at_once and is_adjunct(before) else None
        return None

    @cached_property
    def title_thing(self) -> Bearer | None:
        """The thing, no person, that the title opens with, or whose story it tells."""
        if self.told_of:
            return self.told_of
        title = self.scene.document.title
        things = {id(b): b for b in self.census.bearers.values() if b.type and b.usable and not is_person(b)}
        opening = [
            (name, bearer) for bearer in things.values() for name in bearer.names if opens_title(title, name)
        ]
        if opening:
            return max(opening, key=lambda each: len(each[0]))[1]
        named = [b for b in things.values() if any(tells_of(title, name) for name in b.names)]
        most = max((sum(b.names.values()) for b in things.values()), default=0)
        if len(named) != 1 or not named[0].kind:
            return None
        [told_of] = named
        often = sum(told_of.names.values()) >= max(2, most - 1) and self._opens_text(told_of)
        described = self.scene.says(rf"\b[Tt]he {told_of.kind}\b(?s:.*)\b[Tt]he {told_of.kind}\b")
        return told_of if often or described else None

    def _opens_text(self, bearer: Bearer) -> bool:
        """Whether the first paragraph of the text names it."""
        text = next((line for line in self.scene.lines[1:] if len(line.text.split()) > _HEADING), None)
        lines = self.paragraphs[text.paragraph] if text else []
        return any(each is bearer for line in lines for _, each in self.census.at(line))

    @cached_property
    def protagonist(self) -> Bearer | None:
        """Whom the document is about: whom the title opens with, or names where the text opens with them."""
        told_of = self.census.bearers.get(self.scene.protagonist)
        if told_of and is_person(told_of):
            return told_of
        title = self.scene.document.title
        people = {id(b): b for b in self.census.bearers.values() if is_person(b) and b.usable}
        in_title = [
            b for b in people.values() if any(re.search(rf"\b{re.escape(n)}(?!\w)", title) for n in b.names)
        ]
        whole = [b for b in in_title if any(opens_title(title, n) and _is_whole(title, n) for n in b.names)]
        if len(whole) == 1:
            return whole[0]
        most = max(people.values(), key=lambda b: sum(b.names.values()), default=None)
        if not in_title and not self.title_thing:
            return self._told_throughout()
        if len(in_title) != 1 or in_title[0] is not most:
            return None
        others = max((sum(b.names.values()) for b in people.values() if b is not most), default=0)
        if title.startswith(most.name) and sum(most.names.values()) > others:
            return most
        text = next((line for line in self.scene.lines[1:] if len(line.text.split()) > _HEADING), None)
        here = self.census.at(text) if text else ()
        return most if here and here[0][1] is most else None

    def _told_throughout(self) -> Bearer | None:
        """Whom a text tells of whose title names nobody: who is named first, mostly, and all the way."""
        named = [
            [bearer for line in lines for _, bearer in self.census.at(line) if is_person(bearer)]
            for paragraph, lines in sorted(self.paragraphs.items())
            if paragraph > 1
        ]
        first = next((each[0] for each in named if each), None)
        times = Counter(id(bearer) for each in named for bearer in each)
        own = times.pop(id(first), 0)
        in_many = 2 * sum(any(bearer is first for bearer in each) for each in named) > len(named)
        enough = own >= max(_MANY, _TIMES_MORE * max(times.values(), default=0))
        return first if first and first.usable and in_many and enough else None

    @cached_property
    def _places(self) -> dict[tuple[int, int], int]:
        """How many sentences of its paragraph stand before each sentence."""
        return {
            (line.paragraph, line.sentence): place
            for lines in self.paragraphs.values()
            for place, line in enumerate(lines)
        }


_HEADING = 6
# So often at least, and so many times as often as anybody else, a text names whom it is about.
_MANY = 5
_TIMES_MORE = 3


def _is_whole(title: str, name: str) -> bool:
    """Whether a title is that name, or has no other after it."""
    rest = title.partition(name)[2]
    return not re.search(r"[A-Z]", rest)


def is_person(bearer: Bearer) -> bool:
    """Whether the document makes its bearer a person."""
    return bearer.type is EntityType.PERSON


def subject_starts(line: Line) -> int:
    """Where the subject may begin: after a fronted adjunct with its comma, or where the sentence does."""
    fronted = _FRONTED.match(line.text)
    return fronted.end() if fronted else len(line.text) - len(line.text.lstrip("“\"‘' "))


def is_adjunct(text: str) -> bool:
    """Whether the words before a subject are nothing, or say only when or where: `In 1906 `."""
    said = text.strip("“\"‘' ")
    fronted = _ADJUNCT.fullmatch(text.lstrip()) or _PARTICIPIAL.fullmatch(text.strip())
    return not said or (bool(fronted) and not _NO_ADJUNCT.search(said))


def opens(line: Line, span: Span, start: int = 0) -> bool:
    """Whether a sentence begins with the name, or with a description of its bearer: `The engineer X`."""
    before = line.text[start : span.start].strip("“\"‘' ")
    described = _DESCRIPTION.fullmatch(before)
    own = _OWN_WORK.fullmatch(before)
    is_own = bool(own and nouns().get(own["noun"]) is EntityType.WORK)
    return before in ("", "The") or is_own or bool(described and described["noun"] in nouns())


def _is_apposed(line: Line, span: Span, start: int) -> bool:
    """Whether the name stands between commas after the description that opens: `His daughter, Ada Holt,`."""
    closes = line.text.startswith(",", span.end)
    return closes and bool(_OPENS_DESCRIBED.fullmatch(line.text, start, span.start))


def _tells_which(line: Line, span: Span, bearer: Bearer) -> bool:
    """Whether a place with an article only tells which of them is meant: `The Ost clock`."""
    if not span.the or bearer.takes_the or bearer.type is not EntityType.PLACE:
        return False
    following = _SMALL_WORD.match(line.text, span.end)
    return following is not None and (following["verb"] is not None or following["noun"] in nouns())


def hangs_off(line: Line, span: Span) -> bool:
    """Whether a name stands after a preposition, where it is not what the sentence is about."""
    return bool(_AFTER_PREPOSITION.search(line.text[: span.start]))


def introduces(line: Line, types: Collection[EntityType] = TAKEN_UP) -> bool:
    """Whether a thing without a name comes up as an object, which may be taken up: `holds a large mosaic`."""
    objects = (found for found in _AN_OBJECT.finditer(line.text) if found["before"] not in NO_VERBS)
    said = (class_of(found["phrase"]) for found in objects)
    return any(one is not None and one[0] in types for one in said)


def all_hang_off(line: Line, spans: list[Span]) -> bool:
    """Whether names stand after prepositions, also in lists of them, or only say what something is."""
    hung: int | None = None
    for span in spans:
        listed = hung is not None and _LISTED.fullmatch(line.text[hung : span.start])
        if not listed and not hangs_off(line, span) and not _SAID_OF_IT.search(line.text[: span.start]):
            return False
        if _TOLD_MORE.match(line.text, span.end):
            return False
        hung = span.end
    return True
