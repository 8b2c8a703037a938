from quizapp.domain.fact import Entity, Evidence, Fact
from quizapp.generation import stems
from quizapp.generation.catalogue import load
from quizapp.generation.graph import Graph
from quizapp.generation.known_organisations import named
from quizapp.generation.texts import Texts
from quizapp.generation.well_known import well_known
from tests.generation.stage import a_fact, an_entity

PLACE, LATER = Evidence("harbour", 1, 1), Evidence("harbour", 1, 2)
QUILL = an_entity("Ada Quill", "person", "engineer")


def beside(fact: Fact, text: str, *entities: Entity, also: str = "") -> list[str]:
    """The houses that may stand beside the value of a fact that this text states."""
    texts = Texts({PLACE: text, LATER: also})
    graph = Graph(load(), {each.entity_id: each for each in entities}, (fact,), texts=texts)
    stem, key = stems.stem(fact, "value", graph), graph.entity(fact, "value")
    assert stem is not None
    assert key is not None
    return [each.text for each in well_known(key, stem, fact, graph, [])]


def studied(name: str, kind: str, also: str = "") -> list[str]:
    school = an_entity(name, "organisation", kind)
    fact = a_fact("ada-quill", "studied_at", school.entity_id)
    return beside(fact, f"Ada Quill entered {name} in 1921.", QUILL, school, also=also)


def test_beside_a_college_of_which_nobody_attends_many_stand_others_of_its_country() -> None:
    found = studied("Ohio Marlow College", "college")

    assert {"Oberlin College", "Reed College"} <= set(found)
    assert "Balliol College" not in found


def test_a_house_that_a_document_calls_by_half_its_name_is_not_offered() -> None:
    assert "Oberlin College" not in studied("Ohio Marlow College", "college", also="She liked Oberlin.")


def test_where_somebody_may_have_many_no_house_is_offered() -> None:
    school = an_entity("Ohio Marlow University", "organisation", "university")
    fact = a_fact("ada-quill", "taught_at", school.entity_id)

    assert beside(fact, "Ada Quill taught at Ohio Marlow University in 1921.", QUILL, school) == []


def test_a_house_lies_where_the_list_or_its_name_says_before_where_its_fact_plays() -> None:
    found = studied("Heidelberg University", "university", also="She was born in Lyon in France.")

    assert "University of Jena" in found
    assert "University of Lille" not in found


def test_a_team_that_the_list_has_is_of_its_kind_there_though_the_text_says_less() -> None:
    assert named(["the Boston Red Sox"]) == ("baseball team", "United States")
    assert named(["Altmoor Rovers"]) == ("", "")


def test_of_a_dated_deed_nothing_is_offered_that_a_document_names() -> None:
    team = an_entity("Boston Red Sox", "organisation", "baseball team")
    fact = a_fact("ada-quill", "was_done_to", "boston-red-sox", scope="traded to … in 1921")
    text = "Ada Quill was traded to the Boston Red Sox in 1921."

    found = beside(fact, text, QUILL, team, also="She never liked the Cubs.")

    assert "Detroit Tigers" in found
    assert "Chicago Cubs" not in found


def test_where_a_name_tells_a_country_without_such_houses_it_lies_where_its_fact_plays() -> None:
    found = studied("Brighton High School", "high school", also="She was born in Ohio and died in Texas.")

    assert "Palo Alto High School" in found
