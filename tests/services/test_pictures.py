"""The pictures of a board: all scores with one's own among them, and one's places over the weeks."""

from collections import Counter

import pytest
from sqlalchemy import delete, insert

from quizapp.domain.leaderboard import board
from quizapp.services.pictures import board_pictures
from quizapp.services.seat import Seat
from quizapp.services.spread_picture import Spread
from quizapp.services.weeks_picture import WEEKS, Weeks
from quizapp.store.board_tree import buckets
from quizapp.store.standing import standings
from quizapp.store.transaction import writing
from tests.conftest import NOON_MS
from tests.services.conftest import Sit
from tests.services.rounds import SLUG

WEEK_MS = 7 * 24 * 60 * 60 * 1000
ALL_TIME = f"timed/all/{SLUG}"


def stand(points: dict[Seat, int], key: str = ALL_TIME) -> None:
    """Put the players on the board, which nobody stands on yet."""
    cells = Counter((level, earned // 64**level) for earned in points.values() for level in range(4))
    with writing() as connection:
        connection.execute(
            insert(standings),
            [
                {"board": key, "player_id": seat.player_id, "points": earned, "reached_at_ms": NOON_MS}
                | {"correct": 1, "answered": 2}
                for seat, earned in points.items()
            ],
        )
        connection.execute(
            insert(buckets),
            [
                {"board": key, "level": level, "bucket": bucket, "n": n}
                for (level, bucket), n in cells.items()
            ],
        )


def a_crowd(sit: Sit, points: list[int], key: str = ALL_TIME) -> list[Seat]:
    """Players with so many points each."""
    seats = [sit(f"Player {number} of {key}") for number in range(len(points))]
    stand(dict(zip(seats, points, strict=True)), key)
    return seats


def spread(seat: Seat | None = None) -> Spread | None:
    return board_pictures(SLUG, "all", "timed", seat, NOON_MS).spread


def some_spread(seat: Seat | None = None) -> Spread:
    found = spread(seat)
    assert found
    return found


def weeks(seat: Seat) -> Weeks | None:
    return board_pictures(SLUG, "all", "timed", seat, NOON_MS).weeks


def in_week(back: int) -> str:
    return board(SLUG, "week", "timed", NOON_MS - back * WEEK_MS).key


def test_every_score_is_in_one_bar(sit: Sit) -> None:
    points = [number * 137 % 9_000 for number in range(90)]
    a_crowd(sit, points)

    picture = some_spread()

    assert 9 <= len(picture.bars) <= 24
    for bar in picture.bars:
        assert bar.last is not None
        assert bar.players == sum(bar.first <= earned <= bar.last for earned in points)
    assert sum(bar.players for bar in picture.bars) == picture.size == 90
    assert (picture.yours, picture.your_points, picture.behind_you) == (None, None, None)


def test_your_own_score_is_marked_with_how_many_are_behind_it(sit: Sit) -> None:
    seats = a_crowd(sit, [1_000, 2_000, 3_000, 3_000, 4_000, 9_999])

    picture = some_spread(seats[3])

    assert (picture.your_points, picture.behind_you, picture.size) == (3_000, 2, 6)
    assert picture.yours
    assert (picture.yours.first, picture.yours.last, picture.yours.players) == (3_000, 3_499, 2)
    assert some_spread(seats[0]).behind_you == 0


def test_bars_are_as_high_as_they_are_full_and_one_player_is_still_seen(sit: Sit) -> None:
    a_crowd(sit, [0] * 100 + [500] * 50 + [999])

    picture = some_spread()

    assert [(bar.players, bar.height, bar.top) for bar in picture.bars if bar.players] == [
        (100, 100.0, 0.0),
        (50, 50.0, 50.0),
        (1, 1.5, 98.5),
    ]
    assert picture.fullest == picture.bars[0]
    assert all(0 <= bar.left < bar.middle < bar.left + bar.width <= 100 for bar in picture.bars)


def test_a_giant_stands_in_the_last_bar_with_all_others_side_by_side(sit: Sit) -> None:
    seats = a_crowd(sit, [number * 10 for number in range(99)] + [2_000_000])

    picture = some_spread(seats[-1])

    assert len([bar for bar in picture.bars if bar.players]) >= 9
    assert (picture.bars[-1].last, picture.bars[-1].is_yours) == (None, True)
    assert sum(bar.players for bar in picture.bars) == picture.size == 100
    assert picture.behind_you == 99


def test_few_players_or_equal_ones_make_no_picture(sit: Sit) -> None:
    assert spread() is None
    a_crowd(sit, [1, 2, 3, 4])
    assert spread() is None
    a_crowd(sit, [7_000] * 9, f"untimed/all/{SLUG}")

    assert board_pictures(SLUG, "all", "untimed", None, NOON_MS).spread is None


def test_scores_that_nobody_has_any_more_are_not_in_the_picture(sit: Sit) -> None:
    a_crowd(sit, [5_000, 5_100, 5_200, 5_300, 5_400])
    gone = [{"board": ALL_TIME, "level": level, "bucket": 10 // 64**level, "n": 0} for level in range(2)]
    gone += [{"board": ALL_TIME, "level": 0, "bucket": 900_000, "n": 0}]
    with writing() as connection:
        connection.execute(insert(buckets), gone)

    picture = some_spread()

    assert (picture.bars[0].first, picture.bars[-1].last) == (5_000, 5_419)


def test_the_spread_is_counted_by_the_tree_alone(sit: Sit) -> None:
    a_crowd(sit, [number * 500 for number in range(20)])
    before = some_spread()

    with writing() as connection:
        connection.execute(delete(standings))

    assert some_spread() == before


def test_your_places_are_shown_week_by_week(sit: Sit, alice: Seat) -> None:
    others = [sit(f"Other {number}") for number in range(3)]
    stand({alice: 10, **dict.fromkeys(others, 20)}, in_week(3))
    stand({alice: 30, **dict.fromkeys(others, 20)}, in_week(2))
    stand({alice: 20, others[0]: 20, others[1]: 30}, in_week(0))

    picture = weeks(alice)

    assert picture
    assert len(picture.weeks) == WEEKS
    assert [(week.place, week.size, week.points) for week in picture.weeks[-4:]] == [
        *((4, 4, 10), (1, 4, 30), (None, 0, 0), (2, 3, 20))
    ]
    assert (picture.best.place, picture.this_week.place, picture.latest.place) == (1, 2, 2)
    # Monday, 16 November 2026.
    assert picture.this_week.begins_ms == 1_794_787_200_000


def test_lines_join_weeks_next_to_each_other_and_higher_places_are_higher_up(sit: Sit, alice: Seat) -> None:
    bob = sit("Bob")
    for back, mine in ((5, 10), (4, 30), (0, 30)):
        stand({alice: mine, bob: 20}, in_week(back))

    picture = weeks(alice)

    assert picture
    second, first = picture.weeks[-6], picture.weeks[-5]
    assert (second.place, first.place) == (2, 1)
    assert 0 < first.down < second.down < 100
    assert [(line.across, line.down, line.to_across, line.to_down) for line in picture.strokes] == [
        (second.across, second.down, first.across, first.down)
    ]


def test_the_best_week_is_the_latest_with_that_place(alice: Seat) -> None:
    for back in (9, 2):
        stand({alice: 10}, in_week(back))

    picture = weeks(alice)

    assert picture
    assert picture.best == picture.weeks[-3]


@pytest.mark.parametrize("back", [(), (0,), (0, WEEKS)])
def test_one_week_is_no_way_to_look_back_on(alice: Seat, back: tuple[int, ...]) -> None:
    for number in back:
        stand({alice: 10}, in_week(number))

    assert weeks(alice) is None


def test_a_session_that_has_ended_has_no_weeks(alice: Seat) -> None:
    for back in (0, 1):
        stand({alice: 10}, in_week(back))

    assert weeks(Seat(alice.player_id, 7)) is None
    assert board_pictures(SLUG, "all", "timed", None, NOON_MS).weeks is None
