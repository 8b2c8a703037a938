"""What texts tell differently as facts: beside the fact that was read, or else in the texts' own words."""

from quizapp.domain.fact import Entity, EntityType, Evidence, Fact
from quizapp.generation.catalogue import load
from quizapp.generation.comparison.rivals import rivals
from quizapp.generation.document import Document, document_of

_MILL = Entity("mill", "Orsay Mill", EntityType.PLACE)
_OTHERS = (
    Entity("wheel", "Great Wheel", EntityType.THING),
    Entity("holt", "Holt & Sons", EntityType.ORGANISATION),
    Entity("lindal", "Lindal Works", EntityType.ORGANISATION),
)
ENTITIES = {each.entity_id: each for each in (_MILL, *_OTHERS)}


def guide(said: str) -> Document:
    opening = "The Orsay Mill\n\nThe Orsay Mill is a water mill on the River Penn, below Wick."
    return document_of(f"{opening} {said}", "guide")


def letter(said: str) -> Document:
    return document_of(
        f"A day out\n\nI walked from Wick to the Orsay Mill on the River Penn. {said}", "letter"
    )


def between(here: Document, there: Document, *facts: Fact) -> list[Fact]:
    references = {each.document_id: each.reference for each in (here, there)}
    return rivals((here, there), references, ENTITIES, facts, load())


def test_the_other_value_stands_beside_the_fact_that_was_read() -> None:
    here, there = guide("It was founded in 1702."), letter("Ada Quill founded the mill in 1720.")
    read = Fact("mill", "founded_in_year", "1702", (Evidence(here.document_id, 2, 2),), witnesses=2)

    (found,) = between(here, there, read)

    assert (found.subject, found.relation, found.value) == ("mill", "founded_in_year", "1720")
    assert found.evidence == (Evidence(there.document_id, 2, 2),)
    assert found.witnesses == 1


def test_a_year_in_which_two_days_lie_is_not_disputed() -> None:
    here, there = guide("It opened on 3 May 1911."), letter("The opening was held on 13 May 1911.")
    place = (Evidence(here.document_id, 2, 2),)
    day = Fact("mill", "opened_on", "1911-05-03", place)
    year = Fact("mill", "opened_in_year", "1911", place)

    assert [(one.relation, one.value) for one in between(here, there, day, year)] == [
        ("opened_on", "1911-05-13")
    ]


def test_of_two_facts_of_one_year_the_one_of_the_deed_is_meant() -> None:
    here, there = guide("It was founded in 1702 by Ada Quill."), letter("Ada Quill founded the mill in 1720.")
    place = (Evidence(here.document_id, 2, 2),)
    founded = Fact("mill", "founded_in_year", "1702", place)
    did = Fact("mill", "did_in_year", "1702", place, scope="milled its first corn")

    assert [one.relation for one in between(here, there, founded, did)] == ["founded_in_year"]


def test_what_no_fact_says_is_told_in_the_words_of_the_texts() -> None:
    here, there = guide("Its wheel is 6.5 metres wide."), letter("The wheel measures 5.6 metres across.")

    found = between(here, there)

    assert {(one.subject, one.relation, one.scope) for one in found} == {
        ("mill", "told_otherwise", "wide wheel")
    }
    assert [one.value for one in found] == ["6.5 metres", "5.6 metres"]


def test_another_maker_stands_in_the_place_of_the_one_that_was_read() -> None:
    here = guide("The wheel was made by Holt & Sons.")
    there = letter("The wheel was built by the Lindal Works.")
    read = Fact("wheel", "made_by", "holt", (Evidence(here.document_id, 2, 2),), witnesses=2)

    assert [(one.subject, one.relation, one.value) for one in between(here, there, read)] == [
        ("wheel", "made_by", "lindal")
    ]


def test_one_document_is_not_compared() -> None:
    here = guide("It was founded in 1702. It was founded in 1720.")

    assert rivals((here,), {here.document_id: here.reference}, ENTITIES, (), load()) == []
