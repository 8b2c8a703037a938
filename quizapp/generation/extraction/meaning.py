"""What a noun phrase means in its document: a named thing, its type, its kind, and its full name.

Characters are read and no parse, so that both witnesses may ask. A phrase means a thing by its name (`Falk`,
`the shipbuilder Oren Falk`), by a pronoun or by a description (see `reference`); all else means nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.bearer import Bearer
from quizapp.generation.extraction.candidate import Mention
from quizapp.generation.extraction.census import Census, census
from quizapp.generation.extraction.classes import class_of, related, words
from quizapp.generation.extraction.genders import gender_of, sex_of
from quizapp.generation.extraction.names import FILM_WORDS, LETTERS_BEHIND, SERIES_WORDS, person
from quizapp.generation.extraction.parts import Part
from quizapp.generation.extraction.reference import References
from quizapp.generation.extraction.scene import Line, Scene
from quizapp.generation.extraction.spans import Span
from quizapp.generation.extraction.subject import Subject, subject
from quizapp.generation.extraction.wholes import may_have

_DETERMINER = r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]his) )?"
_DESCRIPTION = re.compile(
    rf"{_DETERMINER}(?P<words>(?:[\w’'-]+ )*[\w’'-]+),?(?: the)?(?: (?:called|named))? [“\"‘']?"
)
# The asteroid 512 Falk is nobody.
_NUMBER_LAST = re.compile(r"\d $")
# `her ballet The Cat`
_OWN_ARTICLE = re.compile(r"(?<=[a-z])(?P<comma>,?) The $")
_OWNED = re.compile(r"(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) |.*['’]")
_ITS = re.compile(r"[Ii]ts [\w ’'-]+, ")
_SMALL = re.compile(r"(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) [a-z][a-z -]*")
_BARE = re.compile(r"(?:(?:[Tt]he|[Yy]oung|[Oo]ld|late) )*[“\"‘']?")
_NO_NOUN = re.compile(r"\b(?:of|in|on|at|by|for|from|with|and|or|to|who|which|that|as|than)\b")
_OF_PLACE = re.compile(
    r"(?:[Tt]he |[Aa] )?(?:[a-z][\w-]* ){0,2}(?:city|town|village|hamlet|island|state|province|county"
    r"|district|region|port|borough|commune|parish) of (?:the )?"
)
_FROM_SOMEWHERE = re.compile(r"[”\"’']? (?:of|from|in|at) (?:the )?")
_ROLE = re.compile(r"the (?:[a-z]+ )?(?:role|part|character) of ", re.IGNORECASE)
_ITSELF = re.compile(rf"(?:,? {LETTERS_BEHIND})*(?: (?:itself|himself|herself))?[ ,.;:”\"’']*")
_ELDER_BEFORE = re.compile(r"\b(?:elder|younger|eldest|youngest|senior|junior) $")
_ELDER_AFTER = re.compile(r",? (?:the )?(?:[Ee]lder|[Yy]ounger|[Ss]enior|[Jj]unior|Sr|Jr)\b")
# So much says that two words with capitals may be a person's name, and no more.
_SHAPE_ALONE = 1.0
_SEXES = (("female", "male"), ("male", "female"))
_THE_WORK = re.compile(rf"[Tt]he (?:new )?(?:{FILM_WORDS}|{SERIES_WORDS})")
# So much says of a name that it may well be a person's, whatever else is said.
_MUCH = 2.0
_MARKS = " ,.;:”\"’'"


@dataclass(frozen=True)
class Meanings:
    """The names of one document with what it tells about their bearers."""

    scene: Scene

    def mention(self, line: Line, start: int, end: int, types: tuple[EntityType, ...]) -> Mention | None:
        """The named thing that `line.text[start:end]` means, if it can only be one, of one of the types."""
        if types == (EntityType.CHARACTER,):
            return self._character(line, start, end)
        bearer = self._named_in(line, start, end) or self._references.meant(line, start, end)
        bearer = bearer or self._named_beside(line, start, end)
        if bearer is None and self._subject and self._subject.is_meant(line.text[start:end].strip(_MARKS)):
            bearer = self._subject.bearer
        if bearer and self._may_be_the_main_work(line.text[start:end], bearer):
            return None
        return _as(bearer, types) if bearer else None

    def whole(self, line: Line, start: int, owner: str, part: Part) -> Mention | None:
        """The thing of which a part, a maker or a measure is said that opens a clause there."""
        types = part.types(part.whole)
        bearer = self._references.whole(line, start, owner.casefold() == "its", types)
        return _as(bearer, types) if bearer and may_have(part.relation.relation_id, bearer) else None

    def _may_be_the_main_work(self, words: str, bearer: Bearer) -> bool:
        """Whether `the series` was taken for another one than the one that the document is about."""
        main = self.scene.main
        return bool(main and _THE_WORK.fullmatch(words) and not _is_called(bearer, main.name))

    def named(self) -> tuple[Mention, ...]:
        """Everything that the document names and whose type it makes known."""
        found = {id(each): each for each in self._census.bearers.values() if each.usable}
        lone = _first_names(self._census)
        return tuple(
            replace(told, aliases=tuple(sorted({*told.aliases, *lone.get(told.name, ())})))
            for told in (each.mention(each.type) for each in found.values() if each.type)
        )

    def perhaps(self) -> tuple[Mention, ...]:
        """Names of several words that may be those of people, as far as this document tells."""
        found = {id(each): each for each in self._census.bearers.values() if each.usable and not each.type}
        people = (each for each in found.values() if " " in each.name)
        return tuple(
            each.mention(EntityType.PERSON)
            for each in people
            if each.may_be(EntityType.PERSON) or each.votes.get(EntityType.PERSON, 0) >= _MUCH
        )

    def names_in(self, line: Line) -> Iterator[tuple[Span, EntityType | None]]:
        """Where names stand in a sentence, and what they name as far as the document makes it known."""
        for span, bearer in self._census.at(line):
            yield span, bearer.type

    @cached_property
    def _census(self) -> Census:
        found = census(self.scene)
        told_of = self._subject.bearer.name if self._subject else ""
        return found.outside(told_of, self.scene.lines) if " " in told_of else found

    @cached_property
    def _references(self) -> References:
        return References(self.scene, self._census, self._subject.bearer if self._subject else None)

    @cached_property
    def _subject(self) -> Subject | None:
        return subject(self.scene)

    def _character(self, line: Line, start: int, end: int) -> Mention | None:
        """A character of the work that the document is about: who is named there and is none of its cast."""
        main = self._main_work
        if main is None:
            return None
        works = [each for _, each in self._census.at(line) if each.type is EntityType.WORK]
        role = _ROLE.match(line.text, start, end)
        bearer = self._named_in(line, role.end() if role else start, end)
        if bearer is None or not bearer.usable or not all(_is_called(each, main.name) for each in works):
            return None
        name = person(bearer.name, single=True)
        is_one = bearer.type in (None, EntityType.PERSON) and not self.scene.actors & set(bearer.names)
        if name is None or bearer.takes_the or not is_one:
            return None
        aliases = tuple(sorted(each for each in bearer.names if each != name))
        return Mention(name, EntityType.CHARACTER, "character", main.name, aliases)

    @cached_property
    def _main_work(self) -> Mention | None:
        """The one work that the document is about: its title says so, or it tells of hardly any other."""
        main = self.scene.main
        if main is None or main.name.casefold() in self.scene.document.title.casefold():
            return main
        works = [each for each in self._census.bearers.values() if each.type is EntityType.WORK]
        others = max(
            (sum(each.names.values()) for each in works if not _is_called(each, main.name)), default=0
        )
        told_of = self._references.protagonist or not self.scene.medium
        return None if told_of or self.scene.count(main.name) < max(3, 2 * others) else main

    def _named_in(self, line: Line, start: int, end: int) -> Bearer | None:
        """Whose name heads the phrase: alone, after a description, or before the place they are from."""
        inside = [each for each in self._census.at(line) if start <= each[0].start and each[0].end <= end]
        for place, (span, bearer) in enumerate(inside):
            if _leads_to(line.text[start : span.start], bearer) and not _is_kept_apart(line, span, bearer):
                rest = line.text[span.end : end]
                following = inside[place + 1][0] if place + 1 < len(inside) else None
                if _ITSELF.fullmatch(rest) or (following and _comes_from(bearer, line, span, following, end)):
                    return bearer
        return None

    def _named_beside(self, line: Line, start: int, end: int) -> Bearer | None:
        """Whose name stands in apposition to the description: `its younger relative, the QR code,`."""
        if not _SMALL.fullmatch(line.text, start, end):
            return None
        for span, bearer in self._census.at(line):
            if span.start > end and line.text[end : span.start] in (", ", ", the ", ", The "):
                closed = line.text[span.end : span.end + 1] in (",", ".", ";", "")
                return bearer if closed and _leads_to(line.text[start : span.start], bearer) else None
        return None


def _first_names(names: Census) -> dict[str, tuple[str, ...]]:
    """For each person the first name by which the document also calls them, if it is nobody else's."""
    bearers = names.bearers.values()
    full = {each.name for each in bearers if each.type is EntityType.PERSON and " " in each.name}
    times = Counter(name.split()[0] for name in full)
    lone = {each.name for each in bearers if each.type in (None, EntityType.PERSON) and times[each.name] == 1}
    return {name: (name.split()[0],) for name in full if name.split()[0] in lone}


def _is_kept_apart(line: Line, span: Span, bearer: Bearer) -> bool:
    """Whether a title or a word says that a namesake is meant: `Mrs Falk` for Oren Falk, `the elder Falk`."""
    if _ELDER_BEFORE.search(line.text[: span.start]) or _ELDER_AFTER.match(line.text, span.end):
        return True
    sex = sex_of(bearer.name) or gender_of(bearer)
    return any(sex == other and words("words", f"{said}_titles") & set(span.titles) for said, other in _SEXES)


def _comes_from(bearer: Bearer, line: Line, span: Span, following: Span, end: int) -> bool:
    """Whether the phrase ends in where its bearer is from: `Oren Falk of Marrick`."""
    acts = bearer.type in (EntityType.PERSON, EntityType.ORGANISATION) or bearer.may_be(EntityType.PERSON)
    between = line.text[span.end : following.start]
    return acts and following.end >= end and bool(_FROM_SOMEWHERE.fullmatch(between))


def _is_called(bearer: Bearer, title: str) -> bool:
    """Whether a title is one of the bearer’s names, with its article or without."""
    return title in bearer.names or title.removeprefix("The ") in bearer.names


def _leads_to(before: str, bearer: Bearer) -> bool:
    """Whether the words before a name in its phrase are nothing, titles, or said of its bearer."""
    before = _OWN_ARTICLE.sub(r"\g<comma> ", before)
    if _BARE.fullmatch(before):
        return True
    said = before.removeprefix("the ").removeprefix("The ").split()
    if said and all(word in words("words", "drops") or word in words("words", "peoples") for word in said):
        return True
    if bearer.type is EntityType.PLACE and _OF_PLACE.fullmatch(before):
        return True
    found = _DESCRIPTION.fullmatch(before)
    is_numbered = bearer.type is EntityType.PERSON and _NUMBER_LAST.search(before)
    if found is None or is_numbered or _NO_NOUN.search(found["words"]):
        return False
    if _ITS.match(before):
        return bearer.type is not EntityType.PERSON
    if found["words"].split()[-1] in words("nouns", "kin"):
        return bearer.type is EntityType.PERSON
    noun = class_of(found["words"])
    if noun is None and bearer.type is EntityType.PERSON and " " in bearer.name:
        return not _OWNED.match(before)
    if noun and bearer.type is EntityType.ORGANISATION and noun[1] in words("words", "also_firms"):
        return True
    return bool(noun and bearer.type and related(noun[1], noun[0], (bearer.type,)))


def _as(bearer: Bearer, types: tuple[EntityType, ...]) -> Mention | None:
    """The bearer as one of the types; of an unknown type only where all speaks for one of them."""
    if not bearer.usable:
        return None
    if bearer.type is None:
        voted = types
        if len(types) > 1:
            voted = tuple(each for each in types if bearer.votes.get(each, 0) > _SHAPE_ALONE)
        type_ = voted[0] if len(voted) == 1 and bearer.may_be(voted[0]) else None
    else:
        type_ = related(bearer.kind, bearer.type, types)
    return bearer.mention(type_) if type_ else None
