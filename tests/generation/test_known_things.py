import tomllib

from quizapp.generation.known_things import KNOWN_THINGS, beside, kind


def test_a_prize_stands_beside_those_of_its_field() -> None:
    found = beside(["the Copley Medal"], "medal")

    assert "Davy Medal" in found
    assert "Booker Prize" not in found


def test_a_name_tells_its_class() -> None:
    assert kind(["Fields Medal"]) == "prize"
    assert kind(["Altmoor Medal"]) == ""


def test_beside_a_thing_that_is_not_kept_stand_all_of_its_kind() -> None:
    assert "Order of Lenin" in beside(["Order of Altmoor"], "order")
    assert beside(["Altmoor Lantern"], "lantern") == ()


def test_nothing_is_kept_twice_in_a_class() -> None:
    tables = tomllib.loads(KNOWN_THINGS.read_text("utf8"))
    for groups in tables.values():
        names = [name for group in groups.values() for name in group.split()]
        assert len(set(names)) == len(names)
        assert all(len(group.split()) > 3 for group in groups.values())
