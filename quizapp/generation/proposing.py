"""Facts -> proposals: every side of every fact as an item that passed the screen, or the reason why not."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from quizapp.domain.fact import Disagreement, Evidence, Fact, Side
from quizapp.domain.item import Item
from quizapp.generation import agreement, distractors, gazetteer, known_people, ranking, stems
from quizapp.generation.graph import SIDES, Graph
from quizapp.generation.progress import Progress, counting, untold
from quizapp.generation.ranking import Proposal
from quizapp.generation.refusals import Refusal
from quizapp.generation.screen import Question, proof, refused_item, refused_question
from quizapp.generation.two_step import two_step
from quizapp.generation.wrong_answers import Choice


def outcomes(
    graph: Graph,
    found: Sequence[Disagreement],
    today: date,
    screened: bool = True,
    progress: Progress = untold,
    only: Collection[str] | None = None,
) -> Iterator[Proposal | Refusal]:
    """Every side of every fact that may be asked, as a proposal or with the reason why not.

    `only`: of the facts of these ids.
    """
    contested = frozenset(agreement.contested(found, graph.facts, graph.entities))
    coarser = frozenset(agreement.coarser(graph.facts, graph.catalogue, graph.entities))
    ranks = distractors.key_ranks(graph.facts)
    asked = graph.facts if only is None else [fact for fact in graph.facts if fact.fact_id in only]
    told = counting("making questions", len(asked), progress)
    for fact in (_as_told(fact, graph) if fact.fact_id in contested else fact for fact in asked):
        told()
        for side in SIDES:
            if side in fact.ask and _templates(fact, side, graph):
                forms = tuple(stems.forms(fact, side, graph))
                questions = [Question(fact, form, graph, contested, coarser) for form in forms]
                one_step = _first_made(questions, today, ranks[fact.fact_id], screened)
                yield one_step or refusal("no template can be filled", fact, side, graph)
                described = [each for form in forms for each in two_step(form, fact, graph, contested)]
                questions = [Question(fact, form, graph, contested, coarser) for form in described]
                if two_steps := _first_made(questions, today, ranks[fact.fact_id], screened):
                    yield two_steps


def _as_told(fact: Fact, graph: Graph) -> Fact:
    """The fact as the word of its document, where one alone states it and its relation can ask so."""
    documents = {place.document_id for place in fact.evidence}
    asks = any("{according_to}" in each for each in graph.relation(fact).ask_value)
    if len(documents) != 1 or not asks or fact.according_to:
        return fact
    return replace(fact, according_to=documents.pop(), ask=("value",))


def _first_made(
    questions: Sequence[Question], today: date, key_rank: int, screened: bool
) -> Proposal | Refusal | None:
    """The first way to ask that makes an item; where none does, why the first one does not."""
    first = None
    for question in questions:
        outcome = _outcome(question, today, key_rank, screened)
        if isinstance(outcome, Proposal):
            return outcome
        first = first or outcome
    return first


def _outcome(question: Question, today: date, key_rank: int, screened: bool) -> Proposal | Refusal:
    fact, stem, graph = question.fact, question.stem, question.graph
    reason = refused_question(question) if screened else ""
    if reason:
        return refusal(reason, fact, stem.side, graph, stem.text)
    reason = "fewer than three distractors are provably false"
    for choice in distractors.choices(stem, fact, graph, today, key_rank):
        proposal = _proposal(question, choice)
        refused = refused_item(proposal.item, question) if screened else ""
        if not refused:
            return proposal
        reason = refused
    return refusal(reason, fact, stem.side, graph, stem.text)


def _proposal(question: Question, choice: Choice) -> Proposal:
    fact, stem, graph = question.fact, question.stem, question.graph
    relation = graph.relation(fact)
    literal = relation.literal if stem.side == "value" else ""
    explanation, evidence = told(question)
    item = Item(
        stem.text,
        choice.key,
        choice.distractors,
        explanation,
        evidence=evidence,
        fact_id=fact.fact_id,
        difficulty=ranking.difficulty(
            fact, literal, choice.closeness, is_famous=any(_is_famous(fact, side, graph) for side in SIDES)
        ),
        tags=relation.tags,
        made=True,
    )
    return Proposal(item, fact, stem.side, literal, choice.closeness, stem.via)


def _is_famous(fact: Fact, side: Side, graph: Graph) -> bool:
    """Whether most readers have heard of what stands on one side."""
    entity = graph.entity(fact, side)
    if entity is None:
        return False
    return known_people.is_known(entity.names) or bool(gazetteer.wholes(entity.names))


def told(question: Question) -> tuple[str, tuple[Evidence, ...]]:
    """What is said after a question is answered: why its key is right, and where that stands."""
    fact, via = question.fact, question.stem.via
    facts = (via, fact) if via else (fact,)
    why = " ".join(stems.explanation(each, question.graph) for each in facts)
    return why, tuple(dict.fromkeys([*(via.evidence if via else ()), *proof(question)]))


def _templates(fact: Fact, side: Side, graph: Graph) -> tuple[str, ...]:
    relation = graph.relation(fact)
    return relation.ask_subject if side == "subject" else relation.ask_value


def refusal(reason: str, fact: Fact, side: Side, graph: Graph, stem: str = "") -> Refusal:
    about = " / ".join((graph.names(fact, "subject")[0], fact.relation, graph.names(fact, "value")[0]))
    return Refusal(reason, fact.fact_id, side, about, stem)
