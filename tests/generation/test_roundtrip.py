from dataclasses import replace

import pytest

from quizapp.domain.fact import Fact, Side
from quizapp.domain.item import Item
from quizapp.generation.catalogue import load
from quizapp.generation.graph import Graph
from quizapp.generation.ranking import Proposal
from quizapp.generation.roundtrip import filled_in
from tests.generation.stage import a_fact, an_entity

PEOPLE = (
    an_entity("Ada Quill", "person"),
    an_entity("Nora Finch", "character"),
    replace(an_entity("Ostra", "place", "river"), takes_the=True),
)


@pytest.mark.parametrize(
    ("fact", "side", "key", "stem", "told"),
    [
        (
            a_fact("ada-quill", "did_in_year", "1901", scope="opened a school"),
            "value",
            "1901",
            "In which year did Ada Quill open a school?",
            "Ada Quill opened a school in 1901.",
        ),
        (
            a_fact("ada-quill", "plays", "nora-finch"),
            "value",
            "Nora Finch",
            "Which character does Ada Quill play in “Salt”?",
            "Ada Quill plays Nora Finch in “Salt”.",
        ),
        (
            a_fact("ada-quill", "plays", "nora-finch"),
            "subject",
            "Ada Quill",
            "Which of these people plays Nora Finch?",
            "Ada Quill plays Nora Finch.",
        ),
        (
            a_fact("ostra", "length", "310 kilometres"),
            "value",
            "310 kilometres",
            "How long is the river Ostra?",
            "The river Ostra is 310 kilometres long.",
        ),
        (
            a_fact("ostra", "length", "310 kilometres", scope="about"),
            "value",
            "310 kilometres",
            "About how long is the river Ostra?",
            "The river Ostra is about 310 kilometres long.",
        ),
        (
            a_fact("ostra", "distance_from", "40 kilometres", scope="about lies … north of Skell"),
            "value",
            "40 kilometres",
            "About how far north of Skell does the river Ostra lie?",
            "The Ostra lies about 40 kilometres north of Skell.",
        ),
        (
            a_fact("ostra", "part_measures", "40 metres", scope="banks are … high"),
            "value",
            "40 metres",
            "How high are the banks of the river Ostra?",
            "The banks of the Ostra are 40 metres high.",
        ),
        (
            a_fact("ostra", "has_measure", "9 metres", scope="average depth is …"),
            "value",
            "9 metres",
            "What is the average depth of the river Ostra?",
            "The average depth of the Ostra is 9 metres.",
        ),
    ],
)
def test_a_stem_becomes_the_statement_it_asks_for(
    fact: Fact, side: Side, key: str, stem: str, told: str
) -> None:
    graph = Graph(load(), {each.entity_id: each for each in PEOPLE}, (fact,))
    proposal = Proposal(Item(stem, key, ("A", "B", "C")), fact, side, "", 0.5)

    assert told in filled_in(proposal, graph)
