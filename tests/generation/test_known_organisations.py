import tomllib

from quizapp.generation import gazetteer
from quizapp.generation.known_organisations import KNOWN_ORGANISATIONS, kind_of, of_kind


def test_houses_of_a_kind_were_there_when_it_happened() -> None:
    publishers = {house.name for house in of_kind("publisher", 1930)}

    assert "Faber and Faber" in publishers
    assert "Suhrkamp" not in publishers


def test_a_kind_goes_by_more_than_one_name() -> None:
    assert of_kind("publishing house", 1930) == of_kind("publisher", 1930)
    assert of_kind("opera house", 1930)
    assert of_kind("lighthouse", 1930) == ()


def test_without_a_year_no_house_fits() -> None:
    assert of_kind("publisher", None) == ()


def test_every_house_stands_in_a_country_that_is_kept_and_stands_there_once() -> None:
    tables = tomllib.loads(KNOWN_ORGANISATIONS.read_text("utf8"))
    houses = [house for kind in tables for house in of_kind(kind.replace("_", " "), 2026)]

    assert len({house.name for house in houses}) == len(houses)
    assert {gazetteer.kind([house.country]) for house in houses} == {"country"}


def test_a_company_that_produced_a_film_is_a_film_studio() -> None:
    assert kind_of("company", "produced_by", "film") == "film studio"
    assert kind_of("", "published_by", "novel") == "publisher"
    assert kind_of("company", "published_by", "game") == "company"
    assert kind_of("museum", "produced_by", "film") == "museum"
