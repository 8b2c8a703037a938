"""The documents of a draft as an author reads them: every fact at the sentence that states it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from quizapp.domain.draft import Draft, State
from quizapp.domain.fact import Entity, EntityType, Evidence, Fact, by_id
from quizapp.domain.item import Item
from quizapp.packs.passage import Passage, Sentence
from quizapp.services.draft_texts import StoredText
from quizapp.services.relations import in_words, relations, shown_value

_PEOPLE = (EntityType.PERSON, EntityType.CHARACTER)


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as it is listed: its number in the document, its words, where it stands, what is asked of it."""

    number: int
    fact: Fact
    words: str
    state: State
    places: tuple[str, ...]
    items: tuple[tuple[Item, State], ...]
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence; `side` where they name the subject or the value of a fact."""

    text: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence, cut into pieces, and the facts that it states."""

    number: int
    pieces: tuple[Piece, ...]
    facts: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage of the article. `facts` are listed here first; a later sentence only points to them."""

    number: int
    sentences: tuple[Read, ...]
    facts: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Passages in a row that are not the article, each with what it is instead."""

    passages: tuple[tuple[int, str, str], ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document from its first line to its last, then the facts that point to no sentence of it."""

    parts: tuple[Paragraph | LeftOut, ...]
    elsewhere: tuple[Told, ...]


def reading_of(draft: Draft, text: StoredText, disputed: frozenset[str]) -> Reading:
    """The document with the facts that it states."""
    placed: dict[tuple[int, int], list[Fact]] = defaultdict(list)
    nowhere = []
    for fact in draft.pack.facts:
        here = [place for place in fact.evidence if place.document_id == text.document_id]
        found = [place for place in here if _is_article(place, text)]
        for place in dict.fromkeys(found):
            placed[place.paragraph or 0, place.sentence or 0].append(fact)
        if here and not found:
            nowhere.append(fact)
    in_order = list(dict.fromkeys(fact.fact_id for place in sorted(placed) for fact in placed[place]))
    listed = {fact.fact_id: fact for few in placed.values() for fact in few}
    told = dict(zip(in_order, told_of(draft, [listed[each] for each in in_order], disputed), strict=True))
    left = tuple(told_of(draft, nowhere, disputed, len(in_order) + 1))
    return Reading(tuple(_parts(text, placed, told, by_id(draft.pack.entities))), left)


def told_of(draft: Draft, facts: Iterable[Fact], disputed: frozenset[str], first: int = 1) -> Iterator[Told]:
    """The facts as they are listed, numbered from `first`."""
    asked: dict[str, list[tuple[Item, State]]] = defaultdict(list)
    for item in draft.pack.items:
        asked[item.fact_id].append((item, draft.state(item)))
    for number, fact in enumerate(facts, first):
        yield Told(
            number,
            fact,
            in_words(fact, draft.pack),
            draft.state_of_fact(fact),
            tuple(place_in_words(place, draft) for place in fact.evidence),
            tuple(asked[fact.fact_id]),
            fact.fact_id in disputed,
        )


def place_in_words(place: Evidence, draft: Draft) -> str:
    """The document, and where in it."""
    document = draft.pack.document(place.document_id)
    words = [document.title if document else place.document_id]
    words += [f"paragraph {place.paragraph}"] if place.paragraph else []
    words += [f"sentence {place.sentence}"] if place.sentence else []
    return ", ".join(words)


def pieces(text: str, facts: Iterable[Fact], entities: Mapping[str, Entity]) -> tuple[Piece, ...]:
    """The sentence with the names of what these facts are about set apart, the longest first."""
    sides: dict[str, str] = {}
    for fact in facts:
        for name in _written(fact.subject, entities):
            sides.setdefault(name, "subject")
        for name in _values(fact, entities):
            sides.setdefault(name, "value")
    if not sides:
        return (Piece(text),)
    names = "|".join(re.escape(name) for name in sorted(sides, key=len, reverse=True))
    found: list[Piece] = []
    end = 0
    for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text):
        found += [Piece(text[end : match.start()])] * (end < match.start())
        found.append(Piece(match[0], sides[match[0]]))
        end = match.end()
    return (*found, Piece(text[end:])) if end < len(text) else tuple(found)


def _is_article(place: Evidence, text: StoredText) -> bool:
    return text.sentence(place) is not None and place.paragraph not in text.furniture


def _parts(
    text: StoredText,
    placed: Mapping[tuple[int, int], Sequence[Fact]],
    told: Mapping[str, Told],
    entities: Mapping[str, Entity],
) -> Iterator[Paragraph | LeftOut]:
    listed: set[str] = set()
    for is_furniture, run in groupby(text.passages, key=lambda each: each.number in text.furniture):
        if is_furniture:
            lines = tuple((each.number, each.text, text.furniture[each.number]) for each in run)
            yield LeftOut(lines, tuple(dict.fromkeys(reason for _, _, reason in lines)))
            continue
        for passage in run:
            sentences = tuple(_read(passage, each, placed, told, entities) for each in passage.sentences)
            facts = dict.fromkeys(fact for each in sentences for fact in each.facts)
            new = tuple(fact for fact in facts if fact.fact.fact_id not in listed)
            listed |= {fact.fact.fact_id for fact in new}
            yield Paragraph(passage.number, sentences, new)


def _read(
    passage: Passage,
    sentence: Sentence,
    placed: Mapping[tuple[int, int], Sequence[Fact]],
    told: Mapping[str, Told],
    entities: Mapping[str, Entity],
) -> Read:
    facts = placed.get((passage.number, sentence.number), ())
    return Read(
        sentence.number,
        pieces(sentence.text, facts, entities),
        tuple(told[fact.fact_id] for fact in facts),
    )


def _written(entity_id: str, entities: Mapping[str, Entity]) -> list[str]:
    """The ways a text may write an entity; of a person also the last name."""
    entity = entities.get(entity_id)
    if entity is None:
        return []
    names = list(entity.names)
    return names + [name.split()[-1] for name in names if entity.type in _PEOPLE and " " in name]


def _values(fact: Fact, entities: Mapping[str, Entity]) -> list[str]:
    """The ways a text may write the value of a fact."""
    relation = relations().get(fact.relation)
    if relation is None or not relation.literal:
        return _written(fact.value, entities) or [fact.value]
    words = [fact.value, *_shown(fact)]
    if relation.literal == "date" and fact.value.count("-") == 2:
        day, month, year = words[1].split()
        words += [f"{month} {day}, {year}", f"{day} {month}", f"{month} {day}"]
    return words


def _shown(fact: Fact) -> list[str]:
    from quizapp.domain.pack import Pack

    shown = shown_value(fact, Pack("no-pack", "No pack"))
    return [shown, shown.removesuffix(" BC")]
