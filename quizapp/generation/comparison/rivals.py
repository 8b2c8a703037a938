"""What two texts tell differently, as facts that cannot both be true."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from quizapp.domain import fact as domain
from quizapp.domain.fact import Entity, Evidence, Fact, Relation
from quizapp.domain.text import folded
from quizapp.generation import literals
from quizapp.generation.comparison.claims import Claim, claims
from quizapp.generation.comparison.contrasts import Text, contrasts
from quizapp.generation.comparison.doers import doers
from quizapp.generation.comparison.words import names, stem, stems, subject_words
from quizapp.generation.document import Document
from quizapp.generation.extraction.scene import Scene

# What no relation of the catalogue asks: two values side by side, for a person.
TOLD = "told_otherwise"
_OPENING = 8
_FEW_WORDS = 3
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def rivals(
    documents: Sequence[Document],
    references: Mapping[str, domain.Document],
    entities: Mapping[str, Entity],
    facts: Sequence[Fact],
    catalogue: Mapping[str, Relation],
) -> list[Fact]:
    """For every value that another text gives otherwise the fact that this text would make of it.

    It stands beside the fact that was read, so that the two are seen to disagree; where none was read, both
    sides are told in the texts' own words.
    """
    if len(documents) < 2:
        return []
    texts = [compared(document) for document in documents]
    read = _Read(entities, catalogue, _by_place(facts))
    about = _about(frozenset().union(*(text.subject for text in texts)), entities, facts)
    found: dict[Fact, None] = {}
    for one, other in contrasts(texts):
        here, there = _known(one, references), _known(other, references)
        beside = [*read.beside(one, here, other, there), *read.beside(other, there, one, here)]
        if not beside and about and TOLD in catalogue:
            told, scope = ((one, here), (other, there)), _scope(one, other)
            beside = [Fact(about, TOLD, each.written, (at,), scope, witnesses=1) for each, at in told]
        found |= dict.fromkeys(beside)
    return list(found)


def _by_place(facts: Sequence[Fact]) -> dict[Evidence, list[Fact]]:
    found: dict[Evidence, list[Fact]] = defaultdict(list)
    for fact in facts:
        for place in fact.evidence:
            found[place].append(fact)
    return found


def compared(document: Document) -> Text:
    """A document as it is compared with others."""
    lines = Scene(document).lines
    return Text(
        (*claims(document.document_id, lines), *doers(document.document_id, lines)),
        tuple(frozenset(stems(line.text)) for line in lines),
        subject_words(document.title, [line.text for line in lines[:_OPENING]]),
        frozenset(name for line in lines for name in names(line.text)),
    )


def _scope(one: Claim, other: Claim) -> str:
    """What two values are given of, in words of the first text that the other has too."""
    shared = one.theme & other.theme or one.words & (other.words | other.theme)
    common = [word for word in _WORD.findall(one.text) if shared.intersection(stems(word))]
    told = dict.fromkeys((one.about or other.about, *common[:_FEW_WORDS]))
    return " ".join(filter(None, told)) or one.kind


def _known(claim: Claim, references: Mapping[str, domain.Document]) -> Evidence:
    place = claim.place
    return Evidence(references[place.document_id].document_id, place.paragraph, place.sentence)


@dataclass(frozen=True)
class _Read:
    """The facts that were read, by the sentences that state them."""

    entities: Mapping[str, Entity]
    catalogue: Mapping[str, Relation]
    by_place: Mapping[Evidence, Sequence[Fact]]

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        return {folded(name): each for each, entity in self.entities.items() for name in entity.names}

    def beside(self, said: Claim, here: Evidence, otherwise: Claim, there: Evidence) -> Iterator[Fact]:
        """The facts that a claim was read as, each with what the other text gives in its place."""
        if said.kind == "name":
            for fact in self.by_place.get(here, ()):
                yield from self._with_name(_retold(fact, there), said, otherwise)
            return
        alike = [fact for fact in self.by_place.get(here, ()) if self._is_read_as(fact, said)]
        # Of two facts of one year in a sentence the one that tells of the deed is meant.
        of_deed = [each for each in alike if _deed_words(each) & {said.key, stem(said.key)}]
        for fact in of_deed or alike:
            literal = self.catalogue[fact.relation].literal
            value = otherwise.content[:4] if literal == "year" else otherwise.content
            if not literals.may_be_same(literal, value, fact.value):
                yield replace(_retold(fact, there), value=value, fact_id="")

    def _is_read_as(self, fact: Fact, said: Claim) -> bool:
        relation = self.catalogue[fact.relation]
        kinds = ("year", "date") if said.kind == "moment" else (said.kind,)
        is_alike = relation.literal in kinds and relation.single_valued and not relation.waits
        return is_alike and literals.may_be_same(relation.literal, fact.value, said.content)

    def _named(self, name: str) -> str:
        """The id of what bears a name, which may come from somewhere: Holt & Sons of Wick."""
        found = self._by_name.get(folded(name), "")
        return found or self._by_name.get(folded(name.partition(" of ")[0]), "")

    def _with_name(self, fact: Fact, said: Claim, otherwise: Claim) -> Iterator[Fact]:
        relation = self.catalogue[fact.relation]
        one, other = (self._named(each.content) for each in (said, otherwise))
        if not one or not other or relation.waits:
            return
        type_ = self.entities[other].type
        is_only = relation.single_valued or relation.exhaustive
        if fact.value == one and is_only and type_ in relation.value:
            yield replace(fact, value=other, fact_id="")
        is_only = relation.single_subject or relation.exhaustive_subject
        if fact.subject == one and is_only and type_ in relation.subject:
            yield replace(fact, subject=other, fact_id="")


def _retold(fact: Fact, place: Evidence) -> Fact:
    return replace(fact, evidence=(place,), witnesses=1, fact_id="", note="")


def _deed_words(fact: Fact) -> frozenset[str]:
    return frozenset(stems(f"{fact.relation.replace('_', ' ')} {fact.scope}"))


def _about(named: frozenset[str], entities: Mapping[str, Entity], facts: Sequence[Fact]) -> str:
    """What the texts are about: of the things named in titles the one of which most is told."""
    times = dict.fromkeys(entities, 0)
    for fact in facts:
        if fact.subject in times:
            times[fact.subject] += 1
    titled = {each for each, entity in entities.items() if frozenset(stems(entity.name)) <= named}
    return min(times, key=lambda each: (each not in titled, -times[each], folded(each)), default="")
