"""How good a question is: a small transparent score, and a guess at its difficulty until play knows."""

from dataclasses import dataclass

from quizapp.domain.fact import Fact, Side
from quizapp.domain.item import Difficulty, Item

_DIFFICULTY_OF_LITERALS = {"date": 0.4, "number": 0.3, "year": 0.2}
# Dates and long texts are what people look up rather than know.
_WORTH_OF_LITERALS = {"date": -0.3, "text": -0.2}


@dataclass(frozen=True, slots=True)
class Proposal:
    """An item that passed the screen, with what its rank is made of."""

    item: Item
    fact: Fact
    side: Side
    literal: str
    closeness: float


def score(proposal: Proposal) -> float:
    """How much a proposal is worth by itself: documents that support it, and closeness of its options."""
    documents = len({place.document_id for place in proposal.fact.evidence})
    return 0.4 * min(documents, 3) + proposal.closeness + _WORTH_OF_LITERALS.get(proposal.literal, 0.0)


def difficulty(fact: Fact, literal: str, closeness: float) -> Difficulty:
    """Close options and amounts are harder, facts that several documents state are easier."""
    documents = len({place.document_id for place in fact.evidence})
    hardness = closeness / 2 + _DIFFICULTY_OF_LITERALS.get(literal, 0.0) - 0.15 * (documents > 1)
    if hardness < 0.4:
        return "easy"
    return "medium" if hardness < 0.7 else "hard"
