import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.round import Pace, draw, option_order
from quizapp.errors import Malformed
from tests.builders import a_pack, an_item

seeds = st.text(min_size=1, max_size=20)


@given(seeds, st.integers(1, 30))
def test_the_order_is_a_permutation_fixed_by_the_seed(seed: str, length: int) -> None:
    pack = a_pack()

    drawn = draw(pack, seed, length)

    assert len(drawn.item_ids) == min(length, len(pack.items))
    assert len(set(drawn.item_ids)) == len(drawn.item_ids)
    assert set(drawn.item_ids) <= {item.item_id for item in pack.items}
    assert drawn == draw(pack, seed, length)


@given(seeds)
def test_options_are_a_permutation_fixed_by_the_seed(seed: str) -> None:
    item = an_item()

    order = option_order(seed, item)

    assert sorted(order) == [0, 1, 2, 3]
    assert order == option_order(seed, item)


@given(seeds)
def test_a_longer_round_begins_with_the_shorter_one(seed: str) -> None:
    assert draw(a_pack(), seed, 8).item_ids[:5] == draw(a_pack(), seed, 5).item_ids


@given(seeds)
def test_a_prompt_never_holds_the_key(seed: str) -> None:
    drawn = draw(a_pack(), seed, None)

    for position in range(len(drawn.item_ids)):
        prompt, item = drawn.prompt(position), drawn.item(position)
        assert not hasattr(prompt, "key")
        assert sorted(prompt.options) == sorted(item.options)
        assert dict(prompt.lettered)[drawn.key_letter(position)] == item.key


def test_the_key_takes_every_place_about_equally_often() -> None:
    places = [option_order(str(seed), an_item()).index(0) for seed in range(4000)]

    assert all(900 < places.count(place) < 1100 for place in range(4))


@pytest.mark.parametrize(
    "options",
    [
        ("8", "6", "10", "12"),
        ("2,010 km", "900 km", "1,200 km", "3,000 km"),
        ("16 October 2010", "16 October 2009", "2 January 2011", "16 November 2010"),
        ("−20 °C", "5 °C", "10 °C", "−40 °C"),
    ],
)
def test_numbers_and_dates_stand_in_ascending_order(options: tuple[str, ...]) -> None:
    item = an_item(stem="How many of them are there in all?", key=options[0], distractors=options[1:])

    places = option_order("any seed", item)

    assert places == option_order("another seed", item)
    assert places != (0, 1, 2, 3)


def test_numbers_of_equal_worth_do_not_give_the_key_away() -> None:
    item = an_item(stem="How many of them are there in all?", key="8", distractors=("8.0", "8.00", "8.000"))

    assert {option_order(str(seed), item).index(0) for seed in range(60)} == {0, 1, 2, 3}


def test_an_empty_pack_cannot_be_played() -> None:
    with pytest.raises(Malformed):
        draw(a_pack(items=()), "seed", 5)


@pytest.mark.parametrize(("name", "stretch"), [("extended", 1.0), ("extended", 11.0), ("timed", 2.0)])
def test_nonsense_paces_are_refused(name: str, stretch: float) -> None:
    with pytest.raises(Malformed):
        Pace(name, stretch)  # type: ignore[arg-type]


def test_only_a_relaxed_round_has_no_clock() -> None:
    assert Pace("timed").limit_ms == 20_000
    assert Pace("extended", 2.5).limit_ms == 50_000
    assert Pace("relaxed").limit_ms is None
