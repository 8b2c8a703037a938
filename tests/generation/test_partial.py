import pytest

from quizapp.domain.fact import Evidence, Fact
from quizapp.generation.partial import is_of_a_part
from quizapp.generation.texts import Texts
from tests.generation.stage import a_graph

HERE = Evidence("flood", 1, 1)


@pytest.mark.parametrize(
    ("sentence", "relation", "partial"),
    [
        ("The flood killed 300 people in Ost.", "killed_people", True),
        ("The flood killed 300 people and destroyed 40 houses in Ost.", "destroyed_houses", True),
        ("The flood killed 300 people.", "killed_people", False),
        ("In Ost the flood of 1871 killed 300 people in one night.", "killed_people", False),
        ("The flood covered 300 farms in Ost.", "area", False),
    ],
)
def test_a_toll_told_with_its_place_is_of_a_part(sentence: str, relation: str, partial: bool) -> None:
    value = "40" if relation == "destroyed_houses" else "300"
    fact = Fact("flood", relation, value, (HERE,))

    assert is_of_a_part(fact, a_graph(fact, texts=Texts({HERE: sentence}))) is partial
