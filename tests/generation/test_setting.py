from quizapp.domain.fact import Evidence
from quizapp.generation.setting import born_in, countries_in, country_of, is_of_another_time, year_of
from quizapp.generation.texts import Texts
from tests.generation.stage import a_fact, a_graph

PLACE = Evidence("review", 1, 1)
BEFORE = Evidence("review", 2, 1)


def test_a_text_names_countries_also_by_their_cities_and_peoples() -> None:
    assert countries_in("The German chemist lived in Lyon and New South Wales.") == (
        "Germany",
        "France",
        "Australia",
    )
    assert countries_in("They split the cork in the end.") == ()


def test_a_fact_plays_in_the_year_of_its_sentence() -> None:
    fact = a_fact("ada-quill", "directed", "salt", evidence=(PLACE,))
    texts = Texts({PLACE: "Ada Quill directed Salt in 1931.", BEFORE: "It came back in 2004."})

    assert year_of(fact, a_graph(fact, texts=texts)) == 1931


def test_a_fact_without_a_year_plays_in_the_first_year_around() -> None:
    fact = a_fact("ada-quill", "directed", "salt", evidence=(PLACE,))
    texts = Texts({PLACE: "Ada Quill directed Salt.", BEFORE: "It was shown in 1932, and in 2004 again."})

    assert year_of(fact, a_graph(fact, texts=texts)) == 1932
    assert year_of(fact, a_graph(fact)) is None


def test_a_fact_plays_where_most_places_around_it_lie() -> None:
    fact = a_fact("ada-quill", "directed", "salt", evidence=(PLACE,))
    texts = Texts({PLACE: "Ada Quill directed Salt.", BEFORE: "She came from Bergen, a Norwegian port."})

    assert country_of(fact, a_graph(fact, texts=texts)) == "Norway"


def test_a_birth_is_known_where_a_fact_tells_it() -> None:
    fact = a_fact("ada-quill", "directed", "salt")

    assert born_in("ada-quill", a_graph(fact)) is None


def test_who_is_named_beside_far_years_alone_is_of_another_time() -> None:
    fact = a_fact("ada-quill", "directed", "salt", evidence=(PLACE,))
    texts = Texts({PLACE: "Ada Quill directed Salt in 1731.", BEFORE: "Bram Osei and Cleo found it in 1960."})
    graph = a_graph(fact, texts=texts)

    assert is_of_another_time(("Bram Osei",), ("Ada Quill",), fact, graph)
    assert is_of_another_time(("Mark Twain",), ("Ada Quill",), fact, graph)
    assert not is_of_another_time(("Voltaire",), ("Ada Quill",), fact, graph)
    assert not is_of_another_time(("Dan Ferro",), ("Ada Quill",), fact, graph)


def test_where_a_fact_has_no_year_those_count_beside_which_its_key_is_named() -> None:
    fact = a_fact("ada-quill", "directed", "salt", evidence=(PLACE,))
    later = Evidence("review", 3, 1)
    texts = Texts(
        {
            PLACE: "Ada Quill directed Salt.",
            BEFORE: "Bram Osei found it in 1960.",
            later: "Quill left in 1735.",
        }
    )

    assert is_of_another_time(("Bram Osei",), ("Ada Quill",), fact, a_graph(fact, texts=texts))


def test_where_no_year_is_told_nobody_is_of_another_time() -> None:
    fact = a_fact("ada-quill", "directed", "salt", evidence=(PLACE,))
    texts = Texts({PLACE: "Ada Quill directed Salt.", BEFORE: "Bram Osei found it in 1960."})

    assert not is_of_another_time(("Bram Osei",), ("Ada Quill",), fact, a_graph(fact, texts=texts))
