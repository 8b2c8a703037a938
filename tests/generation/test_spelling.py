from quizapp.domain.fact import Evidence
from quizapp.generation.agreement import contested, disagreements
from quizapp.generation.spelling import in_casts, in_texts
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


def test_without_a_role_the_documents_must_tell_of_one_subject() -> None:
    people = {
        each: an_entity(name, "person") for each, name in (("a", "Nora Lindahl"), ("b", "Nora Lindall"))
    }
    others = {each: an_entity(each.title(), "place") for each in ("tern", "gull", "wick")}
    named = {"a": [GUIDE], "b": [LETTER], "tern": [GUIDE, LETTER], "gull": [GUIDE, LETTER]}

    assert in_texts({**people, **others}, named) == []
    assert len(in_texts({**people, **others}, {**named, "wick": [GUIDE, LETTER]})) == 1


def test_in_one_role_a_surname_that_opens_alike_may_end_otherwise() -> None:
    people = {
        "a": an_entity("Emil Tarnow", "person", "sculptor"),
        "b": an_entity("Emil Tarnau", "person", "sculptor"),
        "c": an_entity("Emil Darnoy", "person", "sculptor"),
        "gull": an_entity("Gull", "thing", "ship"),
    }
    named = {"a": [GUIDE], "b": [LETTER], "c": [LETTER], "gull": [GUIDE, LETTER]}

    assert [[fact.subject for fact in one.facts] for one in in_texts(people, named)] == [["a", "b"]]


def test_no_item_is_made_of_one_whose_name_is_in_dispute() -> None:
    born = a_fact("cora-halbrook", "born", "1871")

    found = disagreements([born], CATALOGUE, TOWN, in_texts(TOWN, ABOUT_ONE_SHIP))

    assert born.fact_id in contested(found, [born])


CAST = {
    entity.entity_id: entity
    for entity in (
        *(an_entity(name, "person", "actor") for name in ("Ada Quill", "Bram Osei", "Jon Akers")),
        an_entity("Jon Ashby", "person"),
        an_entity("Salt Road", "work", "film"),
    )
}
PLAYED = [a_fact(each, "appears_in", "salt-road") for each in ("ada-quill", "bram-osei", "jon-akers")]
NAMED = {
    "jon-akers": [GUIDE],
    "jon-ashby": [LETTER],
    "ada-quill": [GUIDE, LETTER],
    "bram-osei": [GUIDE, LETTER],
}


def test_another_surname_for_one_of_a_cast_is_a_dispute_that_holds_no_item_back() -> None:
    (found,) = in_casts(CAST, PLAYED, NAMED)

    assert [fact.value for fact in found.facts] == ["Jon Akers", "Jon Ashby"]
    assert contested([found], PLAYED) <= {fact.fact_id for fact in found.facts}


def test_a_document_that_names_nobody_else_of_the_cast_means_another() -> None:
    assert list(in_casts(CAST, PLAYED, {**NAMED, "ada-quill": [GUIDE], "bram-osei": [GUIDE]})) == []
