"""Standings are derived: they can always be counted anew from the responses, and equal what is kept."""

from collections.abc import Callable
from itertools import count
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, or_, select, update

from quizapp.domain.attempt import LEFT_AFTER_MS
from quizapp.domain.round import Pace, PaceName
from quizapp.errors import QuizError
from quizapp.extensions import db
from quizapp.services import playing
from quizapp.services.bookkeeping import (
    DAY_MS,
    check_boards,
    ended_by_ms,
    leave_boards,
    prune_boards,
    rebuild_boards,
    recompute_for,
    return_to_boards,
)
from quizapp.services.correcting import correct_pack_of_file
from quizapp.services.leaving import forget_player
from quizapp.services.merging import merge
from quizapp.services.playing import Seat
from quizapp.store.board_tree import buckets, count_standings
from quizapp.store.player import Player, players
from quizapp.store.response import responses
from quizapp.store.standing import standings
from quizapp.store.transaction import reading, session_writing, writing
from tests.conftest import NOON_MS
from tests.services.conftest import Sit
from tests.services.rounds import RELAXED, SLUG, Play

_numbers = count(1)
HOUR_MS = 60 * 60 * 1000
MARS = "q-mars"


def test_kept_standings_equal_the_responses(alice: Seat, bob: Seat) -> None:
    for seat in (alice, bob, alice):
        Play(seat, length=None).finish(right=4)
    Play(alice, pace=RELAXED).finish(right=5)

    assert check_boards() == []


def test_a_wrong_standing_is_found_and_mended(alice: Seat, bob: Seat) -> None:
    Play(alice).finish(right=2)
    Play(bob).finish(right=3)
    with writing() as connection:
        of_all = standings.c.board == f"timed/all/{SLUG}"
        connection.execute(update(standings).where(of_all).values(points=9_999))
        connection.execute(delete(standings).where(standings.c.board == "timed/all/"))

    differences = check_boards()

    assert len(differences) == 4
    assert "kept 9999 points" in str(differences[-1])
    assert rebuild_boards() == 4
    assert check_boards() == []


def test_a_standing_out_of_nowhere_is_found_and_mended(alice: Seat) -> None:
    with writing() as connection:
        row = {"player_id": alice.player_id, "points": 1, "correct": 1, "answered": 1, "reached_at_ms": 1}
        connection.execute(standings.insert(), {"board": "timed/all/x", **row})

    (difference,) = check_boards()

    assert difference.counted == "nothing"
    assert rebuild_boards() == 1
    assert check_boards() == []


def test_a_wrong_bucket_is_found_and_mended(alice: Seat, bob: Seat) -> None:
    Play(alice).finish(right=2)
    Play(bob).finish(right=3)
    of_all = buckets.c.board == f"timed/all/{SLUG}"
    with writing() as connection:
        connection.execute(update(buckets).where(of_all, buckets.c.level == 3).values(n=7))
        connection.execute(delete(buckets).where(of_all, buckets.c.bucket == 3000))

    differences = [str(difference) for difference in check_boards()]

    assert differences == [
        f"timed/all/{SLUG}, bucket 3000 of level 0: kept 0; the responses say 1",
        f"timed/all/{SLUG}, bucket 0 of level 3: kept 7; the responses say 2",
    ]
    assert rebuild_boards() == 2
    assert check_boards() == []


def test_a_wrong_standing_and_its_buckets_are_told_apart(alice: Seat) -> None:
    Play(alice).finish(right=2)
    with writing() as connection:
        of_all = standings.c.board == f"timed/all/{SLUG}"
        connection.execute(update(standings).where(of_all).values(points=64))
        connection.execute(delete(buckets))
        connection.execute(count_standings)

    differences = [str(difference) for difference in check_boards()]

    assert "player 1: kept 64 points" in differences[0]
    assert differences[1:] == [
        f"timed/all/{SLUG}, bucket {bucket} of level {level}: kept {kept}; the responses say {1 - kept}"
        for bucket, level, kept in [(64, 0, 1), (2000, 0, 0), (1, 1, 1), (31, 1, 0)]
    ]
    assert rebuild_boards() == 1 + 4
    assert check_boards() == []


def test_every_round_adds_to_the_trees(alice: Seat, bob: Seat) -> None:
    Play(alice).finish(right=0)
    Play(alice, length=None, seed="other").finish(right=8)
    Play(bob).finish(right=0)

    with reading() as connection:
        of_all = (buckets.c.board == f"timed/all/{SLUG}", buckets.c.n > 0)
        kept = {(row.level, row.bucket): row.n for row in connection.execute(select(buckets).where(*of_all))}
    assert kept == {(0, 0): 1, (0, 3000): 1, (1, 0): 1, (1, 46): 1, (2, 0): 2, (3, 0): 2}


def test_a_banned_player_stands_on_no_board_and_comes_back_with_all_that_was_played(
    alice: Seat, bob: Seat
) -> None:
    Play(alice).finish(right=3)
    Play(bob).finish(right=2)

    ban(alice)
    Play(alice, length=None, seed="other").finish(right=8)

    assert check_boards() == []
    assert {row.player_id for row in kept_standings()} == {bob.player_id}

    lift_ban(alice)

    assert check_boards() == []
    (row,) = (
        row for row in kept_standings() if row.board == "timed/all/" and row.player_id == alice.player_id
    )
    assert row.answered == 8


def test_boards_of_days_and_weeks_are_removed_so_long_after_their_end(alice: Seat, bob: Seat) -> None:
    for seat in (alice, bob):
        Play(seat).finish(right=3)
        Play(seat, pace=RELAXED, now_ms=NOON_MS + 9 * DAY_MS, length=None).finish(right=3)
    day_end_ms = NOON_MS + DAY_MS // 2

    assert prune_boards(day_end_ms + 10 * DAY_MS - 1, kept_days=10) == 0
    assert prune_boards(day_end_ms + 10 * DAY_MS, kept_days=10) == 4
    assert prune_boards(day_end_ms + 11 * DAY_MS, kept_days=10) == 4
    assert prune_boards(day_end_ms + 11 * DAY_MS, kept_days=10) == 0

    left = {row.board for row in kept_standings()}
    assert not any(board.startswith("timed/2026") for board in left)
    assert {"timed/all/", "untimed/2026-11-30/", "untimed/2026-W49/"} <= left
    with reading() as connection:
        assert set(connection.scalars(select(buckets.c.board))) == left


def test_check_and_rebuild_do_not_miss_what_was_pruned(alice: Seat, bob: Seat) -> None:
    for seat in (alice, bob):
        Play(seat).finish(right=3)
    later_ms = NOON_MS + 200 * DAY_MS
    prune_boards(later_ms, kept_days=100)
    gone_ms = ended_by_ms(later_ms, 100)

    assert len(check_boards()) > 0
    assert check_boards(gone_ms) == []
    assert rebuild_boards(gone_ms) == 0
    assert {row.board for row in kept_standings()} == {"timed/all/", f"timed/all/{SLUG}"}


def test_pruning_goes_in_small_steps_and_the_boards_are_right_after_each(sit: Sit) -> None:
    for number in range(5):
        Play(sit(f"Player {number}")).finish(right=number)
    later_ms = NOON_MS + 200 * DAY_MS
    gone_ms = ended_by_ms(later_ms, 100)

    steps = []
    while removed := prune_boards(later_ms, kept_days=100, most=3):
        steps.append(removed)
        assert check_boards(gone_ms) == []

    assert steps == [3, 3, 3, 3, 3, 3, 2]


def test_a_round_counted_anew_after_pruning_is_pruned_again(alice: Seat) -> None:
    Play(alice).finish(right=3)
    later_ms = NOON_MS + 200 * DAY_MS
    prune_boards(later_ms, kept_days=100)

    with writing() as connection:
        recompute_for(connection, alice.player_id)

    assert check_boards(ended_by_ms(later_ms, 100)) == []
    assert prune_boards(later_ms, kept_days=100) == 4


def test_marks_of_first_responses_are_counted_anew(alice: Seat) -> None:
    for _ in range(2):
        Play(alice).finish(right=5)
    with writing() as connection:
        connection.execute(update(responses).values(is_first=False))
        connection.execute(update(responses).where(responses.c.attempt_id == 2).values(is_first=True))

    differences = check_boards()

    assert {(d.kept, d.counted) for d in differences} == {("first", "not first"), ("not first", "first")}
    assert rebuild_boards() == len(differences) == 10
    assert check_boards() == []


def test_a_round_that_was_left_counts_for_the_day_it_was_left_for(alice: Seat) -> None:
    left = Play(alice)
    left.respond(left.key)

    playing.close_left_rounds(NOON_MS + 3 * LEFT_AFTER_MS)

    assert check_boards() == []
    with writing() as connection:
        boards = {row.board for row in connection.execute(standings.select())}
    assert {"timed/2026-11-22/", "timed/all/", f"timed/2026-11-22/{SLUG}"} <= boards


def test_a_player_who_has_left_stands_on_no_board(alice: Seat) -> None:
    Play(alice).finish(right=5)
    left = Play(alice, length=None, seed="other")
    left.respond(left.key)
    with writing() as connection:
        connection.execute(update(players).values(deleted_at_ms=NOON_MS))
        recompute_for(connection, alice.player_id)

    playing.close_left_rounds(NOON_MS + LEFT_AFTER_MS)

    assert check_boards() == []
    with writing() as connection:
        assert connection.execute(standings.select()).all() == []


def test_counting_one_player_anew_changes_nothing_that_was_right(alice: Seat, bob: Seat) -> None:
    for seat in (alice, bob):
        Play(seat).finish(right=3)
        Play(seat, pace=RELAXED, length=None).finish(right=3)

    with writing() as connection:
        recompute_for(connection, alice.player_id, bob.player_id)

    assert check_boards() == []


def ban(seat: Seat) -> None:
    with writing() as connection:
        theirs = update(players).where(players.c.id == seat.player_id)
        connection.execute(theirs.values(banned_at_ms=NOON_MS))
        leave_boards(connection, seat.player_id)


def lift_ban(seat: Seat) -> None:
    with writing() as connection:
        theirs = update(players).where(players.c.id == seat.player_id)
        connection.execute(theirs.values(banned_at_ms=None))
        return_to_boards(connection, seat.player_id)


def kept_standings() -> list[Any]:
    with reading() as connection:
        return list(connection.execute(select(standings)))


PACES: tuple[PaceName, ...] = ("timed", "relaxed")
steps = st.one_of(
    st.tuples(st.just("start"), st.integers(0, 2), st.sampled_from(PACES), st.sampled_from([1, 3, None])),
    st.tuples(st.just("respond"), st.integers(0, 9), st.sampled_from([*"ABCD", None]), st.booleans()),
    st.tuples(st.just("move on"), st.integers(0, 9)),
    st.tuples(st.just("end"), st.integers(0, 9)),
    st.tuples(st.just("wait"), st.sampled_from([5_000, 30_000, 5 * HOUR_MS, 30 * HOUR_MS])),
    st.tuples(st.just("sweep")),
)
# What happens to players and keys besides.
turns = st.one_of(
    steps,
    st.tuples(st.just("correct mars"), st.sampled_from(["Saturn", "Mars", "Neptune"])),
    st.tuples(st.just("ban"), st.integers(0, 2)),
    st.tuples(st.just("lift ban"), st.integers(0, 2)),
    st.tuples(st.just("leave"), st.integers(0, 2)),
    st.tuples(st.just("merge"), st.integers(0, 2), st.integers(0, 2)),
)


class Table:
    """A few players at once, each in several rounds, doing things in any order."""

    def __init__(self, seats: list[Seat]) -> None:
        self.seats = seats
        self.rounds: list[tuple[Seat, str]] = []
        self.now_ms = NOON_MS

    def do(self, what: str, *how: object) -> None:
        """Take a step; one that the rules forbid is refused and changes nothing."""
        step: Callable[..., None] = getattr(self, what.replace(" ", "_"))
        try:
            step(*how)
        except QuizError:
            return

    def start(self, who: int, pace: PaceName, length: int | None) -> None:
        seat = self.seats[who]
        seed = str(len(self.rounds))
        public_id = playing.start_round(seat, SLUG, length, Pace(pace), self.now_ms, seed)
        self.rounds.append((seat, public_id))

    def respond(self, which: int, option: str | None, repeat: bool) -> None:
        seat, public_id = self._round(which)
        item_id = playing.round_page(seat, public_id, self.now_ms).prompt.item_id
        for _ in range(1 + repeat):
            playing.respond(seat, public_id, item_id, option, self.now_ms)

    def move_on(self, which: int) -> None:
        seat, public_id = self._round(which)
        item_id = playing.round_page(seat, public_id, self.now_ms).prompt.item_id
        playing.move_on(seat, public_id, item_id, self.now_ms)

    def end(self, which: int) -> None:
        seat, public_id = self._round(which)
        playing.end_round(seat, public_id, self.now_ms)

    def wait(self, milliseconds: int) -> None:
        self.now_ms += milliseconds

    def sweep(self) -> None:
        playing.close_left_rounds(self.now_ms)

    def correct_mars(self, key: str) -> None:
        correct_pack_of_file(SLUG, MARS, key, self.now_ms)

    def ban(self, who: int) -> None:
        ban(self.seats[who])

    def lift_ban(self, who: int) -> None:
        lift_ban(self.seats[who])

    def leave(self, who: int) -> None:
        if player := db.session.get(Player, self.seats[who].player_id):
            forget_player(player, self.now_ms)

    def merge(self, guest: int, account: int) -> None:
        ids = [self.seats[guest].player_id, self.seats[account].player_id]
        with session_writing() as session:
            both = [session.get(Player, player_id) for player_id in ids]
            if guest != account and both[0] and both[1] and not both[1].deleted_at_ms:
                merge(session, both[0], both[1])

    def _round(self, which: int) -> tuple[Seat, str]:
        if not self.rounds:
            self.start(0, "timed", None)
        return self.rounds[which % len(self.rounds)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=st.lists(steps, min_size=5, max_size=60))
def test_standings_equal_the_responses_after_any_play(sit: Sit, done: list[tuple[object, ...]]) -> None:
    table = Table([sit(f"Player {next(_numbers)}") for _ in range(3)])

    for what, *how in done:
        table.do(str(what), *how)

    assert check_boards() == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=st.lists(turns, min_size=5, max_size=60))
def test_boards_equal_the_responses_whatever_becomes_of_the_players(
    sit: Sit, done: list[tuple[object, ...]]
) -> None:
    table = Table([sit(f"Player {next(_numbers)}") for _ in range(3)])

    for what, *how in done:
        table.do(str(what), *how)

    assert check_boards() == []
    with reading() as connection:
        gone = or_(players.c.banned_at_ms.is_not(None), players.c.deleted_at_ms.is_not(None))
        shown = select(standings).join_from(standings, players).where(gone)
        assert connection.execute(shown).all() == []
