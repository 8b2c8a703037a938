"""Groups: who is in which, who looks after them, and what becomes of them when people go."""

from functools import partial

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.errors import Malformed, NameRefused, NotAllowed, NotFound
from quizapp.services import groups
from quizapp.services.accounts import log_in, sign_up
from quizapp.services.group_page import GroupPage, group_page
from quizapp.services.leaving import export_player, forget_player
from quizapp.services.players import new_guest
from quizapp.services.seat import Seat
from quizapp.store.group import groups as group_table
from quizapp.store.group import members as member_table
from quizapp.store.transaction import reading
from tests.conftest import NOON_MS
from tests.services.conftest import AtOnce, Sit
from tests.services.rounds import RELAXED, SLUG, Play

DAY_MS = 24 * 60 * 60 * 1000
PASSWORD = "a long enough password"


@pytest.fixture
def group(alice: Seat) -> str:
    """A group that Alice has made."""
    return groups.make_group(alice, "The Planeteers", NOON_MS)


def look(seat: Seat, public_id: str, slug: str | None = SLUG, **more: object) -> GroupPage:
    options: dict[str, object] = {"period": "all", "clock": "timed", "now_ms": NOON_MS} | more
    return group_page(seat, public_id, slug, **options)  # type: ignore[arg-type]


def join(seat: Seat, owner: Seat, public_id: str, at_ms: int = NOON_MS) -> None:
    groups.join_group(seat, look(owner, public_id).invite, at_ms)


def names(seat: Seat, public_id: str) -> list[str]:
    return [member.name for member in look(seat, public_id).members]


def rows_left() -> tuple[int, int]:
    """How many groups and memberships the database holds."""
    with reading() as connection:
        counts = [connection.scalar(select(func.count()).select_from(t)) for t in (group_table, member_table)]
    return counts[0] or 0, counts[1] or 0


def test_whoever_makes_a_group_owns_it_and_is_in_it(alice: Seat, group: str) -> None:
    page = look(alice, group)

    assert (page.name, page.is_owner, page.owner_name) == ("The Planeteers", True, "Alice")
    assert [(m.name, m.is_you, m.is_owner, m.has_points) for m in page.members] == [
        ("Alice", True, True, False)
    ]
    assert [(card.name, card.size, card.is_owner) for card in groups.groups_of(alice)] == [
        ("The Planeteers", 1, True)
    ]


@pytest.mark.parametrize("name", ["", "x", "x" * 41, "fuck them all", "a\0b", "\u202egnp"])
def test_a_group_cannot_be_called_anything(alice: Seat, group: str, name: str) -> None:
    with pytest.raises(NameRefused):
        groups.make_group(alice, name, NOON_MS)
    with pytest.raises(NameRefused):
        groups.rename_group(alice, group, name)


def test_two_groups_may_have_one_name(alice: Seat, bob: Seat, group: str) -> None:
    assert groups.make_group(bob, "The Planeteers", NOON_MS) != group


def test_an_invite_link_says_where_it_leads_and_lets_in(alice: Seat, bob: Seat, group: str) -> None:
    invite = look(alice, group).invite

    before = groups.invitation(invite, bob)
    joined = groups.join_group(bob, invite, NOON_MS)

    assert (before.name, before.size, before.is_member) == ("The Planeteers", 1, False)
    assert joined == group
    assert groups.invitation(invite, bob).is_member
    assert names(bob, group) == ["Alice", "Bob"]


def test_joining_twice_changes_nothing(alice: Seat, bob: Seat, group: str) -> None:
    join(bob, alice, group)
    join(bob, alice, group)

    assert names(alice, group) == ["Alice", "Bob"]


def test_many_join_at_once_and_nobody_is_lost(sit: Sit, at_once: AtOnce, alice: Seat, group: str) -> None:
    invite = look(alice, group).invite
    seats = [sit(f"Player {number}") for number in range(12)]

    at_once([partial(groups.join_group, seat, invite, NOON_MS) for seat in seats * 2])

    assert len(names(alice, group)) == 13


def test_a_full_group_takes_nobody_even_when_two_come_at_once(
    sit: Sit, at_once: AtOnce, alice: Seat, group: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups, "MOST_MEMBERS", 3)
    invite = look(alice, group).invite

    def try_to_join(seat: Seat) -> str:
        try:
            return groups.join_group(seat, invite, NOON_MS)
        except Malformed as refusal:
            return str(refusal)

    seats = [sit(f"Player {number}") for number in range(6)]
    said = at_once([partial(try_to_join, seat) for seat in seats])

    assert said.count(group) == 2
    assert said.count("The Planeteers is full: a group has at most 3 members.") == 4


def test_nobody_is_in_too_many_groups(
    alice: Seat, bob: Seat, group: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups, "MOST_GROUPS", 1)
    other = groups.make_group(bob, "Comets", NOON_MS)

    with pytest.raises(Malformed, match="in 1 groups already"):
        groups.make_group(alice, "Another", NOON_MS)
    with pytest.raises(Malformed, match="Leave one"):
        join(alice, bob, other)


def test_to_others_a_group_is_not_there(alice: Seat, bob: Seat, group: str) -> None:
    logged_out = Seat(alice.player_id, 7)

    for seat in (bob, logged_out):
        with pytest.raises(NotFound):
            look(seat, group)
        for act in (groups.leave_group, groups.renew_invite, groups.dissolve_group):
            with pytest.raises(NotFound):
                act(seat, group)
    with pytest.raises(NotFound):
        groups.make_group(logged_out, "Nobody's", NOON_MS)
    assert groups.groups_of(None) == groups.groups_of(bob) == []


def test_members_who_do_not_own_it_cannot_look_after_it(alice: Seat, bob: Seat, group: str) -> None:
    join(bob, alice, group)

    for act in (groups.renew_invite, groups.dissolve_group):
        with pytest.raises(NotAllowed):
            act(bob, group)
    for act_on in (groups.rename_group, groups.remove_member, groups.hand_over):
        with pytest.raises(NotAllowed):
            act_on(bob, group, "Alice")


def test_a_new_invite_link_ends_the_old_one(alice: Seat, bob: Seat, group: str) -> None:
    old = look(alice, group).invite

    groups.renew_invite(alice, group)

    with pytest.raises(NotFound, match="Ask whoever sent it"):
        groups.invitation(old, bob)
    with pytest.raises(NotFound):
        groups.join_group(bob, old, NOON_MS)
    join(bob, alice, group)
    assert names(bob, group) == ["Alice", "Bob"]


def test_a_member_is_removed_by_name(alice: Seat, bob: Seat, group: str) -> None:
    join(bob, alice, group)

    groups.remove_member(alice, group, "BOB")

    assert names(alice, group) == ["Alice"]
    for name in ("Bob", "a\0b", ""):
        with pytest.raises(NotFound, match="no member of that name"):
            groups.remove_member(alice, group, name)


def test_owners_cannot_remove_themselves(alice: Seat, group: str) -> None:
    with pytest.raises(Malformed, match="Hand the group over"):
        groups.remove_member(alice, group, "Alice")


def test_a_group_is_handed_over(alice: Seat, bob: Seat, group: str) -> None:
    join(bob, alice, group)

    groups.hand_over(alice, group, "Bob")
    groups.rename_group(bob, group, "Bob's")

    assert (look(alice, group).is_owner, look(alice, group).name) == (False, "Bob's")


def test_an_owner_who_leaves_is_followed_by_the_earliest_member(
    sit: Sit, alice: Seat, bob: Seat, group: str
) -> None:
    zoe = sit("Zoe")
    join(zoe, alice, group, NOON_MS + 1)
    join(bob, alice, group, NOON_MS + 2)

    assert groups.leave_group(alice, group) == "The Planeteers"

    assert (look(bob, group).owner_name, names(bob, group)) == ("Zoe", ["Zoe", "Bob"])


def test_the_last_one_out_ends_the_group(alice: Seat, group: str) -> None:
    groups.leave_group(alice, group)

    assert rows_left() == (0, 0)


def test_a_dissolved_group_is_gone_for_everybody(alice: Seat, bob: Seat, group: str) -> None:
    join(bob, alice, group)

    groups.dissolve_group(alice, group)

    assert rows_left() == (0, 0)


def test_places_are_counted_among_the_members(sit: Sit, alice: Seat, bob: Seat, group: str) -> None:
    zoe, stranger = sit("Zoe"), sit("Stranger")
    for seat in (bob, zoe):
        join(seat, alice, group)
    Play(stranger).finish(right=5)
    for seat in (bob, zoe):
        Play(seat).finish(right=3)

    page = look(alice, group)

    assert [(row.place, row.player_name, row.points, row.is_tied) for row in page.rows] == [
        (1, "Bob", 3000, True),
        (1, "Zoe", 3000, True),
    ]
    assert [member.name for member in page.without_points] == ["Alice"]
    assert (page.your_place, look(bob, group).your_place) == (None, 1)


def test_a_group_has_every_board_that_everybody_has(alice: Seat, group: str) -> None:
    Play(alice, pace=RELAXED).finish(right=2, after_ms=99_000)

    assert look(alice, group).rows == ()
    for slug in (None, SLUG):
        for period in ("day", "week", "all"):
            assert [row.points for row in look(alice, group, slug, clock="untimed", period=period).rows] == [
                2000
            ]
    assert look(alice, group, clock="untimed", period="day", now_ms=NOON_MS + DAY_MS).rows == ()
    assert (look(alice, group, None).title, look(alice, group).title) == ("All packs", "The Solar System")
    with pytest.raises(NotFound):
        look(alice, group, "lunar-system")


def test_whoever_deletes_the_account_leaves_the_groups(app: Flask, bob: Seat) -> None:
    alice = sign_up(None, "Alice", PASSWORD, None, NOON_MS)
    seat = Seat(alice.id, alice.epoch)
    shared, alone = (groups.make_group(seat, name, NOON_MS) for name in ("Shared", "Alone"))
    join(bob, seat, shared)

    forget_player(alice, NOON_MS)

    assert (look(bob, shared).owner_name, names(bob, shared)) == ("Bob", ["Bob"])
    assert rows_left() == (1, 1)
    assert alone


def test_a_guest_who_signs_up_stays_in_the_group(app: Flask) -> None:
    guest = new_guest(NOON_MS)
    group = groups.make_group(Seat(guest.id, guest.epoch), "Mine", NOON_MS)

    alice = sign_up(Seat(guest.id, guest.epoch), "Alice", PASSWORD, None, NOON_MS)

    assert look(Seat(alice.id, alice.epoch), group).owner_name == "Alice"


def test_a_guest_who_logs_in_takes_groups_along(app: Flask, bob: Seat) -> None:
    account = sign_up(None, "Alice", PASSWORD, None, NOON_MS)
    alice = Seat(account.id, account.epoch)
    guest = new_guest(NOON_MS)
    seat = Seat(guest.id, guest.epoch)
    owned, both = groups.make_group(seat, "Owned", NOON_MS), groups.make_group(bob, "Both", NOON_MS)
    join(seat, bob, both)
    join(alice, bob, both)

    log_in(seat, "Alice", PASSWORD, NOON_MS)

    assert look(alice, owned).is_owner
    assert names(alice, both) == ["Bob", "Alice"]
    assert rows_left() == (2, 3)


def test_the_groups_are_among_what_players_take_along(app: Flask) -> None:
    alice = sign_up(None, "Alice", PASSWORD, None, NOON_MS)
    groups.make_group(Seat(alice.id, alice.epoch), "Mine", NOON_MS)

    assert export_player(alice)["groups"] == [{"name": "Mine", "is_owner": True, "joined_at_ms": NOON_MS}]
