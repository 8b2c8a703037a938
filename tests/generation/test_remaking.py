"""Items made anew for what changed, and for that only."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from quizapp.domain.fact import EntityType, Fact
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.generation.catalogue import load
from quizapp.generation.document import document_again, document_of
from quizapp.generation.extraction import witnesses
from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.pipeline import make_pack
from quizapp.generation.remaking import Remade, remade
from quizapp.generation.standing import Standing, disagreements
from tests.generation.stage import CATALOGUE, TODAY, a_fact, a_graph, a_pack_of, directed_all

ARTICLE = """The return of ‘Cold Harbour’

‘Cold Harbour’ is a six-episode series directed by Ada Quill and written by Bram Osei.

Cleo Varga plays Nora Finch, a gifted baker. Dan Ferro plays Tom Reed. Elif Sand plays Ruth Moss.

The role of Max Dunn is played by Finn Holt. The music, composed by Gia Lowe, is quiet.
"""


class Nobody:
    """Reads nothing: facts that people state are not read again."""

    def hear(self, document: object) -> witnesses.Testimony:
        return witnesses.Testimony((), ())

    def again(self, sentences: Sequence[tuple[str, Meaning]]) -> Iterator[tuple[Candidate, ...]]:
        return (() for _ in sentences)


def harbour(**more: object) -> Pack:
    return make_pack([], [a_pack_of(a_graph(*directed_all()), **more)], CATALOGUE, TODAY).pack


def anew(pack: Pack, *changed: str, **standing: object) -> Remade:
    return remade(Standing(pack, **standing), changed, CATALOGUE, TODAY, reader=Nobody())  # type: ignore[arg-type]


def fact_of(pack: Pack, director: str) -> Fact:
    return next(fact for fact in pack.facts if fact.subject == director)


def first_of(pack: Pack) -> tuple[Fact, Item]:
    """The first item of a pack, with its fact."""
    item = pack.items[0]
    return next(fact for fact in pack.facts if fact.fact_id == item.fact_id), item


def test_what_still_holds_comes_out_as_it_was() -> None:
    pack = harbour()
    fact, item = first_of(pack)

    found = anew(pack, fact.fact_id)

    assert found.items == (item,)
    assert found.fact_ids == {fact.fact_id}


def test_an_accepted_item_keeps_its_wrong_options() -> None:
    pack = harbour()
    fact, item = first_of(pack)
    mended = replace(item, distractors=tuple(reversed(item.distractors)))
    pack = replace(pack, items=tuple(mended if each == item else each for each in pack.items))

    found = anew(pack, fact.fact_id, accepted=frozenset({item.item_id}))

    assert found.items == (mended,)


def test_an_edited_fact_gets_another_item() -> None:
    pack = harbour()
    fact = fact_of(pack, "ada-quill")
    unknown = replace(fact, value="salt-two")
    film = replace(pack.entities[5], entity_id="salt-two", name="Salt Again")
    edited = replace(
        pack,
        facts=tuple(unknown if each == fact else each for each in pack.facts),
        entities=(*pack.entities, film),
    )

    found = anew(edited, fact.fact_id)

    assert found.items
    assert set(found.items).isdisjoint(pack.items)
    assert all("Salt Again" in (item.stem + item.key) for item in found.items)


def test_a_rejected_fact_is_not_asked_and_no_wrong_option_elsewhere() -> None:
    pack = harbour()
    rejected = a_fact("bram-osei", "directed", "salt", fact_id="f-rejected")
    fact = fact_of(pack, "ada-quill")
    pack = replace(pack, facts=(*pack.facts, rejected))

    found = anew(pack, fact.fact_id, "f-rejected", doubted=frozenset({"f-rejected"}))

    assert "f-rejected" not in found.fact_ids
    asked_of_salt = [item for item in found.items if "Salt" in item.stem]
    assert all("Bram Osei" not in item.options for item in asked_of_salt)


def test_an_item_beside_it_whose_wrong_option_became_true_is_made_anew() -> None:
    pack = harbour()
    salt = fact_of(pack, "ada-quill")
    item = Item(
        "Which of these visited the pier?",
        "Ada Quill",
        ("Bram Osei", "Cleo Varga", "Dan Ferro"),
        fact_id="f-visit",
        made=True,
    )
    visit = a_fact("ada-quill", "visited", "pier", fact_id="f-visit")
    pier = replace(pack.entities[0], entity_id="pier", name="The Pier", type=EntityType.PLACE, kind="pier")
    also = a_fact("bram-osei", "visited", "pier", fact_id="f-also")
    pack = replace(
        pack,
        facts=(*pack.facts, visit, also),
        entities=(*pack.entities, pier),
        items=(*pack.items, item),
    )

    found = anew(pack, "f-also")

    assert found.fact_ids == {"f-also", "f-visit"}
    assert item not in found.items
    assert salt.fact_id not in found.fact_ids


def test_what_is_disputed_makes_no_item_until_it_is_settled() -> None:
    pack = harbour()
    fact = fact_of(pack, "ada-quill")
    rival = a_fact("elif-sand", "directed", "salt", fact_id="f-rival")
    disputed = replace(pack, facts=(*pack.facts, rival))

    open_still = anew(disputed, "f-rival")
    settled = anew(disputed, "f-rival", fact.fact_id, doubted=frozenset({"f-rival"}))

    assert open_still.fact_ids >= {"f-rival", fact.fact_id}
    assert [item.fact_id for item in open_still.items] == []
    assert [item.fact_id for item in settled.items] == [fact.fact_id]


def test_an_item_that_shows_a_forgotten_name_is_made_with_others() -> None:
    pack = harbour()
    fact, item = first_of(pack)
    gone = item.distractors[0]
    pack = replace(
        pack,
        entities=tuple(replace(e, name="Somebody Else") if e.name == gone else e for e in pack.entities),
    )

    found = anew(pack, fact.fact_id, forgotten=frozenset({gone}))

    assert [each.item_id for each in found.items] == [item.item_id]
    assert gone not in found.items[0].options


def test_an_item_by_hand_is_left_alone_and_its_fact_not_asked_again() -> None:
    pack = harbour()
    fact, item = first_of(pack)
    by_hand = replace(item, made=False)
    pack = replace(pack, items=tuple(by_hand if each == item else each for each in pack.items))

    assert anew(pack, fact.fact_id).items == ()


def test_names_said_to_be_two_are_no_disagreement() -> None:
    people = (
        a_graph().entities["ada-quill"],
        replace(a_graph().entities["ada-quill"], entity_id="ada-quinn", name="Ada Quinl"),
    )
    documents = [
        document_again(name, name, f"A film\n\nThe director {each.name} made “Salt”.\n", {})
        for name, each in zip(("one", "two"), people, strict=True)
    ]
    film = a_graph().entities["salt"]
    standing = Standing(Pack("films", "Films", entities=(*people, film)), documents)

    (found,) = disagreements(standing, CATALOGUE)
    apart = replace(standing, apart=frozenset({frozenset({"ada-quill", "ada-quinn"})}))

    assert found.kind == "spelling"
    assert disagreements(apart, CATALOGUE) == []


def test_a_stored_document_is_the_document_that_was_read() -> None:
    read = document_of("Home | News\n\n" + ARTICLE, "article", known_furniture={1: "menu"})
    furniture = {each.passage.number: each.reason for each in read.dropped}

    assert document_again(read.document_id, read.title, read.text, furniture) == read


@pytest.mark.model
def test_facts_found_in_a_text_are_proved_again_by_reading() -> None:
    document, catalogue = document_of(ARTICLE, "article"), load()
    pack = make_pack([document], [], catalogue, TODAY).pack
    first = pack.items[0]

    found = remade(Standing(pack, [document]), {first.fact_id}, catalogue, TODAY)

    assert found.items == (first,)
