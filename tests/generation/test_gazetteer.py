import tomllib

from quizapp.generation import gazetteer


def test_places_are_kept_by_kind() -> None:
    assert {"Oslo", "Lyon"} <= {each.name for each in gazetteer.of_kind("city")}
    assert {each.name for each in gazetteer.of_kind("ocean")} >= {"Atlantic Ocean", "Indian Ocean"}
    assert gazetteer.of_kind("lighthouse") == ()


def test_capitals_are_offered_where_a_capital_is_asked() -> None:
    names = {each.name for each in gazetteer.of_kind("capital")}

    assert "Oslo" in names
    assert "Lyon" not in names


def test_a_place_lies_in_its_country_and_continent() -> None:
    assert gazetteer.wholes(["Lyon"]) == ("Lyon", "France", "Western Europe", "Europe")
    assert gazetteer.is_inside(["Lyon"], ["France"])
    assert not gazetteer.is_inside(["Lyon"], ["Spain"])
    assert gazetteer.wholes(["Port Sound"]) == ()


def test_a_place_is_known_by_its_other_names() -> None:
    assert gazetteer.wholes(["the USA"])[0] == "United States"
    assert gazetteer.wholes(["Zurich"])[0] == "Zürich"
    assert gazetteer.kind(["Holland"]) == "country"


def test_cities_of_one_country_are_nearest() -> None:
    same, same_region, far = (gazetteer.nearness(["Lyon"], [name]) for name in ("Nantes", "Ghent", "Lima"))

    assert same > same_region > far == 0


def test_a_country_is_taken_for_its_neighbours_first() -> None:
    near, other, far = (gazetteer.likeness([name], ["South Korea"]) for name in ("Japan", "China", "Lebanon"))

    assert near > other > 2 * far
    assert gazetteer.likeness(["Canada"], ["United States"]) > gazetteer.likeness(["Mexico"], ["USA"])
    assert gazetteer.likeness(["Busan"], ["South Korea"]) == gazetteer.nearness(["Busan"], ["South Korea"])


def test_only_countries_are_taken_for_a_country_and_at_least_four_of_them() -> None:
    kept = tomllib.loads(gazetteer.GAZETTEER.read_text("utf8"))["beside"]
    for country, others in kept.items():
        names = [each.replace("_", " ") for each in (country, *others.split())]
        assert len(set(names)) >= 5
        assert {gazetteer.kind([name]) for name in names} == {"country"}


def test_a_text_tells_where_it_plays_by_the_first_place_it_names() -> None:
    assert gazetteer.first_named("She was born in Altmoor, New South Wales, and died in Lima.") == (
        "New South Wales",
    )
    assert gazetteer.first_named("She was born in Altmoor.") == ()


def test_no_whole_of_the_file_is_unknown() -> None:
    for kind in gazetteer.kinds():
        for each in gazetteer.of_kind(kind):
            assert gazetteer.wholes(each.names)


def test_a_small_word_names_no_place() -> None:
    assert gazetteer.first_named("A nice day in Altmoor.") == ()


def test_towns_and_parts_of_a_country_are_kept_but_are_no_kinds_that_a_text_means() -> None:
    assert gazetteer.kind(["Ludlow"]) == "town"
    assert gazetteer.kind(["Cornwall"]) == "area"
    assert not {"town", "area"} & gazetteer.kinds()


def test_no_city_or_town_is_kept_twice() -> None:
    names = [each.name for kind in ("city", "town", "area") for each in gazetteer.of_kind(kind)]

    assert len(names) == len(set(names))


def test_every_place_that_is_known_since_late_is_kept() -> None:
    kept = tomllib.loads(gazetteer.GAZETTEER.read_text("utf8"))["since"]

    assert gazetteer.since("Canberra") == 1905
    assert gazetteer.since("Paris") == 0
    for names in kept.values():
        assert all(gazetteer.kind([each.replace("_", " ")]) for each in names.split())
