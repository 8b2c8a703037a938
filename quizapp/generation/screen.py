"""Reasons to refuse an item: each check is a named function that answers with a reason, or with nothing.

The same door for every source of items. Checks before the choice of distractors look at fact and stem; checks
after it look at the whole item.
"""

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.domain.fact import Fact
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.generation.graph import Graph, slot
from quizapp.generation.stems import Stem, rivals
from quizapp.packs.lint import PACK_CHECKS, lint_item


@dataclass(frozen=True, slots=True)
class Question:
    """A fact with one way to ask it, and what stands against it in the run."""

    fact: Fact
    stem: Stem
    graph: Graph
    contested: frozenset[str] = frozenset()
    coarser: frozenset[str] = frozenset()


def refused_question(question: Question) -> str:
    """Why this fact must not be asked this way, or an empty text."""
    return next((reason for check in QUESTION_CHECKS if (reason := check(question))), "")


def refused_item(item: Item, question: Question) -> str:
    """Why this item must not be published, or an empty text."""
    return next((reason for check in ITEM_CHECKS if (reason := check(item, question))), "")


def disagreement(question: Question) -> str:
    """Documents give different answers, and the fact names none of them."""
    return "documents disagree" if question.fact.fact_id in question.contested else ""


def said_more_exactly(question: Question) -> str:
    """Another fact gives the same answer more exactly."""
    return "another fact says it more exactly" if question.fact.fact_id in question.coarser else ""


def undated(question: Question) -> str:
    """What changes with time needs the date of the statement."""
    volatile = question.graph.relation(question.fact).volatile
    return "changes with time and has no as_of" if volatile and not question.fact.as_of else ""


def several_answers(question: Question) -> str:
    """More than one answer is, or may be, true, and the stem does not say "Which of these"."""
    stem, relation = question.stem, question.graph.relation(question.fact)
    single = relation.single_subject if stem.side == "subject" else relation.single_valued
    if stem.of_these:
        return ""
    if len(rivals(stem, question.fact, question.graph)) > 1:
        return "several answers are true"
    narrow = stem.same_within or stem.says_scope
    return "" if single or narrow else "other answers may be true"


def more_than_one_true(item: Item, question: Question) -> str:
    """By the facts every distractor must be false, under whatever name it goes."""
    graph, side = question.graph, question.stem.side
    for entity_id in graph.answers(question.fact, side) - {slot(question.fact, side)}:
        names = graph.entities[entity_id].names if entity_id in graph.entities else (entity_id,)
        if set(names) & set(item.distractors):
            return "a distractor is true"
    return ""


def flawed(item: Item, _question: Question) -> str:
    """The rubric's blocking flaws."""
    flaw = next((flaw for flaw in lint_item(item) if flaw.level == "error"), None)
    return f"rubric: {flaw.code}" if flaw else ""


def refused_in_pack(pack: Pack) -> dict[str, str]:
    """The items that cannot stand in this pack, with the reason: they repeat or answer others."""
    flaws = [flaw for check in PACK_CHECKS for flaw in check(pack) if flaw.level == "error"]
    return {flaw.item_id: f"rubric: {flaw.code}" for flaw in flaws if flaw.item_id}


QUESTION_CHECKS: tuple[Callable[[Question], str], ...] = (
    disagreement,
    said_more_exactly,
    undated,
    several_answers,
)
ITEM_CHECKS: tuple[Callable[[Item, Question], str], ...] = (more_than_one_true, flawed)
