"""The measure itself: what counts as found, and that the reader's list can be read."""

from quizapp.domain.fact import EntityType
from quizapp.generation.catalogue import load
from quizapp.generation.extraction import Candidate, Mention
from tests.generation.gold import readers_list
from tests.generation.likeness import Stated, found, listed, names_of

ORLA = Mention("Orla Finch", EntityType.PERSON)
TIDE = Mention("The Long Tide", EntityType.WORK)


def test_a_thing_is_known_by_any_of_its_names() -> None:
    told = listed("O. Finch", "wrote", "Long Tide", [("Orla Finch", "O. Finch")])

    assert _found(ORLA, "wrote", TIDE).means(told)


def test_a_fact_told_from_the_other_end_links_the_same_things() -> None:
    told = listed("The Long Tide", "written_by", "Orla Finch", [])

    assert _found(ORLA, "wrote", TIDE).links(told)
    assert not _found(ORLA, "wrote", TIDE).means(told)


def test_a_date_may_say_more_than_the_list_and_never_less() -> None:
    day, year = listed("Orla Finch", "born", "1901-05-03", []), listed("Orla Finch", "born", "1901", [])
    told = Stated("born", names_of(["Orla Finch"]), names_of(["1901-05-03"]), literal=True)
    less = Stated("born", names_of(["Orla Finch"]), names_of(["1901"]), literal=True)

    assert told.links(day) and told.links(year)
    assert less.links(year) and not less.links(day)


def test_a_part_of_a_name_is_another_name() -> None:
    told = listed("Finch", "wrote", "The Long Tide", [])

    assert not _found(ORLA, "wrote", TIDE).links(told)


def test_numbers_are_compared_without_commas() -> None:
    assert names_of(["1,200 men"]) == names_of(["1200 men"])
    assert names_of(["62 metres"]) != names_of(["2 metres"])


def test_no_two_facts_of_the_readers_list_are_the_same() -> None:
    told = [(fact.subject, fact.relation, fact.value) for fact in readers_list().facts]

    assert len(told) == len(set(told)) > 80


def test_names_kept_apart_are_in_no_group_of_names() -> None:
    told = readers_list()

    for group in told.same:
        assert not any(set(pair) <= set(group) for pair in told.apart)


def _found(subject: Mention, relation: str, value: Mention) -> Stated:
    return found(Candidate(subject, relation, value, 1, 1, "test"), load()[relation])
