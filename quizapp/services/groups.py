"""Groups: made by any player, joined by a link, looked after by their owner. `group_page` reads them."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from quizapp.errors import Malformed, NotAllowed, NotFound
from quizapp.services.names import checked_group_name, could_be_a_name, name_keys
from quizapp.services.seat import Seat
from quizapp.store import group as store
from quizapp.store.transaction import reading, writing

MOST_GROUPS = 50
MOST_MEMBERS = 500
NO_SUCH_GROUP = "There is no such group, or you are not in it."
NO_SUCH_INVITE = "This invite link leads nowhere any more. Ask whoever sent it for a new one."


@dataclass(frozen=True, slots=True)
class GroupCard:
    """A group in the list of a player's own."""

    public_id: str
    name: str
    size: int
    is_owner: bool


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an invite link says before it is taken."""

    public_id: str
    name: str
    size: int
    is_member: bool


def groups_of(seat: Seat | None) -> list[GroupCard]:
    """The groups that whoever sits there is in, by name."""
    if seat is None:
        return []
    with reading() as connection:
        rows = connection.execute(store.groups_of_seat, _values(seat)).all()
    return [GroupCard(row.public_id, row.name, row.size, row.is_owner) for row in rows]


def make_group(seat: Seat, name: str, now_ms: int) -> str:
    """The public id of a new group of that name, with its maker as owner and first member."""
    name = checked_group_name(name)
    public_id = secrets.token_hex(10)
    with writing() as connection:
        player_id = _held(connection, seat)
        _require_few_groups(connection, player_id)
        row = {"name": name, "invite": _secret(), "owner_id": player_id, "created_at_ms": now_ms}
        made = connection.execute(store.insert_group, {"public_id": public_id, **row})
        group_id = made.inserted_primary_key[0] if made.inserted_primary_key else 0
        _add(connection, group_id, player_id, now_ms)
    return public_id


def invitation(invite: str, seat: Seat | None) -> Invitation:
    """The group that the link leads to, for whoever opens it."""
    with reading() as connection:
        row = connection.execute(store.group_of_invite, {"invite": invite}).first()
        if row is None:
            raise NotFound(NO_SUCH_INVITE)
        size = connection.scalar(store.size_of_group, {"group_number": row.id}) or 0
        theirs = {"public_id": row.public_id, **_values(seat)} if seat else None
        is_member = theirs is not None and connection.execute(store.group_of_seat, theirs).first() is not None
    return Invitation(row.public_id, row.name, size, is_member)


def join_group(seat: Seat, invite: str, now_ms: int) -> str:
    """The public id of the group that the player is in from now on. Joining twice changes nothing."""
    with writing() as connection:
        player_id = _held(connection, seat)
        group = connection.execute(store.held_group_of_invite, {"invite": invite}).first()
        if group is None:
            raise NotFound(NO_SUCH_INVITE)
        if not _is_member(connection, group.id, player_id):
            _require_few_groups(connection, player_id)
            if (connection.scalar(store.size_of_group, {"group_number": group.id}) or 0) >= MOST_MEMBERS:
                raise Malformed(f"{group.name} is full: a group has at most {MOST_MEMBERS} members.")
            _add(connection, group.id, player_id, now_ms)
    return str(group.public_id)


def leave_group(seat: Seat, public_id: str) -> str:
    """The name of the group that the player was in. The earliest member inherits, the last one ends it."""
    with writing() as connection:
        player_id = _held(connection, seat)
        group = _group_of(connection, player_id, public_id)
        _leave(connection, group, player_id)
    return str(group.name)


def rename_group(seat: Seat, public_id: str, name: str) -> None:
    """Give the group another name."""
    name = checked_group_name(name)
    with _owning(seat, public_id) as (connection, group):
        connection.execute(store.rename_group, {"group_number": group.id, "new_name": name})


def renew_invite(seat: Seat, public_id: str) -> None:
    """Make another invite link; the one so far leads nowhere any more."""
    with _owning(seat, public_id) as (connection, group):
        connection.execute(store.renew_invite, {"group_number": group.id, "new_invite": _secret()})


def remove_member(seat: Seat, public_id: str, name: str) -> None:
    """Take the member of that name out of the group."""
    with _owning(seat, public_id) as (connection, group):
        member_id = _member_named(connection, group.id, name)
        if member_id == group.owner_id:
            raise Malformed("Owners are not removed. Hand the group over, or leave it.")
        gone = {"group_number": group.id, "member_id": member_id}
        connection.execute(store.remove_member, gone)


def hand_over(seat: Seat, public_id: str, name: str) -> None:
    """Make the member of that name the owner."""
    with _owning(seat, public_id) as (connection, group):
        heir_id = _member_named(connection, group.id, name)
        connection.execute(store.hand_group_to, {"group_number": group.id, "heir_id": heir_id})


def dissolve_group(seat: Seat, public_id: str) -> str:
    """The name of the group that there was. Standings stay: they are the players' own."""
    with _owning(seat, public_id) as (connection, group):
        _dissolve(connection, group.id)
    return str(group.name)


def leave_all_groups(connection: Connection, player_id: int) -> None:
    """Take the player, whose row is held or nobody else's, out of every group."""
    for group in connection.execute(store.held_groups_of_player, {"member_id": player_id}).all():
        _leave(connection, group, player_id)


def move_memberships(connection: Connection, guest_id: int, account_id: int) -> None:
    """Let the account take the guest's place in every group. Both rows are held."""
    theirs = {"member_id": guest_id, "heir_id": account_id}
    connection.execute(store.held_groups_of_player, theirs).all()
    connection.execute(store.move_memberships, theirs)
    connection.execute(store.drop_memberships, theirs)
    connection.execute(store.move_groups, theirs)


def exported_groups(connection: Connection, player_id: int) -> list[dict[str, Any]]:
    """The groups that the player is in, for a file that names no other member."""
    return [
        {"name": row.name, "is_owner": bool(row.is_owner), "joined_at_ms": row.joined_at_ms}
        for row in connection.execute(store.groups_of_player, {"member_id": player_id})
    ]


@contextmanager
def _owning(seat: Seat, public_id: str) -> Iterator[tuple[Connection, Any]]:
    """A writing transaction with the group held, for its owner alone."""
    with writing() as connection:
        player_id = _held(connection, seat)
        group = _group_of(connection, player_id, public_id)
        if group.owner_id != player_id:
            raise NotAllowed("Only the owner of the group can do that.")
        yield connection, group


def _group_of(connection: Connection, player_id: int, public_id: str) -> Any:
    """The group, held until the transaction ends, for its members alone."""
    group = connection.execute(store.held_group, {"public_id": public_id}).first()
    if group is None or not _is_member(connection, group.id, player_id):
        raise NotFound(NO_SUCH_GROUP)
    return group


def _held(connection: Connection, seat: Seat) -> int:
    """The player on that seat, held until the transaction ends."""
    player_id = connection.scalar(store.held_seat, _values(seat))
    if player_id is None:
        raise NotFound(NO_SUCH_GROUP)
    return int(player_id)


def _leave(connection: Connection, group: Any, player_id: int) -> None:
    this = {"group_number": group.id}
    connection.execute(store.remove_member, {**this, "member_id": player_id})
    if group.owner_id != player_id:
        return
    heir_id = connection.scalar(store.earliest_member, this)
    if heir_id is None:
        _dissolve(connection, group.id)
    else:
        connection.execute(store.hand_group_to, {**this, "heir_id": heir_id})


def _dissolve(connection: Connection, group_id: int) -> None:
    connection.execute(store.remove_members, {"group_number": group_id})
    connection.execute(store.remove_group, {"group_number": group_id})


def _add(connection: Connection, group_id: int, player_id: int, now_ms: int) -> None:
    row = {"group_id": group_id, "player_id": player_id, "joined_at_ms": now_ms}
    connection.execute(store.insert_member, row)


def _require_few_groups(connection: Connection, player_id: int) -> None:
    if (connection.scalar(store.count_of_groups, {"member_id": player_id}) or 0) >= MOST_GROUPS:
        raise Malformed(f"You are in {MOST_GROUPS} groups already. Leave one that you do not need.")


def _is_member(connection: Connection, group_id: int, player_id: int) -> bool:
    which = {"group_number": group_id, "member_id": player_id}
    return connection.scalar(store.membership, which) is not None


def _member_named(connection: Connection, group_id: int, name: str) -> int:
    key = name_keys(name)[0] if could_be_a_name(name) else ""
    member_id = connection.scalar(store.member_named, {"group_number": group_id, "name_key": key})
    if member_id is None:
        raise NotFound("There is no member of that name in the group.")
    return int(member_id)


def _secret() -> str:
    return secrets.token_urlsafe(16)


def _values(seat: Seat) -> dict[str, int]:
    return {"player_id": seat.player_id, "epoch": seat.epoch}
