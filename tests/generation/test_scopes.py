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
            "ada-holm",
            "did_to",
            "long-bridge",
            "took a post at … in 1888",
            "At which bridge did Ada Holm take a post in 1888?",
            "Ada Holm took a post at the Long Bridge in 1888.",
        ),
        (
            "ada-holm",
            "did_object",
            "long-bridge",
            "bought … in 1888",
            "Which bridge did Ada Holm buy in 1888?",
            "Ada Holm bought the Long Bridge in 1888.",
        ),
        (
            "ada-holm",
            "was_done_to",
            "long-bridge",
            "sent to … in 1888",
            "To which bridge was Ada Holm sent in 1888?",
            "Ada Holm was sent to the Long Bridge in 1888.",
        ),
        (
            "ada-holm",
            "did_until_year",
            "1907",
            "taught in Ravnsholm from 1899",
            "From 1899 until which year did Ada Holm teach in Ravnsholm?",
            "Ada Holm taught in Ravnsholm from 1899 until 1907.",
        ),
        (
            "ada-holm",
            "was_until_year",
            "1911",
            "director of the Vale Museum from 1908",
            "From 1908 until which year was Ada Holm director of the Vale Museum?",
            "Ada Holm was director of the Vale Museum from 1908 until 1911.",
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
            "long-bridge",
            "count_of",
            "28",
            "about has … arches",
            "How many arches does the Long Bridge have?",
            "The Long Bridge has about 28 arches.",
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


def test_until_when_is_asked_without_a_beginning_where_none_is_told() -> None:
    fact = a_fact("ada-holm", "did_until_year", "1931", scope="remained head of the Vale Bank")
    graph = Graph(RELATIONS, {entity.entity_id: entity for entity in PEOPLE}, (fact,))

    from_when, until_when = RELATIONS["did_until_year"].ask_value

    assert fill(from_when, fact, graph) is None
    assert fill(until_when, fact, graph) == "Until which year did Ada Holm remain head of the Vale Bank?"
