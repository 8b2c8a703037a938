from dataclasses import replace

import pytest

from quizapp.domain.fact import Document, Evidence, Side
from quizapp.generation import stems
from quizapp.generation.catalogue import load
from quizapp.generation.graph import Graph
from quizapp.generation.texts import Texts
from tests.generation.stage import a_fact, a_graph, an_entity


def stem_of(graph: Graph, side: Side) -> str:
    found = stems.stem(graph.facts[0], side, graph)
    assert found is not None
    return found.text


def test_works_stand_in_quotation_marks() -> None:
    assert stem_of(a_graph(a_fact()), "subject") == "Who directed “Salt”?"


def test_the_article_is_said_where_the_entity_takes_it() -> None:
    islands = (an_entity("Far Isles", "place", "country", takes_the=True), an_entity("Port Sound", "place"))
    graph = a_graph(a_fact("far-isles", "capital", "port-sound"), entities=islands)

    assert stem_of(graph, "value") == "Which city is the capital of the Far Isles?"
    assert stems.explanation(graph.facts[0], graph) == "The capital of the Far Isles is Port Sound."


def test_an_open_relation_asks_which_of_these() -> None:
    graph = a_graph(a_fact())

    found = stems.stem(graph.facts[0], "value", graph)

    assert found is not None
    assert found.text == "Which of these plays was directed by Ada Quill?"
    assert found.of_these


def test_a_template_that_cannot_be_filled_gives_way_to_none() -> None:
    graph = a_graph(a_fact("ada-quill", "plays", "old-tom"), entities=(an_entity("Old Tom", "character"),))

    assert stems.stem(graph.facts[0], "value", graph) is None
    assert stems.explanation(graph.facts[0], graph) == "Ada Quill plays Old Tom."


def test_what_changes_with_time_names_its_date_and_what_one_source_says_its_source() -> None:
    harbour = {"harbour": Document("harbour", "Harbour news", publisher="The Gazette")}
    fact = a_fact("port-sound", "residents", "1,200", as_of="2025-11", according_to="harbour")
    graph = a_graph(fact, entities=(an_entity("Port Sound", "place"),), documents=harbour)

    assert stem_of(graph, "value") == (
        "According to The Gazette, as of November 2025, how many residents does Port Sound have?"
    )
    assert stems.explanation(fact, graph).startswith(
        "According to The Gazette, as of November 2025, Port Sound"
    )


def test_a_number_near_the_truth_is_asked_for_as_one() -> None:
    fact = a_fact("salt", "tall", "62 metres", scope="about")
    graph = a_graph(fact)

    assert stem_of(graph, "value") == "About how tall is “Salt”?"
    assert stems.explanation(fact, graph) == "“Salt” is about 62 metres tall."


def test_the_note_follows_the_statement() -> None:
    fact = a_fact(note="It was her first.")

    assert stems.explanation(fact, a_graph(fact)) == "Ada Quill directed “Salt”. It was her first."


@pytest.mark.parametrize(("number", "shown"), [("1", "“Salt” has 1 scene."), ("12", "“Salt” has 12 scenes.")])
def test_numbers_carry_their_unit(number: str, shown: str) -> None:
    fact = a_fact("salt", "scenes", number)

    assert stems.explanation(fact, a_graph(fact)) == shown


def test_where_a_kind_is_asked_a_choice_among_the_type_can_be_asked_too() -> None:
    places = (an_entity("Port Sound", "place", "town"), an_entity("Far Isles", "place"))
    graph = a_graph(a_fact("far-isles", "capital", "port-sound"), entities=places)

    found = [form.text for form in stems.forms(graph.facts[0], "subject", graph)]

    assert found == ["Which of these places has Port Sound as its capital?"]


def test_what_few_know_is_introduced_and_what_says_itself_is_not() -> None:
    firm = an_entity("Gull Lines", "organisation", "company")
    union = an_entity("Harbour Workers’ Union", "organisation", "union", takes_the=True)
    oslo = an_entity("Oslo", "place", "city")
    facts = tuple(
        replace(a_fact(each.entity_id, "founded_in_year", "1880"), witnesses=2)
        for each in (firm, union, oslo)
    )
    graph = Graph(load(), {each.entity_id: each for each in (firm, union, oslo)}, facts)

    asked = [next(stems.forms(fact, "value", graph)).text for fact in facts]

    assert asked == [
        "In which year was the company Gull Lines founded?",
        "In which year was the Harbour Workers’ Union founded?",
        "In which year was Oslo founded?",
    ]


@pytest.mark.parametrize(
    ("sentence", "stem", "explanation"),
    [
        (
            "In 1848 the Danish baker Ada Quill rowed out.",
            "Which of these countries did Ada Quill come from?",
            "Ada Quill came from Denmark.",
        ),
        (
            "In 1998 the Danish baker Ada Quill rowed out.",
            "Which of these countries does Ada Quill come from?",
            "Ada Quill comes from Denmark.",
        ),
        (
            "The Danish baker Ada Quill rowed out.",
            "Which of these countries does Ada Quill come from?",
            "Ada Quill comes from Denmark.",
        ),
    ],
)
def test_who_lived_long_ago_came_from_a_country(sentence: str, stem: str, explanation: str) -> None:
    places = (an_entity("Denmark", "place", "country"), an_entity("Ada Quill", "person"))
    at = Evidence("harbour", 1, 1)
    fact = a_fact("ada-quill", "comes_from", "denmark", evidence=(at,))
    graph = Graph(load(), {each.entity_id: each for each in places}, (fact,), texts=Texts({at: sentence}))

    assert stem_of(graph, "value") == stem
    assert stems.explanation(fact, graph) == explanation
