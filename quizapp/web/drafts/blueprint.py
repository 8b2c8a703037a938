"""The blueprint that the pages of the studio share, and who may open them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services.players import is_account
from quizapp.web.accounts import limits
from quizapp.web.accounts.session import current_player, current_seat
from quizapp.web.wording import moment

bp = Blueprint("drafts", __name__)
bp.add_app_template_filter(moment, "moment")


@bp.before_request
def count_changes() -> None:
    """Let nobody change drafts faster than a hand can."""
    if request.method == "POST":
        limits.changes.count()


View = Callable[..., ResponseReturnValue]


def for_authors(view: View) -> View:
    """A view that is given the account at the other end first; others are sent to sign up or log in."""

    @wraps(view)
    def guarded(*args: Any, **values: Any) -> ResponseReturnValue:
        player = current_player()
        if player is None or player.is_guest:
            return _to_log_in()
        return view(player, *args, **values)

    return guarded


def for_author_ids(view: View) -> View:
    """The same for a view to which the number of the account is enough: what scripts ask again and again."""

    @wraps(view)
    def guarded(*args: Any, **values: Any) -> ResponseReturnValue:
        seat = current_seat()
        if seat is None or not is_account(seat):
            return _to_log_in()
        return view(seat.player_id, *args, **values)

    return guarded


def _to_log_in() -> ResponseReturnValue:
    back = request.path if request.method == "GET" else url_for("drafts.show_shelf")
    return redirect(url_for("accounts.log_in", next=back), 303)
