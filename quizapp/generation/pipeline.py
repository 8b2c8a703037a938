"""The whole path from documents and packs to a pack, on one screen. Every refusal is kept with its reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from quizapp.domain.fact import Disagreement, Fact, Relation
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.generation import agreement, ranking, roundtrip
from quizapp.generation.document import Document
from quizapp.generation.extraction.witnesses import Reader, witnesses
from quizapp.generation.gathering import ENOUGH_WITNESSES, Gathered, gather
from quizapp.generation.graph import Graph
from quizapp.generation.heading import headed
from quizapp.generation.progress import Progress, untold
from quizapp.generation.proposing import outcomes, refusal
from quizapp.generation.ranking import Proposal
from quizapp.generation.refusals import Funnel, Refusal, counted
from quizapp.generation.screen import refused_in_pack
from quizapp.generation.selection import Refused, select


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps that stand between a fact and a pack; one is left out only to measure what it is worth."""

    screen: bool = True
    ranker: bool = True
    two_witnesses: bool = True
    round_trip: bool = True


@dataclass(frozen=True, slots=True)
class Generated:
    """A pack, what waits for a person, and the account of how both came about.

    `waiting` holds the facts that one witness alone states, with the items they would make, the surest first.
    `whole` holds both, each fact with its true witnesses, and every name, for a draft in which a person
    decides; `worth` is what the ranking thinks of the items made, by their ids.
    """

    pack: Pack
    waiting: Pack
    whole: Pack
    worth: Mapping[str, float]
    funnel: Funnel
    disagreements: tuple[Disagreement, ...]
    refusals: tuple[Refusal, ...]


def make_pack(
    documents: Sequence[Document],
    packs: Sequence[Pack],
    catalogue: Mapping[str, Relation],
    today: date,
    title: str = "",
    *,
    reader: Reader | None = None,
    steps: Steps = Steps(),
    progress: Progress = untold,
    model: str = "",
    most: int | None = None,
) -> Generated:
    """The pack that these inputs make: their facts, items written by hand, then items made from the facts.

    `reader` reads documents and stems; without it both witnesses do, with the language pipeline `model` or
    our own. `progress` is told how far each step has come. Of the items made, `most` at most are kept,
    the best.
    """
    reader = reader or witnesses(catalogue, documents, progress, model)
    gathered = gather(documents, packs, catalogue, reader)
    found = agreement.disagreements(gathered.facts, catalogue, gathered.entities, gathered.spelt_apart)
    graph = _graph(gathered, catalogue)
    by_hand = tuple(dict.fromkeys(item for pack in packs for item in pack.items if not item.made))
    tried = _tried(graph, found, today, reader, steps, progress)
    standing = _standing(gathered, catalogue, found, ENOUGH_WITNESSES if steps.two_witnesses else 1)
    head = partial(headed, documents, packs, gathered, title)
    score = ranking.scores(graph) if steps.ranker else ranking.unranked
    choose = partial(
        select,
        score=score,
        flaws=(lambda items: refused_in_pack(head(items))) if steps.screen else lambda _: {},
    )
    chosen, waiting, passed_over = _chosen(tried, standing, by_hand, choose, score, most)
    refusals = [outcome for outcome in tried if isinstance(outcome, Refusal)]
    refusals += [refusal(reason, one.fact, one.side, graph, one.item.stem) for one, reason in passed_over]
    made = _in_order_of_facts([one.item for one in chosen], gathered.facts)
    funnel = replace(
        gathered.counts,
        standing=len(standing),
        disagreements=len(found),
        proposed=len(tried),
        refused=counted(each.reason for each in refusals),
        by_hand=len(by_hand),
        made=len(made),
        waiting=len(waiting),
    )
    return Generated(
        head((*by_hand, *made), [fact for fact in gathered.facts if fact.fact_id in standing]),
        head([one.item for one in waiting], _unsure(waiting, gathered, standing)),
        _with_others(
            head((*by_hand, *_in_order_of_facts([one.item for one in (*chosen, *waiting)], gathered.facts))),
            gathered,
        ),
        {one.item.item_id: round(score(one), 4) for one in (*chosen, *waiting)},
        funnel,
        tuple(found),
        tuple(refusals),
    )


def proposed(
    documents: Sequence[Document],
    packs: Sequence[Pack],
    catalogue: Mapping[str, Relation],
    today: date,
    steps: Steps = Steps(),
) -> tuple[Graph, list[Proposal | Refusal]]:
    """The facts of these inputs as a graph, and all that can be asked of them, before anything is chosen."""
    reader = witnesses(catalogue, documents)
    gathered = gather(documents, packs, catalogue, reader)
    found = agreement.disagreements(gathered.facts, catalogue, gathered.entities, gathered.spelt_apart)
    graph = _graph(gathered, catalogue)
    return graph, _tried(graph, found, today, reader, steps)


def _tried(
    graph: Graph,
    found: Sequence[Disagreement],
    today: date,
    reader: Reader,
    steps: Steps,
    progress: Progress = untold,
) -> list[Proposal | Refusal]:
    tried = list(outcomes(graph, found, today, steps.screen, progress))
    return list(roundtrip.proved(tried, graph, reader)) if steps.round_trip else tried


def _graph(gathered: Gathered, catalogue: Mapping[str, Relation]) -> Graph:
    named = {document.document_id: document for document in gathered.documents}
    return Graph(
        catalogue,
        gathered.entities,
        gathered.facts,
        named,
        gathered.co_mentions,
        gathered.others,
        gathered.texts,
    )


def _standing(
    gathered: Gathered, catalogue: Mapping[str, Relation], found: Sequence[Disagreement], enough: int
) -> set[str]:
    """The ids of the facts that a pack keeps: stated by a person, by enough witnesses, or in dispute."""
    disputed = {fact.fact_id for one in found for fact in one.facts}
    return {
        fact.fact_id
        for fact in gathered.facts
        if fact.fact_id in gathered.stated | disputed
        or (fact.witnesses >= enough and not catalogue[fact.relation].waits)
    }


def _with_others(pack: Pack, gathered: Gathered) -> Pack:
    """The pack with all that its documents name: wrong options, and names that may mean the same."""
    return replace(pack, entities=(*pack.entities, *gathered.others.values()))


def _unsure(waiting: Sequence[Proposal], gathered: Gathered, standing: set[str]) -> list[Fact]:
    """The facts that wait for a person: those of the items that wait, in their order, then the others.

    They name no witnesses: whoever gives them back answers for them.
    """
    ranked = {one.fact.fact_id: place for place, one in enumerate(waiting)}
    unsure = [
        replace(fact, witnesses=0)
        for fact in gathered.facts
        if fact.fact_id in ranked or fact.fact_id not in standing
    ]
    return sorted(unsure, key=lambda fact: ranked.get(fact.fact_id, len(ranked)))


def _chosen(
    tried: Sequence[Proposal | Refusal],
    standing: set[str],
    by_hand: Sequence[Item],
    choose: Callable[..., tuple[list[Proposal], Refused]],
    score: Callable[[Proposal], float],
    most: int | None,
) -> tuple[list[Proposal], list[Proposal], Refused]:
    """The proposals to publish, those to publish once a person accepts their facts, and the others.

    What was found in a text and is hardly worth asking waits too.
    """
    proposals = [each for each in tried if isinstance(each, Proposal)]
    sure: list[Proposal] = []
    unsure: list[Proposal] = []
    for each in proposals:
        is_worthy = ranking.is_worth_asking(each, score(each))
        (sure if is_worthy and each.rests_on <= standing else unsure).append(each)
    taken, passed_over = choose(sure, by_hand, most=most)
    waiting, left = choose(unsure, [*by_hand, *(one.item for one in taken)])
    return taken, waiting, passed_over + left


def _in_order_of_facts(items: Sequence[Item], facts: Sequence[Fact]) -> list[Item]:
    """Items in the order of their facts, so that one new fact adds one block of lines to a pack file."""
    places = {fact.fact_id: place for place, fact in enumerate(facts)}
    return sorted(items, key=lambda item: (places[item.fact_id], item.item_id))
