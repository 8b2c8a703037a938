from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.leaderboard import (
    CLOCKS,
    PERIODS,
    Board,
    Period,
    Standing,
    board,
    boards_of,
    ends_at_ms,
    has_ended,
    key_to_look_from,
    rank,
    turns_at_ms,
)

standings = st.lists(
    st.builds(Standing, st.integers(1, 10_000), st.integers(0, 20), st.integers(0, 5)),
    unique_by=lambda standing: standing.player_id,
)


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


def test_tied_players_share_a_place() -> None:
    ranked = rank([Standing(1, 500), Standing(2, 900), Standing(3, 500), Standing(4, 100)])

    assert [(r.place, r.standing.player_id) for r in ranked] == [(1, 2), (2, 1), (2, 3), (4, 4)]


@given(standings)
def test_ranks_are_total_and_ties_share_a_place(given_standings: list[Standing]) -> None:
    ranked = rank(given_standings)

    assert sorted(r.standing.player_id for r in ranked) == sorted(s.player_id for s in given_standings)
    for r in ranked:
        assert r.place == 1 + sum(s.points > r.standing.points for s in given_standings)


@given(standings, st.randoms())
def test_the_order_does_not_depend_on_the_order_given(
    given_standings: list[Standing], random: object
) -> None:
    shuffled = list(given_standings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert rank(shuffled) == rank(given_standings)


def test_a_round_counts_for_the_day_and_the_week_on_which_it_ends() -> None:
    keys = [b.key for b in boards_of("solar-system", "timed", at("2026-11-22T23:59:59"))]

    assert keys == [
        "timed/2026-11-22/solar-system",
        "timed/2026-W47/solar-system",
        "timed/all/solar-system",
        "timed/2026-11-22/",
        "timed/2026-W47/",
        "timed/all/",
    ]


def test_extended_time_and_no_clock_share_a_board_of_their_own() -> None:
    extended, relaxed = (boards_of("x", pace, 0) for pace in ("extended", "relaxed"))

    assert extended == relaxed
    assert {b.clock for b in extended} == {"untimed"}


def test_a_week_belongs_to_the_year_that_holds_its_thursday() -> None:
    assert board("", "week", "timed", at("2027-01-01T12:00")).date == "2026-W53"


def test_boards_turn_at_midnight_and_on_monday_in_utc() -> None:
    saturday = at("2026-11-21T12:00")

    assert turns_at_ms("day", saturday) == at("2026-11-22")
    assert turns_at_ms("week", saturday) == at("2026-11-23")
    assert turns_at_ms("week", at("2026-11-23")) == at("2026-11-30")
    assert turns_at_ms("all", saturday) is None


@pytest.mark.parametrize(
    ("date", "end"),
    [("2026-11-21", "2026-11-22"), ("2026-W47", "2026-11-23"), ("2026-12-31", "2027-01-01")],
)
def test_a_board_of_a_day_or_week_ends_at_midnight(date: str, end: str) -> None:
    end_ms = int(datetime.fromisoformat(f"{end}T00:00:00+00:00").timestamp() * 1000)

    assert ends_at_ms(date) == end_ms
    assert has_ended(f"timed/{date}/a-pack", end_ms)
    assert not has_ended(f"timed/{date}/a-pack", end_ms - 1)


def test_a_board_of_all_time_never_ends() -> None:
    assert ends_at_ms("") is None
    assert not has_ended("timed/all/", 2**60)


@settings(deadline=None)
@given(st.integers(0, 4_000_000_000_000), st.sampled_from(PERIODS), st.sampled_from(["", "a-pack"]))
def test_a_board_is_known_by_its_key(at_ms: int, period: Period, slug: str) -> None:
    which = board(slug, period, "untimed", at_ms)

    assert Board.of(which.key) == which


@settings(deadline=None)
@given(st.lists(st.integers(1_000_000_000_000, 1_900_000_000_000)), st.integers(0, 1_900_000_000_000))
def test_looking_on_from_a_board_that_is_kept_skips_none_that_has_ended(
    moments: list[int], by_ms: int
) -> None:
    keys = sorted(
        {
            board(slug, period, clock, at_ms).key
            for at_ms in moments
            for slug in ("", "a-pack")
            for period in PERIODS
            for clock in CLOCKS
        }
    )
    found, after = [], ""
    while key := next((key for key in keys if key > after), ""):
        ended = has_ended(key, by_ms)
        found += [key] if ended else []
        after = key if ended else key_to_look_from(key)

    assert found == [key for key in keys if has_ended(key, by_ms)]
