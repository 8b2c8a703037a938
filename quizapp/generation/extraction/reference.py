"""Pronouns and definite descriptions: the named thing that they can only mean, or nothing.

Where a careful reader could think of two, nothing is meant. Nothing is found for "they".
"""

import re
from dataclasses import dataclass
from functools import cached_property

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction import object_pronouns
from quizapp.generation.extraction.bearer import Bearer
from quizapp.generation.extraction.census import Census
from quizapp.generation.extraction.classes import words
from quizapp.generation.extraction.descriptions import Descriptions
from quizapp.generation.extraction.discourse import (
    Discourse,
    all_hang_off,
    introduces,
    is_adjunct,
    is_person,
    subject_starts,
)
from quizapp.generation.extraction.genders import may_be
from quizapp.generation.extraction.pronouns import Pronouns
from quizapp.generation.extraction.scene import Line, Scene
from quizapp.generation.extraction.taken_up import taken_up
from quizapp.generation.extraction.wholes import Wholes

_GENDERS = {"he": "male", "she": "female"}
_IT = re.compile(r"\b[Ii]ts?\b")
_IS_ONE = re.compile(r"[”\"’']?(?:,? \([^)]*\)|, [^,]{2,60},)? (?:is|was|are|were) (?:an?|the|one of)\b")
_IMPERSONAL = re.compile(
    r"[Ii]t (?:(?:is|was|has been|had been|became) (?:\w+ )?(?:that|clear|thought|said|believed|hoped"
    r"|possible|likely|not until|only|in \d{4} that|estimated|important|difficult|hard|easy|necessary|to|here"
    r"|there|who)|(?:takes?|took) (?:until|about|more|less|almost|over|nearly|only|some|several|many|years"
    r"|another|an?|him|her|them|\d|two|three|four|five)\b|seems?|seemed|appears|appeared|rain(?:s|ed)|snow(?:s|ed)"
    r"|turn(?:s|ed) out\b|(?:is|was) [A-Z])"
)
# What is told of a name between commas brings up nothing that the next sentence goes on about.
_ASIDE = re.compile(
    r"[”\"]?, (?:which|where|built|designed|founded|named|opened|once|then|now|formerly|also|known) [^,;]*,"
)
# What something connects or crosses only tells where it is.
_REACHED = re.compile(
    r"\b(?:connect(?:s|ed)|link(?:s|ed)|cross(?:es|ed)|spans|spanned) (?:the )?(?:[a-z][\w-]* (?:of )?){0,3}"
    r"(?:[A-Z][\w-]+(?: [A-Z][\w-]+)* (?:and|with) (?:the )?)?$"
)
_A_SHIP = re.compile(
    rf"\b(?:an?|another|two|three) (?:[\w-]+ ){{0,3}}(?:{'|'.join(sorted(words('families', 'ship')))})s?\b"
)


@dataclass(frozen=True)
class References:
    """What pronouns and descriptions mean in one document; `told_of` is its thing without a capital."""

    scene: Scene
    census: Census
    told_of: Bearer | None = None

    def meant(self, line: Line, start: int, end: int) -> Bearer | None:
        """The bearer that a pronoun or a definite description means; None where it might be another."""
        text = line.text[start:end].strip().casefold()
        if gender := _GENDERS.get(text):
            if gender == "female" and self._speaks_of_ships(line):
                return self._ship(line, start)
            return self._people.meant(line, start, gender) or self._told_of_ship(line, start, gender)
        if text in object_pronouns.OBJECTS:
            return object_pronouns.meant(self._people, line, start, end)
        if text == "it":
            return None if _IMPERSONAL.match(line.text, start) else self._thing(line, start)
        return self._descriptions.meant(line, start, end)

    def whole(self, line: Line, start: int, is_owned: bool, types: tuple[EntityType, ...]) -> Bearer | None:
        """The thing of these types of which a part is told, as `Its roof` (owned) or as `The music`."""
        if is_owned:
            return self._thing(line, start)
        opening = {n: self._opening_thing(each) for n, each in enumerate(self._discourse.before(line))}
        return self._wholes.topic(line, opening, types) or self._thing(line, start)

    @cached_property
    def _wholes(self) -> Wholes:
        return Wholes(self._discourse)

    @property
    def protagonist(self) -> Bearer | None:
        """Whom the document is about."""
        return self._discourse.protagonist

    @cached_property
    def _discourse(self) -> Discourse:
        return Discourse(self.scene, self.census, self.told_of)

    @cached_property
    def _people(self) -> Pronouns:
        return Pronouns(self._discourse, self._descriptions.opening)

    @cached_property
    def _descriptions(self) -> Descriptions:
        return Descriptions(self._discourse)

    def _thing(self, line: Line, start: int) -> Bearer | None:
        """What `it` means: the subject of its own sentence, or of the one before."""
        here = line.text[:start]
        if is_adjunct(here):
            return self._continued(line, start)
        if _IT.search(here):
            said = _IT.search(here)
            between = here[said.end() :] if said else ""
            named = [
                span for span, bearer in self.census.at(line) if span.end <= start and not is_person(bearer)
            ]
            if said and is_adjunct(here[: said.start()]) and all_hang_off(line, named) and between:
                return self._continued(line, said.start())
            return None
        about = self._opening_thing(line)
        return about if about and self._is_only_thing(line, about, start) else None

    def _continued(self, line: Line, start: int) -> Bearer | None:
        """What the sentences before go on about: the thing that opens the last one that does not say "It"."""
        before = [
            span for span, bearer in self.census.at(line) if span.end <= start and not is_person(bearer)
        ]
        if not all_hang_off(line, before):
            return None
        earlier_lines = self._discourse.before(line)
        for earlier in earlier_lines:
            about = self._opening_thing(earlier)
            if about is not None:
                return about if self._is_only_thing(earlier, about) and not introduces(earlier) else None
            if is_adjunct(line.text[:start]) and (thing := taken_up(self._discourse, earlier)):
                return thing
            if not self._says_it(earlier) or introduces(earlier):
                return None
        first = earlier_lines[-1] if earlier_lines else line
        return self._told_of_before(first)

    def _says_it(self, line: Line) -> bool:
        """Whether `it` is the subject of a sentence that names no other thing but after prepositions."""
        said = _IT.search(line.text)
        if said is None or not is_adjunct(line.text[: said.start()]):
            return False
        named = [span for span, bearer in self.census.at(line) if not is_person(bearer)]
        return all_hang_off(line, named)

    def _told_of_before(self, line: Line) -> Bearer | None:
        """The topic of the document, if a paragraph begins with the line and the last one ended on it."""
        topic, paragraphs = self._discourse.title_thing, self._discourse.paragraphs
        before = paragraphs.get(line.paragraph - 1)
        if topic is None or before is None or paragraphs[line.paragraph][0] is not line:
            return None
        last = before[-1]
        about = self._opening_thing(last)
        if about is None and self._says_it(last) and len(before) > 1:
            about = self._continued(last, 0)
        return topic if about is topic and self._is_only_thing(last, topic) else None

    def _opening_thing(self, line: Line) -> Bearer | None:
        """The thing, no person, that a sentence opens with: by its name, or as `the mountain`."""
        start = subject_starts(line)
        if self.told_of and re.match(
            rf"(?:the )?{re.escape(self.told_of.name)}\b", line.text[start:], re.IGNORECASE
        ):
            return self.told_of
        first = self._discourse.subject(line)
        if first:
            owns = re.match(r"[”\"]?['’]s?\b| and\b", line.text[first[0].end :])
            return first[1] if first[1].type and not is_person(first[1]) and not owns else None
        about = self._descriptions.opening(line, start)
        return None if about and is_person(about) else about

    def _is_only_thing(self, line: Line, about: Bearer, until: int | None = None) -> bool:
        """Whether all other things of a sentence hang off prepositions, or it merely says what it is."""
        named = [
            (span, bearer)
            for span, bearer in self.census.at(line)
            if (until is None or span.end <= until) and not is_person(bearer)
        ]
        own = next((span for span, bearer in named if bearer is about), None)
        if until is None and own and _IS_ONE.match(line.text, own.end):
            return True
        others = [span for span, bearer in named if bearer is not about]
        aside = _ASIDE.match(line.text, own.end) if own else None
        others = [span for span in others if not aside or not aside.start() <= span.start < aside.end()]
        others = [span for span in others if not _REACHED.search(line.text[: span.start])]
        in_title = about is self._discourse.title_thing or about is self.told_of
        by = any(re.search(r"\bby (?:the )?(?:[a-z]\w+ )*$", line.text[: span.start]) for span in others)
        return all_hang_off(line, others) and (in_title or not by)

    def _ship(self, line: Line, start: int) -> Bearer | None:
        """The ship that `she` can only mean: no woman has been named in the paragraph."""
        women = any(
            may_be(bearer, "female") and (is_person(bearer) or not may_be(bearer, "male"))
            for each in (line, *self._discourse.before(line))
            for _, bearer in self.census.at(each)
            if not may_be(bearer, "male")
        )
        hero = self._discourse.protagonist
        if women or (hero and may_be(hero, "female")):
            return None
        here = [(line, start), *((each, len(each.text)) for each in self._discourse.before(line))]
        for each, until in here:
            ships = {id(b): b for span, b in self.census.at(each) if span.end <= until and _is_ship(b)}
            if ships:
                return next(iter(ships.values())) if len(ships) == 1 else None
            about = self._opening_thing(each) if each is not line else None
            if about and _is_ship(about):
                return about
            if _A_SHIP.search(each.text, 0, until):
                return None
        title = self._discourse.title_thing
        return title if title and _is_ship(title) else None

    def _told_of_ship(self, line: Line, start: int, gender: str) -> Bearer | None:
        """The ship that all is about, where a paragraph speaks of no woman."""
        title = self._discourse.title_thing
        if gender == "male" or title is None or not _is_ship(title):
            return None
        text = " ".join(each.text for each in (line, *self._discourse.before(line)))
        said = set(re.findall(r"[a-z]+", text)) & (words("words", "female_nouns") | words("nouns", "kin"))
        return None if said else self._ship(line, start)

    def _speaks_of_ships(self, line: Line) -> bool:
        """Whether "she" may be a ship here."""
        text = " ".join(each.text for each in (line, *self._discourse.before(line)))
        return any(noun in words("families", "ship") for noun in re.findall(r"[a-z]+", text))


def _is_ship(bearer: Bearer) -> bool:
    return bearer.kind in words("families", "ship")
