"""Leaderboards as players read them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.domain.leaderboard import Clock, Period, Standing, rank
from quizapp.errors import NotFound
from quizapp.services import ranking
from quizapp.services.playing import Seat
from quizapp.services.ranking import ROWS_ON_A_PAGE, BoardPage
from quizapp.store.board_tree import buckets, count_standings
from quizapp.store.player import players
from quizapp.store.standing import standings
from quizapp.store.transaction import writing
from tests.conftest import NOON_MS
from tests.services.rounds import RELAXED, SLUG, Play

DAY_MS = 24 * 60 * 60 * 1000


def board(
    slug: str | None = SLUG,
    period: Period = "all",
    clock: Clock = "timed",
    seat: Seat | None = None,
    page: int | None = None,
    now_ms: int = NOON_MS,
    sought: int | None = None,
) -> BoardPage:
    return ranking.board_page(slug, period, clock, seat, page, now_ms, sought)


def lines(page: BoardPage) -> list[tuple[int, str, int]]:
    return [(row.place, row.player_name, row.points) for row in page.rows]


def a_crowd(points: list[int]) -> list[int]:
    """Players with so many points each on the board of the pack, the first listed there first."""
    with writing() as connection:
        ids = []
        for number, earned in enumerate(points):
            name = f"Player {number}"
            made = connection.execute(
                players.insert()
                .values(name=name, name_key=name, lookalike_key=name, is_guest=True, epoch=0)
                .values(created_at_ms=NOON_MS, seen_at_ms=NOON_MS)
                .returning(players.c.id)
            )
            ids.append(made.scalar_one())
            connection.execute(
                standings.insert().values(
                    board=f"timed/all/{SLUG}",
                    player_id=ids[-1],
                    points=earned,
                    correct=1,
                    answered=2,
                    reached_at_ms=NOON_MS + number,
                )
            )
        connection.execute(count_standings)
    return ids


def test_an_empty_board_has_one_empty_page(alice: Seat) -> None:
    page = board(seat=alice)

    assert (page.title, page.rows, page.around, page.your_place) == ("The Solar System", (), (), None)
    assert (page.size, page.page, page.pages) == (0, 1, 1)


def test_a_round_moves_six_boards_when_it_closes(alice: Seat) -> None:
    play = Play(alice)
    play.respond(play.key)
    assert board().size == 0

    play.end()

    for slug in (SLUG, None):
        for period in ("day", "week", "all"):
            assert lines(board(slug, period)) == [(1, "Alice", 1000)]
            assert board(slug, period, "untimed").size == 0


def test_play_without_clock_ranks_on_a_board_of_its_own(alice: Seat) -> None:
    Play(alice, pace=RELAXED).finish(right=2, after_ms=99_000)

    assert lines(board(clock="untimed")) == [(1, "Alice", 2000)]
    assert board().size == 0


def test_a_round_without_a_response_moves_nothing(alice: Seat) -> None:
    Play(alice).end()

    assert board().size == 0


def test_the_board_over_all_packs_has_its_own_title(app: object) -> None:
    assert board(None).title == "All packs"


def test_a_board_of_the_day_begins_anew_and_says_when(alice: Seat) -> None:
    Play(alice).finish(right=1)

    today, tomorrow = board(period="day"), board(period="day", now_ms=NOON_MS + DAY_MS)

    assert (today.size, tomorrow.size) == (1, 0)
    assert today.turns_at_ms is not None
    assert datetime.fromtimestamp(today.turns_at_ms / 1000, UTC).isoformat() == "2026-11-22T00:00:00+00:00"
    assert board(period="all").turns_at_ms is None


def test_tied_players_share_a_place(app: object) -> None:
    a_crowd([500, 900, 500, 100])

    page = board()

    assert lines(page) == [
        (1, "Player 1", 900),
        (2, "Player 0", 500),
        (2, "Player 2", 500),
        (4, "Player 3", 100),
    ]
    assert [row.is_tied for row in page.rows] == [False, True, True, False]


def test_a_board_is_read_in_pages_and_ties_reach_over_their_edges(app: object) -> None:
    a_crowd([2000] * (ROWS_ON_A_PAGE - 1) + [1000, 1000, 1000, 10])

    first, second = board(page=1), board(page=2)

    assert (first.pages, len(first.rows), len(second.rows)) == (2, ROWS_ON_A_PAGE, 3)
    assert (first.rows[-1].place, first.rows[-1].is_tied) == (ROWS_ON_A_PAGE, True)
    assert [(row.place, row.is_tied) for row in second.rows] == [(50, True), (50, True), (53, False)]


@pytest.mark.parametrize(("asked", "given"), [(None, 1), (-3, 1), (0, 1), (2, 2), (99, 2)])
def test_a_page_that_is_not_there_gives_the_nearest(app: object, asked: int | None, given: int) -> None:
    a_crowd(list(range(ROWS_ON_A_PAGE + 1)))

    assert board(page=asked).page == given


def test_you_are_marked_on_your_page(app: object) -> None:
    ids = a_crowd([300, 200, 100])

    page = board(seat=Seat(ids[1], 0))

    assert [row.is_you for row in page.rows] == [False, True, False]
    assert (page.your_place, page.around) == (2, ())


def test_you_are_shown_with_your_neighbours_when_you_are_on_another_page(app: object) -> None:
    ids = a_crowd([1000 - number for number in range(60)])

    page = board(seat=Seat(ids[55], 0))

    assert page.your_place == 56
    assert [(row.place, row.is_you) for row in page.around] == [
        *((54, False), (55, False), (56, True), (57, False), (58, False))
    ]


def test_the_last_player_has_neighbours_above_only(app: object) -> None:
    ids = a_crowd([7] * 60)

    page = board(seat=Seat(ids[-1], 0))

    assert [row.player_name for row in page.around] == ["Player 57", "Player 58", "Player 59"]
    assert {row.place for row in page.around} == {1}


@pytest.mark.parametrize(
    ("sought", "page", "name"), [(1, 1, "0"), (50, 1, "49"), (51, 2, "50"), (120, 3, "119")]
)
def test_any_place_can_be_gone_to(app: object, sought: int, page: int, name: str) -> None:
    a_crowd([100_000 - 700 * number for number in range(120)])

    found = board(sought=sought)

    assert found.page == page
    assert [row.player_name for row in found.rows if row.is_sought] == [f"Player {name}"]


def test_a_place_beyond_the_end_is_the_last(app: object) -> None:
    a_crowd(list(range(60)))

    (row,) = (row for row in board(sought=999_999_999).rows if row.is_sought)

    assert (row.player_name, row.place, row.points) == ("Player 0", 60, 0)


def test_a_place_within_a_tie_is_gone_to_in_the_order_of_the_list(app: object) -> None:
    a_crowd([500] * 20 + [300] * 100)

    page = board(sought=90)

    (row,) = (row for row in page.rows if row.is_sought)
    assert (row.player_name, row.place, row.is_tied) == ("Player 89", 21, True)
    assert {row.place for row in page.rows} == {21}


def test_a_place_on_an_empty_board_is_nowhere(app: object) -> None:
    assert board(sought=5).rows == ()


def test_who_earned_nothing_stands_last_with_their_like(app: object) -> None:
    ids = a_crowd([0, 64, 0, 63])

    page = board(seat=Seat(ids[2], 0))

    assert lines(page) == [
        (1, "Player 1", 64),
        (2, "Player 3", 63),
        (3, "Player 0", 0),
        (3, "Player 2", 0),
    ]
    assert (page.your_place, page.size) == (3, 4)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_every_page_and_place_is_what_sorting_all_players_gives(app: object, data: st.DataObject) -> None:
    scores = st.one_of(st.integers(0, 5), st.integers(60, 70), st.integers(0, 600_000), st.just(10**9))
    earned = data.draw(st.lists(scores, min_size=1, max_size=130))
    with writing() as connection:
        for table in (buckets, standings, players):
            connection.execute(table.delete())
    ids = a_crowd(earned)
    ranked = rank(Standing(ids[n], points, NOON_MS + n) for n, points in enumerate(earned))
    names = {player_id: f"Player {number}" for number, player_id in enumerate(ids)}
    expected = [(each.place, names[each.standing.player_id], each.standing.points) for each in ranked]

    pages = [board(page=number + 1) for number in range(board().pages)]

    assert [line for page in pages for line in lines(page)] == expected
    places = [each.place for each in ranked]
    assert [row.is_tied for page in pages for row in page.rows] == [
        places.count(each.place) > 1 for each in ranked
    ]
    number = data.draw(st.integers(0, len(ids) - 1))
    yours = board(seat=Seat(ranked[number].standing.player_id, 0), page=data.draw(st.integers(1, 3)))
    assert yours.your_place == ranked[number].place
    if yours.around:
        assert lines(replace(yours, rows=yours.around)) == expected[max(0, number - 2) : number + 3]


def test_a_session_that_has_ended_is_nobody_on_the_board(app: object) -> None:
    ids = a_crowd([300])

    page = board(seat=Seat(ids[0], 7))

    assert (page.your_place, page.rows[0].is_you) == (None, False)


def test_there_is_no_board_of_a_pack_that_never_was(app: object) -> None:
    for slug in ("lunar-system", "a\0b"):
        with pytest.raises(NotFound):
            board(slug)


def test_a_player_page_sums_up_what_was_played(alice: Seat, bob: Seat) -> None:
    Play(bob).finish(right=5)
    Play(alice).finish(right=3)
    Play(alice, pace=RELAXED, seed="other", length=None).finish(right=8)

    page = ranking.player_page("ALICE", NOON_MS)

    assert (page.name, page.is_guest, page.since_ms, page.rounds_played) == ("Alice", True, NOON_MS, 2)
    assert page.best_streak == 8
    assert page.accuracy == pytest.approx(6 / 8)
    assert [(s.title, s.clock, s.place, s.size, s.points, s.answered) for s in page.standings] == [
        ("The Solar System", "timed", 2, 2, 3000, 5),
        ("The Solar System", "untimed", 1, 1, 3000, 3),
    ]


def test_there_is_no_page_of_a_player_who_is_not_there(alice: Seat) -> None:
    for name in ("Zoe", "", "a\0b", "x" * 10_000):
        with pytest.raises(NotFound):
            ranking.player_page(name, NOON_MS)
