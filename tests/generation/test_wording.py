import pytest

from quizapp.generation.wording import capitalised, fill, prefixed, tidied
from tests.generation.stage import a_fact, a_graph, an_entity

PLACES = (
    an_entity("Paris", "place", "city"),
    an_entity("Oslo", "place", "city"),
    an_entity("Rome", "place", "capital"),
    an_entity("Outer Isles", "place", "island group", takes_the=True),
)


@pytest.mark.parametrize(
    ("subject", "template", "filled"),
    [
        ("paris", "{subject}'s harbour.", "Paris’s harbour."),
        ("outer-isles", "{subject}’s harbour.", "The Outer Isles’ harbour."),
        ("outer-isles", "In the {subject} it rains.", "In the Outer Isles it rains."),
        ("outer-isles", "It is a {subject.kind}.", "It is an island group."),
        ("paris", "It is an {subject.kind}.", "It is a city."),
        ("rome", "Which {subject.kind} is the capital?", "Which city is the capital?"),
        ("paris", "In {subject}  it  rains.", "In Paris it rains."),
        ("paris", "{subject} {scope} rains.", None),
    ],
)
def test_templates_read_like_english(subject: str, template: str, filled: str | None) -> None:
    fact = a_fact(subject, "capital", "oslo")

    assert fill(template, fact, a_graph(fact, entities=PLACES)) == filled


def test_names_keep_their_own_way_of_beginning() -> None:
    assert capitalised("iPad was new.") == "iPad was new."
    assert capitalised("the pier is long.") == "The pier is long."


def test_an_opening_lowers_the_first_word_unless_it_is_a_name() -> None:
    assert prefixed("As of 2025,", "Which pier?", starts_with_name=False) == "As of 2025, which pier?"
    assert prefixed("As of 2025,", "Ada wrote.", starts_with_name=True) == "As of 2025, Ada wrote."


def test_a_name_that_ends_in_a_stop_does_not_get_a_second_one() -> None:
    assert tidied("It was made by Pier Inc..") == "It was made by Pier Inc."


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("In which year was {subject} opened?", "In which year were the Orn Games opened?"),
        ("{subject} was opened by Ada.", "The Orn Games were opened by Ada."),
        ("The end of {subject} was near.", "The end of the Orn Games was near."),
    ],
)
def test_a_name_in_the_plural_has_a_verb_of_many(template: str, filled: str) -> None:
    games = an_entity("Orn Games", "event", "games", takes_the=True)
    fact = a_fact("orn-games", "capital", "oslo")

    assert fill(template, fact, a_graph(fact, entities=(*PLACES, games))) == filled
