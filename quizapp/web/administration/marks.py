"""Play that looks unlikely: a person looks, and says that it is fine or goes to the player."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import marks
from quizapp.services.players import Player
from quizapp.web.administration.blueprint import bp, for_administrators, number
from quizapp.web.clock import now_ms


@bp.get("/administration/marks")
@for_administrators
def show_marks(_: Player) -> ResponseReturnValue:
    """The marks that nobody has settled, the newest first."""
    return render_template(
        "administration/marks.html",
        marks=marks.open_marks(number("before")),
        full=marks.MARKS_ON_A_PAGE,
        later=number("before") is not None,
    )


@bp.post("/administration/marks/<int:mark_id>/settle")
@for_administrators
def settle_mark(administrator: Player, mark_id: int) -> ResponseReturnValue:
    """Somebody has looked and found it fine."""
    marks.settle_mark(mark_id, now_ms(), administrator.id)
    flash("Settled: that round is not marked for this again.", "right")
    return redirect(url_for("administration.show_marks"), 303)
