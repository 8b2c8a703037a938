"""The blueprint that the pages of administrators share. To everybody else they are not there."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from flask import Blueprint, flash, request
from flask.typing import ResponseReturnValue

from quizapp.errors import Malformed, NotFound, QuizError
from quizapp.services.roles import is_administrator
from quizapp.web.accounts.session import current_player
from quizapp.web.wording import brief

bp = Blueprint("administration", __name__)
bp.add_app_template_filter(brief, "brief")

View = Callable[..., ResponseReturnValue]
_LONGEST_NUMBER = 18


def for_administrators(view: View) -> View:
    """A view that is given the administrator at the other end first; to others there is no such page."""

    @wraps(view)
    def guarded(*args: Any, **values: Any) -> ResponseReturnValue:
        player = current_player()
        if not is_administrator(player):
            raise NotFound("There is no such page, or it belongs to somebody else.")
        return view(player, *args, **values)

    return guarded


@contextmanager
def told() -> Iterator[None]:
    """What is refused is told on the page that comes next, where the administrator was."""
    try:
        yield
    except NotFound:
        raise
    except QuizError as refusal:
        flash(str(refusal), "wrong")


def require_sure() -> None:
    """Refuse what cannot easily be undone unless the box is ticked that says so."""
    if request.form.get("sure") != "yes":
        raise Malformed("Nothing was done. Tick the box to say that you are sure.")


def number(name: str) -> int | None:
    """The number in the address under that name, if it is one."""
    text = request.args.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER else None
