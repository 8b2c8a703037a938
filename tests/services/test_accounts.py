"""Accounts: a guest becomes one, a password opens it, and leaving leaves nothing personal behind."""

from random import Random

import pytest
from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.domain.round import Pace
from quizapp.errors import LogInRefused, Malformed, NameRefused, NotFound
from quizapp.services import accounts, players, playing
from quizapp.services.bookkeeping import check_boards
from quizapp.services.leaving import forget_player
from quizapp.services.names import name_keys
from quizapp.services.passwords import is_outdated
from quizapp.services.players import Player
from quizapp.services.seat import Seat
from quizapp.store.player import players as player_rows
from quizapp.store.response import responses
from quizapp.store.standing import standings
from quizapp.store.transaction import reading, session_writing
from tests.conftest import NOON_MS

pytestmark = pytest.mark.usefixtures("quick_hashing")

PASSWORD = "correct horse"
LATER_MS = NOON_MS + 60_000


def _seat(player: Player) -> Seat:
    return Seat(player.id, player.epoch)


def _alice() -> Player:
    return accounts.sign_up(None, "Alice", PASSWORD, "alice@example.org", NOON_MS)


def _play(seat: Seat) -> str:
    public_id = playing.start_round(seat, "solar-system", 5, Pace("timed"), NOON_MS, seed="one")
    item_id = playing.round_page(seat, public_id, NOON_MS).prompt.item_id
    playing.respond(seat, public_id, item_id, "A", NOON_MS)
    playing.end_round(seat, public_id, NOON_MS)
    return public_id


def test_guests_get_different_names_even_from_one_seed(app: Flask) -> None:
    names = {accounts.new_guest(NOON_MS, Random(3)).name for _ in range(6)}

    assert len(names) == 6
    assert any(name[-1].isdigit() for name in names)


def test_a_guest_who_signs_up_keeps_everything(app: Flask) -> None:
    guest = accounts.new_guest(NOON_MS)
    guest_seat = _seat(guest)
    public_id = _play(guest_seat)

    account = accounts.sign_up(guest_seat, "Alice", PASSWORD, None, LATER_MS)

    assert account.id == guest_seat.player_id
    assert not account.is_guest
    assert playing.result_page(_seat(account), public_id, LATER_MS).answered == 1
    assert check_boards() == []


def test_the_cookie_of_the_guest_does_not_open_the_account(app: Flask) -> None:
    guest_seat = _seat(accounts.new_guest(NOON_MS))

    accounts.sign_up(guest_seat, "Alice", PASSWORD, None, LATER_MS)

    assert players.player_in(guest_seat) is None


def test_a_guest_may_keep_the_friendly_name(app: Flask) -> None:
    guest = accounts.new_guest(NOON_MS)
    name = guest.name

    assert accounts.sign_up(_seat(guest), name, PASSWORD, None, LATER_MS).name == name


def test_a_seat_that_has_been_given_up_signs_up_as_somebody_new(app: Flask) -> None:
    guest = accounts.new_guest(NOON_MS)
    stale = Seat(guest.id, guest.epoch + 1)

    assert accounts.sign_up(stale, "Alice", PASSWORD, None, LATER_MS).id != stale.player_id


def test_an_account_cannot_sign_up_again(app: Flask) -> None:
    alice = _alice()

    with pytest.raises(LogInRefused, match="account already"):
        accounts.sign_up(_seat(alice), "Alice Two", PASSWORD, None, LATER_MS)


@pytest.mark.parametrize("name", ["alice", "Ａlice"])
def test_a_taken_name_is_refused(app: Flask, name: str) -> None:
    _alice()

    with pytest.raises(NameRefused, match="is taken"):
        accounts.sign_up(None, name, PASSWORD, None, LATER_MS)


def test_the_double_of_a_name_is_refused(app: Flask) -> None:
    _alice()

    with pytest.raises(NameRefused, match="looks like the name of another"):
        accounts.sign_up(None, "Aiice", PASSWORD, None, LATER_MS)


def test_the_database_refuses_a_name_taken_in_the_same_moment(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    _alice()
    monkeypatch.setattr(accounts, "take_name", _take_blindly)

    with pytest.raises(NameRefused, match="is taken"):
        accounts.sign_up(None, "Alice", PASSWORD, None, LATER_MS)


def _take_blindly(session: Session, player: Player, name: str) -> None:
    player.name, (player.name_key, player.lookalike_key) = name, name_keys(name)
    session.add(player)


@pytest.mark.parametrize(
    ("name", "password"), [("Alice", "wrong"), ("Bob", PASSWORD), ("", ""), ("Alice", "\udcff")]
)
def test_what_does_not_belong_together_is_refused(app: Flask, name: str, password: str) -> None:
    _alice()

    with pytest.raises(LogInRefused, match="do not belong together"):
        accounts.log_in(None, name, password, LATER_MS)


def test_the_rounds_of_a_guest_move_into_the_account(app: Flask) -> None:
    alice_id = _alice().id
    guest = accounts.new_guest(NOON_MS)
    guest_id, public_id = guest.id, _play(_seat(guest))

    alice = accounts.log_in(Seat(guest_id, 0), "Alice", PASSWORD, LATER_MS)

    assert alice.id == alice_id
    assert playing.result_page(_seat(alice), public_id, LATER_MS).answered == 1
    assert players.player_in(Seat(guest_id, 0)) is None
    assert check_boards() == []


def test_another_account_is_never_merged(app: Flask) -> None:
    _alice()
    bob = accounts.sign_up(None, "Bob", PASSWORD, None, NOON_MS)
    bob_seat = _seat(bob)

    accounts.log_in(bob_seat, "Alice", PASSWORD, LATER_MS)

    assert players.player_in(bob_seat) is not None


def test_a_guest_whose_session_ended_is_not_merged(app: Flask) -> None:
    _alice()
    guest = accounts.new_guest(NOON_MS)
    seat = _seat(guest)

    accounts.log_in(Seat(seat.player_id, seat.epoch + 1), "Alice", PASSWORD, LATER_MS)

    assert players.player_in(seat) is not None


def test_logging_in_renews_a_hash_with_old_parameters(app: Flask) -> None:
    alice = _alice()
    with session_writing():
        alice.password_hash = PasswordHasher(time_cost=2, memory_cost=1024, parallelism=1).hash(PASSWORD)

    accounts.log_in(None, "Alice", PASSWORD, LATER_MS)

    kept = players.player_named("Alice").password_hash
    assert kept
    assert not is_outdated(kept)
    assert accounts.log_in(None, "Alice", PASSWORD, LATER_MS)


def test_a_new_password_ends_every_session(app: Flask) -> None:
    alice = _alice()
    seat = _seat(alice)

    accounts.change_password(alice, PASSWORD, "battery staple", LATER_MS)

    assert players.player_in(seat) is None
    assert accounts.log_in(None, "Alice", "battery staple", LATER_MS)


def test_a_weak_new_password_changes_nothing(app: Flask) -> None:
    alice = _alice()
    seat = _seat(alice)

    with pytest.raises(Malformed):
        accounts.change_password(alice, PASSWORD, "alice", LATER_MS)

    assert players.player_in(seat) is not None


def test_a_guest_cannot_be_given_a_password(app: Flask) -> None:
    with pytest.raises(LogInRefused, match="no password"):
        accounts.set_password(accounts.new_guest(NOON_MS), PASSWORD, LATER_MS)


def test_a_player_is_renamed_by_the_same_rules(app: Flask) -> None:
    alice = _alice()
    accounts.sign_up(None, "Bob", PASSWORD, None, NOON_MS)

    players.rename(alice, "Alicia", LATER_MS)

    assert players.player_named("ALICIA").id == alice.id
    with pytest.raises(NameRefused):
        players.rename(alice, "B0b", LATER_MS)
    with pytest.raises(NotFound):
        players.player_named("Alice")


def test_who_leaves_is_forgotten_and_the_responses_stay(app: Flask) -> None:
    alice = _alice()
    alice_id = alice.id
    seat = _seat(alice)
    _play(seat)

    accounts.delete_account(alice, PASSWORD, LATER_MS)

    with reading() as connection:
        row = connection.execute(select(player_rows).where(player_rows.c.id == alice_id)).one()
        assert row.name == f"Deleted player {alice_id}"
        assert (row.password_hash, row.email) == (None, None)
        assert connection.execute(select(responses).where(responses.c.player_id == alice_id)).all()
        assert not connection.execute(select(standings).where(standings.c.player_id == alice_id)).all()
    assert players.player_in(seat) is None
    assert check_boards() == []


def test_a_round_left_open_does_not_bring_a_deleted_player_back(app: Flask) -> None:
    guest = accounts.new_guest(NOON_MS)
    seat = _seat(guest)
    public_id = playing.start_round(seat, "solar-system", 5, Pace("timed"), NOON_MS)
    item_id = playing.round_page(seat, public_id, NOON_MS).prompt.item_id
    playing.respond(seat, public_id, item_id, "A", NOON_MS)

    forget_player(guest, LATER_MS)
    playing.close_left_rounds(NOON_MS + 100 * 24 * 60 * 60 * 1000)

    assert check_boards() == []
    with reading() as connection:
        assert not connection.execute(select(standings)).all()


def test_the_wrong_password_deletes_nothing(app: Flask) -> None:
    alice = _alice()

    with pytest.raises(LogInRefused):
        accounts.delete_account(alice, "wrong", LATER_MS)

    assert players.player_named("Alice").email == "alice@example.org"


def test_the_name_of_who_left_is_free(app: Flask) -> None:
    accounts.delete_account(_alice(), PASSWORD, LATER_MS)

    assert _alice().name == "Alice"


def test_an_export_holds_what_was_played_and_no_secret(app: Flask) -> None:
    alice = _alice()
    _play(_seat(alice))

    export = accounts.export_player(alice)

    assert export["player"]["email"] == "alice@example.org"
    assert [len(export[part]) for part in ("attempts", "responses", "flags")] == [1, 1, 0]
    assert {row["points"] for row in export["standings"]} == {export["responses"][0]["points"]}
    assert "argon2" not in str(export)
