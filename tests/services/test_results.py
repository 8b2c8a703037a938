"""What came of a round, and what its player says is wrong with it."""

from collections.abc import Callable

import pytest

from quizapp.errors import Malformed, NotFound
from quizapp.services import playing
from quizapp.services.playing import Seat
from quizapp.services.rounds import drawn_round
from tests.conftest import NOON_MS
from tests.services.rounds import Play


def test_the_result_tells_what_came_of_the_round(alice: Seat) -> None:
    play = Play(alice)
    play.finish(right=4, after_ms=10_000)

    result = playing.result_page(alice, play.public_id, play.now_ms)

    assert (result.points, result.first_points, result.correct, result.answered) == (3000, 3000, 4, 5)
    assert (result.length, result.best_streak, result.accuracy, result.closed) == (5, 4, 0.8, True)
    assert (result.place_before, result.place_after, result.board_size) == (None, 1, 1)
    assert result.share_text == "I got 4 of 5 right in “The Solar System” and 3,000 points."
    assert [review.number for review in result.reviews] == [1, 2, 3, 4, 5]
    assert [review.verdict.correct for review in result.reviews if review.verdict] == [True] * 4 + [False]


def test_the_result_of_an_ended_round_hides_the_key_of_what_was_not_answered(alice: Seat) -> None:
    play = Play(alice)
    play.respond(play.key)
    play.move_on()
    play.end()

    result = playing.result_page(alice, play.public_id, NOON_MS)

    assert [review.verdict is None for review in result.reviews] == [False, True]
    assert result.answered == 1


def test_items_that_were_never_on_screen_stay_new(alice: Seat) -> None:
    play = Play(alice)
    play.end()

    result = playing.result_page(alice, play.public_id, NOON_MS)

    assert [review.number for review in result.reviews] == [1]
    assert (result.accuracy, result.place_after, result.board_size) == (0.0, None, 0)


def test_practice_counts_nothing_and_keeps_the_place(alice: Seat, bob: Seat) -> None:
    Play(bob).finish(right=5)
    Play(alice).finish(right=1)
    again = Play(alice)

    again.finish(right=5)

    result = playing.result_page(alice, again.public_id, NOON_MS)
    assert (result.points, result.first_points) == (5000, 0)
    assert (result.place_before, result.place_after, result.board_size) == (2, 2, 2)


def test_the_result_says_how_far_the_round_went_up_the_board(alice: Seat, sit: Callable[[str], Seat]) -> None:
    for name, right in (("Bob", 3), ("Charlie", 3), ("Dora", 1)):
        Play(sit(name)).finish(right)
    Play(alice).finish(right=1)
    climb = Play(alice, length=None, seed="another seed")

    climb.finish(right=8)

    result = playing.result_page(alice, climb.public_id, NOON_MS)
    assert (result.place_before, result.place_after, result.board_size) == (3, 1, 4)


@pytest.mark.parametrize("reason", ["wrong", "two-answers", "typo"])
def test_a_flag_is_kept_once_and_shown_on_the_result(alice: Seat, reason: str) -> None:
    play = Play(alice)
    item_id = play.respond("A").item_id

    for note in ("first\0 note", "second"):
        playing.flag_item(alice, play.public_id, item_id, reason, note, NOON_MS)

    (review,) = playing.result_page(alice, play.public_id, NOON_MS).reviews
    assert review.flagged == (reason,)


def test_a_flag_needs_a_reason_we_know_and_an_item_that_was_on_screen(alice: Seat) -> None:
    play = Play(alice)
    later = drawn_round(play.public_id).item_ids[1]

    with pytest.raises(Malformed):
        playing.flag_item(alice, play.public_id, play.page.prompt.item_id, "boring", "", NOON_MS)
    with pytest.raises(NotFound):
        playing.flag_item(alice, play.public_id, later, "typo", "", NOON_MS)
