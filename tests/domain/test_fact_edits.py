"""Facts put into a pack and made one."""

from dataclasses import replace

from quizapp.domain.fact import Evidence
from quizapp.domain.fact_edits import new_fact, united, with_fact
from tests.builders import a_fact, a_pack, an_item

CERES = a_fact(evidence=(Evidence("guide", 1, 1),), witnesses=1)


def test_a_new_fact_comes_last() -> None:
    pack = a_pack(facts=(CERES,))

    assert with_fact(pack, a_fact(value="1802", fact_id="f-2")).facts[1].value == "1802"


def test_a_changed_fact_keeps_its_place_and_its_items() -> None:
    item = replace(an_item(), fact_id="f-ceres")
    pack = a_pack(facts=(CERES, a_fact(subject="eris", fact_id="f-eris")), items=(item,))

    after = with_fact(pack, replace(CERES, value="1802"))

    assert [fact.value for fact in after.facts] == ["1802", "1801"]
    assert after.items == (item,)


def test_a_fact_changed_into_what_another_says_becomes_that_one() -> None:
    other = a_fact(value="1802", fact_id="f-2", evidence=(Evidence("guide", 2, 1),), witnesses=1)
    item = replace(an_item(), fact_id="f-ceres")

    after = with_fact(a_pack(facts=(CERES, other), items=(item,)), replace(CERES, value="1802"))

    assert [(fact.fact_id, len(fact.evidence)) for fact in after.facts] == [("f-2", 2)]
    assert after.items[0].fact_id == "f-2"


def test_two_documents_are_two_witnesses_and_a_person_needs_none() -> None:
    elsewhere = replace(CERES, evidence=(Evidence("paper", 1, 1),))

    assert united(CERES, elsewhere).witnesses == 2
    assert united(CERES, CERES).witnesses == 1
    assert united(CERES, replace(elsewhere, witnesses=0)).witnesses == 0


def test_a_fact_that_is_there_already_gains_evidence() -> None:
    again = replace(CERES, evidence=(Evidence("guide", 5, 1),), witnesses=0, fact_id="f-new")

    found = new_fact(again, a_pack(facts=(CERES,)))

    assert (found.fact_id, len(found.evidence), found.witnesses) == ("f-ceres", 2, 0)


def test_an_id_that_an_edited_fact_still_has_is_not_used_again() -> None:
    stated = replace(CERES, fact_id="")
    edited = replace(stated, value="1802")

    found = new_fact(stated, a_pack(facts=(edited,)))

    assert found.fact_id not in ("", edited.fact_id)
