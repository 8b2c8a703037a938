"""Groups: players who see each other's standings, and who is in which."""

from sqlalchemy import ForeignKey, Index, and_, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.extensions import Base
from quizapp.store.columns import LONG, Moment, PlayerId, RowId
from quizapp.store.player import HELD, players, seat_holds
from quizapp.store.standing import standings


class Group(Base):
    """A group and the secret of its invite link, which its owner may change."""

    __tablename__ = "player_group"

    id: Mapped[RowId]
    public_id: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    invite: Mapped[str] = mapped_column(unique=True)
    owner_id: Mapped[PlayerId]
    created_at_ms: Mapped[Moment]


class Member(Base):
    """A player in a group; its owner is one of its members."""

    __tablename__ = "group_member"

    group_id: Mapped[int] = mapped_column(LONG, ForeignKey("player_group.id"), primary_key=True)
    player_id: Mapped[PlayerId] = mapped_column(primary_key=True)
    joined_at_ms: Mapped[Moment]


groups = Base.metadata.tables["player_group"]
members = Base.metadata.tables["group_member"]
Index("player_group_owner", groups.c.owner_id)
Index("group_member_player", members.c.player_id)

_g, _m = groups.c, members.c
_with_members = groups.join(members, _m.group_id == _g.id)
_is_owner = (_g.owner_id == _m.player_id).label("is_owner")
_of_group = _m.group_id == bindparam("group_number")
_of_player = _m.player_id == bindparam("member_id")
_this_group = _g.id == bindparam("group_number")

# Players are held before groups, and groups in the order of their numbers: so nobody waits in a circle.
held_seat = select(players.c.id).where(seat_holds()).with_for_update(key_share=HELD["key_share"])
held_group = select(groups).where(_g.public_id == bindparam("public_id")).with_for_update()
held_group_of_invite = select(groups).where(_g.invite == bindparam("invite")).with_for_update()
held_groups_of_player = (
    select(groups).select_from(_with_members).where(_of_player).order_by(_g.id).with_for_update(of=groups)
)

_others = members.alias("others")
groups_of_seat = (
    select(
        *(_g.public_id, _g.name, _is_owner),
        select(func.count()).where(_others.c.group_id == _g.id).scalar_subquery().label("size"),
    )
    .select_from(_with_members.join(players, players.c.id == _m.player_id))
    .where(seat_holds())
    .order_by(func.lower(_g.name), _g.id)
)
groups_of_player = (
    select(_g.name, _is_owner, _m.joined_at_ms)
    .select_from(_with_members)
    .where(_of_player)
    .order_by(_m.joined_at_ms, _g.id)
)
group_of_seat = (
    select(groups, _m.player_id)
    .select_from(_with_members.join(players, players.c.id == _m.player_id))
    .where(_g.public_id == bindparam("public_id"), seat_holds())
)
group_of_invite = select(_g.id, _g.public_id, _g.name).where(_g.invite == bindparam("invite"))
size_of_group = select(func.count()).select_from(members).where(_of_group)
count_of_groups = select(func.count()).select_from(members).where(_of_player)
membership = select(_m.player_id).where(_of_group, _of_player)
member_named = (
    select(_m.player_id)
    .join_from(members, players)
    .where(_of_group, players.c.name_key == bindparam("name_key"))
)
earliest_member = select(_m.player_id).where(_of_group).order_by(_m.joined_at_ms, _m.player_id).limit(1)
# Every member, the first to come first, with the sums on one board where there are any.
members_on_board = (
    select(
        *(_m.player_id, _m.joined_at_ms, players.c.name),
        *(standings.c.points, standings.c.correct, standings.c.answered, standings.c.reached_at_ms),
    )
    .select_from(
        members.join(players).outerjoin(
            standings,
            and_(standings.c.player_id == _m.player_id, standings.c.board == bindparam("board")),
        )
    )
    .where(_of_group)
    .order_by(_m.joined_at_ms, _m.player_id)
)

insert_group = insert(groups)
insert_member = insert(members)
rename_group = update(groups).where(_this_group).values(name=bindparam("new_name"))
renew_invite = update(groups).where(_this_group).values(invite=bindparam("new_invite"))
hand_group_to = update(groups).where(_this_group).values(owner_id=bindparam("heir_id"))
remove_member = delete(members).where(_of_group, _of_player)
remove_members = delete(members).where(_of_group)
remove_group = delete(groups).where(_this_group)
_heirs_own = select(_others.c.group_id).where(_others.c.player_id == bindparam("heir_id"))
move_memberships = (
    update(members).where(_of_player, _m.group_id.not_in(_heirs_own)).values(player_id=bindparam("heir_id"))
)
drop_memberships = delete(members).where(_of_player)
move_groups = (
    update(groups).where(_g.owner_id == bindparam("member_id")).values(owner_id=bindparam("heir_id"))
)
