from quizapp.domain.fact import Evidence
from quizapp.generation.catalogue import load
from quizapp.generation.graph import Graph
from quizapp.generation.lifespan import is_within, lifespan
from tests.generation.stage import a_fact, a_graph, an_entity

LIFE = (a_fact("ada-quill", "born", "1901"), a_fact("ada-quill", "died", "1970"))


def test_a_life_ends_after_all_that_was_done_in_it() -> None:
    born, died = LIFE
    graph = a_graph(*LIFE)

    assert lifespan(born, graph) == (None, 1970)
    assert lifespan(died, graph) == (1901, None)


def test_nothing_is_known_of_what_no_other_fact_dates() -> None:
    opened = a_fact("salt", "opened", "1930")

    assert lifespan(opened, a_graph(opened, *LIFE)) == (None, None)


def test_the_ends_of_a_span_are_within_it() -> None:
    assert is_within("1901-05-03", (1901, 1970))
    assert not is_within("1899", (1901, 1970))
    assert not is_within("1971", (1901, 1970))


def test_what_one_sentence_tells_twice_does_not_bound_itself() -> None:
    place = (Evidence("harbour", 1, 1),)
    died = a_fact("ada-quill", "died", "1970", evidence=place)
    told = a_fact("ada-quill", "opened", "1970", evidence=place)

    assert lifespan(died, a_graph(died, told)) == (None, None)


def test_what_began_in_a_year_ended_later() -> None:
    term = a_fact("ada-holm", "did_until_year", "1931", scope="taught in Ost from 1926")

    assert lifespan(term, Graph(load(), {}, (term,))) == (1927, None)


def test_nobody_of_a_list_does_anything_before_being_born() -> None:
    byron = an_entity("Lord Byron", "person")
    fact = a_fact("lord-byron", "did_in_year", "1799", scope="entered a school")

    assert lifespan(fact, Graph(load(), {"lord-byron": byron}, (fact,))) == (1794, None)
