"""Unlikely play is marked in the background, once, and settled by a person."""

import pytest
from sqlalchemy import update

from quizapp.errors import NotFound
from quizapp.services import playing
from quizapp.services.journal import entries
from quizapp.services.leaving import forget_player
from quizapp.services.marks import mark_unlikely, marks_of, open_marks, settle_mark
from quizapp.services.players import player_in
from quizapp.services.seat import Seat
from quizapp.store.attempt import attempts
from quizapp.store.transaction import writing
from tests.conftest import NOON_MS
from tests.services.conftest import AtOnce, Sit
from tests.services.rounds import Play

MINUTE_MS = 60_000
LATER_MS = NOON_MS + 100 * MINUTE_MS


def seen_from(origin: str, *plays: Play) -> None:
    """Rounds as if they had been played from that address."""
    with writing() as connection:
        ids = [play.public_id for play in plays]
        connection.execute(update(attempts).where(attempts.c.public_id.in_(ids)).values(origin=origin))


def a_play(seat: Seat, minute: int, right: int = 5, after_ms: int = 4000) -> Play:
    play = Play(seat, now_ms=NOON_MS + minute * MINUTE_MS, seed=f"seed {minute}")
    play.finish(right, after_ms)
    return play


def test_right_answers_faster_than_reading_are_marked(alice: Seat, bob: Seat) -> None:
    a_play(alice, 0, after_ms=150)
    a_play(bob, 0, after_ms=2000)

    assert mark_unlikely(LATER_MS) == 2

    (mark,) = open_marks()
    assert (mark.player_name, mark.reason, mark.slug) == ("Alice", "faster-than-reading", "solar-system")
    assert "5 of 5 first answers" in mark.detail
    assert "0.1 s" in mark.detail or "0.2 s" in mark.detail


def test_replays_may_be_as_fast_as_they_like(alice: Seat) -> None:
    a_play(alice, 0)
    a_play_again = Play(alice, now_ms=NOON_MS + MINUTE_MS, seed="seed 0")
    a_play_again.finish(5, 100)

    mark_unlikely(LATER_MS)

    assert open_marks() == []


def test_many_names_one_after_another_at_one_address_are_marked(sit: Sit) -> None:
    farm = [a_play(sit(f"Farmer {number}"), 2 * number) for number in range(6)]
    seen_from("here", *farm)
    elsewhere = [a_play(sit(f"Stranger {number}"), 2 * number) for number in range(6)]
    for number, play in enumerate(elsewhere):
        seen_from(f"there {number}", play)

    mark_unlikely(LATER_MS)

    assert sorted(mark.player_name for mark in open_marks()) == [f"Farmer {number}" for number in range(6)]


def test_a_farm_is_found_though_its_rounds_are_looked_at_one_by_one(sit: Sit) -> None:
    for number in range(6):
        seen_from("here", a_play(sit(f"Farmer {number}"), 2 * number))
        assert mark_unlikely(LATER_MS) == 1

    assert len(open_marks()) == 6


def test_a_class_that_plays_at_once_is_not_marked(sit: Sit) -> None:
    pupils = [a_play(sit(f"Pupil {number}"), 0) for number in range(12)]
    seen_from("school", *pupils)

    mark_unlikely(LATER_MS)

    assert open_marks() == []


def test_looking_twice_changes_nothing(alice: Seat) -> None:
    a_play(alice, 0, after_ms=150)
    mark_unlikely(LATER_MS)
    (mark,) = open_marks()
    settle_mark(mark.mark_id, LATER_MS, actor_id=9)
    with writing() as connection:
        connection.execute(update(attempts).values(looked_over=False))

    assert mark_unlikely(LATER_MS) == 1
    assert mark_unlikely(LATER_MS) == 0

    assert open_marks() == []
    assert len(marks_of(alice.player_id)) == 1


def test_two_who_look_at_the_same_moment_mark_once(alice: Seat, at_once: AtOnce) -> None:
    a_play(alice, 0, after_ms=150)

    at_once([lambda: mark_unlikely(LATER_MS)] * 6)

    assert len(open_marks()) == 1


def test_a_round_that_goes_on_is_looked_at_when_it_is_over(alice: Seat) -> None:
    play = Play(alice)
    assert mark_unlikely(LATER_MS) == 0

    play.finish(5, 100)

    assert mark_unlikely(LATER_MS) == 1


def test_so_many_are_looked_at_at_once(alice: Seat) -> None:
    for minute in range(3):
        a_play(alice, minute)

    assert [mark_unlikely(LATER_MS, most=2) for _ in range(3)] == [2, 1, 0]


def test_settling_is_written_down_once(alice: Seat) -> None:
    a_play(alice, 0, after_ms=150)
    mark_unlikely(LATER_MS)
    (mark,) = open_marks()

    for _ in range(2):
        settle_mark(mark.mark_id, LATER_MS, actor_id=9)

    (entry,) = entries(kind="mark-settled")
    assert (entry.actor_id, entry.player_id, entry.detail) == (9, alice.player_id, "faster-than-reading")
    with pytest.raises(NotFound):
        settle_mark(mark.mark_id + 1, LATER_MS)


def test_marks_go_with_who_leaves(alice: Seat) -> None:
    a_play(alice, 0, after_ms=150)
    mark_unlikely(LATER_MS)
    player = player_in(alice)
    assert player

    forget_player(player, LATER_MS)

    assert open_marks() == []


def test_the_address_of_a_round_is_kept_as_a_trace_alone(alice: Seat, bob: Seat) -> None:
    public_id = playing.start_round(alice, "solar-system", 5, Play(bob).pace, NOON_MS, origin="a trace")

    with writing() as connection:
        rows = connection.execute(attempts.select().where(attempts.c.public_id == public_id)).all()
    assert [row.origin for row in rows] == ["a trace"]
