"""Groups: one's own, their standings, their invite links, and what owners can do."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.errors import Malformed, NotFound
from quizapp.services import groups, shelving
from quizapp.services.group_page import group_page
from quizapp.services.seat import Seat
from quizapp.web.accounts import limits
from quizapp.web.accounts.forms import say
from quizapp.web.accounts.session import current_seat, seat_or_new_guest
from quizapp.web.clock import now_ms
from quizapp.web.groups.forms import NameForm
from quizapp.web.leaderboards.choice import chosen_clock, chosen_period, in_words
from quizapp.web.wording import day_and_time, moment

bp = Blueprint("groups", __name__)
bp.add_app_template_filter(moment, "moment")


@bp.get("/groups")
def show_groups() -> ResponseReturnValue:
    """The groups that the player is in, and the form for another."""
    return _groups_page(NameForm(formdata=None))


@bp.post("/groups")
@limits.limited(limits.NEW_GROUPS)
def make_group() -> ResponseReturnValue:
    """Make a group and go there."""
    form = NameForm()
    if form.validate_on_submit():
        try:
            public_id = groups.make_group(seat_or_new_guest(), form.name.data, now_ms())
        except Malformed as refusal:
            say(form.name, refusal)
        else:
            return _to_group(public_id)
    return _groups_page(form), 400


@bp.get("/groups/<public_id>")
def show_group(public_id: str) -> ResponseReturnValue:
    """Where the members stand on the board that was chosen."""
    return _group_page(public_id, NameForm(formdata=None))


@bp.get("/groups/join/<invite>")
def show_invitation(invite: str) -> ResponseReturnValue:
    """What the link leads to, and whether to come in."""
    invitation = groups.invitation(invite, current_seat())
    if invitation.is_member:
        return _to_group(invitation.public_id)
    return render_template("groups/join.html", invitation=invitation, invite=invite)


@bp.post("/groups/join/<invite>")
@limits.limited(limits.JOINS, limits.JOINS_OF_NEWCOMERS)
def join_group(invite: str) -> ResponseReturnValue:
    """Come in, as a new guest if need be."""
    groups.invitation(invite, None)  # a link that leads nowhere makes nobody a guest
    return _to_group(groups.join_group(seat_or_new_guest(), invite, now_ms()))


@bp.post("/groups/<public_id>/leave")
def leave_group(public_id: str) -> ResponseReturnValue:
    """Leave the group."""
    name = groups.leave_group(_seat(), public_id)
    flash(f"You have left {name}.")
    return redirect(url_for("groups.show_groups"), 303)


@bp.post("/groups/<public_id>/name")
def rename_group(public_id: str) -> ResponseReturnValue:
    """Give the group another name."""
    form = NameForm()
    if form.validate_on_submit():
        groups.rename_group(_seat(), public_id, form.name.data)
        flash("The group has its new name.")
        return _to_group(public_id)
    return _group_page(public_id, form), 400


@bp.post("/groups/<public_id>/invite")
def renew_invite(public_id: str) -> ResponseReturnValue:
    """Make a new invite link."""
    groups.renew_invite(_seat(), public_id)
    flash("There is a new invite link. The old one leads nowhere any more.")
    return _to_group(public_id)


@bp.post("/groups/<public_id>/members/remove")
def remove_member(public_id: str) -> ResponseReturnValue:
    """Take a member out."""
    name = request.form.get("member", "")
    groups.remove_member(_seat(), public_id, name)
    flash(f"{name} is no longer in the group. Whoever has the invite link can come back: make a new one.")
    return _to_group(public_id)


@bp.post("/groups/<public_id>/owner")
def hand_over(public_id: str) -> ResponseReturnValue:
    """Make another member the owner."""
    name = request.form.get("member", "")
    groups.hand_over(_seat(), public_id, name)
    flash(f"{name} looks after the group now.")
    return _to_group(public_id)


@bp.post("/groups/<public_id>/dissolve")
def dissolve_group(public_id: str) -> ResponseReturnValue:
    """End the group."""
    if not request.form.get("sure"):
        raise Malformed("Tick the box if you are sure that the group should end.")
    name = groups.dissolve_group(_seat(), public_id)
    flash(f"{name} is dissolved. Everybody keeps their points.")
    return redirect(url_for("groups.show_groups"), 303)


def _seat() -> Seat:
    seat = current_seat()
    if seat is None:
        raise NotFound(groups.NO_SUCH_GROUP)
    return seat


def _to_group(public_id: str) -> ResponseReturnValue:
    return redirect(url_for("groups.show_group", public_id=public_id), 303)


def _groups_page(form: NameForm) -> str:
    return render_template("groups/groups.html", groups=groups.groups_of(current_seat()), form=form)


def _group_page(public_id: str, form: NameForm) -> str:
    """The page, with the form that has just been refused in place of a fresh one."""
    period, clock, slug = chosen_period(), chosen_clock(), request.args.get("pack") or None
    group = group_page(_seat(), public_id, slug, period, clock, now_ms())
    if not form.is_submitted():
        form.name.data = group.name
    return render_template(
        "groups/group.html",
        group=group,
        form=form,
        period=period,
        clock=clock,
        slug=slug,
        heirs=[(member.name, member.name) for member in group.members if not member.is_owner],
        packs=shelving.shelf_packs(),
        address=url_for("groups.show_group", public_id=public_id),
        invite_link=url_for("groups.show_invitation", invite=group.invite, _external=True),
        caption=f"{group.title}: {in_words(clock, period)}",
        turns_at=day_and_time(group.turns_at_ms) if group.turns_at_ms else None,
    )
