from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.leaderboard import Standing, board, boards_of, rank, turns_at_ms

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
