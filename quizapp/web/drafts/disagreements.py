"""What the documents of a draft disagree about, side by side, for its author to settle."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.errors import ChangedMeanwhile
from quizapp.services import disputes
from quizapp.services.drafting import open_draft
from quizapp.services.players import Player
from quizapp.web.clock import now_ms
from quizapp.web.drafts.blueprint import bp, for_authors


@bp.get("/drafts/<public_id>/disagreements")
@for_authors
def show_disagreements(player: Player, public_id: str) -> ResponseReturnValue:
    """Every disagreement that is not settled yet."""
    draft = open_draft(player.id, public_id)
    found = disputes.disputes_of(draft)
    return render_template(
        "drafts/facts/disagreements.html", draft=draft, disputes=found, disagreements=len(found)
    )


@bp.post("/drafts/<public_id>/disagreements/<key>")
@for_authors
def settle_disagreement(player: Player, public_id: str, key: str) -> ResponseReturnValue:
    """Choose one side, or keep each as the word of its document."""
    side = request.form.get("side", "")
    if side == "all":
        disputes.keep_all(player.id, public_id, key, now_ms())
        flash("Kept both. A question on it will say according to whom.")
    elif side:
        disputes.choose(player.id, public_id, key, side, now_ms())
        flash("Settled. The others are rejected; Undo brings them back.")
    else:
        raise ChangedMeanwhile("Choose one of the sides first.")
    return redirect(url_for("drafts.show_disagreements", public_id=public_id), 303)
