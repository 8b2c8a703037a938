import pytest

from quizapp.errors import Malformed
from quizapp.generation.catalogue import load, parse

GOOD = """
[directed]
subject = ["person"]
value = ["work"]
statement = ["{subject} directed {value}."]
ask_subject = ["Who directed {value}?"]
"""


def test_the_catalogue_that_ships_is_sound() -> None:
    assert "plays" in load()


def test_a_relation_is_read_with_its_templates() -> None:
    relation = parse(GOOD)["directed"]

    assert relation.ask_subject == ("Who directed {value}?",)
    assert relation.literal == ""


def test_a_literal_kind_may_stand_without_a_list() -> None:
    relation = parse('[opened]\nsubject = ["work"]\nvalue = "year"\nstatement = ["{subject}: {value}."]')[
        "opened"
    ]

    assert relation.literal == "year"


@pytest.mark.parametrize(
    ("slip", "complaint"),
    [
        ("colour = true", "unknown field 'colour'"),
        ("single_valued = 1", "must be true or false"),
        ('unit = "km"', "not a number"),
        ('ask_value = ["Which play did {subject} direct."]', "must end with '?'"),
        ('ask_value = ["Which play was it?"]', "must name {subject}"),
        ('ask_value = ["Is {value} by {subject}?"]', "which it asks for"),
        ('ask_value = ["Which {value.colour} is by {subject}?"]', "unknown field {value.colour}"),
        ('ask_value = ["Which play is by {subject?"]', "ask_value"),
    ],
)
def test_a_slip_is_named_with_its_line(slip: str, complaint: str) -> None:
    with pytest.raises(Malformed) as refused:
        parse(GOOD + slip)

    assert str(refused.value).startswith("relations.toml:2: [directed]")
    assert complaint in str(refused.value)


@pytest.mark.parametrize("types", ['["person", "year"]', '["ghost"]', "[]"])
def test_types_must_be_known_and_of_one_sort(types: str) -> None:
    with pytest.raises(Malformed):
        parse(GOOD.replace('["work"]', types))


def test_text_that_is_not_toml_is_refused() -> None:
    with pytest.raises(Malformed, match="not TOML"):
        parse("[directed")
