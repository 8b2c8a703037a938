from quizapp.domain.fact import Evidence
from quizapp.generation.agreement import contested, disagreements
from quizapp.generation.spelling import in_texts
from tests.generation.stage import CATALOGUE, a_fact, an_entity

TOWN = {
    entity.entity_id: entity
    for entity in (
        an_entity("Cora Halbrook", "person", "pilot"),
        an_entity("Cora Holbrook", "person", "pilot"),
        an_entity("Dora Holbrook", "person", "pilot"),
        an_entity("Gull", "thing", "ship"),
    )
}
GUIDE, LETTER = Evidence("guide", 2, 1), Evidence("letter", 3, 1)
APART = {"cora-halbrook": [GUIDE], "cora-holbrook": [LETTER], "dora-holbrook": [LETTER]}
ABOUT_ONE_SHIP = {**APART, "gull": [GUIDE, LETTER]}


def test_two_spellings_of_one_pilot_in_documents_about_one_ship_are_a_dispute() -> None:
    (found,) = in_texts(TOWN, ABOUT_ONE_SHIP)

    assert [fact.value for fact in found.facts] == ["Cora Halbrook", "Cora Holbrook"]
    assert [fact.evidence for fact in found.facts] == [(GUIDE,), (LETTER,)]


def test_in_documents_with_nothing_in_common_or_in_one_document_there_is_none() -> None:
    assert in_texts(TOWN, APART) == []
    assert in_texts(TOWN, {each: [GUIDE] for each in ABOUT_ONE_SHIP}) == []


def test_no_item_is_made_of_one_whose_name_is_in_dispute() -> None:
    born = a_fact("cora-halbrook", "born", "1871")

    found = disagreements([born], CATALOGUE, TOWN, in_texts(TOWN, ABOUT_ONE_SHIP))

    assert born.fact_id in contested(found, [born])
