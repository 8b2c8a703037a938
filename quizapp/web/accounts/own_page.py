"""The page where players look after what is theirs: settings, password, sessions, data."""

from collections.abc import Callable
from functools import wraps

from flask import Response, flash, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.domain.round import Pace
from quizapp.errors import LogInRefused, Malformed
from quizapp.extensions import limiter
from quizapp.services import accounts
from quizapp.services.players import Player
from quizapp.web.accounts import limits
from quizapp.web.accounts.forms import Form, PasswordForm, SettingsForm, delete_form, say, settings_form
from quizapp.web.accounts.session import current_player, enter, leave
from quizapp.web.accounts.views import bp
from quizapp.web.clock import now_ms
from quizapp.web.rounds.likes import remember


def for_players(view: Callable[[Player], ResponseReturnValue]) -> Callable[[], ResponseReturnValue]:
    """A view that is given the guest or account at the other end; others are sent to log in first."""

    @wraps(view)
    def guarded() -> ResponseReturnValue:
        player = current_player()
        if player is None:
            return redirect(url_for("accounts.log_in", next=url_for("accounts.account")), 303)
        return view(player)

    return guarded


@bp.get("/account")
@for_players
def account(player: Player) -> ResponseReturnValue:
    """What a player can look after."""
    return _account_page(player)


@bp.post("/account/settings")
@for_players
def save_settings(player: Player) -> ResponseReturnValue:
    """Keep how the player likes to play."""
    form = SettingsForm()
    if not form.validate_on_submit():
        return _account_page(player, settings=form), 400
    stretch = float(form.stretch.data) if form.pace.data == "extended" else 1.0
    accounts.save_settings(
        player,
        Pace(form.pace.data, stretch),
        shortcuts=form.shortcuts.data,
        clock_shown=form.clock_shown.data,
    )
    remember(player)
    flash("Your settings are saved.")
    return redirect(url_for("accounts.account"), 303)


@bp.post("/account/password")
@limiter.limit(limits.FAILED_PASSWORDS, key_func=limits.player_or_address, deduct_when=limits.has_failed)
@for_players
def change_password(player: Player) -> ResponseReturnValue:
    """Take a new password; this session goes on, all others end."""
    form = PasswordForm()
    if form.validate_on_submit():
        try:
            accounts.change_password(player, form.current.data, form.new.data, now_ms())
        except LogInRefused as refusal:
            say(form.current, refusal)
        except Malformed as refusal:
            say(form.new, refusal)
        else:
            enter(player)
            flash("Your password is changed. Other devices are logged out.")
            return redirect(url_for("accounts.account"), 303)
    return _account_page(player, password=form), 400


@bp.get("/account/export")
@limits.limited(limits.EXPORTS)
@for_players
def export(player: Player) -> ResponseReturnValue:
    """All that is kept about the player, as a file."""
    response: Response = jsonify(accounts.export_player(player))
    response.headers["Content-Disposition"] = 'attachment; filename="quizapp-export.json"'
    return response


@bp.post("/account/delete")
@limiter.limit(limits.FAILED_PASSWORDS, key_func=limits.player_or_address, deduct_when=limits.has_failed)
@for_players
def delete_account(player: Player) -> ResponseReturnValue:
    """Forget the player; the responses stay, without a name."""
    form = delete_form(player)
    if form.validate_on_submit():
        try:
            accounts.delete_account(player, form.password.data if form.password else "", now_ms())
        except LogInRefused as refusal:
            say(form.password, refusal)
        else:
            leave()
            return redirect(url_for("accounts.deleted"), 303)
    return _account_page(player, deletion=form), 400


@bp.get("/account/deleted")
def deleted() -> ResponseReturnValue:
    """A word of farewell."""
    return render_template("accounts/deleted.html")


@bp.post("/log-out-everywhere")
@for_players
def log_out_everywhere(player: Player) -> ResponseReturnValue:
    """End the sessions on every device, this one too."""
    accounts.log_out_everywhere(player, now_ms(), player.id)
    leave()
    flash("You are logged out on every device.")
    return redirect(url_for("accounts.log_in"), 303)


def _account_page(player: Player, **forms: Form) -> str:
    """The page, with the form that has just been refused in place of a fresh one."""
    shown: dict[str, Form] = {"settings": settings_form(player), "password": PasswordForm(formdata=None)}
    shown |= {"deletion": delete_form(player, formdata=None)} | forms
    return render_template("accounts/account.html", player=player, **shown)
