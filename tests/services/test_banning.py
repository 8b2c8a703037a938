"""Bans: shut out, off every board, and let in again with all that was earned."""

import pytest
from argon2 import PasswordHasher
from flask import Flask

from quizapp.errors import LogInRefused, Malformed, NotAllowed, NotFound
from quizapp.services import passwords, playing
from quizapp.services.accounts import log_in, sign_up
from quizapp.services.banning import ban, unban
from quizapp.services.bookkeeping import check_boards
from quizapp.services.journal import entries
from quizapp.services.players import Player, player_in, player_named
from quizapp.services.ranking import board_page
from quizapp.services.roles import give_role
from quizapp.services.seat import Seat
from tests.conftest import NOON_MS
from tests.services.authors import an_author
from tests.services.rounds import SLUG, Play

PASSWORD = "correct horse"
WHY = "A bot answered for you"


@pytest.fixture(autouse=True)
def quick_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1))


@pytest.fixture
def cheat(app: Flask) -> Player:
    return sign_up(None, "Cheat", PASSWORD, None, NOON_MS)


def seat(player: Player) -> Seat:
    return Seat(player.id, player.epoch)


def names_on_the_board() -> list[str]:
    return [row.player_name for row in board_page(SLUG, "all", "timed", None, None, NOON_MS).rows]


def test_a_banned_player_is_out_everywhere(cheat: Player) -> None:
    sitting = seat(cheat)
    open_round = Play(sitting)

    ban(cheat, WHY, NOON_MS)

    assert player_in(sitting) is None
    with pytest.raises(NotFound):
        open_round.respond("A")
    with pytest.raises(NotFound):
        Play(sitting)


def test_who_knows_the_password_is_told_why_and_how_to_object(cheat: Player) -> None:
    ban(cheat, WHY, NOON_MS)

    with pytest.raises(LogInRefused, match=r"banned: A bot answered for you\. .* write to whoever runs"):
        log_in(None, "Cheat", PASSWORD, NOON_MS)
    with pytest.raises(LogInRefused, match="do not belong together"):
        log_in(None, "Cheat", "wrong password", NOON_MS)


def test_a_ban_clears_the_boards_and_its_end_brings_all_back(cheat: Player, bob: Seat) -> None:
    Play(seat(cheat)).finish(5)
    Play(bob).finish(3)

    ban(cheat, WHY, NOON_MS)
    assert names_on_the_board() == ["Bob"]
    assert check_boards() == []

    unban(cheat, NOON_MS)
    assert names_on_the_board() == ["Cheat", "Bob"]
    assert check_boards() == []
    assert log_in(None, "Cheat", PASSWORD, NOON_MS).banned_for == ""


def test_a_round_left_open_does_not_bring_a_banned_player_back(cheat: Player) -> None:
    play = Play(seat(cheat))
    play.respond(play.key)

    ban(cheat, WHY, NOON_MS)
    playing.close_left_rounds(NOON_MS + 100 * 24 * 60 * 60 * 1000)

    assert names_on_the_board() == []
    assert check_boards() == []
    unban(cheat, NOON_MS)
    assert names_on_the_board() == ["Cheat"]
    assert check_boards() == []


def test_banning_twice_is_banning_once(cheat: Player) -> None:
    for _ in range(2):
        ban(cheat, WHY, NOON_MS)
    for _ in range(2):
        unban(cheat, NOON_MS)

    assert [entry.kind for entry in entries()][:3] == ["unbanned", "banned", "sign-up"]


def test_a_ban_says_why(cheat: Player) -> None:
    with pytest.raises(Malformed, match="Say why"):
        ban(cheat, "  ", NOON_MS)
    with pytest.raises(Malformed, match="at most 200"):
        ban(cheat, "x" * 300, NOON_MS)

    assert player_named("Cheat").banned_at_ms is None


def test_nobody_bans_themself(app: Flask) -> None:
    grace = an_author("Grace", "administrator")

    with pytest.raises(NotAllowed, match="themself"):
        ban(grace, WHY, NOON_MS, grace.id)


def test_the_last_administrator_stays(app: Flask) -> None:
    grace, ada = an_author("Grace", "administrator"), an_author("Ada", "administrator")

    give_role(ada, "player", NOON_MS, ada.id)
    with pytest.raises(NotAllowed, match="last administrator"):
        give_role(grace, "author", NOON_MS, grace.id)
    with pytest.raises(NotAllowed, match="last administrator"):
        ban(grace, WHY, NOON_MS, ada.id)

    give_role(grace, "player", NOON_MS)
    assert player_named("Grace").role == "player"


def test_a_banned_administrator_counts_for_nobody(app: Flask) -> None:
    grace, ada = an_author("Grace", "administrator"), an_author("Ada", "administrator")

    ban(ada, WHY, NOON_MS, grace.id)

    with pytest.raises(NotAllowed, match="last administrator"):
        give_role(grace, "player", NOON_MS, grace.id)
