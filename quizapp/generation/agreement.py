"""Facts of all inputs brought together: the same fact once with all its evidence, and what does not agree.

A fact in a disagreement makes no item unless it names the document it leans on, so that the stem can say so.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from types import MappingProxyType

from quizapp.domain.fact import Disagreement, Entity, Evidence, Fact, Relation, Side
from quizapp.domain.text import folded
from quizapp.generation import literals, scopes
from quizapp.generation.aliases import PEOPLE, keys
from quizapp.generation.containment import containers
from quizapp.generation.graph import outweighs, slot
from quizapp.generation.spelling import disputed

# What two texts tell differently, in their own words.
_TOLD_OTHERWISE = "told_otherwise"
_NOBODY: Mapping[str, Entity] = MappingProxyType({})
# What relations of time are called by their first word: what begins, and what may end it.
_ENDS = {
    "born": ("died",),
    "founded": ("dissolved", "disbanded", "closed", "abolished", "demolished"),
    "opened": ("closed", "demolished"),
    "completed": ("demolished", "destroyed"),
    "began": ("ended",),
    "started": ("ended",),
}


def merged(stated: Iterable[Fact], found: Iterable[Fact] = ()) -> list[Fact]:
    """The facts stated in packs, then those found that are new; one that says the same adds its evidence.

    Facts in packs are told apart by their ids alone: items written by hand may point to any of them.
    """
    facts: dict[str, Fact] = {}
    ids: dict[tuple[str, ...], str] = {}
    for fact in stated:
        facts[fact.fact_id] = _united(facts[fact.fact_id], fact) if fact.fact_id in facts else fact
        ids.setdefault(_content(fact), fact.fact_id)
    for fact in found:
        fact_id = ids.setdefault(_content(fact), fact.fact_id)
        facts[fact_id] = _united(facts[fact_id], fact) if fact_id in facts else fact
    return list(facts.values())


def disagreements(
    facts: Sequence[Fact],
    catalogue: Mapping[str, Relation],
    entities: Mapping[str, Entity] = _NOBODY,
    spelt_apart: Sequence[Disagreement] = (),
) -> list[Disagreement]:
    """What cannot all be true: values, lists, years and dates, and names of one person spelt differently.

    `spelt_apart` are disputes about names that texts alone show; facts about the same two names say more.
    """
    facts = [fact for fact in facts if not _waits(fact, catalogue)]
    spelt = [
        Disagreement(one.subject, one.relation, (one, another), "spelling")
        for one, another in disputed(facts, catalogue, entities)
    ]
    told = [_disputed_names(one) for one in spelt]
    spelt += [one for one in spelt_apart if _disputed_names(one) not in told]
    run = _Run(facts, catalogue, entities)
    of_names = {frozenset(fact.fact_id for fact in one.facts) for one in spelt}
    found = [*run.rivals(), *run.lists(), *run.years_beside_dates(), *run.lives_backwards(), *run.denials()]
    of_values = [one for one in found if frozenset(fact.fact_id for fact in one.facts) not in of_names]
    return of_values + spelt


def _waits(fact: Fact, catalogue: Mapping[str, Relation]) -> bool:
    """Whether the fact is one that no reading can settle alone, so that another value says nothing of it."""
    return fact.relation in catalogue and catalogue[fact.relation].waits


def contested(
    found: Iterable[Disagreement], facts: Sequence[Fact] = (), entities: Mapping[str, Entity] = _NOBODY
) -> set[str]:
    """The ids of facts that make no item: in a disagreement, or about one whose very name is disputed.

    So are facts whose sentence is told otherwise in another text, if they have the value that is. A fact that
    is said to be one document's word is not held back by another's.
    """
    disputes = list(found)
    unnamed = {name for one in disputes if one.kind == "spelling" for name in _disputed_names(one)}
    held = [fact for one in disputes for fact in one.facts]
    held += [fact for fact in facts if fact.subject in unnamed or fact.value in unnamed]
    told = {(at, folded(f.value)) for f in held if f.relation == _TOLD_OTHERWISE for at in f.evidence}
    held += [fact for fact in facts if told and any(each in told for each in _shown(fact, entities))]
    return {fact.fact_id for fact in held if not fact.according_to}


def coarser(
    facts: Sequence[Fact], catalogue: Mapping[str, Relation], entities: Mapping[str, Entity] = _NOBODY
) -> set[str]:
    """The ids of facts that need no question of their own, because another one asks the same.

    The finer stands where both are dates or places: 16 October 2010 before October 2010, a town before its
    land. A year stands before the date in it, being what people know, unless fewer witnesses state it.
    """
    around = containers(facts, catalogue, entities)
    places: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        relation = catalogue[fact.relation]
        if relation.literal == "date" or (relation.single_valued and not relation.literal):
            places[fact.subject, fact.relation, fact.scope].append(fact)
    found = {
        fact.fact_id
        for rivals in places.values()
        for fact in rivals
        for finer in rivals
        if _is_finer(finer.value, fact.value, catalogue[fact.relation].literal, around)
    }
    return found | set(_asked_by_year(facts, catalogue)) | set(_told_exactly(facts))


def _asked_by_year(facts: Sequence[Fact], catalogue: Mapping[str, Relation]) -> Iterator[str]:
    """Of every year and the dates in it, the ids of those that leave the question to the other."""
    told: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        told[fact.subject, fact.relation, folded(fact.scope)].append(fact)
    for year in facts:
        exact = told.get((year.subject, catalogue[year.relation].finer, folded(year.scope)), ())
        dates = [fact for fact in exact if _is_finer(fact.value, year.value, "date", {})]
        if any(_is_surer(date, year) for date in dates):
            yield year.fact_id
        else:
            yield from (date.fact_id for date in dates)


def _told_exactly(facts: Sequence[Fact]) -> Iterator[str]:
    """The ids of numbers near the truth, where the truth itself is told, or another number near it."""
    told: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        told[fact.subject, fact.relation, folded(scopes.exactly(fact.scope))].append(fact)
    for rivals in told.values():
        if len({fact.value for fact in rivals}) > 1 or len({fact.scope for fact in rivals}) > 1:
            yield from (fact.fact_id for fact in rivals if scopes.is_nearly(fact.scope))


@dataclass(frozen=True)
class _Run:
    """The facts of a run, asked for what does not agree."""

    facts: Sequence[Fact]
    catalogue: Mapping[str, Relation]
    entities: Mapping[str, Entity]

    @cached_property
    def around(self) -> Mapping[str, frozenset[str]]:
        """What each place lies in."""
        return containers(self.facts, self.catalogue, self.entities)

    def rivals(self) -> Iterator[Disagreement]:
        """Every slot that can be filled once only and is filled with values that cannot be the same."""
        slots: dict[tuple[Side, str, str, str, str], list[Fact]] = defaultdict(list)
        for fact in self.facts:
            relation = self.catalogue[fact.relation]
            moment = fact.as_of if relation.volatile else ""
            if relation.single_valued:
                slots["value", fact.relation, self.bearer(fact.subject), fact.scope, moment].append(fact)
            if relation.single_subject:
                given = folded(fact.value) if relation.literal else self.bearer(fact.value)
                slots["subject", fact.relation, given, fact.scope, moment].append(fact)
        for (side, name, *_), told in slots.items():
            rivals = [fact for fact in told if not any(outweighs(other, fact) for other in told)]
            literal = self.catalogue[name].literal if side == "value" else ""
            values = dict.fromkeys(slot(fact, side) for fact in rivals)
            if any(not self.may_be_same(literal, *pair) for pair in combinations(values, 2)):
                yield Disagreement(rivals[0].subject, name, tuple(rivals))

    def lists(self) -> Iterator[Disagreement]:
        """Every place that two documents fill with all that stands there, and with nothing in common."""
        slots: dict[tuple[Side, str, str, str], list[Fact]] = defaultdict(list)
        for fact in self.facts:
            relation = self.catalogue[fact.relation]
            if relation.exhaustive and not relation.single_valued:
                slots["value", fact.relation, self.bearer(fact.subject), fact.scope].append(fact)
            if relation.exhaustive_subject and not relation.single_subject:
                slots["subject", fact.relation, self.bearer(fact.value), fact.scope].append(fact)
        for (side, name, *_), told in slots.items():
            by_document: dict[str, list[Fact]] = defaultdict(list)
            for fact in told:
                for document_id in dict.fromkeys(place.document_id for place in fact.evidence) or ("",):
                    by_document[document_id].append(fact)
            apart = [p for p in combinations(by_document.values(), 2) if not self._overlap(side, *p)]
            ids = {fact.fact_id for some, others in apart for fact in (*some, *others)}
            if rivals := tuple(fact for fact in told if fact.fact_id in ids):
                yield Disagreement(rivals[0].subject, name, rivals)

    def years_beside_dates(self) -> Iterator[Disagreement]:
        """Every year of which another relation gives the date, and the date lies in another year."""
        dated: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
        for fact in self.facts:
            dated[fact.relation, self.bearer(fact.subject), fact.scope].append(fact)
        for (name, subject, scope), years in list(dated.items()):
            dates = dated.get((self.catalogue[name].finer, subject, scope), [])
            rivals = [
                fact
                for some, others in ((years, dates), (dates, years))
                for fact in some
                if any(not literals.may_be_same("date", fact.value, rival.value) for rival in others)
            ]
            if rivals:
                yield Disagreement(rivals[0].subject, name, tuple(rivals))

    def lives_backwards(self) -> Iterator[Disagreement]:
        """Everything that ends before it begins."""
        told: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in self.facts:
            if self.catalogue[fact.relation].literal in ("year", "date"):
                told[self.bearer(fact.subject), fact.relation.split("_")[0]].append(fact)
        for (subject, begun), firsts in list(told.items()):
            lasts = [fact for end in _ENDS.get(begun, ()) for fact in told.get((subject, end), ())]
            for first in firsts:
                for last in lasts:
                    if _year(last) < _year(first):
                        yield Disagreement(first.subject, last.relation, (first, last), "order")

    def denials(self) -> Iterator[Disagreement]:
        """Everyone who is not yet on a channel here, and there in a work of it that is unknown here."""
        shown = {(fact.subject, fact.value) for fact in self.facts if fact.relation == "released_on"}
        played = [fact for fact in self.facts if fact.relation == "appears_in"]
        for denial in (fact for fact in self.facts if fact.relation == "not_yet_on"):
            here = {place.document_id for place in denial.evidence}
            known = {
                entity_id
                for fact in self.facts
                if not here.isdisjoint(place.document_id for place in fact.evidence)
                for entity_id in (fact.subject, fact.value)
            }
            theirs = [fact for fact in played if fact.subject == denial.subject and fact.value not in known]
            if against := [fact for fact in theirs if (fact.value, denial.value) in shown]:
                yield Disagreement(denial.subject, denial.relation, (denial, *against))

    def may_be_same(self, literal: str, one: str, another: str) -> bool:
        """Whether two values, or two entities, may be one: finer and coarser are."""
        if literal:
            return literals.may_be_same(literal, one, another)
        return one == another or one in self.around.get(another, ()) or another in self.around.get(one, ())

    def bearer(self, entity_id: str) -> str:
        """What a stem can tell apart: entities of one name, type and kind are asked about alike."""
        entity = self.entities.get(entity_id)
        if entity is None:
            return entity_id
        name = min(keys(entity.name, entity.type), default=entity_id)
        kind = "" if entity.type in PEOPLE else entity.kind
        return "|".join((entity.type, name, kind, entity.within))

    def _overlap(self, side: Side, some: Sequence[Fact], others: Sequence[Fact]) -> bool:
        literal = self.catalogue[some[0].relation].literal if side == "value" else ""
        return any(self.may_be_same(literal, slot(a, side), slot(b, side)) for a in some for b in others)


def _is_finer(one: str, another: str, literal: str, around: Mapping[str, frozenset[str]]) -> bool:
    return one.startswith(f"{another}-") if literal else another in around.get(one, ())


def _is_surer(one: Fact, another: Fact) -> bool:
    """Whether more witnesses state it; a person is more than any."""
    return bool(another.witnesses) and (not one.witnesses or one.witnesses > another.witnesses)


def _shown(fact: Fact, entities: Mapping[str, Entity]) -> Iterator[tuple[Evidence, str]]:
    """The values that a sentence may show for a fact."""
    named = [entities[each] for each in (fact.subject, fact.value) if each in entities]
    texts = [fact.value, *(name for entity in named for name in entity.names)]
    if literals.is_well_formed("date", fact.value):
        texts.append(literals.shown_date(fact.value))
    yield from ((place, folded(text)) for place in fact.evidence for text in texts)


def _disputed_names(spelt: Disagreement) -> set[str]:
    subjects = {fact.subject for fact in spelt.facts}
    return subjects if len(subjects) > 1 else {fact.value for fact in spelt.facts}


def _year(fact: Fact) -> int:
    return int(re.match(r"-?\d+", fact.value)[0])  # type: ignore[index]


def _content(fact: Fact) -> tuple[str, ...]:
    return fact.subject, fact.relation, folded(fact.value), folded(fact.scope)


def _united(one: Fact, another: Fact) -> Fact:
    evidence: tuple[Evidence, ...] = tuple(dict.fromkeys((*one.evidence, *another.evidence)))
    return replace(one, evidence=evidence, as_of=max(one.as_of, another.as_of), note=one.note or another.note)
