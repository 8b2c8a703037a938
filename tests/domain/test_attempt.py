from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.attempt import GRACE_MS, LEFT_AFTER_MS, Attempt, end, is_left, move_on, respond
from quizapp.domain.round import Pace, draw
from quizapp.errors import NoSuchOption, NotCurrentItem, RoundOver
from tests.builders import a_pack


def an_attempt(pace: Pace | None = None, length: int = 5) -> Attempt:
    return Attempt(draw(a_pack(), "seed", length), pace or Pace("timed"), shown_at_ms=0)


def key_of(attempt: Attempt) -> str:
    return attempt.round.key_letter(attempt.position)


def wrong_of(attempt: Attempt) -> str:
    return next(letter for letter in "ABCD" if letter != key_of(attempt))


def test_a_right_response_earns_points_and_starts_a_streak() -> None:
    attempt = an_attempt()

    after, response = respond(attempt, attempt.item_id, key_of(attempt), 2_000)

    assert response.correct
    assert response.points == 950
    assert (after.points, after.correct, after.streak, after.best_streak) == (950, 1, 1, 1)


def test_a_wrong_response_earns_nothing_and_ends_the_streak() -> None:
    attempt = replace(an_attempt(), streak=3, best_streak=3)

    after, response = respond(attempt, attempt.item_id, wrong_of(attempt), 2_000)

    assert not response.correct
    assert response.points == 0
    assert (after.streak, after.best_streak) == (0, 3)


def test_a_late_response_is_worth_nothing_even_when_right() -> None:
    attempt = an_attempt()

    _, response = respond(attempt, attempt.item_id, key_of(attempt), 20_000 + GRACE_MS + 1)

    assert response.late
    assert not response.correct
    assert response.points == 0


def test_a_response_on_its_way_at_the_deadline_still_counts() -> None:
    attempt = an_attempt()

    _, response = respond(attempt, attempt.item_id, key_of(attempt), 20_000 + GRACE_MS)

    assert not response.late
    assert response.points == 500


def test_time_up_without_a_choice_is_a_response_that_earns_nothing() -> None:
    attempt = an_attempt()

    after, response = respond(attempt, attempt.item_id, None, 30_000)

    assert response.option is None
    assert response.points == 0
    assert after.revealed


def test_relaxed_play_counts_what_is_right_and_not_how_fast() -> None:
    attempt = an_attempt(Pace("relaxed"))

    _, response = respond(attempt, attempt.item_id, key_of(attempt), 3_600_000)

    assert response.points == 1000


def test_an_item_takes_one_response() -> None:
    attempt = an_attempt()
    after, _ = respond(attempt, attempt.item_id, "A", 1_000)

    with pytest.raises(NotCurrentItem):
        respond(after, attempt.item_id, "B", 1_500)


def test_only_the_item_on_screen_can_be_answered() -> None:
    attempt = an_attempt()

    with pytest.raises(NotCurrentItem):
        respond(attempt, attempt.round.item_ids[1], "A", 1_000)


@pytest.mark.parametrize("option", ["E", "a", "", "AB", "ABCD", "Ａ"])
def test_an_option_must_exist(option: str) -> None:
    attempt = an_attempt()

    with pytest.raises(NoSuchOption):
        respond(attempt, attempt.item_id, option, 1_000)


def test_the_clock_of_the_next_item_starts_when_it_is_shown() -> None:
    attempt = an_attempt()
    answered, _ = respond(attempt, attempt.item_id, "A", 1_000)

    moved = move_on(answered, 60_000)

    assert moved.position == 1
    assert moved.deadline_ms == 80_000
    assert not moved.revealed


def test_nobody_moves_on_without_a_response() -> None:
    with pytest.raises(NotCurrentItem):
        move_on(an_attempt(), 1_000)


def test_the_last_response_closes_the_attempt() -> None:
    attempt = an_attempt(length=1)

    after, _ = respond(attempt, attempt.item_id, "A", 1_000)

    assert after.closed_at_ms == 1_000
    with pytest.raises(RoundOver):
        move_on(after, 2_000)
    with pytest.raises(RoundOver):
        respond(after, attempt.item_id, "A", 2_000)


def test_a_player_can_end_a_round_once() -> None:
    ended = end(an_attempt(), 5_000)

    assert ended.closed_at_ms == 5_000
    with pytest.raises(RoundOver):
        end(ended, 6_000)


def test_an_attempt_is_left_after_a_day() -> None:
    assert not is_left(0, LEFT_AFTER_MS - 1)
    assert is_left(0, LEFT_AFTER_MS)


@given(st.lists(st.tuples(st.sampled_from([*"ABCD", None]), st.integers(0, 40_000)), min_size=8, max_size=8))
def test_points_add_up_over_any_round(choices: list[tuple[str | None, int]]) -> None:
    attempt = an_attempt(length=8)
    responses = []

    for option, elapsed_ms in choices:
        attempt, response = respond(attempt, attempt.item_id, option, attempt.shown_at_ms + elapsed_ms)
        responses.append(response)
        if attempt.closed_at_ms is None:
            attempt = move_on(attempt, attempt.shown_at_ms + elapsed_ms + 1)

    assert attempt.points == sum(response.points for response in responses)
    assert attempt.correct == sum(response.correct for response in responses)
    assert attempt.closed_at_ms is not None
    assert all(0 <= response.points <= 1000 for response in responses)
