import tomllib

from quizapp.generation import gazetteer, known_people
from quizapp.generation.known_people import of_trades, trades_called, trades_near, trades_that


def test_people_of_a_trade_were_grown_up_when_it_happened() -> None:
    engineers = {person.name for person in of_trades(("engineer",), 1880)}

    assert "Gustave Eiffel" in engineers
    assert not {"Thomas Telford", "Margaret Hamilton"} & engineers


def test_people_born_about_one_year_are_of_one_time() -> None:
    assert all(abs(person.born - 1879) <= 35 for person in of_trades(("physicist",), 1960, born=1879))


def test_without_a_time_nobody_fits() -> None:
    assert of_trades(("engineer",), None) == []


def test_a_stem_may_call_a_writer_an_author_but_no_playwright() -> None:
    assert trades_called("author") == ("writer",)
    assert trades_called("playwright") == ()
    assert trades_near("playwright") == ("writer",)


def test_who_designs_is_an_architect_or_an_engineer() -> None:
    assert trades_that("designed_by") == ("architect", "engineer")
    assert trades_that("married_to") == ()


def test_everybody_comes_from_a_country_that_is_kept() -> None:
    people = of_trades(tuple(known_people.trades_that("designed_by")), 1900)

    assert people
    assert all(gazetteer.kind([person.country]) == "country" for person in people)


def test_jobs_beside_a_job_are_of_its_field_and_not_much_the_same() -> None:
    beside = known_people.jobs_beside("chocolatier")

    assert "cheesemaker" in beside
    assert not {"chocolatier", "confectioner", "pastry chef", "surgeon"} & set(beside)
    assert known_people.jobs_beside("lamplighter") == ()


def test_no_job_is_offered_and_kept_from_being_offered() -> None:
    tables = tomllib.loads(known_people.KNOWN_PEOPLE.read_text("utf8"))

    for field, kept in tables["fields"].items():
        assert set(tables["jobs"][field].split()).isdisjoint(kept.split())


def test_who_discovers_a_planet_is_no_chemist() -> None:
    assert trades_that("discovered_by", "planet") == ("astronomer",)
    assert trades_that("discovered_by", "element") == ("chemist", "physicist")
    assert trades_that("discovered_by") == ("chemist", "physicist")


def test_nobody_of_a_list_stands_beside_who_founded_a_school() -> None:
    assert trades_that("founded_by", "school") == ()
    assert trades_that("founded_by", "brewery") == ("entrepreneur",)


def test_every_trade_that_does_something_is_kept() -> None:
    tables = tomllib.loads(known_people.KNOWN_PEOPLE.read_text("utf8"))

    assert {key.split()[1] for key in tables["done_to"]} <= set(tables)


def test_the_trade_of_a_well_known_person_is_told_by_any_name() -> None:
    assert known_people.trade_of(["Nobody Known", "Max Planck"]) == "physicist"
    assert known_people.trade_of(["Nobody Known"]) == ""


def test_a_list_tells_when_and_where_somebody_was_born_and_of_others_nothing() -> None:
    assert (known_people.born(["Graham Greene"]), known_people.country(["Graham Greene"])) == (
        1904,
        "United Kingdom",
    )
    assert (known_people.born(["Ada Quill"]), known_people.country(["Ada Quill"])) == (None, "")
