from quizapp.domain.fact import Evidence
from quizapp.generation.titles import called_apart, of_two_mediums
from tests.generation.stage import a_fact, an_entity

GUIDE, LETTER = Evidence("guide", 2, 1), Evidence("letter", 3, 1)
WORKS = {each.entity_id: each for each in (an_entity("Salt Roads", "work"), an_entity("Gull", "thing"))}


def test_a_title_that_two_documents_spell_differently_is_a_dispute() -> None:
    places = {"salt-roads": {"Salt Roads": [GUIDE], "Salt Road": [LETTER]}}

    (found,) = called_apart(WORKS, places)

    assert [(fact.value, fact.evidence) for fact in found.facts] == [
        *(("Salt Roads", (GUIDE,)), ("Salt Road", (LETTER,)))
    ]


def test_a_slip_beside_the_usual_title_and_a_translated_title_are_none() -> None:
    slip = {"Salt Roads": [GUIDE, Evidence("guide", 4, 1)], "Salt Road": [GUIDE]}
    translated = {"Salt Roads": [GUIDE], "Saltveiene": [LETTER]}

    assert list(called_apart(WORKS, {"salt-roads": slip})) == []
    assert list(called_apart(WORKS, {"salt-roads": translated})) == []


def test_a_work_that_is_a_film_here_and_a_series_there_is_a_dispute_where_both_tell_the_same_of_it() -> None:
    said = [("salt-roads", "film", GUIDE), ("salt-roads", "series", LETTER)]
    common = a_fact("ada", "appears_in", "salt-roads", evidence=(GUIDE, LETTER))

    (found,) = of_two_mediums(said, [common])

    assert [fact.value for fact in found.facts] == ["film", "series"]


def test_a_film_and_a_series_of_one_title_may_be_two_works() -> None:
    said = [("salt-roads", "film", GUIDE), ("salt-roads", "series", LETTER)]

    assert list(of_two_mediums(said, [])) == []
