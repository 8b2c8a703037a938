"""How good a question is: a small logistic model over what is known of it, and a guess at its difficulty.

`ranking.json` holds the weights. They are fitted on items that people judged; `training.ranker` says how.
"""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quizapp.domain.fact import DATED, MEASURED, Fact, Side
from quizapp.domain.item import Difficulty, Item
from quizapp.generation import scopes
from quizapp.generation.graph import Graph, other

WEIGHTS = Path(__file__).with_name("ranking.json")

# Items found in texts below this wait for a person. Of those judged that two witnesses state and the screen
# lets pass, nine in ten above it were good, by scores of folds that had not seen them.
WORTH_ASKING = 0.45
# A relation of the catalogue asks in its own words: of the same items more than nine in ten above this were
# good. The worst of the lowest ask who did a deed and offer people who cannot have done it.
WORTH_ASKING_IN_ITS_WORDS = 0.375

_DIFFICULTY_OF_LITERALS = {"date": 0.4, "number": 0.3, "quantity": 0.3, "year": 0.2}
_LITERALS = ("year", "date", "number", "quantity", "text")
# A topic asked about in every second sentence is known well; more facts than this tell no more.
_MANY_FACTS = 8


@dataclass(frozen=True, slots=True)
class Proposal:
    """An item that passed the screen, with what its rank is made of."""

    item: Item
    fact: Fact
    side: Side
    literal: str
    closeness: float
    via: Fact | None = None

    @property
    def rests_on(self) -> set[str]:
        """The ids of the facts that the item needs."""
        return {self.fact.fact_id} | ({self.via.fact_id} if self.via else set())


def scores(graph: Graph) -> Callable[[Proposal], float]:
    """How likely each proposal is one that a reader would publish unchanged, from 0 to 1."""
    weights = _weights()

    def score(proposal: Proposal) -> float:
        found = features(proposal, graph)
        margin = sum(weights.get(name, 0.0) * value for name, value in found.items())
        return 1 / (1 + math.exp(-margin - weights.get("bias", 0.0)))

    return score


def is_worth_asking(proposal: Proposal, score: float) -> bool:
    """Whether an item of that score is published unseen; what a person states always is.

    What a dated deed names is asked by its class, the measure of a part and the way to a place by a noun or
    a name: no words of the clause are left to go wrong.
    """
    in_its_words = not scopes.exactly(proposal.fact.scope) or {DATED, MEASURED} & set(proposal.item.tags)
    bound = WORTH_ASKING_IN_ITS_WORDS if in_its_words else WORTH_ASKING
    return not proposal.fact.witnesses or score >= bound


def unranked(_: Proposal) -> float:
    """No proposal better than another: only chance and variety choose."""
    return 1.0


def features(proposal: Proposal, graph: Graph) -> dict[str, float]:
    """What the model knows of a proposal, each about 0 to 1."""
    fact, item, relation = proposal.fact, proposal.item, graph.relation(proposal.fact)
    given, asked = (graph.entity(fact, side) for side in (other(proposal.side), proposal.side))
    name = given.name if given else ""
    scope = scopes.exactly(fact.scope)
    paragraph = min((place.paragraph or 1 for place in fact.evidence), default=1)
    return {
        # A person who states a fact counts as much as four readings.
        "witnesses": min(fact.witnesses or 4, 4) / 4,
        "typed": float(not scope),
        "single": float(relation.single_valued if proposal.side == "value" else relation.single_subject),
        "asks_subject": float(proposal.side == "subject"),
        **{f"literal_{kind}": float(proposal.literal == kind) for kind in _LITERALS},
        "closeness": proposal.closeness,
        "says_kind": float(bool(asked and asked.kind and asked.kind in item.stem)),
        "given_known": float(bool(given and given.kind)),
        "given_words": min(len(name.split()), 4) / 4,
        "given_facts": min(len(graph.about(given.entity_id)) if given else 0, _MANY_FACTS) / _MANY_FACTS,
        "stem_words": min(len(item.stem.split()), 30) / 30,
        "scope_words": min(len(scope.split()), 10) / 10,
        "small_words": sum(word.islower() for word in scope.split()) / 10,
        "key_words": min(len(item.key.split()), 8) / 8,
        "early": 1 / paragraph,
    }


def difficulty(fact: Fact, literal: str, closeness: float, *, is_famous: bool = False) -> Difficulty:
    """Close options and amounts are harder; what is famous, or told by several documents, is easier."""
    documents = len({place.document_id for place in fact.evidence})
    hardness = 0.1 + closeness / 2 + _DIFFICULTY_OF_LITERALS.get(literal, 0.0)
    hardness -= 0.2 * (documents > 1) + 0.2 * is_famous
    if hardness < 0.4:
        return "easy"
    return "medium" if hardness < 0.7 else "hard"


@cache
def _weights() -> Mapping[str, float]:
    found: Mapping[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return found
