"""The whole path from documents and packs to a pack, on one screen. Every refusal is kept with its reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from quizapp.domain.fact import Disagreement, Fact, Relation, Side
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.generation import agreement, distractors, ranking, stems
from quizapp.generation.document import Document
from quizapp.generation.gathering import gather
from quizapp.generation.graph import Graph
from quizapp.generation.heading import headed
from quizapp.generation.ranking import Proposal
from quizapp.generation.refusals import Funnel, Refusal, counted
from quizapp.generation.screen import Question, refused_in_pack, refused_item, refused_question
from quizapp.generation.selection import select

SIDES: tuple[Side, ...] = ("subject", "value")


@dataclass(frozen=True, slots=True)
class Generated:
    """A pack, and the account of how it came about."""

    pack: Pack
    funnel: Funnel
    disagreements: tuple[Disagreement, ...]
    refusals: tuple[Refusal, ...]


def make_pack(
    documents: Sequence[Document],
    packs: Sequence[Pack],
    catalogue: Mapping[str, Relation],
    today: date,
    title: str = "",
) -> Generated:
    """The pack that these inputs make: their facts, items written by hand, then items made from the facts."""
    gathered = gather(documents, packs, catalogue)
    found = agreement.disagreements(gathered.facts, catalogue)
    named = {document.document_id: document for document in gathered.documents}
    graph = Graph(catalogue, gathered.entities, gathered.facts, named, gathered.co_mentions)
    by_hand = tuple(item for pack in packs for item in pack.items if not item.made)
    outcomes = list(_outcomes(graph, found, today))
    proposals = [outcome for outcome in outcomes if isinstance(outcome, Proposal)]
    refusals = [outcome for outcome in outcomes if isinstance(outcome, Refusal)]
    head = partial(headed, documents, packs, gathered, title)
    taken, passed_over = select(proposals, by_hand, lambda items: refused_in_pack(head(items)))
    refusals += [_refusal(reason, one.fact, one.side, graph, one.item.stem) for one, reason in passed_over]
    made = _in_order_of_facts([one.item for one in taken], gathered.facts)
    pack = head((*by_hand, *made))
    funnel = replace(
        gathered.counts,
        disagreements=len(found),
        proposed=len(outcomes),
        refused=counted(refusal.reason for refusal in refusals),
        by_hand=len(by_hand),
        made=len(made),
    )
    return Generated(pack, funnel, tuple(found), tuple(refusals))


def _outcomes(graph: Graph, found: Sequence[Disagreement], today: date) -> Iterator[Proposal | Refusal]:
    """Every side of every fact that may be asked, as a proposal or with the reason why not."""
    contested = frozenset(agreement.contested(found))
    coarser = frozenset(agreement.coarser(graph.facts, graph.catalogue))
    ranks = distractors.key_ranks(graph.facts)
    for fact in graph.facts:
        for side in SIDES:
            if side in fact.ask and _templates(fact, side, graph):
                stem = stems.stem(fact, side, graph)
                if stem is None:
                    yield _refusal("no template can be filled", fact, side, graph)
                    continue
                question = Question(fact, stem, graph, contested, coarser)
                yield _outcome(question, today, ranks[fact.fact_id])


def _outcome(question: Question, today: date, key_rank: int) -> Proposal | Refusal:
    fact, stem, graph = question.fact, question.stem, question.graph
    reason = refused_question(question)
    if reason:
        return _refusal(reason, fact, stem.side, graph, stem.text)
    reason = "fewer than three distractors are provably false"
    for choice in distractors.choices(stem, fact, graph, today, key_rank):
        proposal = _proposal(question, choice)
        refused = refused_item(proposal.item, question)
        if not refused:
            return proposal
        reason = refused
    return _refusal(reason, fact, stem.side, graph, stem.text)


def _proposal(question: Question, choice: distractors.Choice) -> Proposal:
    fact, stem, graph = question.fact, question.stem, question.graph
    relation = graph.relation(fact)
    literal = relation.literal if stem.side == "value" else ""
    item = Item(
        stem.text,
        choice.key,
        choice.distractors,
        stems.explanation(fact, graph),
        evidence=fact.evidence,
        fact_id=fact.fact_id,
        difficulty=ranking.difficulty(fact, literal, choice.closeness),
        tags=relation.tags,
        made=True,
    )
    return Proposal(item, fact, stem.side, literal, choice.closeness)


def _templates(fact: Fact, side: Side, graph: Graph) -> tuple[str, ...]:
    relation = graph.relation(fact)
    return relation.ask_subject if side == "subject" else relation.ask_value


def _refusal(reason: str, fact: Fact, side: Side, graph: Graph, stem: str = "") -> Refusal:
    about = " / ".join((graph.names(fact, "subject")[0], fact.relation, graph.names(fact, "value")[0]))
    return Refusal(reason, fact.fact_id, side, about, stem)


def _in_order_of_facts(items: Sequence[Item], facts: Sequence[Fact]) -> list[Item]:
    """Items in the order of their facts, so that one new fact adds one block of lines to a pack file."""
    places = {fact.fact_id: place for place, fact in enumerate(facts)}
    return sorted(items, key=lambda item: (places[item.fact_id], item.item_id))
