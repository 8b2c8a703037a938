"""Other wrong options: only what the facts of the draft prove to be wrong, and what is alike."""

from dataclasses import replace

from quizapp.domain.draft import Draft
from quizapp.domain.fact import Entity, EntityType, Fact
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.services.offers import offers_for

BORN = {"ada": "1815", "byron": "1788", "carla": "1821", "david": "1815"}


def a_draft() -> Draft:
    """Four people, each with the year of birth, and one question."""
    entities = tuple(Entity(name, name.capitalize(), EntityType.PERSON) for name in BORN)
    facts = tuple(Fact(name, "born_in_year", year, fact_id=f"f-{name}") for name, year in BORN.items())
    item = Item("In which year was Ada born?", "1815", ("1801", "1802", "1788"), fact_id="f-ada", made=True)
    pack = Pack("people", "People", entities=entities, facts=facts, items=(item,))
    return Draft(1, "d", 1, 1, 1, 0, pack)


def test_years_of_others_are_offered_but_neither_the_key_nor_what_is_there() -> None:
    draft = a_draft()

    assert offers_for(draft, draft.pack.items[0]) == ["1821"]


def test_a_question_without_a_fact_is_offered_nothing() -> None:
    draft = a_draft()

    assert offers_for(draft, replace(draft.pack.items[0], fact_id="")) == []
