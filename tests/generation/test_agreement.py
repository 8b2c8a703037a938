from quizapp.domain.fact import Evidence
from quizapp.generation.agreement import coarser, contested, disagreements, merged
from tests.generation.stage import CATALOGUE, a_fact


def test_the_same_fact_from_two_documents_is_one_fact_with_both_as_evidence() -> None:
    here, there = Evidence("harbour", 1, 1), Evidence("gazette", 2, 1)

    found = merged([a_fact(evidence=(here,))], [a_fact(evidence=(there, here))])

    assert [fact.evidence for fact in found] == [(here, there)]


def test_a_fact_that_an_item_may_point_to_keeps_its_id() -> None:
    stated = [a_fact(fact_id="f-own"), a_fact(fact_id="f-second", according_to="harbour")]

    assert [fact.fact_id for fact in merged(stated, [a_fact()])] == ["f-own", "f-second"]


def test_two_values_where_one_is_possible_are_a_disagreement() -> None:
    eight, nine = a_fact("salt", "scenes", "8"), a_fact("salt", "scenes", "9")

    found = disagreements([eight, nine, a_fact("low-water", "scenes", "9")], CATALOGUE)

    assert [one.facts for one in found] == [(eight, nine)]
    assert contested(found) == {eight.fact_id, nine.fact_id}


def test_two_subjects_where_one_is_possible_are_a_disagreement() -> None:
    assert disagreements([a_fact("ada-quill"), a_fact("bram-osei")], CATALOGUE)


def test_a_fact_that_names_its_source_is_not_held_back() -> None:
    eight, nine = a_fact("salt", "scenes", "8", according_to="harbour"), a_fact("salt", "scenes", "9")

    assert contested(disagreements([eight, nine], CATALOGUE)) == {nine.fact_id}


def test_a_finer_date_refines_a_coarser_one() -> None:
    month, day = a_fact("salt", "opened_on", "2010-10"), a_fact("salt", "opened_on", "2010-10-16")

    assert disagreements([month, day], CATALOGUE) == []
    assert coarser([month, day], CATALOGUE) == {month.fact_id}


def test_what_changes_with_time_may_differ_from_year_to_year() -> None:
    then, now = (
        a_fact("port-sound", "residents", number, as_of=year)
        for number, year in (("900", "2020"), ("1,200", "2025"))
    )

    assert disagreements([then, now], CATALOGUE) == []
