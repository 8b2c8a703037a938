"""Which named thing a definite description means: `the bridge`, `the museum`, `the famous ship`."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.bearer import Bearer
from quizapp.generation.extraction.classes import class_of, family, nouns, words
from quizapp.generation.extraction.discourse import Discourse, hangs_off, is_person
from quizapp.generation.extraction.scene import Line

_THE_NOUN = re.compile(r"(?:[Tt]he|[Tt]his) (?P<noun>[a-z][\w-]*(?: [a-z][\w-]*){0,2})")
_GOES_ON = re.compile(
    r" (?:of|that|which|who|whose|where|for|called|named)\b|['’]s\b|,? (?:the )?[“\"‘']?[A-Z]|-"
)
_ANOTHER = (
    r"\b(?:another|second|third|first|other|new|old|older|newer|next|previous|former|each|every|an?|two|three"
    r"|both|several|many|all|most|some)(?: \w+)? "
)
# `X was a painter`, `X, a painter` and `as a painter` speak of no other.
_OF_ONE = re.compile(r"(?:\b(?:is|was|became|as|by|the)|,) $")
_FIRMS = frozenset({"company", "firm"})
# Of two things of the kind, the one named so few sentences before is meant.
_NEAR = 2
# So often a document calls its one observatory "the observatory".
_OFTEN = 3


@dataclass(frozen=True)
class Descriptions:
    """What definite descriptions mean in one document."""

    discourse: Discourse

    def meant(self, line: Line, start: int, end: int) -> Bearer | None:
        """The bearer that `line.text[start:end]` describes; None where it might be another."""
        found = _THE_NOUN.fullmatch(line.text[start:end].strip())
        return (
            None if found is None or _GOES_ON.match(line.text, end) else self._of(line, start, found["noun"])
        )

    def opening(self, line: Line, start: int) -> Bearer | None:
        """The bearer that the description at a place means, as far as it goes: `The old `, `The bridge `."""
        for found in reversed([*self._phrases(line, start)]):
            if bearer := self.meant(line, start, found):
                return bearer
        return None

    def _phrases(self, line: Line, start: int) -> list[int]:
        found = _THE_NOUN.match(line.text, start)
        if found is None:
            return []
        return [
            at.start() for at in re.finditer(r"(?= |,|$)", line.text[: found.end()]) if at.start() > start + 4
        ]

    def _of(self, line: Line, start: int, said: str) -> Bearer | None:
        *adjectives, last = said.split()
        noun = said if said in nouns() or not adjectives else last
        rest = said[: -len(noun)].split()
        if any(word not in words("words", "harmless") for word in rest):
            return None
        earlier = self.discourse.before(line)
        if nouns().get(noun) is EntityType.PERSON and noun not in words("words", "vague"):
            return self._called(noun, earlier, line, start)
        if not _describes(noun):
            return None
        only = self._only(noun, earlier, line, start)
        if only is None or not self._is_spoken_of(only, noun, line, start):
            return None
        if noun in _FIRMS and self._names_unknown(earlier[:_NEAR], line, start):
            return None
        texts = (line.text[:start], *(each.text for each in earlier))
        return None if any(_adds_one(noun, text, only) for text in texts) else only

    def _called(self, noun: str, earlier: list[Line], line: Line, start: int) -> Bearer | None:
        """The one person called so: whom all is about, or who was named shortly before."""
        texts = (line.text[:start], *(each.text for each in earlier))
        if any(not _OF_ONE.search(text[: found.start()]) for text in texts for found in _one(noun, text)):
            return None
        here = [bearer for span, bearer in self.discourse.census.at(line) if span.end <= start]
        near = [bearer for each in earlier for _, bearer in self.discourse.census.at(each)]
        called = {id(each): each for each in (*near, *here) if is_person(each) and noun in each.callings}
        hero = self.discourse.protagonist
        if hero and noun in hero.callings:
            return hero if set(called) <= {id(hero)} else None
        nearest = [b for each in earlier[:_NEAR] for _, b in self.discourse.census.at(each)]
        is_near = any(id(each) in called for each in (*here, *nearest))
        return next(iter(called.values())) if is_near and self._times_called[noun] == 1 else None

    @cached_property
    def _times_called(self) -> Counter[str]:
        """How many people of the document it calls so."""
        bearers = {id(each): each for each in self.discourse.census.bearers.values()}.values()
        return Counter(noun for each in bearers if is_person(each) for noun in each.callings)

    def _only(self, noun: str, earlier: list[Line], line: Line, start: int) -> Bearer | None:
        """The one thing of that kind: in the document, or in this paragraph if the title is none such."""
        census, title = self.discourse.census, self.discourse.title_thing
        found = self._of_kind(noun)
        if len(found) > 1:
            near = {id(bearer) for each in earlier for _, bearer in census.at(each)}
            near |= {id(bearer) for span, bearer in census.at(line) if span.end <= start}
            if title and id(title) in found:
                rivals = self._rivals(earlier, line, start)
                found = {key: each for key, each in found.items() if each is title or key in rivals}
            elif noun not in words("words", "places_apart"):
                found = {key: each for key, each in found.items() if key in near}
                nearest = {id(bearer) for each in earlier[:_NEAR] for _, bearer in census.at(each)}
                if noun not in _FIRMS and not set(found) & nearest:
                    return None
        return next(iter(found.values())) if len(found) == 1 else None

    def _names_unknown(self, earlier: list[Line], line: Line, start: int) -> bool:
        """Whether something of which nothing is told, perhaps a firm, was named shortly before."""
        here = [bearer for span, bearer in self.discourse.census.at(line) if span.end <= start]
        near = [bearer for each in earlier for _, bearer in self.discourse.census.at(each)]
        return any(
            not set(bearer.votes) - {EntityType.ORGANISATION}
            for bearer in (*here, *near)
            if bearer.type is None
        )

    def _rivals(self, earlier: list[Line], line: Line, start: int) -> set[int]:
        """Who else may be taken up in the paragraph: all that do more than hang off a preposition."""
        found = set()
        for each, until in ((line, start), *((each, len(each.text)) for each in earlier)):
            for span, bearer in self.discourse.census.at(each):
                is_agent = re.search(r"\bby (?:the )?(?:[a-z]\w+ )*$", each.text[: span.start])
                goes_on = re.match(r",? (?:which|who|where|whose)\b|, an? ", each.text[span.end :])
                if span.end <= until and (not hangs_off(each, span) or is_agent or goes_on):
                    found.add(id(bearer))
        return found

    def _of_kind(self, noun: str) -> dict[int, Bearer]:
        wide = noun in words("words", "wide")
        kinds = family(noun)
        found = {}
        for kind, bearers in self._by_kind.items():
            if kind in kinds or (not wide and kind.split()[-1] in kinds):
                found.update({id(each): each for each in bearers})
        if noun in _FIRMS:
            found.update({id(each): each for each in self._without_kind})
        return found

    @cached_property
    def _without_kind(self) -> list[Bearer]:
        """The organisations of which the document does not say what sort they are."""
        bearers = {id(each): each for each in self.discourse.census.bearers.values()}.values()
        return [each for each in bearers if each.type is EntityType.ORGANISATION and not each.kind]

    def _is_spoken_of(self, only: Bearer, noun: str, line: Line, start: int) -> bool:
        """Whether it is what the title says, or was named shortly before in the paragraph."""
        census, earlier = self.discourse.census, self.discourse.before(line)
        if only is self.discourse.title_thing or self._is_the_one(only, noun):
            return True
        if self._is_short_for(only, noun, line, start):
            return True
        named = [bearer for span, bearer in census.at(line) if span.end <= start]
        for each in earlier:
            named = named or [bearer for _, bearer in census.at(each)]
        if noun in words("words", "places_apart"):
            return bool(named) and all(bearer is only or is_person(bearer) for bearer in named)
        lines = (line, *(earlier[:_NEAR] if noun in words("words", "wide") else earlier))
        return bool(named) and any(bearer is only for each in lines for _, bearer in census.at(each))

    def _is_the_one(self, only: Bearer, noun: str) -> bool:
        """Whether a document keeps calling one thing so, and speaks of no other of the kind."""
        if noun in words("words", "places_apart") | words("words", "wide") | _FIRMS or noun != only.kind:
            return False
        text = self.discourse.scene.document.text
        said = len(re.findall(rf"\b[Tt]he {re.escape(noun)}\b(?! (?:of|[A-Z]))", text))
        return said >= _OFTEN and len(self._of_kind(noun)) == 1 and not _adds_one(noun, text, only)

    def _is_short_for(self, only: Bearer, noun: str, line: Line, start: int) -> bool:
        """Whether a name told before ends in the noun, and no other place comes between."""
        unclear = words("words", "places_apart") | words("words", "wide") | _FIRMS
        lines = self.discourse.scene.lines
        if noun in unclear or not any(name.casefold().endswith(f" {noun}") for name in only.names):
            return False
        if only.first_line == 0 or lines[only.first_line].paragraph > line.paragraph:
            return False
        here = [bearer for span, bearer in self.discourse.census.at(line) if span.end <= start]
        near = [
            bearer for each in self.discourse.before(line) for _, bearer in self.discourse.census.at(each)
        ]
        text = self.discourse.scene.document.text
        is_alone = all(bearer is only or is_person(bearer) for bearer in (*here, *near))
        return is_alone and len(self._of_kind(noun)) == 1 and not _adds_one(noun, text, only)

    @cached_property
    def _by_kind(self) -> dict[str, list[Bearer]]:
        found: dict[str, list[Bearer]] = defaultdict(list)
        for bearer in {id(each): each for each in self.discourse.census.bearers.values()}.values():
            if bearer.type and bearer.type is not EntityType.PERSON and bearer.kind:
                found[bearer.kind].append(bearer)
        return found


def _describes(noun: str) -> bool:
    """Whether a noun tells enough to mean one thing by it."""
    if noun in words("words", "scenery"):
        return False
    if noun in words("words", "wide") or family(noun) != {noun}:
        return True
    said = class_of(noun)
    return bool(said and said[1] == noun) and noun not in words("words", "vague")


def _adds_one(noun: str, text: str, only: Bearer) -> bool:
    """Whether a text speaks of one more thing of the kind; `X is a bridge`, `a bridge toll` do not."""
    said_of = tuple(
        f"{name}{link}"
        for name in only.names
        for link in ("", ",", " is", " was", " are", " were", " became", ", the", " is the", " was the")
    )
    for found in _one(noun, text):
        goes_on = f"{noun}{found['next'] or ''}" in nouns() and found["next"]
        if not goes_on and not text[: found.start()].rstrip().endswith(said_of):
            return True
    return False


def _one(noun: str, text: str) -> Iterator[re.Match[str]]:
    """Where a text speaks of one more, or of several: `another bridge`, `two bridges`."""
    return re.finditer(rf"{_ANOTHER}{re.escape(noun)}s?\b(?P<next> [a-z-]+)?", text, re.IGNORECASE)
