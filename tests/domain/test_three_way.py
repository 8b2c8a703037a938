"""Two people's changes of one pack, put together."""

from dataclasses import replace

from quizapp.domain.three_way import merge_packs
from tests.builders import a_pack, an_item, planet_items

BASE = a_pack()
FIRST, SECOND, *REST = planet_items()


def test_changes_of_different_parts_come_together() -> None:
    mine = a_pack(title="Planets", items=(replace(FIRST, explanation="It is near."), SECOND, *REST))
    theirs = a_pack(topic="space", items=(FIRST, *REST, an_item()))

    merge = merge_packs(BASE, mine, theirs)

    assert merge.clashes == ()
    assert (merge.pack.title, merge.pack.topic) == ("Planets", "space")
    assert merge.pack.items == (replace(FIRST, explanation="It is near."), *REST, an_item())


def test_the_same_change_on_both_sides_is_no_clash() -> None:
    both = a_pack(title="Planets")

    assert merge_packs(BASE, both, both).clashes == ()


def test_a_part_that_both_changed_is_a_clash_and_the_favoured_side_has_it() -> None:
    mine = a_pack(items=(replace(FIRST, explanation="Mine."), SECOND, *REST))
    theirs = a_pack(items=(replace(FIRST, explanation="Theirs."), SECOND, *REST))

    merges = {side: merge_packs(BASE, mine, theirs, side) for side in ("mine", "theirs")}

    assert [clash.part_id for clash in merges["mine"].clashes] == [FIRST.item_id]
    assert merges["mine"].pack == mine
    assert merges["theirs"].pack == theirs


def test_what_one_took_out_and_the_other_changed_is_a_clash() -> None:
    mine = a_pack(items=(SECOND, *REST))
    theirs = a_pack(items=(replace(FIRST, explanation="Theirs."), SECOND, *REST))

    (clash,) = merge_packs(BASE, mine, theirs).clashes

    assert (clash.mine, clash.theirs.explanation) == (None, "Theirs.")
