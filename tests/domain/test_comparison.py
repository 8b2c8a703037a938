"""What is different between two editions."""

from dataclasses import replace

from quizapp.domain.comparison import Pair, compare
from tests.builders import a_pack, an_item, planet_items

OLD = a_pack()


def test_equal_packs_do_not_differ() -> None:
    assert not compare(OLD, a_pack())


def test_items_come_and_go() -> None:
    found = compare(OLD, a_pack(items=(*OLD.items[1:], an_item())))

    assert ([item.key for item in found.added], [item.key for item in found.removed]) == (
        ["Ceres"],
        ["Mercury"],
    )


def test_another_stem_is_a_rewording_and_another_key_is_more() -> None:
    first, second, *rest = planet_items()
    reworded = replace(first, stem="Which planet is nearest to the Sun?")
    rekeyed = replace(second, key="Vulcan")

    found = compare(OLD, a_pack(items=(reworded, rekeyed, *rest)))

    assert found.reworded == (Pair(first, reworded),)
    assert found.rekeyed == (Pair(second, rekeyed),)


def test_an_item_that_comes_back_with_another_key_is_known() -> None:
    gone = an_item()
    back = replace(gone, key="Vesta")

    found = compare(OLD, a_pack(items=(*OLD.items, back)), past={gone.item_id: gone})

    assert found.rekeyed == (Pair(gone, back),)
    assert found.added == ()


def test_the_heading_that_changed_is_named() -> None:
    assert compare(OLD, a_pack(title="Planets", licence="CC-BY-4.0")).heading == ("title", "licence")
