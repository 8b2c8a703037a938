"""Two documents about one subject, with names written in two ways and statements that cannot both be true."""

from functools import cache

import pytest

from quizapp.domain.fact import Disagreement
from quizapp.domain.text import folded
from quizapp.generation.catalogue import load
from quizapp.generation.pipeline import Generated, make_pack
from tests.generation.gold import Contradiction, Place, gold, written_documents
from tests.generation.stage import TODAY

GOLD = gold()
QUOTES = str.maketrans("", "", '“”"')


@cache
def made() -> Generated:
    documents = written_documents()
    return make_pack([documents[name] for name in GOLD.pair], [], load(), TODAY)


def bearers(names: tuple[str, ...]) -> list[set[str]]:
    """Of each entity those of the names that it has."""
    wanted = {folded(name).translate(QUOTES) for name in names}
    entities = [{folded(name).translate(QUOTES) for name in each.names} for each in made().whole.entities]
    return [wanted & each for each in entities if wanted & each]


@pytest.mark.parametrize("names", GOLD.aliases, ids=" / ".join)
def test_a_name_written_in_two_ways_is_one_entity(names: tuple[str, ...]) -> None:
    (bearer,) = bearers(names)

    assert len(bearer) > 1


@pytest.mark.parametrize("names", GOLD.apart, ids=" / ".join)
def test_names_that_are_merely_alike_are_not(names: tuple[str, ...]) -> None:
    assert all(len(bearer) == 1 for bearer in bearers(names))


def test_at_most_one_disagreement_was_not_planted() -> None:
    planted = [both(told) for told in GOLD.contradictions]
    others = [one for one in made().disagreements if not any(both <= places(one) for both in planted)]

    assert len(others) <= 1


@pytest.mark.parametrize("told", GOLD.contradictions, ids=lambda told: told.about)
def test_a_contradiction_is_seen(told: Contradiction) -> None:
    assert any(both(told) <= places(one) for one in made().disagreements)


def test_no_question_rests_on_a_disputed_fact() -> None:
    disputed = {fact.fact_id for one in made().disagreements for fact in one.facts}

    assert disputed.isdisjoint(item.fact_id for item in made().pack.items)


def places(found: Disagreement) -> set[tuple[str, int | None, int | None]]:
    return {(at.document_id, at.paragraph, at.sentence) for fact in found.facts for at in fact.evidence}


def both(told: Contradiction) -> set[tuple[str, int | None, int | None]]:
    return {at(told.one), at(told.other)}


def at(place: Place) -> tuple[str, int | None, int | None]:
    document = written_documents()[place.document]
    return document.document_id, place.paragraph, place.sentence
