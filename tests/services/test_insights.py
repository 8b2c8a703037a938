"""What the author of a pack is told of play."""

import pytest
from sqlalchemy import update

from quizapp.domain.round import Pace
from quizapp.errors import NotFound
from quizapp.packs.shelf import Shelf
from quizapp.services.correcting import correct_key
from quizapp.services.flagging import flag_item
from quizapp.services.insights import Insights, ItemInsight, insights
from quizapp.services.playing import Seat
from quizapp.services.shelving import digest_on_shelf, publish_shelf
from quizapp.store.response import responses
from quizapp.store.transaction import writing
from tests.builders import a_pack
from tests.conftest import NOON_MS
from tests.services.conftest import Sit
from tests.services.rounds import SLUG, Play
from tests.services.test_correcting import MARS, play_to


def of_mars(page: Insights) -> ItemInsight:
    return next(item for item in page.items if item.item_id == MARS)


def chosen(item: ItemInsight) -> dict[str, int]:
    return {option.text: option.times for option in item.options}


def test_a_pack_that_nobody_has_played_has_nothing_to_tell(alice: Seat) -> None:
    page = insights(SLUG)

    assert (page.rounds, page.players, page.answered) == (0, 0, 0)
    assert [item.answered for item in page.items] == [0] * 8


def test_choices_are_counted_by_their_text_whatever_their_letter(sit: Sit) -> None:
    for number, choice in enumerate(["Mars", "Saturn", "Saturn", "Neptune"]):
        play_to(sit(f"Player {number}"), choice, seed=f"seed {number}")

    item = of_mars(insights(SLUG))

    assert chosen(item) == {"Mars": 1, "Saturn": 2, "Neptune": 1, "Mercury": 0}
    assert [option.is_key for option in item.options] == [True, False, False, False]
    assert (item.answered, item.correct, item.median_ms) == (4, 1, 2_000)


def test_the_first_numbers_stand_there_after_one_round(alice: Seat) -> None:
    Play(alice, length=5).finish(right=3)

    page = insights(SLUG)

    assert (page.rounds, page.finished, page.players, page.answered, page.correct) == (1, 1, 1, 5, 3)


def test_what_fewest_get_right_comes_first_and_flags_before_all(alice: Seat) -> None:
    play = play_to(alice, "Saturn")
    assert insights(SLUG).items[0].item_id == MARS

    flag_item(alice, play.public_id, "q-venus", "typo", "", NOON_MS)

    assert [item.item_id for item in insights(SLUG).items[:2]] == ["q-venus", MARS]


def test_the_median_is_the_middle_time(sit: Sit) -> None:
    for number, after_ms in enumerate([1_000, 9_000, 2_000, 4_000]):
        Play(sit(f"Player {number}"), length=None).finish(right=8, after_ms=after_ms)

    assert of_mars(insights(SLUG)).median_ms == 3_000


def test_time_that_ran_out_is_told_apart(alice: Seat, bob: Seat) -> None:
    for seat, option in ((alice, None), (bob, "A")):
        play = Play(seat, length=None, pace=Pace("timed"))
        while play.page.prompt.item_id != MARS:
            play.respond(play.key)
            play.move_on()
        play.respond(option, after_ms=60_000)

    item = of_mars(insights(SLUG))

    assert (item.answered, item.silent, item.late, item.correct) == (2, 1, 1, 0)


def test_replays_count_only_where_they_are_wanted(alice: Seat) -> None:
    play_to(alice, "Saturn")
    play_to(alice, "Mars", seed="another")

    assert of_mars(insights(SLUG)).answered == 1
    assert of_mars(insights(SLUG, repeats=True)).answered == 2


def test_each_edition_has_numbers_of_its_own(alice: Seat, bob: Seat) -> None:
    play_to(alice, "Mars")
    old = digest_on_shelf(SLUG)
    publish_shelf(Shelf({SLUG: a_pack(description="Anew.")}, ()), NOON_MS + 5)

    page = insights(SLUG)

    assert [(each.number, each.on_shelf, each.plays) for each in page.editions] == [
        (2, True, 0),
        (1, False, 1),
    ]
    assert (page.answered, insights(SLUG, old).answered) == (0, 8)
    with pytest.raises(NotFound):
        insights(SLUG, "no such edition")
    with pytest.raises(NotFound):
        insights("no-such-pack")


def test_a_corrected_key_is_the_one_that_is_marked(alice: Seat) -> None:
    play_to(alice, "Saturn")
    with writing() as connection:
        correct_key(connection, SLUG, MARS, "Saturn", None, NOON_MS)

    item = of_mars(insights(SLUG))

    assert [option.text for option in item.options if option.is_key] == ["Saturn"]
    assert item.correct == 1


def test_an_option_ahead_of_the_key_is_named_once_there_are_enough(sit: Sit) -> None:
    for number in range(9):
        play_to(sit(f"Player {number}"), "Saturn")
    assert of_mars(insights(SLUG)).rival == ""

    play_to(sit("Player 9"), "Saturn")

    assert of_mars(insights(SLUG)).rival == "Saturn"


def test_rows_from_before_choices_were_kept_are_counted_too(alice: Seat) -> None:
    play_to(alice, "Saturn", seed="some other seed")
    with writing() as connection:
        connection.execute(update(responses).values(chosen=None))

    assert chosen(of_mars(insights(SLUG)))["Saturn"] == 1
