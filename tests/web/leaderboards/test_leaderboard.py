import pytest

from tests.services.test_ranking import a_crowd
from tests.web.rounds.somebody import Somebody


def test_a_finished_round_stands_on_every_board_it_counts_for(alice: Somebody) -> None:
    alice.start()
    alice.play_to_the_end(right=4)

    for board in ("/leaderboards", "/leaderboards/solar-system"):
        for period in ("day", "week", "all"):
            assert "4,000" in alice.look(f"{board}?period={period}").text
        assert "4,000" not in alice.look(f"{board}?clock=untimed").text


def test_a_round_without_a_clock_ranks_on_its_own_board(alice: Somebody) -> None:
    alice.start(pace="relaxed")
    alice.play_to_the_end(right=4)

    assert "4,000" in alice.look("/leaderboards?clock=untimed").text
    assert "4,000" not in alice.look("/leaderboards").text


def test_tied_players_share_a_place_and_it_is_said(alice: Somebody, charlie: Somebody) -> None:
    for player in (alice, charlie):
        player.start(pace="relaxed", length="all")
        player.play_to_the_end(right=8, of=8)

    alice.look("/leaderboards?clock=untimed")

    assert alice.page.count('<span class="visually-hidden">tied at </span>1') == 2
    assert alice.page.count("chip--you") == 1


def test_an_empty_board_says_so_and_what_to_do(alice: Somebody) -> None:
    alice.look("/leaderboards/solar-system")

    assert "Nobody stands here yet." in alice.page
    assert 'href="/packs/solar-system"' in alice.page


def test_a_board_says_when_a_new_one_begins(alice: Somebody) -> None:
    assert "Sunday 22 November, 00:00 UTC" in alice.look("/leaderboards?period=day").text
    assert "Monday 23 November, 00:00 UTC" in alice.look("/leaderboards?period=week").text
    assert "A new board begins" not in alice.look("/leaderboards?period=all").text


@pytest.mark.parametrize(
    "query",
    ["period=year", "clock=fast", "page=0", "page=x", "page=-1", "page=99999999", "place=0", "place=x"],
)
def test_a_board_that_does_not_exist_is_not_found(alice: Somebody, query: str) -> None:
    assert alice.look(f"/leaderboards?{query}").status_code == 404


def test_the_board_of_an_unknown_pack_is_not_found(alice: Somebody) -> None:
    assert alice.look("/leaderboards/nowhere").status_code == 404


def test_going_to_a_place_without_a_number_shows_the_first_page(alice: Somebody) -> None:
    assert alice.look("/leaderboards?place=").status_code == 200


def test_a_long_board_has_a_field_to_go_to_a_place(alice: Somebody) -> None:
    a_crowd([1_000 - number for number in range(60)])

    alice.look("/leaderboards/solar-system?place=57")

    assert alice.page.count('id="sought"') == 1
    assert '<tr id="sought" data-place="57">' in alice.page
    assert 'action="/leaderboards/solar-system#sought"' in alice.page
    assert "Page 2 of 2" in alice.page
