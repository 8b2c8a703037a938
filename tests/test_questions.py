"""The packs that come with quizapp keep every rule that they ask of others."""

from collections import Counter

import pytest

from quizapp.domain.licence import open_licence
from quizapp.domain.pack import Pack
from quizapp.packs.lint import lint_pack
from quizapp.packs.quotation import quotation
from quizapp.packs.shelf import stock
from quizapp.places import place

SHELF = stock([place("questions")])
TEXTS = (place("questions") / "documents",)
PACKS = pytest.mark.parametrize("pack", SHELF.packs.values(), ids=lambda pack: pack.slug)


def test_every_pack_file_is_whole() -> None:
    assert SHELF.broken == ()
    assert len(SHELF.packs) >= 3


@PACKS
def test_no_pack_has_a_blocking_flaw(pack: Pack) -> None:
    assert [flaw for flaw in lint_pack(pack) if flaw.level == "error"] == []


@PACKS
def test_every_question_explains_its_answer(pack: Pack) -> None:
    assert [item.stem for item in pack.items if not item.explanation] == []


def test_each_pack_is_long_enough_for_several_rounds() -> None:
    sizes = {slug: len(pack.items) for slug, pack in SHELF.packs.items()}

    assert sizes["romantics-anonymous"] >= 50
    assert min(sizes.values()) >= 30


def test_every_question_on_the_articles_points_to_where_its_answer_stands() -> None:
    pack = SHELF.packs["romantics-anonymous"]

    for item in pack.items:
        assert item.evidence, item.stem
        assert all(place.paragraph and place.sentence for place in item.evidence), item.stem


def test_every_text_that_is_shipped_may_be_passed_on() -> None:
    documents = [document for pack in SHELF.packs.values() for document in pack.documents]
    may_be = {document.document_id for document in documents if open_licence(document.licence)}

    assert {path.stem for folder in TEXTS for path in folder.glob("*")} <= may_be


@PACKS
def test_a_pack_that_comes_with_texts_quotes_them(pack: Pack) -> None:
    at_hand = {path.stem for folder in TEXTS for path in folder.glob("*")}
    places = [place for item in pack.items for place in item.evidence if place.document_id in at_hand]

    assert [place for place in places if place.sentence and not quotation(place, TEXTS)] == []


@PACKS
def test_no_answer_is_asked_for_too_often(pack: Pack) -> None:
    keys = Counter(item.key for item in pack.items)

    assert max(keys.values()) <= max(4, len(pack.items) // 10)


@PACKS
def test_item_ids_are_unlike_and_stay(pack: Pack) -> None:
    assert len({item.item_id for item in pack.items}) == len(pack.items)
    assert all(item.item_id.startswith("q-") for item in pack.items)
