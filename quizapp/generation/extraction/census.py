"""The names of one document: which runs of capitals are names, where they stand, and what bears them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.bearer import Bearer
from quizapp.generation.extraction.classes import class_of, family, known, nouns, singular, words
from quizapp.generation.extraction.entitled import entitled
from quizapp.generation.extraction.evidence import Vote, votes_around
from quizapp.generation.extraction.fuller import unite
from quizapp.generation.extraction.scene import Line, Scene
from quizapp.generation.extraction.shapes import is_given, is_office, votes_of_name, votes_of_titles
from quizapp.generation.extraction.spans import Span, spans
from quizapp.generation.extraction.subject import opens_title, tells_of

Place = tuple[int, int]

_LOWER = re.compile(r"(?<![\w’'-])[a-zß-ÿ][\w’'-]*")
_STOPS = re.compile(r"[.!?:;…][”\"’')\]]*\s*$")
_LONGEST_HEADING = 12
_OF_A_PERSON = re.compile(r"\b(?:he|she|his|her|himself|herself)\b")
# Titles play with words: `Ada Holt, the star that fell`.
_IN_TITLE = 0.4
_OWN_PRONOUN = 0.8
_ACTS = 2.0
_TOLD_OF = 1.5
_THE = re.compile(r"\b[Tt]he ([a-z]+)\b(?!['’-]| [a-z]+ (?:of|was|is)\b)")
_THE_KIND = re.compile(r"The (?P<noun>[a-z][\w-]*(?: [a-z][\w-]*)?)(?= (?:was|is|had|has|[a-z]+ed)\b)")
_MAKES = re.compile(
    r"\b(?:wrote|published|directed|composed|staged|filmed|recorded|released|painted|founded|established|started|formed"
    r"|built|launched|invented|developed|designed) [“\"‘']?(?:[Tt]he )?[“\"‘']?$"
)
_MADE = frozenset({EntityType.WORK, EntityType.ORGANISATION, EntityType.THING})
_TELLING = frozenset({EntityType.PLACE, EntityType.THING, EntityType.WORK})
# So often the kind must be said; of the one thing that the title names, twice.
_OFTEN = 3
_TWICE = 2
_CALLED = 3.0
# Of he and she one so many times as often tells whom all is about.
_MOSTLY = 5
_MARRIED = re.compile(
    r"\b(?P<who>[Hh]e|[Ss]he) (?:\w+ )?(?:married|wed) (?:(?:the|an?) (?:[a-z][\w-]* ){1,3})?$"
)
_BORN = re.compile(r"(?: \(|, | was | had been )(?:born|née|christened|baptised) (?:as )?")
_BORN_AS = re.compile(r"(?:She|He) (?:was|had been) (?:born|christened|baptised) (?:as )?")
_KNOWN_AS = re.compile(
    r"\b(?:(?:better|best|also|always|later|usually|generally|professionally) )?(?:known|remembered|nicknamed"
    r"|called)(?: to [a-z ]{3,30})?(?: simply)?(?: as)? [“\"‘']?$"
)
_ASSUMED = re.compile(
    r"\b(?:known|published|wrote|writing|recorded|performed|worked) (?:by|under|as) "
    r"(?:(?:his|her|the|their) )?(?:pen|stage|ring|professional)?[- ]?(?:name|pseudonym)(?: of)? [“\"‘']?$"
)
_CHILD_OF = re.compile(r"\b(?:sons?|daughters?|child|children|grandson|granddaughter|nephew|niece) of $")
_WATERS_FIRST = ("Lake", "Mount", "River")
# Words that end so and open a sentence are seldom names.
_ORDINARY = re.compile(r"(?:ly|ing|ed|tion|ness)$")


@dataclass(frozen=True)
class Census:
    """All bearers of one document, by every name that they have in it, and who is named in each sentence."""

    bearers: Mapping[str, Bearer]
    named: Mapping[Place, tuple[tuple[Span, Bearer], ...]]

    def at(self, line: Line) -> tuple[tuple[Span, Bearer], ...]:
        """The names in a sentence, in order, with their bearers."""
        return self.named.get((line.paragraph, line.sentence), ())

    def outside(self, name: str, lines: Iterable[Line]) -> "Census":
        """The same without names that are a part of this one: of no Ost where the Ost clock is spoken of."""
        whole = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
        named = dict(self.named)
        for line in lines:
            places = [found.span() for found in whole.finditer(line.text)]
            named[line.paragraph, line.sentence] = tuple(
                (span, bearer)
                for span, bearer in self.at(line)
                if not any(start <= span.start and span.end <= end for start, end in places)
            )
        return Census(self.bearers, named)


def census(scene: Scene) -> Census:
    """Counts the names of a document, going through its sentences twice."""
    kept = _Names(scene).in_lines()
    bearers: dict[str, Bearer] = {}
    initials: dict[str, str] = {}
    others: list[tuple[str, str]] = []
    for number, line in enumerate(scene.lines):
        here = kept[line.paragraph, line.sentence]
        for span in here:
            if span.name not in bearers:
                bearers[span.name] = _new(span, number)
            _count(bearers[span.name], line, span, number)
            if _opens_with(line, span) and _OF_A_PERSON.search(line.text, span.end):
                bearers[span.name].take(Vote(EntityType.PERSON, _OWN_PRONOUN))
        initials.update(_initials(line, here))
        others.extend(_other_names(line, here, scene.protagonist))
    for name in sorted(scene.actors & bearers.keys()):
        bearers[name].take(Vote(EntityType.PERSON, _ACTS))
    hero = bearers.get(scene.protagonist)
    if hero and not hero.with_the and not set(hero.votes) - {EntityType.PERSON}:
        hero.take(Vote(EntityType.PERSON, _TOLD_OF))
    if hero and not hero.genders:
        hero.genders.update(_by_pronouns(scene))
    _hear_descriptions(scene, bearers)
    _hear_next_sentences(scene, kept, bearers)
    unite(bearers, scene.document.title, initials, others)
    named = {
        (line.paragraph, line.sentence): tuple(
            (span, _at(number, span, kept[line.paragraph, line.sentence], bearers))
            for span in kept[line.paragraph, line.sentence]
        )
        for number, line in enumerate(scene.lines)
    }
    for bearer in bearers.values():
        bearer.settle()
    return Census(bearers, named)


def _hear_descriptions(scene: Scene, bearers: Mapping[str, Bearer]) -> None:
    """What the title names without a kind is called `the ship`, if the text speaks of one kind alone."""
    title = scene.document.title
    named = [b for name, b in bearers.items() if opens_title(title, name) or tells_of(title, name)]
    untold = [b for b in named if b.usable and b.type is None and not set(b.votes) - {EntityType.PERSON}]
    if not untold or any(b.type for b in named):
        return
    said = Counter(found[1] for line in scene.lines[1:] for found in _THE.finditer(line.text))
    told = {noun: times for noun, times in said.items() if nouns().get(noun) in _TELLING}
    ranked = sorted(told, key=lambda noun: (-told[noun], noun))
    unclear = words("words", "wide") | words("words", "vague") | words("words", "scenery")
    unclear |= words("words", "parts")
    ranked = [noun for noun in ranked if noun not in unclear]
    is_whole = any(
        name.casefold() == title.casefold().removeprefix("the ") for b in untold for name in b.names
    )
    if not ranked or told[ranked[0]] < (_TWICE if is_whole else _OFTEN):
        return
    kind = ranked[0]
    others = [told[noun] for noun in ranked[1:] if noun not in family(kind)]
    borne = any(kind in (name.casefold().split()[-1], b.kind) for name, b in bearers.items())
    if not borne and all(told[kind] >= 2 * times for times in others):
        max(untold, key=lambda b: len(b.name)).take(Vote(nouns()[kind], _CALLED, kind))


def _hear_next_sentences(
    scene: Scene, kept: Mapping[Place, list[Span]], bearers: Mapping[str, Bearer]
) -> None:
    """What somebody made is what the next sentence calls it: `She wrote Salt Road. The novel ...`."""
    for line, following in pairwise(scene.lines):
        said = _THE_KIND.match(following.text) if following.paragraph == line.paragraph else None
        noun = class_of(said["noun"]) if said else None
        if noun is None or noun[0] not in _MADE or noun[1] in words("words", "vague"):
            continue
        here = kept[line.paragraph, line.sentence]
        made = [span for span in here if _MAKES.search(line.text[: span.start])]
        untold = [bearers[span.name] for span in made if bearers[span.name].usable]
        if len(untold) == 1 and not untold[0].kind and not set(untold[0].votes) - {noun[0]}:
            untold[0].take(Vote(noun[0], _CALLED, noun[1]))


def _at(number: int, span: Span, here: Sequence[Span], bearers: Mapping[str, Bearer]) -> Bearer:
    """Whom a name means in a line: a surname the first who has it, as long as no other has been named."""
    lone = bearers[span.name]
    if lone.usable or " " in span.name or lone.type not in (None, EntityType.PERSON):
        return lone
    namesakes = {
        id(b): b for name, b in bearers.items() if name.endswith(f" {span.name}") and _is_somebody(b)
    }
    before = {other.name for other in here if other.start < span.start}
    told = [
        b
        for b in namesakes.values()
        if b.first_line < number or (b.first_line == number and b.name in before)
    ]
    return told[0] if len(told) == 1 and told[0].first_line < number else lone


def _is_somebody(bearer: Bearer) -> bool:
    """Whether it is a person who can be told by name."""
    return bearer.type is EntityType.PERSON and bearer.usable


def _new(span: Span, number: int) -> Bearer:
    bearer = Bearer(span.name, number, usable=not is_office(span.name))
    for vote in votes_of_name(span):
        bearer.take(vote)
    return bearer


def _count(bearer: Bearer, line: Line, span: Span, number: int) -> None:
    bearer.names[span.name] += 1
    bearer.with_the += span.the
    bearer.without_the += not span.the
    bearer.has_children |= bool(_CHILD_OF.search(line.text[: span.start]))
    bearer.genders.update(_genders(line, span))
    for vote in (*votes_around(line.text, span), *votes_of_titles(span)):
        bearer.take(vote if number else replace(vote, weight=vote.weight * _IN_TITLE))


def _genders(line: Line, span: Span) -> Iterator[str]:
    """What the word before a name says: `his sister X`, `Mrs X`."""
    before = re.search(r"(\w+),? $", line.text[max(0, span.start - 20) : span.start])
    for gender in ("male", "female"):
        said = before and before[1].casefold() in words("words", f"{gender}_nouns")
        if said or words("words", f"{gender}_titles") & set(span.titles):
            yield gender
    if wed := _MARRIED.search(line.text[: span.start]):
        yield "female" if wed["who"].casefold() == "he" else "male"


def _by_pronouns(scene: Scene) -> Iterator[str]:
    """The gender of whom a document is about, where it hardly uses the other pronoun."""
    he, she = (len(re.findall(rf"\b{word}\b", scene.document.text, re.IGNORECASE)) for word in ("he", "she"))
    if max(he, she) >= _OFTEN and min(he, she) * _MOSTLY <= max(he, she):
        yield "male" if he > she else "female"


def _is_also_called(one: str, between: str, other: str) -> bool:
    """Whether a full name is followed by an assumed one, or by `or` and the same in other length."""
    first, second = one.split(), other.split()
    if len(first) < 2 or len(second) < 2:
        return False
    is_inside = set(first) <= set(second) or set(second) <= set(first)
    is_same = between == " or " and first[-1] == second[-1] and is_inside
    return is_same or bool(_ASSUMED.search(between))


def _opens_with(line: Line, span: Span) -> bool:
    return not line.text[: span.start].strip("“\"‘' ")


def _initials(line: Line, here: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """`World Health Organisation (WHO)`: the initials with the name before them."""
    for full, short in pairwise(here):
        if line.text[full.end : short.start] == " (" and line.text[short.end : short.end + 1] == ")":
            letters = [word[0] for word in re.split(r"[ -]", full.name) if word[0].isupper()]
            if short.name.isupper() and short.name.replace(".", "") == "".join(letters):
                yield short.name, full.name


def _other_names(line: Line, here: Sequence[Span], told_of: str) -> Iterator[tuple[str, str]]:
    """The name that is shown with another of the same person: `Ida Jane Holt, known to all as Ada Holt`."""
    for other in here:
        if " " in other.name and _BORN_AS.fullmatch(line.text[: other.start]) and told_of:
            yield told_of, other.name
    for one, other in pairwise(here):
        between = line.text[one.end : other.start]
        if " " in one.name and " " in other.name and _BORN.fullmatch(between):
            yield one.name, other.name
        elif _opens_with(line, one) and _is_also_called(one.name, between, other.name):
            yield other.name, one.name
        elif " " in one.name and _opens_with(line, one) and _KNOWN_AS.search(between):
            surname = one.name.split()[-1]
            if other.name.endswith(f" {surname}"):
                yield other.name, one.name
            elif " " not in other.name:
                yield f"{other.name} {surname}", one.name


class _Names:
    """The runs of a document that are names: no ordinary words at the start, no headings in capitals."""

    def __init__(self, scene: Scene) -> None:
        titles = entitled(scene)
        self._found = {(line.paragraph, line.sentence): spans(line.text, titles) for line in scene.lines}
        self._headings = {(li.paragraph, li.sentence) for li in scene.lines[1:] if _is_heading(li.text)}
        self._lower = Counter(word.casefold() for word in _LOWER.findall(scene.document.text))
        in_text = [
            span for place, each in self._found.items() if place not in self._headings for span in each
        ]
        self._anywhere = Counter(span.name for span in in_text)
        self._inside = Counter(span.name for span in in_text if not span.opening)

    def in_lines(self) -> dict[Place, list[Span]]:
        """The names in every sentence."""
        kept: dict[Place, list[Span]] = {}
        for place, each in self._found.items():
            trimmed = [span for found in each if (span := self._trimmed(found))]
            in_heading = place in self._headings
            kept[place] = [span for span in trimmed if not in_heading or self._anywhere[span.name]]
        return kept

    def _trimmed(self, span: Span) -> Span | None:
        """The name without an ordinary word before it: `Explorer Ada Holt`; None where nothing is left."""
        if not span.opening or span.quoted or self._inside[span.name] or span.name in known():
            return span
        first, _, rest = span.name.partition(" ")
        if first in _WATERS_FIRST and (self._anywhere[rest] or rest[:1].isupper()):
            return span
        if is_given(first) or first in words("words", "royal") or not self._is_ordinary(first.casefold()):
            return span
        if not rest:
            return None
        describes = nouns().get(first.casefold()) is EntityType.PERSON
        if rest[0].isupper() and (self._anywhere[rest] or describes):
            return replace(span, start=span.start + len(first) + 1, name=rest, opening=False)
        return span

    def _is_ordinary(self, word: str) -> bool:
        noun = word in nouns() or singular(word) in nouns()
        return bool(self._lower[word] or noun or _ORDINARY.search(word))


def _is_heading(text: str) -> bool:
    said = text.split()
    capital = sum(word[0].isupper() for word in said)
    return not _STOPS.search(text) and len(said) < _LONGEST_HEADING and 2 * capital > len(said)
