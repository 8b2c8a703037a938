"""What is written down: every deed that matters, by whom and about whom, and no more than that."""

import pytest
from argon2 import PasswordHasher
from flask import Flask

from quizapp.errors import LogInRefused, Malformed
from quizapp.packs.writer import write_pack
from quizapp.services import accounts, editions, passwords, players
from quizapp.services.banning import ban, unban
from quizapp.services.journal import Entry, entries
from quizapp.services.leaving import export_player, forget_player
from quizapp.services.players import Player
from quizapp.services.publishing import publish_file
from quizapp.services.roles import give_role
from tests.builders import a_pack
from tests.conftest import NOON_MS
from tests.services.authors import an_author

PASSWORD = "correct horse"
HOUR_MS = 60 * 60 * 1000


@pytest.fixture(autouse=True)
def quick_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1))


@pytest.fixture
def alice(app: Flask) -> Player:
    return accounts.sign_up(None, "Alice", PASSWORD, "alice@example.org", NOON_MS)


def told(entry: Entry) -> tuple[str, str, str, str]:
    return entry.kind, entry.actor_name, entry.player_name, entry.detail


def test_a_players_own_deeds_are_theirs(alice: Player) -> None:
    accounts.log_in(None, "Alice", PASSWORD, NOON_MS)
    accounts.change_password(alice, PASSWORD, "battery staple", NOON_MS)
    accounts.log_out_everywhere(alice, NOON_MS, alice.id)

    assert [told(entry) for entry in reversed(entries())] == [
        (kind, "Alice", "Alice", "")
        for kind in ("sign-up", "log-in", "password-changed", "log-out-everywhere")
    ]


def test_what_is_done_at_the_terminal_is_nobodys(alice: Player) -> None:
    give_role(alice, "author", NOON_MS)
    players.rename(alice, "Alicia", NOON_MS)
    accounts.set_password(alice, "battery staple", NOON_MS)

    assert [told(entry) for entry in reversed(entries())][1:] == [
        ("role-changed", "", "Alicia", "player to author"),
        ("renamed", "", "Alicia", ""),
        ("password-changed", "", "Alicia", ""),
    ]


def test_the_same_role_once_more_is_no_news(alice: Player) -> None:
    give_role(alice, "player", NOON_MS)

    assert [entry.kind for entry in entries()] == ["sign-up"]


def test_bans_name_who_banned(alice: Player) -> None:
    grace = an_author("Grace", "administrator")

    ban(alice, "Her bot plays for her", NOON_MS, grace.id)
    unban(alice, NOON_MS, grace.id)

    assert [told(entry) for entry in entries(player_id=alice.id)][:2] == [
        ("unbanned", "Grace", "Alice", ""),
        ("banned", "Grace", "Alice", ""),
    ]


def test_the_life_of_a_pack_is_written_down(alice: Player) -> None:
    give_role(alice, "administrator", NOON_MS)
    done = publish_file(
        alice, write_pack(a_pack(slug="planets", title="Planets")), "planets.yaml", (), NOON_MS
    )
    editions.feature(alice, "planets", NOON_MS, featured=True)
    editions.feature(alice, "planets", NOON_MS, featured=True)
    editions.feature(alice, "planets", NOON_MS, featured=False)
    editions.unlist(alice, "planets", NOON_MS)
    editions.relist(alice, "planets", NOON_MS)
    editions.restore(alice, "planets", done.digest, NOON_MS)

    assert [(entry.kind, entry.actor_name) for entry in reversed(entries()) if entry.slug == "planets"] == [
        (kind, "Alice")
        for kind in ("published", "featured", "unfeatured", "unlisted", "relisted", "restored")
    ]


def test_failed_log_ins_are_written_down_for_accounts_alone_and_ten_an_hour(alice: Player) -> None:
    guest = accounts.new_guest(NOON_MS)
    for name in (*["Alice"] * 12, "Nobody", guest.name):
        with pytest.raises(LogInRefused):
            accounts.log_in(None, name, "wrong password", NOON_MS + 1)

    assert len(entries(kind="log-in-failed")) == 10
    with pytest.raises(LogInRefused):
        accounts.log_in(None, "Alice", "wrong password", NOON_MS + HOUR_MS + 1)
    assert len(entries(kind="log-in-failed")) == 11


def test_who_leaves_is_known_by_number_alone(alice: Player) -> None:
    number = alice.id

    forget_player(alice, NOON_MS, number)

    assert told(entries()[0]) == (
        "account-deleted",
        f"Deleted player {number}",
        f"Deleted player {number}",
        "",
    )
    assert "alice" not in str(entries()).casefold()


def test_a_guest_who_goes_is_no_news(app: Flask) -> None:
    forget_player(accounts.new_guest(NOON_MS), NOON_MS)

    assert entries() == []


def test_players_take_what_is_written_about_them_along(alice: Player) -> None:
    assert [row["kind"] for row in export_player(alice)["journal"]] == ["sign-up"]


def test_entries_are_found_by_kind_and_day(alice: Player) -> None:
    accounts.log_in(None, "Alice", PASSWORD, NOON_MS + HOUR_MS)

    assert [entry.kind for entry in entries(kind="log-in")] == ["log-in"]
    assert [entry.kind for entry in entries(since_ms=NOON_MS + 1)] == ["log-in"]
    with pytest.raises(Malformed, match="knows no"):
        entries(kind="gossip")
