from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.story import told_in
from tests.generation.extraction.reading import Fact, fact


def told(text: str) -> set[Fact]:
    return {fact(each) for each in told_in(Line(text, 1, 1))}


def test_what_one_is_to_another_is_read_off_an_aside() -> None:
    facts = told("Here live Nora Finch (Anna Holt), the sleepy owner of a tea room, Tom’s best friend.")

    assert facts == {("Nora Finch", "owner_of", "a tea room"), ("Nora Finch", "best_friend_of", "Tom")}


def test_an_aside_is_said_of_the_name_and_not_of_what_it_owns() -> None:
    facts = told("It is Nora, the owner of Gull House, who’s also Tom’s mentor.")

    assert facts == {("Nora", "mentor_of", "Tom")}


def test_the_heir_is_heir_to_a_thing_without_its_praise() -> None:
    assert told("Nora is the heir to a massive oyster farm.") == {("Nora", "heir_to", "an oyster farm")}


def test_who_takes_over_a_shop_is_told_by_name() -> None:
    facts = told("After the storm, Nora Finch (Anna Holt) takes over Gull House.")

    assert facts == {("Nora Finch", "took_over", "Gull House")}


def test_what_is_planned_or_rumoured_is_not_told() -> None:
    assert told("Nora will never be Tom’s mentor.") == set()
    assert told("Reportedly Nora is the heir to a bank.") == set()
