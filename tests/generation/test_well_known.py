from quizapp.domain.fact import Entity, Evidence, Fact
from quizapp.generation import gazetteer, stems
from quizapp.generation.catalogue import load
from quizapp.generation.distractors import choices
from quizapp.generation.graph import Graph
from quizapp.generation.texts import Texts
from quizapp.generation.well_known import well_known
from tests.generation.stage import TODAY, a_fact, an_entity

PLACE = Evidence("harbour", 1, 1)
PIER = an_entity("Altmoor Pier", "place", "pier")
QUILL = an_entity("Ada Quill", "person", "engineer")


def beside(fact: Fact, text: str, *entities: Entity) -> list[str]:
    """The well-known names that may stand beside the value of a fact that this text states."""
    graph = Graph(load(), {each.entity_id: each for each in entities}, (fact,), texts=Texts({PLACE: text}))
    stem = stems.stem(fact, "value", graph)
    key = graph.entity(fact, "value")
    assert stem is not None
    assert key is not None
    return [each.text for each in well_known(key, stem, fact, graph, [])]


def test_beside_an_engineer_stand_engineers_of_the_time() -> None:
    fact = a_fact("altmoor-pier", "designed_by", "ada-quill")

    found = beside(fact, "Altmoor Pier was designed by Ada Quill in 1880.", PIER, QUILL)

    assert "Gustave Eiffel" in found
    assert not {"Thomas Telford", "Christopher Wren", "Norman Foster"} & set(found)


def test_who_is_named_in_a_document_comes_from_no_list() -> None:
    fact = a_fact("altmoor-pier", "designed_by", "ada-quill")

    found = beside(fact, "Ada Quill, whom Eiffel admired, designed Altmoor Pier in 1880.", PIER, QUILL)

    assert "Gustave Eiffel" not in found


def test_without_a_year_nobody_is_of_the_time() -> None:
    fact = a_fact("altmoor-pier", "designed_by", "ada-quill")

    assert beside(fact, "Altmoor Pier was designed by Ada Quill.", PIER, QUILL) == []


def test_where_more_may_be_true_nobody_stands_beside_the_key() -> None:
    finch = an_entity("Nora Finch", "person", "engineer")
    fact = a_fact("nora-finch", "married_to", "ada-quill")

    assert beside(fact, "Nora Finch married Ada Quill in 1880.", finch, QUILL) == []


def test_an_unknown_town_stands_beside_towns_of_the_country_it_is_said_to_lie_in() -> None:
    town = an_entity("Altmoor", "place")
    fact = a_fact("ada-quill", "died_in_place", "altmoor")

    found = beside(fact, "Ada Quill died in Altmoor in Norway.", QUILL, town)

    assert "Bergen" in found
    assert not {"Oslo", "Paris"} & set(found)


def test_where_a_country_has_towns_enough_none_of_its_neighbours_stand_there() -> None:
    town = an_entity("Altmoor", "place")
    fact = a_fact("ada-quill", "died_in_place", "altmoor")

    found = beside(fact, "Ada Quill died in Altmoor in New Jersey.", QUILL, town)

    assert all(gazetteer.is_inside([each], ["United States"]) for each in found)


def test_who_writes_for_the_screen_and_who_writes_a_book_are_two_trades() -> None:
    book = an_entity("Salt", "work", "cookbook")
    fact = a_fact("ada-quill", "wrote", "salt")
    quill = an_entity("Ada Quill", "person")
    graph = Graph(
        load(),
        {each.entity_id: each for each in (book, quill)},
        (fact,),
        texts=Texts({PLACE: "In 1960 Ada Quill wrote Salt."}),
    )
    stem = stems.stem(fact, "subject", graph)
    assert stem is not None

    found = {each.text for each in well_known(quill, stem, fact, graph, [])}

    assert "Graham Greene" in found
    assert "Akira Kurosawa" not in found


def test_a_native_of_one_country_is_none_of_another() -> None:
    japan = an_entity("Japan", "place", "country")
    fact = a_fact("ada-quill", "comes_from", "japan")

    assert "China" in beside(fact, "The Japanese engineer Ada Quill stayed.", QUILL, japan)


def test_who_has_one_job_has_none_that_no_document_mentions() -> None:
    nora = an_entity("Nora Finch", "character", within="salt")
    salt = an_entity("Salt", "work", "play")
    fact = a_fact("nora-finch", "works_as", "a lamplighter")
    graph = Graph(
        load(),
        {each.entity_id: each for each in (nora, salt)},
        (fact,),
        texts=Texts({PLACE: "Nora Finch is a lamplighter."}, frozenset({"lamplighter", "florist"})),
    )
    stem = stems.stem(fact, "value", graph)
    assert stem is not None

    found = next(choices(stem, fact, graph, TODAY, 1), None)

    assert found is not None
    assert "a florist" not in found.distractors


def test_a_company_comes_from_one_country_and_a_film_may_come_from_two() -> None:
    japan = an_entity("Japan", "place", "country")
    firm, film = an_entity("Gull", "organisation", "company"), an_entity("Salt", "work", "film")
    text = "Gull, a Japanese studio, made Salt."

    assert "China" in beside(a_fact("gull", "country_of_origin", "japan"), text, firm, japan)
    assert beside(a_fact("salt", "country_of_origin", "japan"), text, film, japan) == []


def test_a_streaming_service_shows_its_series_alone() -> None:
    service = an_entity("Netflix", "organisation", "streaming service")
    series, film = an_entity("Salt", "work", "series"), an_entity("Salt", "work", "film")
    text = "The Netflix series Salt is better than any on Hulu."

    found = beside(a_fact("salt", "released_on", "netflix"), text, series, service)

    assert "Disney+" in found
    assert not {"Netflix", "Hulu", "BBC"} & set(found)
    assert beside(a_fact("salt", "released_on", "netflix"), text, film, service) == []


def test_beside_a_small_town_stand_towns_of_its_part_of_the_country() -> None:
    town = an_entity("Altmoor", "place")
    fact = a_fact("ada-quill", "died_in_place", "altmoor")

    found = beside(fact, "Ada Quill died in Altmoor, a Welsh village.", QUILL, town)

    assert "Tenby" in found
    assert "Whitby" not in found


def test_beside_a_county_stand_counties_and_no_town() -> None:
    county = an_entity("Cornwall", "place")
    fact = a_fact("ada-quill", "died_in_place", "cornwall")

    found = beside(fact, "Ada Quill died in Cornwall.", QUILL, county)

    assert "Devon" in found
    assert not {"Truro", "Whitby", "Cornwall"} & set(found)


def test_beside_what_sounds_like_a_part_of_a_country_stands_nothing() -> None:
    fact = a_fact("ada-quill", "died_in_place", "altmoorshire")

    assert (
        beside(fact, "Ada Quill died in Altmoorshire in Wales.", QUILL, an_entity("Altmoorshire", "place"))
        == []
    )


def test_beside_a_publisher_stand_publishers_of_the_country_and_the_time() -> None:
    book = an_entity("Salt", "work", "novel")
    house = an_entity("Quill and Finch", "organisation", "publisher")
    fact = a_fact("salt", "published_by", "quill-and-finch")

    found = beside(fact, "The British novel Salt was published in 1931 by Quill and Finch.", book, house)

    assert "Jonathan Cape" in found
    assert not {"Alfred A. Knopf", "Suhrkamp"} & set(found)


def test_a_town_lies_in_one_country_and_a_river_may_lie_in_two() -> None:
    norway = an_entity("Norway", "place", "country")
    town, river = an_entity("Altmoor", "place", "town"), an_entity("Altmoor", "place", "river")
    fact = a_fact("altmoor", "located_in", "norway")

    assert "Sweden" in beside(fact, "Altmoor lies in Norway.", town, norway)
    assert beside(fact, "Altmoor lies in Norway.", river, norway) == []


def test_a_river_stands_beside_rivers_though_no_text_says_what_it_is() -> None:
    brook, river = an_entity("Quill Brook", "place", "stream"), an_entity("Drava", "place")
    fact = a_fact("quill-brook", "tributary_of", "drava")

    found = beside(fact, "Quill Brook is a tributary of the Drava.", brook, river)

    assert "Sava" in found
    assert "Zagreb" not in found


def test_nobody_is_mayor_of_many_cities_and_many_have_ruled_several() -> None:
    lyon = an_entity("Lyon", "place", "city")
    text = "Ada Quill moved to Lyon in 1905."

    assert "Lille" in beside(a_fact("ada-quill", "mayor_of", "lyon"), text, QUILL, lyon)
    assert beside(a_fact("ada-quill", "ruled", "lyon"), text, QUILL, lyon) == []


def test_a_building_lies_in_one_city_and_a_canal_in_many() -> None:
    lyon = an_entity("Lyon", "place", "city")
    museum = an_entity("Altmoor Museum", "organisation", "museum")
    canal = an_entity("Altmoor Canal", "place", "canal")
    text = "The Altmoor Museum and the Altmoor Canal lie in Lyon."

    assert "Lille" in beside(a_fact("altmoor-museum", "located_in", "lyon"), text, museum, lyon)
    assert beside(a_fact("altmoor-canal", "located_in", "lyon"), text, canal, lyon) == []


def test_nobody_was_born_in_a_city_that_was_founded_later() -> None:
    city = an_entity("Halifax", "place", "city")
    old, new = (
        beside(
            a_fact("ada-quill", "born_in_place", "halifax"), f"She was born in {year} in Canada.", QUILL, city
        )
        for year in (1780, 1950)
    )

    assert "Vancouver" not in old
    assert {"Vancouver", "Winnipeg"} & set(new)


def test_who_was_killed_in_a_battle_died_in_none_of_its_time_that_no_document_names() -> None:
    battle = an_entity("Battle of Altmoor", "event", "battle")
    fact = a_fact("ada-quill", "killed_in", "battle-of-altmoor")

    found = beside(fact, "Ada Quill fell in the Battle of Altmoor in 1809, not at Wagram.", QUILL, battle)

    assert "Battle of Austerlitz" in found
    assert not {"Battle of Wagram", "Battle of Hastings", "Battle of Kursk"} & set(found)


def test_somebody_of_a_list_stands_beside_those_of_the_same_time_though_no_text_tells_it() -> None:
    play = an_entity("Salt", "work", "play")
    bard = an_entity("William Shakespeare", "person")
    fact = a_fact("william-shakespeare", "wrote", "salt")
    graph = Graph(
        load(),
        {each.entity_id: each for each in (play, bard)},
        (fact,),
        texts=Texts({PLACE: "He played in Salt by William Shakespeare in 2011."}),
    )
    stem = stems.stem(fact, "subject", graph)
    assert stem is not None

    found = {each.text for each in well_known(bard, stem, fact, graph, [])}

    assert "Ben Jonson" in found
    assert "Ian McEwan" not in found


def test_a_county_stands_beside_parts_of_its_country() -> None:
    kent = an_entity("Kent", "place", "county")
    town = an_entity("Altmoor", "place", "town")

    found = beside(a_fact("altmoor", "situated_in", "kent"), "Altmoor lies in Kent.", town, kent)

    assert "Surrey" in found
    assert "Tuscany" not in found
