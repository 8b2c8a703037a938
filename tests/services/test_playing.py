"""A round from the first item to the last, through the services and a real database."""

from dataclasses import asdict

import pytest

from quizapp.domain.attempt import GRACE_MS, LEFT_AFTER_MS
from quizapp.domain.round import ITEM_LIMIT_MS, Pace
from quizapp.errors import Malformed, NoSuchOption, NotCurrentItem, NotFound, RoundOver
from quizapp.packs.shelf import Shelf
from quizapp.services import playing
from quizapp.services.playing import Seat
from quizapp.services.rounds import drawn_round
from quizapp.services.shelving import publish_shelf
from quizapp.store.attempt import attempts
from quizapp.store.player import players
from quizapp.store.response import responses
from quizapp.store.transaction import reading, writing
from tests.builders import a_pack
from tests.conftest import NOON_MS
from tests.services.rounds import RELAXED, SLUG, Play


def test_a_round_begins_with_its_first_item_and_a_running_clock(alice: Seat) -> None:
    page = Play(alice, length=5).page

    assert (page.prompt.number, page.prompt.length) == (1, 5)
    assert page.state == "asking"
    assert page.deadline_ms == NOON_MS + ITEM_LIMIT_MS
    assert (page.points, page.streak, page.is_last, page.closed) == (0, 0, False, False)


def test_a_round_of_all_items_is_as_long_as_the_pack(alice: Seat) -> None:
    assert Play(alice, length=None).page.prompt.length == 8


def test_the_same_seed_gives_the_same_round(alice: Seat, bob: Seat) -> None:
    assert Play(alice, seed="x").page.prompt == Play(bob, seed="x").page.prompt


def test_a_round_without_clock_has_no_deadline(alice: Seat) -> None:
    assert Play(alice, pace=RELAXED).page.deadline_ms is None


def test_extended_time_moves_the_deadline(alice: Seat) -> None:
    page = Play(alice, pace=Pace("extended", 2.5)).page

    assert page.deadline_ms == NOON_MS + 50_000
    assert page.pace == Pace("extended", 2.5)


def test_no_round_starts_in_a_pack_that_is_not_there(alice: Seat) -> None:
    for slug in ("lunar-system", "", "a\0b", "../etc"):
        with pytest.raises(NotFound):
            Play(alice, slug=slug)


def test_a_round_of_no_items_is_refused(alice: Seat) -> None:
    with pytest.raises(Malformed):
        Play(alice, length=0)


def test_nobody_plays_with_a_session_that_has_ended(alice: Seat) -> None:
    play = Play(alice)
    with writing() as connection:
        connection.execute(players.update().values(epoch=1))

    for use in (
        lambda: play.page,
        lambda: Play(alice),
        lambda: playing.result_page(alice, play.public_id, 0),
    ):
        with pytest.raises(NotFound):
            use()


def test_nobody_sees_or_plays_the_round_of_another(alice: Seat, bob: Seat) -> None:
    theirs = Play(alice)
    item_id = theirs.page.prompt.item_id

    for use in (
        lambda: playing.round_page(bob, theirs.public_id, NOON_MS),
        lambda: playing.respond(bob, theirs.public_id, item_id, "A", NOON_MS),
        lambda: playing.move_on(bob, theirs.public_id, item_id, NOON_MS),
        lambda: playing.end_round(bob, theirs.public_id, NOON_MS),
        lambda: playing.result_page(bob, theirs.public_id, NOON_MS),
        lambda: playing.flag_item(bob, theirs.public_id, item_id, "typo", "", NOON_MS),
        lambda: playing.round_page(alice, "0" * 20, NOON_MS),
        lambda: playing.round_page(alice, "a\0b", NOON_MS),
    ):
        with pytest.raises(NotFound):
            use()


def test_a_right_choice_earns_points_by_its_speed(alice: Seat) -> None:
    play = Play(alice)

    verdict = play.respond(play.key, after_ms=10_000)

    assert (verdict.correct, verdict.points, verdict.elapsed_ms) == (True, 750, 10_000)
    assert (verdict.streak, verdict.total_points, verdict.is_last) == (1, 750, False)


def test_a_verdict_says_the_key_why_and_where_it_is_stated(alice: Seat) -> None:
    play = Play(alice)
    key, wrong = play.key, play.wrong

    verdict = play.respond(wrong)

    options = dict(play.page.prompt.lettered)
    item = drawn_round(play.public_id).item(0)
    assert (verdict.correct, verdict.points, verdict.option) == (False, 0, wrong)
    assert (verdict.key_letter, verdict.key_text) == (key, options[key])
    assert verdict.explanation == item.explanation
    assert [(s.title, s.publisher, s.place) for s in verdict.sources] == [
        ("A Guide to the Planets", "Example Press", "paragraph 2, sentence 1")
    ]
    assert (verdict.documents, verdict.witnesses) == (1, 0)


def test_the_page_after_a_response_shows_its_verdict_and_no_deadline(alice: Seat) -> None:
    play = Play(alice)
    verdict = play.respond(play.key, after_ms=4_000)

    page = play.page

    assert (page.state, page.verdict, page.deadline_ms) == ("revealed", verdict, None)
    assert (page.points, page.correct, page.streak) == (900, 1, 1)


def test_no_page_holds_the_key_before_the_response(alice: Seat) -> None:
    play = Play(alice)
    explanation = drawn_round(play.public_id).item(0).explanation

    page = play.page

    assert page.verdict is None
    assert explanation not in str(asdict(page))
    assert playing.result_page(alice, play.public_id, NOON_MS).reviews == ()


def test_a_choice_that_comes_too_late_is_recorded_and_earns_nothing(alice: Seat) -> None:
    play = Play(alice)

    verdict = play.respond(play.key, after_ms=ITEM_LIMIT_MS + GRACE_MS + 1)

    assert (verdict.late, verdict.correct, verdict.points) == (True, False, 0)


def test_time_can_run_out_without_a_choice(alice: Seat) -> None:
    play = Play(alice)

    verdict = play.respond(None, after_ms=ITEM_LIMIT_MS)

    assert (verdict.option, verdict.correct, verdict.points) == (None, False, 0)
    assert play.page.verdict == verdict


def test_a_double_click_gets_the_first_verdict(alice: Seat) -> None:
    play = Play(alice)
    first = play.respond(play.wrong, after_ms=1_000)

    second = play.respond(first.key_letter, after_ms=1_000)

    assert second == first
    assert play.page.points == 0


def test_a_retry_after_moving_on_gets_the_verdict_of_then(alice: Seat) -> None:
    play = Play(alice)
    first = play.respond(play.key)
    play.move_on()
    play.respond(play.wrong)

    again = playing.respond(alice, play.public_id, first.item_id, "D", play.now_ms)

    assert again == first
    assert (again.streak, again.total_points) == (1, 1000)


def test_a_response_to_an_item_not_on_screen_is_refused(alice: Seat) -> None:
    play = Play(alice)
    later = drawn_round(play.public_id).item_ids[1]

    for item_id in (later, "q-nowhere", ""):
        with pytest.raises(NotCurrentItem):
            playing.respond(alice, play.public_id, item_id, "A", NOON_MS)
    assert play.page.state == "asking"


def test_an_option_that_does_not_exist_is_refused(alice: Seat) -> None:
    play = Play(alice)

    for option in ("E", "a", "Ceres"):
        with pytest.raises(NoSuchOption):
            play.respond(option)


def test_moving_on_twice_moves_once(alice: Seat) -> None:
    play = Play(alice)
    left = play.respond(play.key).item_id

    for _ in range(2):
        playing.move_on(alice, play.public_id, left, NOON_MS + 9_000)

    assert play.page.prompt.number == 2
    assert play.page.deadline_ms == NOON_MS + 9_000 + ITEM_LIMIT_MS


def test_nobody_moves_on_without_a_response(alice: Seat) -> None:
    play = Play(alice)

    with pytest.raises(NotCurrentItem):
        play.move_on()


def test_the_last_response_closes_the_round(alice: Seat) -> None:
    play = Play(alice)

    play.finish(right=5)

    assert (play.page.closed, play.page.is_last, play.page.points) == (True, True, 5000)
    with pytest.raises(RoundOver):
        playing.respond(alice, play.public_id, "q-nowhere", "A", NOON_MS)
    assert play.respond("D") == play.page.verdict


def test_a_round_can_be_ended_early_and_twice(alice: Seat) -> None:
    play = Play(alice)

    play.end()
    play.end()

    assert play.page.closed
    with pytest.raises(RoundOver):
        play.respond("A")
    play.move_on()
    assert play.page.prompt.number == 1


def test_the_newest_open_round_is_the_one_to_resume(alice: Seat, bob: Seat) -> None:
    first = Play(alice)
    second = Play(alice, now_ms=NOON_MS + 1)
    Play(bob, now_ms=NOON_MS + 2)

    assert playing.open_round(alice) == playing.open_round(alice, SLUG) == second.public_id
    second.end()
    assert playing.open_round(alice) == first.public_id
    first.end()
    assert playing.open_round(alice) is None
    assert playing.open_round(alice, "lunar-system") is None


def test_a_round_left_for_a_day_is_closed_and_keeps_the_hour_it_was_left_for(alice: Seat) -> None:
    left = Play(alice)
    left.respond(left.key)
    fresh = Play(alice, now_ms=NOON_MS + 1)

    closed = playing.close_left_rounds(NOON_MS + LEFT_AFTER_MS)

    assert closed == 1
    assert left.page.closed
    assert not fresh.page.closed
    with reading() as connection:
        rows = connection.execute(attempts.select().order_by(attempts.c.id))
        assert [row.closed_at_ms for row in rows] == [NOON_MS + LEFT_AFTER_MS, None]


def test_starting_a_round_closes_what_was_left(alice: Seat, bob: Seat) -> None:
    left = Play(alice)

    Play(bob, now_ms=NOON_MS + 2 * LEFT_AFTER_MS)

    assert left.page.closed


def test_a_sweep_takes_no_more_than_it_is_told(alice: Seat) -> None:
    for _ in range(3):
        Play(alice)

    swept = [playing.close_left_rounds(NOON_MS + LEFT_AFTER_MS, most=2) for _ in range(3)]

    assert swept == [2, 1, 0]


def test_a_new_edition_leaves_open_rounds_as_they_were(alice: Seat) -> None:
    play = Play(alice, length=None)
    before = play.page.prompt
    publish_shelf(Shelf({SLUG: a_pack(items=a_pack().items[:5])}, ()), NOON_MS + 1)

    play.finish(right=8)

    assert before.length == 8
    assert play.page.points == 8000
    assert Play(alice, length=None).page.prompt.length == 5


def test_only_the_first_response_ever_to_an_item_counts_as_first(alice: Seat, bob: Seat) -> None:
    for seat in (alice, bob, alice):
        Play(seat, length=None).finish(right=8)

    with reading() as connection:
        rows = connection.execute(responses.select()).all()
    firsts = {(row.player_id, row.item_id) for row in rows if row.is_first}
    assert (len(rows), len(firsts), sum(row.is_first for row in rows)) == (24, 16, 16)
