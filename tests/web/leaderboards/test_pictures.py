"""The pictures on the pages of boards."""

import pytest
from sqlalchemy import Connection, func, insert, select

from quizapp.domain.leaderboard import board
from quizapp.store.board_tree import count_standings, remove_all_buckets
from quizapp.store.player import players
from quizapp.store.standing import standings
from quizapp.store.transaction import writing
from tests.conftest import NOON_MS
from tests.web.rounds.somebody import Somebody

WEEK_MS = 7 * 24 * 60 * 60 * 1000


@pytest.fixture(autouse=True)
def round_of_alice(alice: Somebody) -> None:
    """Alice has 4,000 points."""
    alice.start(pace="relaxed")
    alice.play_to_the_end(right=4)


@pytest.fixture
def crowd() -> None:
    """Six others have 1,000 to 6,000 points each; two weeks ago Alice had twice as many as any."""
    now = board("", "all", "untimed", NOON_MS).key
    earlier = board("", "week", "untimed", NOON_MS - 2 * WEEK_MS).key
    with writing() as connection:
        alice = connection.scalar(select(func.min(players.c.id)))
        for number in range(1, 7):
            name = f"Player {number}"
            row = {"name": name, "name_key": name, "lookalike_key": name, "is_guest": True, "epoch": 0}
            made = connection.execute(
                insert(players).values(**row, created_at_ms=NOON_MS, seen_at_ms=NOON_MS)
            ).inserted_primary_key
            assert made
            _stand(connection, now, made[0], 1_000 * number)
            _stand(connection, earlier, made[0], 1_000 * number)
        _stand(connection, earlier, alice, 12_000)
        connection.execute(remove_all_buckets)
        connection.execute(count_standings)


def _stand(connection: Connection, key: str, player_id: int | None, points: int) -> None:
    row = {"board": key, "player_id": player_id, "points": points, "reached_at_ms": NOON_MS}
    connection.execute(insert(standings).values(**row, correct=1, answered=2))


@pytest.mark.usefixtures("crowd")
def test_a_board_shows_how_all_scores_spread_and_where_yours_is(alice: Somebody, charlie: Somebody) -> None:
    alice.look("/leaderboards?clock=untimed")
    charlie.look("/leaderboards?clock=untimed")

    assert "You: 4,000 points, better than 3 of 7." in alice.page
    assert "The scores of 7 players as bars." in alice.page
    assert alice.page.count("picture__bar--yours") == 1
    assert "The scores of 7 players as bars." in charlie.page
    assert "picture__bar--yours" not in charlie.page


@pytest.mark.usefixtures("crowd")
def test_a_board_shows_your_places_week_by_week(alice: Somebody, charlie: Somebody) -> None:
    alice.look("/leaderboards?clock=untimed")

    assert "Best: place 1 of 1, this week." in alice.page
    assert "Your places of the last 12 weeks: 2 Nov 1, 16 Nov 1." in alice.page
    assert "did not play" in alice.page
    assert "Your places" not in charlie.look("/leaderboards?clock=untimed").text


@pytest.mark.usefixtures("crowd")
def test_nothing_in_a_picture_needs_more_than_the_policy_allows(alice: Somebody) -> None:
    page = alice.look("/leaderboards?clock=untimed").text

    assert "<style" not in page
    assert " style=" not in page


def test_a_board_of_few_has_no_pictures(alice: Somebody) -> None:
    alice.look("/leaderboards?clock=untimed")

    assert "4,000" in alice.page
    assert "<svg" not in alice.page
