"""Numbers that a sentence gives for a part only: the earthquake killed 30,000 people in one town."""

import re

from quizapp.domain.fact import Fact
from quizapp.generation.extraction.names import UPPER
from quizapp.generation.graph import Graph

# What one event does in several places, and is counted in each.
_TOLLS = frozenset({"killed_people", "injured_people", "destroyed_houses", "destroyed_buildings"})
_OF_A_PLACE = rf"(?: [a-z]+){{0,3}} (?:in|at|on) (?:the )?[{UPPER}]"


def is_of_a_part(fact: Fact, graph: Graph) -> bool:
    """Whether a toll is told with the place for which it was counted."""
    if fact.relation not in _TOLLS:
        return False
    number = re.compile(rf"(?<![\d,]){re.escape(fact.value)}{_OF_A_PLACE}")
    return any(number.search(sentence) for sentence in graph.texts.behind(fact))
