"""The rubric on whole packs: repetition, answers given away, patterns in where the key stands."""

import pytest

from quizapp.domain.fact import Document, Fact
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.packs.lint import lint_pack
from tests.builders import a_fact, a_pack, an_item


def _codes(pack: Pack) -> list[str]:
    return [flaw.code for flaw in lint_pack(pack)]


def _about(stem: str, key: str = "Ceres", fact_id: str = "") -> Item:
    return an_item(
        stem=stem,
        key=key,
        distractors=("Pluto", "Eris", "Haumea"),
        explanation=f"{key} it is.",
        fact_id=fact_id,
    )


def test_a_good_pack_has_no_flaw() -> None:
    assert lint_pack(a_pack()) == []


def test_a_pack_needs_a_question() -> None:
    assert _codes(a_pack(items=())) == ["no-items"]


@pytest.mark.parametrize("missing", ["licence", "attribution"])
def test_a_pack_says_whose_it_is(missing: str) -> None:
    flaws = lint_pack(a_pack(**{missing: ""}))

    assert [(flaw.code, flaw.level, flaw.item_id) for flaw in flaws] == [("no-licence", "warning", "")]


def test_two_items_that_ask_the_same_are_one_too_many() -> None:
    one = _about("Which dwarf planet lies in the asteroid belt?")
    other = _about("In the asteroid belt lies which dwarf planet?")
    third = _about("What did Piazzi find from his tower in Palermo?")

    flaws = lint_pack(a_pack(items=(one, other, third)))

    assert [(flaw.code, flaw.item_id) for flaw in flaws] == [("near-duplicate", other.item_id)]


def test_like_stems_with_other_keys_are_no_duplicates() -> None:
    items = tuple(
        _about(f"Which body bears the number {n} of the list?", key)
        for n, key in ((1, "Ceres"), (2, "Pallas"))
    )

    assert _codes(a_pack(items=items)) == []


def test_who_plays_in_two_works_is_asked_twice_however_short_their_titles() -> None:
    items = tuple(_about(f"Which actor appears in the cast of “{title}”?") for title in ("W", "Moving"))

    assert _codes(a_pack(items=items)) == []


def test_one_fact_is_asked_once() -> None:
    items = (
        _about("Which dwarf planet lies in the asteroid belt?", fact_id="f-ceres"),
        _about("What did Piazzi find from his tower?", fact_id="f-ceres"),
        _about("Which goddess of harvest gave a small world her name?"),
        _about("Which world did the spacecraft Dawn reach second?"),
    )

    assert _codes(a_pack(items=items)) == ["same-fact"]


def test_an_item_must_not_answer_another() -> None:
    asked = _about("Which world did Giuseppe Piazzi discover?", "Ceres")
    tells = _about("From where did Giuseppe Piazzi watch Ceres?", "Palermo")
    harmless = _about("How wide is Ceres at its equator?", "A thousand kilometres")

    assert _codes(a_pack(items=(asked, harmless)))[:1] != ["answered-elsewhere"]
    flaws = [flaw for flaw in lint_pack(a_pack(items=(asked, tells))) if flaw.code == "answered-elsewhere"]
    assert [flaw.item_id for flaw in flaws] == [asked.item_id]


def test_the_name_of_the_whole_pack_gives_nothing_away() -> None:
    items = tuple(_about(f"What is number {n} in “Sky Atlas” called?", f"Star {n}") for n in range(3))
    later = _about("Who found Star 1 in “Sky Atlas” of old?", "Piazzi")

    assert "answered-elsewhere" not in _codes(a_pack(items=(*items, later)))


def _with_fact(stem: str, fact: Fact) -> Pack:
    return a_pack(facts=(fact,), items=(_about(stem, fact_id=fact.fact_id),))


def test_what_holds_as_of_a_date_is_asked_with_the_date() -> None:
    fact = a_fact(as_of="2025-11")

    assert _codes(_with_fact("Which world is the nearest to Mars?", fact)) == ["undated-fact"]
    assert _codes(_with_fact("As of November 2025, which world is the nearest to Mars?", fact)) == []


def test_what_one_source_says_is_asked_as_what_it_says() -> None:
    fact = a_fact(according_to="guide")

    assert _codes(_with_fact("Which world is the nearest to Mars?", fact)) == ["unattributed-fact"]
    assert _codes(_with_fact("According to Example Press, which world is nearest?", fact)) == []
    assert _codes(_with_fact("Which world is nearest in “A Guide to the Planets”?", fact)) == []


def test_a_source_without_publisher_is_named_by_its_title() -> None:
    pack = _with_fact("Which world is nearest in “Night Sky”?", a_fact(according_to="sky"))

    assert _codes(a_pack(facts=pack.facts, items=pack.items, documents=(Document("sky", "Night Sky"),))) == []


def _numeric(count: int, rank: int) -> tuple[Item, ...]:
    """Items whose key is always of the same rank among numbers."""
    return tuple(
        an_item(
            stem=f"How many craters has region {chr(65 + n)}{n}?",
            key=str(100 + n + 20 * rank),
            distractors=tuple(str(100 + n + 20 * place) for place in range(4) if place != rank),
            explanation=f"It has {100 + n + 20 * rank} of them.",
        )
        for n in range(count)
    )


def test_a_key_that_is_always_the_smallest_number_can_be_guessed() -> None:
    assert _codes(a_pack(items=_numeric(24, 0))) == ["key-rank-pattern"]


def test_keys_of_every_rank_cannot() -> None:
    spread = tuple(item for rank in range(4) for item in _numeric(24, rank)[rank * 6 : rank * 6 + 6])

    assert _codes(a_pack(items=spread)) == []


def _worded(count: int, longest: int) -> tuple[Item, ...]:
    """Items of which the first so many have the longest option for a key."""
    return tuple(
        an_item(
            stem=f"Which crater lies at place {n} of the map?",
            key="Occatory" if n < longest else "Haula",
            distractors=("Dantuo", "Kerwan", "Juling"),
            explanation=f"{'Occatory' if n < longest else 'Haula'} lies there.",
        )
        for n in range(count)
    )


@pytest.mark.parametrize("longest", [0, 20])
def test_a_key_that_is_too_often_or_never_the_longest_can_be_guessed(longest: int) -> None:
    codes = _codes(a_pack(items=_worded(24, longest)))

    assert "key-length-pattern" in codes


def test_a_key_that_is_the_longest_as_often_as_chance_has_it_cannot() -> None:
    assert "key-length-pattern" not in _codes(a_pack(items=_worded(24, 6)))
    assert "key-length-pattern" not in _codes(a_pack(items=_worded(12, 12)))
