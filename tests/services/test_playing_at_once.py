"""Several requests in the same moment: two tabs, a double click, many players."""

from collections.abc import Callable
from contextlib import suppress

from flask import Flask

from quizapp.domain.attempt import LEFT_AFTER_MS
from quizapp.errors import QuizError
from quizapp.extensions import db
from quizapp.packs.shelf import Shelf
from quizapp.services import playing
from quizapp.services.bookkeeping import check_boards
from quizapp.services.leaving import forget_player
from quizapp.services.playing import Seat, Verdict
from quizapp.services.shelving import publish_shelf
from quizapp.store.player import Player
from quizapp.store.response import responses
from quizapp.store.transaction import reading
from tests.builders import a_pack
from tests.conftest import NOON_MS
from tests.services.conftest import AtOnce, Sit
from tests.services.rounds import Play
from tests.services.test_bookkeeping import ban, kept_standings, lift_ban
from tests.services.test_correcting import MARS, assert_all_judged_by_the_keys_of_now, correct


def test_many_clicks_in_one_moment_are_one_response(alice: Seat, at_once: AtOnce) -> None:
    play = Play(alice)
    item_id = play.page.prompt.item_id

    def click(letter: str) -> Callable[[], Verdict]:
        return lambda: playing.respond(alice, play.public_id, item_id, letter, NOON_MS + 1_000)

    verdicts = at_once([click(letter) for letter in "ABCD" * 5])

    assert len(set(verdicts)) == 1
    with reading() as connection:
        assert len(connection.execute(responses.select()).all()) == 1


def test_one_player_in_many_tabs_earns_each_item_once(alice: Seat, at_once: AtOnce) -> None:
    def tab() -> None:
        Play(alice, length=None).finish(right=8)

    at_once([tab] * 8)

    with reading() as connection:
        rows = connection.execute(responses.select()).all()
    assert (len(rows), sum(row.is_first for row in rows)) == (64, 8)
    assert check_boards() == []


def test_many_players_at_once_are_all_counted(sit: Sit, at_once: AtOnce) -> None:
    def game(seat: Seat) -> Callable[[], None]:
        return lambda: Play(seat, length=None).finish(right=8)

    at_once([game(sit(f"Player {number}")) for number in range(8)])

    assert check_boards() == []


def test_rounds_that_end_at_once_are_counted_once_whoever_ends_them(sit: Sit, at_once: AtOnce) -> None:
    seats = [sit(f"Player {number}") for number in range(10)]
    for seat in seats:
        for seed in ("one", "two"):
            left = Play(seat, length=None, seed=seed)
            left.respond(left.key)
    later_ms = NOON_MS + 2 * LEFT_AFTER_MS

    def sweep() -> None:
        while playing.close_left_rounds(later_ms, most=3):
            pass

    def game(seat: Seat) -> Callable[[], None]:
        return lambda: Play(seat, seed="three", now_ms=later_ms).finish(right=5)

    at_once([sweep, *map(game, seats), sweep, sweep])

    assert check_boards() == []


def test_who_is_banned_while_rounds_end_stays_off_the_boards(sit: Sit, at_once: AtOnce) -> None:
    seats = [sit(f"Player {number}") for number in range(8)]

    def game(seat: Seat) -> Callable[[], None]:
        return lambda: Play(seat, length=None).finish(right=8)

    def game_of_one_who_goes(seat: Seat) -> Callable[[], None]:
        def play() -> None:
            with suppress(QuizError):
                game(seat)()

        return play

    def turns(seat: Seat) -> Callable[[], None]:
        def turn() -> None:
            for change in (ban, lift_ban, ban):
                change(seat)

        return turn

    def goes(seat: Seat) -> Callable[[], object]:
        return lambda: forget_player(db.session.get_one(Player, seat.player_id), NOON_MS)

    def comes_back(seat: Seat) -> Callable[[], None]:
        return lambda: lift_ban(seat)

    games = [*map(game, seats[:4]), *map(game_of_one_who_goes, seats[4:6]), *map(game, seats[6:])]
    at_once([*games, *map(turns, seats[:4]), *map(goes, seats[4:6]), *map(comes_back, seats[:2])])

    assert check_boards() == []
    assert {row.player_id for row in kept_standings()} <= {seat.player_id for seat in seats[:2] + seats[6:]}


def test_a_key_corrected_while_others_play_is_the_key_of_every_response(sit: Sit, at_once: AtOnce) -> None:
    def game(seat: Seat) -> Callable[[], None]:
        return lambda: Play(seat, length=None).finish(right=8)

    def corrections() -> None:
        for key in ("Saturn", "Mars", "Neptune", "Saturn"):
            correct(key)

    games = [game(sit(f"Player {number}")) for number in range(12)]
    at_once([*games[:6], corrections, *games[6:]])

    with reading() as connection:
        assert {row.item_id for row in connection.execute(responses.select())} >= {MARS}
    assert check_boards() == []
    assert_all_judged_by_the_keys_of_now()


def test_servers_that_start_at_once_agree_on_the_shelf(app: Flask, at_once: AtOnce) -> None:

    shelf = Shelf({"moons": a_pack(slug="moons", title="Moons")}, ())

    results = at_once([lambda: publish_shelf(shelf, NOON_MS)] * 4)

    assert (1, 1) in results
    assert set(results) <= {(1, 1), (0, 0)}
