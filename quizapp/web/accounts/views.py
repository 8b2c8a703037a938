"""Signing up, logging in, logging out."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.local import LocalProxy

from quizapp.errors import LogInRefused, NameRefused
from quizapp.extensions import limiter
from quizapp.services import accounts
from quizapp.services.players import Player
from quizapp.web.accounts import limits
from quizapp.web.accounts.forms import Form, LogInForm, SignUpForm, say
from quizapp.web.accounts.returning import safe_path
from quizapp.web.accounts.session import current_player, current_seat, enter, leave
from quizapp.web.clock import now_ms
from quizapp.web.rounds.likes import remember

bp = Blueprint("accounts", __name__)
bp.app_context_processor(lambda: {"current_player": LocalProxy(current_player)})


@bp.route("/sign-up", methods=["GET", "POST"])
@limits.of_address(limits.SIGN_UP_TRIES, methods=["POST"])
@limits.of_address(limits.SIGN_UPS, methods=["POST"], deduct_when=limits.has_succeeded)
def sign_up() -> ResponseReturnValue:
    """Make an account, out of the guest if there is one."""
    if _has_account():
        return redirect(url_for("accounts.account"), 303)
    form = SignUpForm()
    if form.validate_on_submit():
        try:
            player = accounts.sign_up(
                current_seat(), form.name.data, form.password.data, form.email.data, now_ms()
            )
        except NameRefused as refusal:
            say(form.name, refusal)
        else:
            return _entered(player)
    return _form("accounts/sign_up.html", form)


@bp.route("/log-in", methods=["GET", "POST"])
@limits.of_address(limits.FAILED_LOG_INS, methods=["POST"], deduct_when=limits.has_failed)
@limiter.limit(
    limits.FAILED_LOG_INS_OF_NAME,
    methods=["POST"],
    key_func=limits.tried_name,
    deduct_when=limits.has_failed,
)
def log_in() -> ResponseReturnValue:
    """Open an account; what was played as a guest moves into it."""
    if _has_account():
        return redirect(url_for("accounts.account"), 303)
    form = LogInForm()
    if form.validate_on_submit():
        try:
            player = accounts.log_in(current_seat(), form.name.data, form.password.data, now_ms())
        except LogInRefused as refusal:
            say(form.password, refusal)
        else:
            return _entered(player)
    return _form("accounts/log_in.html", form)


@bp.post("/log-out")
def log_out() -> ResponseReturnValue:
    """End this session."""
    leave()
    return redirect("/", 303)


def _has_account() -> bool:
    player = current_player()
    return player is not None and not player.is_guest


def _entered(player: Player) -> ResponseReturnValue:
    enter(player)
    remember(player)
    return redirect(safe_path(request.values.get("next"), url_for("home.home")), 303)


def _form(template: str, form: Form) -> ResponseReturnValue:
    page = render_template(template, form=form, next_path=safe_path(request.values.get("next"), ""))
    return page, 400 if form.is_submitted() else 200
