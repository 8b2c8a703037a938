"""What the members of a group see: where each of them stands on a board. Reading only."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quizapp.domain.leaderboard import Clock, Period, Standing, board, rank, turns_at_ms
from quizapp.errors import NotFound
from quizapp.services.groups import NO_SUCH_GROUP
from quizapp.services.ranking import Row, board_title
from quizapp.services.seat import Seat
from quizapp.store import group as store
from quizapp.store.transaction import reading


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One member; `has_points` on the board that is shown."""

    name: str
    joined_at_ms: int
    is_owner: bool
    is_you: bool
    has_points: bool


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A group and its own ranks on one board: places are counted among its members."""

    public_id: str
    name: str
    invite: str
    title: str
    rows: tuple[Row, ...]
    members: tuple[MemberLine, ...]
    is_owner: bool
    owner_name: str
    your_place: int | None
    turns_at_ms: int | None

    @property
    def without_points(self) -> tuple[MemberLine, ...]:
        """The members who do not stand on the board."""
        return tuple(member for member in self.members if not member.has_points)


def group_page(
    seat: Seat, public_id: str, slug: str | None, period: Period, clock: Clock, now_ms: int
) -> GroupPage:
    """The group on the board of a pack, or on the one over all packs; to others it is not there."""
    theirs = {"public_id": public_id, "player_id": seat.player_id, "epoch": seat.epoch}
    with reading() as connection:
        group = connection.execute(store.group_of_seat, theirs).first()
        if group is None:
            raise NotFound(NO_SUCH_GROUP)
        title = board_title(connection, slug) if slug else "All packs"
        key = board(slug or "", period, clock, now_ms).key
        found = connection.execute(store.members_on_board, {"group_number": group.id, "board": key}).all()
    rows = _rows(found, seat.player_id)
    members = tuple(_line(member, group.owner_id, seat.player_id) for member in found)
    return GroupPage(
        public_id=group.public_id,
        name=group.name,
        invite=group.invite,
        title=title,
        rows=rows,
        members=members,
        is_owner=group.owner_id == seat.player_id,
        owner_name=next((member.name for member in members if member.is_owner), ""),
        your_place=next((row.place for row in rows if row.is_you), None),
        turns_at_ms=turns_at_ms(period, now_ms),
    )


def _rows(found: Sequence[Any], your_id: int) -> tuple[Row, ...]:
    by_id = {member.player_id: member for member in found if member.points is not None}
    ranked = rank(Standing(each.player_id, each.points, each.reached_at_ms) for each in by_id.values())
    sharing = Counter(each.place for each in ranked)
    return tuple(
        _row(by_id[each.standing.player_id], each.place, sharing[each.place] > 1, your_id) for each in ranked
    )


def _row(member: Any, place: int, is_tied: bool, your_id: int) -> Row:
    return Row(
        place=place,
        player_name=member.name,
        points=member.points,
        correct=member.correct,
        answered=member.answered,
        is_you=member.player_id == your_id,
        is_tied=is_tied,
    )


def _line(member: Any, owner_id: int, your_id: int) -> MemberLine:
    return MemberLine(
        name=member.name,
        joined_at_ms=member.joined_at_ms,
        is_owner=member.player_id == owner_id,
        is_you=member.player_id == your_id,
        has_points=member.points is not None,
    )
