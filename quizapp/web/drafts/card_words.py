"""An item on the desk in words: how often it was found, what the ranking thinks, how hard it is."""

from typing import Any

from quizapp.services.desk import Card

_STATES = {"open": "To decide", "accepted": "Accepted", "rejected": "Rejected"}
_WORTH = ((0.75, "Ranked among the best"), (0.5, "Ranked as good"), (0.0, "Ranked as doubtful"))
_DIFFICULTY = {"easy": "Easy", "medium": "Medium", "hard": "Hard"}


def told(card: Card) -> dict[str, Any]:
    """All that is shown of the item."""
    return {
        "card": card,
        "item": card.item,
        "state": _STATES[card.state],
        "witnesses": _witnesses(card),
        "worth": "" if card.worth is None else next(words for least, words in _WORTH if card.worth >= least),
        "difficulty": _DIFFICULTY[card.item.difficulty],
        "proof": _proof(card),
    }


def _witnesses(card: Card) -> str:
    if not card.item.fact_id:
        return "Stated by you" if not card.item.made else ""
    if card.witnesses == 0:
        return "Stated by a person"
    if card.witnesses == 1:
        return "Found by one reading alone"
    return f"Found by {card.witnesses} independent readings"


def _proof(card: Card) -> str:
    if not card.proofs:
        return "No document is named. You state it yourself."
    return "Where it is written"
