"""Entities made one, parted and renamed."""

from dataclasses import replace

import pytest

from quizapp.domain.entity_edits import Reshaped, merged, redescribed, split
from quizapp.domain.fact import Entity, EntityType, Evidence, Fact, Relation
from quizapp.domain.pack import Pack
from quizapp.errors import Malformed
from tests.builders import a_pack, an_entity, an_item

RELATIONS = {
    "directed": Relation("directed", ("person",), ("work",), ("{subject} directed {value}.",)),
    "knows": Relation("knows", ("person",), ("person",), ("{subject} knows {value}.",)),
    "born_in_year": Relation("born_in_year", ("person",), ("year",), ("{subject}, {value}.",)),
}
HOLBROOK = an_entity(entity_id="holbrook", name="Ann Holbrook", kind="director")
HALBROOK = an_entity(entity_id="halbrook", name="Ann Halbrook", kind="", aliases=("A. Halbrook",))
SALT = an_entity(entity_id="salt", name="Salt", type=EntityType.WORK, kind="film")


def a_told(*facts: Fact, **changes: object) -> Pack:
    parts = {"entities": (HOLBROOK, HALBROOK, SALT), "facts": facts, "items": (), **changes}
    return a_pack(**parts)


def of(subject: str, relation: str, value: str, fact_id: str, document: str = "guide") -> Fact:
    return Fact(subject, relation, value, (Evidence(document, 1, 1),), witnesses=1, fact_id=fact_id)


def test_two_become_one_with_all_their_names() -> None:
    result = merged(a_told(), "holbrook", "halbrook", "Ann Halbrook", RELATIONS)

    one = result.pack.entities[0]
    assert [entity.entity_id for entity in result.pack.entities] == ["holbrook", "salt"]
    assert one.names == ("Ann Halbrook", "Ann Holbrook", "A. Halbrook")
    assert one.kind == "director"


def test_facts_of_the_one_that_goes_are_told_of_the_other_under_their_old_ids() -> None:
    pack = a_told(of("halbrook", "directed", "salt", "f-1"))

    result = merged(pack, "holbrook", "halbrook", "Ann Holbrook", RELATIONS)

    assert [(f.fact_id, f.subject) for f in result.pack.facts] == [("f-1", "holbrook")]
    assert result.fact_ids == ("f-1",)


def test_facts_that_say_the_same_become_one_with_the_evidence_and_the_items_of_both() -> None:
    facts = (of("holbrook", "directed", "salt", "f-1"), of("halbrook", "directed", "salt", "f-2", "paper"))
    item = replace(an_item(), fact_id="f-2")

    result = merged(a_told(*facts, items=(item,)), "holbrook", "halbrook", "Ann Holbrook", RELATIONS)

    assert [(f.fact_id, len(f.evidence), f.witnesses) for f in result.pack.facts] == [("f-1", 2, 2)]
    assert result.pack.items[0].fact_id == "f-1"
    assert [(gone.fact_id, stays.fact_id) for gone, stays in result.united] == [("f-2", "f-1")]


def test_what_would_link_a_thing_to_itself_goes_with_what_was_made_of_it() -> None:
    by_hand = replace(an_item(), fact_id="f-1")
    made = replace(an_item(stem="Whom does Ann know?"), fact_id="f-1", made=True)
    pack = a_told(of("holbrook", "knows", "halbrook", "f-1"), items=(by_hand, made))

    result = merged(pack, "holbrook", "halbrook", "Ann Holbrook", RELATIONS)

    assert result.pack.facts == ()
    assert result.pack.items == (replace(by_hand, fact_id=""),)
    assert [fact.fact_id for fact in result.dropped] == ["f-1"]


def test_a_value_that_only_looks_like_an_id_stays() -> None:
    pack = a_told(of("holbrook", "born_in_year", "halbrook", "f-1"))

    assert merged(pack, "holbrook", "halbrook", "Ann Holbrook", RELATIONS).pack.facts == pack.facts


def test_items_that_show_the_old_name_are_told_of() -> None:
    shows = an_item(distractors=("Ann Halbrook", "Eris", "Pluto"), made=True, fact_id="f-9")

    result = merged(
        a_told(of("holbrook", "directed", "salt", "f-9"), items=(shows,)),
        "holbrook",
        "halbrook",
        "Ann Holbrook",
        RELATIONS,
    )

    assert result.items == (shows,)
    assert result.fact_ids == ("f-9",)


def test_a_person_is_not_made_one_with_a_film() -> None:
    with pytest.raises(Malformed, match="Give both the same type first"):
        merged(a_told(), "holbrook", "salt", "Salt", RELATIONS)


def test_nothing_comes_to_lie_within_itself() -> None:
    town = Entity("town", "Kelmar", EntityType.PLACE, within="land")
    land = Entity("land", "Kelmar Land", EntityType.PLACE)

    result = merged(a_told(entities=(town, land)), "town", "land", "Kelmar", RELATIONS)

    assert [entity.within for entity in result.pack.entities] == [""]


def parted(*facts: Fact) -> Reshaped:
    new = an_entity(entity_id="another", name="A. Halbrook", kind="painter")
    return split(a_told(*facts), "halbrook", new, {"f-2"}, RELATIONS)


def test_a_name_is_parted_with_the_facts_that_belong_to_it() -> None:
    facts = (of("halbrook", "directed", "salt", "f-1"), of("holbrook", "knows", "halbrook", "f-2"))

    result = parted(*facts)

    assert [(f.subject, f.value) for f in result.pack.facts] == [
        ("halbrook", "salt"),
        ("holbrook", "another"),
    ]
    assert result.pack.entities[1].names == ("Ann Halbrook",)
    assert result.fact_ids == ("f-2",)


def test_the_only_name_cannot_be_parted() -> None:
    new = an_entity(entity_id="another", name="Ann Holbrook")

    with pytest.raises(Malformed, match="its only name"):
        split(a_told(), "holbrook", new, (), RELATIONS)


def test_the_first_name_can_be_parted_where_there_is_another() -> None:
    new = an_entity(entity_id="another", name="Ann Halbrook")

    result = split(a_told(), "halbrook", new, (), RELATIONS)

    assert result.pack.entities[1].names == ("A. Halbrook",)


def test_a_new_type_must_be_one_that_its_facts_allow() -> None:
    pack = a_told(of("holbrook", "directed", "salt", "f-1"))

    with pytest.raises(Malformed, match=r"1 of its facts \(directed\)"):
        redescribed(pack, "holbrook", "Ann Holbrook", EntityType.PLACE, "", (), RELATIONS)


def test_a_new_name_shows_in_all_facts_and_another_name_alone_in_none() -> None:
    pack = a_told(of("holbrook", "directed", "salt", "f-1"))
    kind = ("director", ("Annie",), RELATIONS)

    renamed = redescribed(pack, "holbrook", "Ann Hale", EntityType.PERSON, *kind)
    same = redescribed(pack, "holbrook", "Ann Holbrook", EntityType.PERSON, *kind)

    assert (renamed.fact_ids, same.fact_ids) == (("f-1",), ())
    assert same.pack.entities[0].aliases == ("Annie",)
