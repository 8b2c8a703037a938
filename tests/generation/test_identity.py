from quizapp.domain.fact import Fact
from quizapp.generation.identity import united
from tests.generation.stage import CATALOGUE, a_fact, an_entity

PLACES = {
    place.entity_id: place
    for place in (
        an_entity("Far Isles", "place", "country"),
        an_entity("Port Sound", "place", "city"),
        an_entity("Soundhaven", "place", "city"),
        an_entity("Tern", "place", "island"),
    )
}
SAME_PLACE = [a_fact("far-isles", "capital", "port-sound"), a_fact("far-isles", "capital", "soundhaven")]


def residents(place: str, number: str) -> Fact:
    return a_fact(place, "residents", number, as_of="2025")


def test_rivals_for_one_place_that_share_a_number_are_one() -> None:
    facts = [*SAME_PLACE, residents("port-sound", "1,234"), residents("soundhaven", "1,234")]

    found = united(PLACES, facts, CATALOGUE, frozenset())

    assert [fact.value for fact in found[:2]] == ["port-sound", "port-sound"]
    assert {fact.subject for fact in found[2:]} == {"port-sound"}


def test_rivals_that_share_nothing_or_differ_stay_two() -> None:
    differing = [*SAME_PLACE, residents("port-sound", "1,234"), residents("soundhaven", "999")]

    assert united(PLACES, SAME_PLACE, CATALOGUE, frozenset()) == SAME_PLACE
    assert united(PLACES, differing, CATALOGUE, frozenset()) == differing


def test_two_entities_of_packs_are_never_made_one() -> None:
    facts = [*SAME_PLACE, residents("port-sound", "1,234"), residents("soundhaven", "1,234")]

    assert united(PLACES, facts, CATALOGUE, frozenset(PLACES)) == facts
