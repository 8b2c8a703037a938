import pytest

from quizapp.generation import scopes
from quizapp.generation.catalogue import load
from quizapp.generation.graph import Graph
from quizapp.generation.wording import fill
from tests.generation.stage import a_fact, an_entity

RELATIONS = load()
PEOPLE = (an_entity("Ada Holm", "person"), an_entity("Long Bridge", "thing", "bridge", takes_the=True))


@pytest.mark.parametrize(
    ("subject", "relation", "value", "scope", "question", "statement"),
    [
        (
            "ada-holm",
            "did_in_year",
            "1888",
            "took a post at the museum in Ravnsholm",
            "In which year did Ada Holm take a post at the museum in Ravnsholm?",
            "Ada Holm took a post at the museum in Ravnsholm in 1888.",
        ),
        (
            "ada-holm",
            "did_in_year",
            "1888",
            "first climbed Mount Skarn",
            "In which year did Ada Holm first climb Mount Skarn?",
            "Ada Holm first climbed Mount Skarn in 1888.",
        ),
        (
            "long-bridge",
            "was_done_in_year",
            "1917",
            "sold to Denmark",
            "In which year was the Long Bridge sold to Denmark?",
            "The Long Bridge was sold to Denmark in 1917.",
        ),
        (
            "long-bridge",
            "count_of",
            "28",
            "has … arches",
            "How many arches does the Long Bridge have?",
            "The Long Bridge has 28 arches.",
        ),
        (
            "ada-holm",
            "count_of",
            "51",
            "designed … new churches in Skell",
            "How many new churches did Ada Holm design in Skell?",
            "Ada Holm designed 51 new churches in Skell.",
        ),
    ],
)
def test_deeds_are_asked_in_english(
    subject: str, relation: str, value: str, scope: str, question: str, statement: str
) -> None:
    fact = a_fact(subject, relation, value, scope=scope)
    graph = Graph(RELATIONS, {entity.entity_id: entity for entity in PEOPLE}, (fact,))

    assert fill(RELATIONS[relation].ask_value[0], fact, graph) == question
    assert fill(RELATIONS[relation].statement[0], fact, graph) == statement


def test_a_deed_follows_did_in_its_base_form() -> None:
    assert scopes.base("crossed Greenland on skis") == "cross Greenland on skis"
    assert scopes.base("lay in Dunmere") == "lie in Dunmere"
