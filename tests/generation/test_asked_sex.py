import pytest

from quizapp.domain.fact import Entity, EntityType, Fact
from quizapp.generation.asked_sex import asked_sex, may_be_of


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
    assert asked_sex(fact, "subject") == sex
    assert asked_sex(fact, "value") == ""


@pytest.mark.parametrize(
    ("name", "women", "men"),
    [("Anna Holt", True, False), ("Peter Holt", False, True), ("Zorbin Holt", False, True)],
)
def test_a_woman_is_told_by_her_first_name(name: str, women: bool, men: bool) -> None:
    someone = Entity("someone", name, EntityType.PERSON)

    assert (may_be_of(someone, "female"), may_be_of(someone, "male")) == (women, men)
    assert may_be_of(someone, "")
