import pytest

from quizapp.domain.fact import Entity, EntityType, Fact
from quizapp.generation.asked_sex import asked_sex, may_be_of
from quizapp.generation.catalogue import load
from quizapp.generation.graph import Graph
from tests.generation.stage import a_graph, an_entity


def a_fact(relation: str) -> Fact:
    return Fact("someone-else", relation, "someone")


@pytest.mark.parametrize(
    ("fact", "sex"),
    [
        (a_fact("mother_of"), "female"),
        (a_fact("father_of"), "male"),
        (a_fact("taught"), ""),
        (Fact("someone", "person_was_the", "the first woman to climb Mount Skarn"), "female"),
        (Fact("someone", "person_was_the", "the first Danish man to climb Mount Skarn"), "male"),
        (Fact("someone", "person_was_the", "the first person to save a woman on Mount Skarn"), ""),
    ],
)
def test_some_questions_ask_for_a_woman_or_a_man(fact: Fact, sex: str) -> None:
    assert asked_sex(fact, "subject", a_graph()) == sex
    assert asked_sex(fact, "value", a_graph()) == ""


def test_who_married_somebody_is_asked_among_men_or_women() -> None:
    fact = Fact("peter-holt", "person_did", "married Zorbina Finch in 1871")
    people = [an_entity("Peter Holt", "person")]

    assert asked_sex(fact, "subject", Graph(load(), {"peter-holt": people[0]}, (fact,))) == "male"


@pytest.mark.parametrize(
    ("fact", "sex"),
    [
        (Fact("peter-holt", "married_to", "zorbina-finch"), "female"),
        (Fact("zorbina-finch", "married_to", "peter-holt"), "male"),
        (Fact("zorbina-finch", "married_to", "zorbin-holt"), ""),
        (Fact("peter-holt", "taught", "zorbina-finch"), ""),
    ],
)
def test_wife_and_husband_have_their_like_beside_them(fact: Fact, sex: str) -> None:
    people = [an_entity(name, "person") for name in ("Peter Holt", "Zorbina Finch", "Zorbin Holt")]
    graph = Graph(load(), {each.entity_id: each for each in people}, (fact,))

    assert asked_sex(fact, "value", graph) == sex


@pytest.mark.parametrize(
    ("name", "women", "men"),
    [("Anna Holt", True, False), ("Peter Holt", False, True), ("Zorbin Holt", False, True)],
)
def test_a_woman_is_told_by_her_first_name(name: str, women: bool, men: bool) -> None:
    someone = Entity("someone", name, EntityType.PERSON)

    assert (may_be_of(someone, "female"), may_be_of(someone, "male")) == (women, men)
    assert may_be_of(someone, "")
