"""Open flags over all packs."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import administering, settling
from quizapp.services.administering import ON_A_PAGE
from quizapp.services.players import Player
from quizapp.web.administration.blueprint import bp, for_administrators, number, told
from quizapp.web.clock import now_ms
from quizapp.web.rounds.words import FLAG_REASONS


@bp.get("/administration/flags")
@for_administrators
def show_flags(_: Player) -> ResponseReturnValue:
    """What players say is wrong, the oldest first."""
    return render_template(
        "administration/flags.html",
        flags=administering.flags_page(number("after") or 0),
        reasons=FLAG_REASONS,
        thanks=settling.THANKS,
        longest_thanks=settling.LONGEST_THANKS,
        full=ON_A_PAGE,
        later=number("after") is not None,
    )


@bp.post("/administration/flags/<slug>/<int:flag_id>/dismiss")
@for_administrators
def dismiss_flag(administrator: Player, slug: str, flag_id: int) -> ResponseReturnValue:
    """Leave the question as it is, with a word of thanks to who flagged it."""
    with told():
        settling.dismiss_flag(slug, flag_id, request.form.get("thanks", ""), now_ms(), administrator.id)
        flash("Dismissed. The player will read your thanks once.", "right")
    return redirect(url_for("administration.show_flags"), 303)
