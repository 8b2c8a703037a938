from dataclasses import replace

from quizapp.domain.fact import Disagreement, Evidence, Fact
from quizapp.generation.agreement import coarser, contested, disagreements, merged
from quizapp.generation.catalogue import load
from tests.generation.stage import CATALOGUE, a_fact, an_entity

HARBOUR, GAZETTE = Evidence("harbour", 1, 1), Evidence("gazette", 2, 1)


def told_by(document: str, maker: str) -> Fact:
    return a_fact("low-water", "built_by", maker, evidence=(Evidence(document, 1, 1),))


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


def test_a_year_is_asked_before_the_date_in_it() -> None:
    year, date = a_fact("salt", "opened", "1903"), a_fact("salt", "opened_on", "1903-05-04")

    assert coarser([year, date], CATALOGUE) == {date.fact_id}
    assert coarser([year], CATALOGUE) == coarser([date], CATALOGUE) == set()


def test_a_date_is_asked_where_the_year_is_less_sure() -> None:
    year = a_fact("salt", "opened", "1903", witnesses=1)
    date = a_fact("salt", "opened_on", "1903-05-04", witnesses=2)

    assert coarser([year, date], CATALOGUE) == {year.fact_id}


def test_years_and_dates_of_other_deeds_do_not_meet() -> None:
    year = a_fact("salt", "opened", "1903", scope="in Ostrey")
    date = a_fact("salt", "opened_on", "1903-05-04", scope="in Velland")
    other = a_fact("salt", "opened_on", "1904-05-04", scope="in Velland")

    assert coarser([year, date], CATALOGUE) == set()
    assert disagreements([year, other], CATALOGUE) == []


def test_a_number_near_the_truth_leaves_the_question_to_the_truth() -> None:
    near, told = a_fact("salt", "tall", "60 metres", scope="about"), a_fact("salt", "tall", "62 metres")

    assert coarser([near, told], CATALOGUE) == {near.fact_id}
    assert coarser([near], CATALOGUE) == coarser([told], CATALOGUE) == set()
    assert disagreements([near, told], CATALOGUE) == []


def test_of_two_numbers_near_the_truth_none_is_asked() -> None:
    near, nearer = (a_fact("salt", "tall", size, scope="about") for size in ("60 metres", "65 metres"))

    assert coarser([near, nearer], CATALOGUE) == {near.fact_id, nearer.fact_id}


def test_what_changes_with_time_may_differ_from_year_to_year() -> None:
    then, now = (
        a_fact("port-sound", "residents", number, as_of=year)
        for number, year in (("900", "2020"), ("1,200", "2025"))
    )

    assert disagreements([then, now], CATALOGUE) == []


def test_two_documents_whose_lists_share_nothing_disagree() -> None:
    here, there = told_by("harbour", "gull-and-son"), told_by("gazette", "tern-works")

    found = disagreements([here, there], CATALOGUE)

    assert [one.facts for one in found] == [(here, there)]


def test_a_longer_list_supports_a_shorter_one() -> None:
    facts = [
        a_fact("low-water", "built_by", "gull-and-son", evidence=(HARBOUR, GAZETTE)),
        told_by("gazette", "tern-works"),
    ]

    assert disagreements(facts, CATALOGUE) == []


def test_any_two_of_many_values_may_disagree() -> None:
    dates = [a_fact("salt", "opened_on", value) for value in ("1903-05", "1903-05-04", "1903-05-14")]

    assert len(disagreements(dates, CATALOGUE)) == 1


def test_numbers_disagree_beyond_what_rounding_hides() -> None:
    def residents(number: str) -> Fact:
        return a_fact("port-sound", "residents", number, as_of="2025")

    assert disagreements([residents("41,600"), residents("41,630")], CATALOGUE) == []
    assert disagreements([residents("41,600"), residents("46,100")], CATALOGUE)


def test_a_year_disagrees_with_a_date_in_another_year() -> None:
    year = a_fact("salt", "opened", "1903")

    assert disagreements([year, a_fact("salt", "opened_on", "1903-05-04")], CATALOGUE) == []
    assert disagreements([year, a_fact("salt", "opened_on", "1904-05-04")], CATALOGUE)


def test_nobody_dies_before_birth() -> None:
    born, died = a_fact("ada-quill", "born", "1890"), a_fact("ada-quill", "died", "1871")

    (found,) = disagreements([born, died], CATALOGUE)

    assert (found.kind, found.facts) == ("order", (born, died))


def test_a_place_refines_the_land_it_lies_in() -> None:
    facts = [
        a_fact("ada-quill", "born_in", "port-sound"),
        a_fact("ada-quill", "born_in", "far-isles"),
        a_fact("port-sound", "lies_in", "far-isles"),
    ]

    assert disagreements(facts, CATALOGUE) == []
    assert coarser(facts, CATALOGUE) == {facts[1].fact_id}


def test_a_surname_spelt_in_two_ways_is_a_dispute_about_the_name() -> None:
    entities = {
        e.entity_id: e for e in (an_entity("Cora Halbrook", "person"), an_entity("Cora Holbrook", "person"))
    }
    one = a_fact("cora-halbrook", "directed", "salt", evidence=(HARBOUR,))
    other = a_fact("cora-holbrook", "directed", "salt", evidence=(GAZETTE,))
    born = a_fact("cora-halbrook", "born", "1871")

    found = disagreements([one, other, born], CATALOGUE, entities)

    assert [(each.kind, each.facts) for each in found] == [("spelling", (one, other))]
    assert contested(found, [one, other, born]) == {one.fact_id, other.fact_id, born.fact_id}


def test_two_of_one_given_name_in_one_document_are_no_dispute_about_a_name() -> None:
    entities = {
        e.entity_id: e for e in (an_entity("Cora Halbrook", "person"), an_entity("Cora Holbrook", "person"))
    }
    facts = [a_fact(each, "directed", "salt", evidence=(HARBOUR,)) for each in entities]

    assert [each.kind for each in disagreements(facts, CATALOGUE, entities)] == ["values"]


def test_namesakes_that_a_stem_cannot_tell_apart_disagree() -> None:
    one = an_entity("Ada Quill", "person")
    other = replace(one, entity_id="ada-quill-2")
    facts = [a_fact("ada-quill", "born", "1801"), a_fact("ada-quill-2", "born", "1930")]

    assert disagreements(facts, CATALOGUE, {e.entity_id: e for e in (one, other)})


def test_what_one_reader_alone_says_does_not_dispute_what_two_say_of_one_document() -> None:
    sure = a_fact("salt", "scenes", "8", witnesses=2)
    slip = a_fact("salt", "scenes", "9", witnesses=1)
    elsewhere = replace(slip, evidence=(GAZETTE,))

    assert disagreements([sure, slip], CATALOGUE) == []
    assert len(disagreements([sure, elsewhere], CATALOGUE)) == 1


def test_a_first_appearance_that_is_still_to_come_is_disputed_by_one_that_another_document_tells_of() -> None:
    here, there = Evidence("guide", 2, 1), Evidence("letter", 3, 1)
    denial = a_fact("ada-quill", "not_yet_on", "gullvision", evidence=(here,))
    seen = a_fact("ada-quill", "appears_in", "salt", evidence=(there,))
    shown = a_fact("salt", "released_on", "gullvision", evidence=(there,))
    catalogue = load()

    (found,) = disagreements([denial, seen, shown], catalogue)

    assert found.facts == (denial, seen)
    assert disagreements([denial, replace(seen, evidence=(here, there)), shown], catalogue) == []


def test_what_a_text_tells_otherwise_is_not_asked_where_it_was_read() -> None:
    told = [
        a_fact("salt", "told_otherwise", value, scope="prize", evidence=(place,))
        for value, place in (("1902", HARBOUR), ("1904", GAZETTE))
    ]
    read = a_fact("ada-quill", "born", "1902", evidence=(HARBOUR,))
    elsewhere = a_fact("ada-quill", "born", "1902", scope="again", evidence=(GAZETTE,))
    found = [Disagreement("salt", "told_otherwise", tuple(told))]

    held = contested(found, [read, elsewhere])

    assert held == {told[0].fact_id, told[1].fact_id, read.fact_id}
