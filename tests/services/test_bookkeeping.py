"""Standings are derived: they can always be counted anew from the responses, and equal what is kept."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update

from quizapp.domain.attempt import LEFT_AFTER_MS
from quizapp.domain.round import Pace, PaceName
from quizapp.errors import QuizError
from quizapp.services import playing
from quizapp.services.bookkeeping import check_boards, rebuild_boards, recompute_for
from quizapp.services.playing import Seat
from quizapp.store.player import players
from quizapp.store.response import responses
from quizapp.store.standing import standings
from quizapp.store.transaction import writing
from tests.conftest import NOON_MS
from tests.services.conftest import Sit
from tests.services.rounds import RELAXED, SLUG, Play

HOUR_MS = 60 * 60 * 1000


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


PACES: tuple[PaceName, ...] = ("timed", "relaxed")
steps = st.one_of(
    st.tuples(st.just("start"), st.integers(0, 2), st.sampled_from(PACES), st.sampled_from([1, 3, None])),
    st.tuples(st.just("respond"), st.integers(0, 9), st.sampled_from([*"ABCD", None]), st.booleans()),
    st.tuples(st.just("move on"), st.integers(0, 9)),
    st.tuples(st.just("end"), st.integers(0, 9)),
    st.tuples(st.just("wait"), st.sampled_from([5_000, 30_000, 5 * HOUR_MS, 30 * HOUR_MS])),
    st.tuples(st.just("sweep")),
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

    def _round(self, which: int) -> tuple[Seat, str]:
        if not self.rounds:
            self.start(0, "timed", None)
        return self.rounds[which % len(self.rounds)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=st.lists(steps, min_size=5, max_size=60))
def test_standings_equal_the_responses_after_any_play(sit: Sit, done: list[tuple[object, ...]]) -> None:
    made = len(_everybody())
    table = Table([sit(f"Player {made + number}") for number in range(3)])

    for what, *how in done:
        table.do(str(what), *how)

    assert check_boards() == []


def _everybody() -> list[int]:
    with writing() as connection:
        return list(connection.scalars(players.select()))
