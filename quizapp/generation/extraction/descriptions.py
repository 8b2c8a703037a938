"""Which named thing a definite description means: `the bridge`, `the museum`, `the famous ship`."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.arrivals import Arrival, arrival
from quizapp.generation.extraction.bearer import Bearer
from quizapp.generation.extraction.classes import class_of, family, nouns, words
from quizapp.generation.extraction.discourse import Discourse, hangs_off, is_person
from quizapp.generation.extraction.scene import Line

_THE_NOUN = re.compile(
    r"(?:[Tt]he|[Tt]his) (?P<noun>(?!itself)[a-z][\w-]*(?: (?!itself)[a-z][\w-]*){0,2})(?: itself)?"
)
_GOES_ON = re.compile(
    r" (?:of|that|which|who|whose|where|for|called|named)\b|['’]s\b|,? (?:the )?[“\"‘']?[A-Z]|-"
)
_ANOTHER = (
    r"\b(?:another|second|third|first|other|new|old|older|newer|next|previous|former|each|every|an?|two|three"
    r"|both|several|many|all|most|some)(?: \w+)? "
)
# `X was a painter`, `X, a painter` and `as a painter` speak of no other.
_OF_ONE = re.compile(r"(?:\b(?:is|was|became|as|by|the)|,) $")
_NAMED = re.compile(r",?(?: named| called)? [A-Z]")
_OF_TWO = {"former": 0, "latter": 1}
_AND = re.compile(r",? and (?:the )?(?:[a-z][\w-]* ){0,3}[“\"‘']?")
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
        if self._arrival and self._arrival.is_at(line, start, end):
            return self.discourse.title_thing
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
        is_calling = nouns().get(noun) is EntityType.PERSON and noun not in words("words", "vague")
        harmless = words("words", "harmless") | (words("words", "of_a_person") if is_calling else frozenset())
        if any(word not in harmless for word in rest):
            return None
        earlier = self.discourse.before(line)
        if noun in words("nouns", "kin") and not rest:
            return self._relative(noun, earlier[:_NEAR])
        if noun in _OF_TWO and not rest:
            return self._of_two(_OF_TWO[noun], earlier)
        if is_calling:
            return self._called(noun, earlier, line, start)
        texts = [self._of_others(line)[:start], *map(self._of_others, earlier)]
        if not _describes(noun):
            topic = self._topic_called(noun)
            return None if topic and any(adds_one(noun, text, topic) for text in texts) else topic
        only = self._only(noun, earlier, line, start)
        if only is None or not self._is_spoken_of(only, noun, line, start):
            only = self._place_nearby(noun, earlier, line, start)
        if only is None:
            return None
        if noun in _FIRMS and self._names_unknown(earlier[:_NEAR], line, start):
            return None
        return None if any(adds_one(noun, text, only) for text in texts) else only

    @cached_property
    def _arrival(self) -> Arrival | None:
        return arrival(self.discourse.scene, self.discourse.title_thing)

    def _of_others(self, line: Line) -> str:
        """The sentence without the words that bring up what the title names."""
        found = self._arrival
        if found is None or found.line is not line:
            return line.text
        return line.text[: found.start] + " " * (found.end - found.start) + line.text[found.end :]

    def _topic_called(self, noun: str) -> Bearer | None:
        """What the title names by a name that ends in the noun: of the Skell Light `the light`."""
        topic = self.discourse.title_thing
        is_one = topic and any(name.casefold().endswith(f" {noun}") for name in topic.names)
        return topic if is_one and noun not in words("words", "vague") | words("words", "scenery") else None

    def _place_nearby(self, noun: str, earlier: list[Line], line: Line, start: int) -> Bearer | None:
        """The one place of the sentence before, which says no more of it than that it is a place."""
        title = self.discourse.title_thing
        is_of_title = title is not None and title.kind in family(noun)
        if noun not in words("words", "places_apart") or is_of_title or not earlier:
            return None
        here = [b for span, b in self.discourse.census.at(line) if span.end <= start and not is_person(b)]
        there = [b for _, b in self.discourse.census.at(earlier[0]) if not is_person(b)]
        named = {id(each): each for each in (*here, *there)}
        [*places] = named.values()
        fits = len(places) == 1 and places[0].type is EntityType.PLACE
        return places[0] if fits and places[0].kind in ("", *family(noun)) else None

    def _relative(self, noun: str, earlier: list[Line]) -> Bearer | None:
        """Who was named as such a relative shortly before: the nephew, after `her nephew, Ivar Holt`."""
        told = [
            bearer
            for each in earlier
            for span, bearer in self.discourse.census.at(each)
            if re.search(
                rf"\b(?:his|her|their|s) (?:[a-z]+ )?{noun},? $", each.text[: span.start], re.IGNORECASE
            )
        ]
        others = sum(len(re.findall(rf"\b{noun}s?\b", each.text)) for each in earlier)
        is_one = len(told) == 1 and others == 1 and is_person(told[0])
        return told[0] if is_one else None

    def _of_two(self, place: int, earlier: list[Line]) -> Bearer | None:
        """One of the two who were named together in the sentence before: the former, the latter."""
        named = self.discourse.census.at(earlier[0]) if earlier else ()
        if len(named) != 2 or named[0][1] is named[1][1]:
            return None
        between = earlier[0].text[named[0][0].end : named[1][0].start]
        return named[place][1] if _AND.fullmatch(between) else None

    def _called(self, noun: str, earlier: list[Line], line: Line, start: int) -> Bearer | None:
        """The one person called so: whom all is about, or who was named in the paragraph before."""
        texts = (line.text[:start], *(each.text for each in earlier))
        if any(_speaks_of_one(each, text) for text in texts for each in family(noun)):
            return None
        here = [bearer for span, bearer in self.discourse.census.at(line) if span.end <= start]
        near = [bearer for each in earlier for _, bearer in self.discourse.census.at(each)]
        named = {id(each): each for each in (*here, *near) if is_person(each)}
        called = {key: each for key, each in named.items() if family(noun) & each.callings}
        called = called or self._called_before(noun, named, line)
        hero = self.discourse.protagonist
        if hero and family(noun) & hero.callings:
            return hero if set(called) <= {id(hero)} else None
        [*chosen] = called.values()
        if len(chosen) != 1 or not chosen[0].usable:
            return None
        nearest = [b for each in earlier[:_NEAR] for _, b in self.discourse.census.at(each)]
        is_near = any(each is chosen[0] for each in (*here, *nearest))
        is_alone = all(each is chosen[0] for each in named.values())
        return chosen[0] if is_near or is_alone or self._is_the_only(noun, chosen[0]) else None

    def _called_before(self, noun: str, named: dict[int, Bearer], line: Line) -> dict[int, Bearer]:
        """The one person whom the document calls so, if the paragraph has named nobody yet."""
        scene, called = self.discourse.scene, self._called_so.get(noun, set())
        if (
            named
            or len(called) != 1
            or self.discourse.protagonist
            or _speaks_of_one(noun, scene.document.text)
        ):
            return {}
        [only] = (b for b in self._people if id(b) in called)
        return {id(only): only} if scene.lines[only.first_line].paragraph < line.paragraph else {}

    @cached_property
    def _people(self) -> list[Bearer]:
        bearers = {id(each): each for each in self.discourse.census.bearers.values()}.values()
        return [each for each in bearers if is_person(each)]

    def _is_the_only(self, noun: str, person: Bearer) -> bool:
        """Whether the document calls nobody else so."""
        return self._called_so.get(noun, {id(person)}) == {id(person)}

    @cached_property
    def _called_so(self) -> dict[str, set[int]]:
        """The people of the document by what it calls them."""
        found: dict[str, set[int]] = defaultdict(set)
        for each in self._people:
            for noun in sorted(each.callings):
                found[noun].add(id(each))
        return found

    def _only(self, noun: str, earlier: list[Line], line: Line, start: int) -> Bearer | None:
        """The one thing of that kind: in the document, or in this paragraph if the title is none such."""
        census, title = self.discourse.census, self.discourse.title_thing
        number = self.discourse.number(line)
        found = {key: each for key, each in self._of_kind(noun).items() if each.first_line <= number}
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
        """The organisations of which the document does not say what sort they are, and which may be firms."""
        bearers = {id(each): each for each in self.discourse.census.bearers.values()}.values()
        untold = [each for each in bearers if each.type is EntityType.ORGANISATION and not each.kind]
        return [each for each in untold if each.name not in words("words", "no_firms")]

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
        return said >= _OFTEN and len(self._of_kind(noun)) == 1 and not adds_one(noun, text, only)

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
        return is_alone and len(self._of_kind(noun)) == 1 and not adds_one(noun, text, only)

    @cached_property
    def _by_kind(self) -> dict[str, list[Bearer]]:
        found: dict[str, list[Bearer]] = defaultdict(list)
        told_of = [self.discourse.told_of] if self.discourse.told_of else []
        for bearer in {
            id(each): each for each in (*self.discourse.census.bearers.values(), *told_of)
        }.values():
            if bearer.type and bearer.type is not EntityType.PERSON and bearer.kind:
                found[bearer.kind].append(bearer)
                last = bearer.name.split()[-1].casefold()
                if last != bearer.kind and nouns().get(last) is bearer.type:
                    found[last].append(bearer)  # Kestrel Tower, an office building, is a tower too
        return found


def _describes(noun: str) -> bool:
    """Whether a noun tells enough to mean one thing by it."""
    if noun in words("words", "scenery"):
        return False
    if noun in words("words", "wide") or family(noun) != {noun}:
        return True
    said = class_of(noun)
    return bool(said and said[1] == noun) and noun not in words("words", "vague")


def adds_one(noun: str, text: str, only: Bearer) -> bool:
    """Whether a text speaks of one more thing of the kind; `X is a bridge`, `a bridge toll` do not."""
    said_of = tuple(
        f"{name}{link}"
        for name in only.names
        for link in ("", ",", " is", " was", " are", " were", " became", ", the", " is the", " was the")
    )
    for found in _one(noun, text):
        goes_on = f"{noun}{found['next'] or ''}" in nouns() and found["next"]
        is_itself = text[: found.end("noun")].casefold().endswith(f" {only.name.casefold()}")
        if (
            not goes_on
            and not (is_itself and only.name.islower())
            and not text[: found.start()].rstrip().endswith(said_of)
        ):
            return True
    return False


def _speaks_of_one(noun: str, text: str) -> bool:
    """Whether a text speaks of one more who is called so, and who has no name there."""
    return any(
        not _OF_ONE.search(text[: found.start()]) and not _NAMED.match(text, found.end("noun"))
        for found in _one(noun, text)
    )


def _one(noun: str, text: str) -> Iterator[re.Match[str]]:
    """Where a text speaks of one more, or of several: `another bridge`, `two bridges`."""
    return re.finditer(rf"{_ANOTHER}(?P<noun>{re.escape(noun)}s?)\b(?P<next> [a-z-]+)?", text, re.IGNORECASE)
