from quizapp.domain.fact import Evidence
from quizapp.generation.setting import born_in, countries_in, country_of, year_of
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
