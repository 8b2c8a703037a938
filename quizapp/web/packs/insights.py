"""What only the author of a pack sees of it: numbers, flags, results."""

from flask import Response, flash, redirect, render_template, request, stream_with_context, url_for
from flask.typing import ResponseReturnValue

from quizapp.errors import NotFound
from quizapp.services import insights as service
from quizapp.services import owning, settling
from quizapp.services.players import Player
from quizapp.services.result_sheet import result_sheet
from quizapp.web.accounts.limits import EXPORTS, UPLOADS, limited
from quizapp.web.clock import now_ms
from quizapp.web.drafts.blueprint import for_authors
from quizapp.web.packs.blueprint import bp
from quizapp.web.rounds.words import FLAG_REASONS
from quizapp.web.wording import moment, seconds

bp.add_app_template_filter(moment, "moment")
bp.add_app_template_filter(seconds, "seconds")


@bp.get("/packs/<slug>/insights")
@for_authors
def show_insights(player: Player, slug: str) -> ResponseReturnValue:
    """Plays, accuracy, times and choices of one edition, and the flags of players."""
    owning.require_care(player, slug)
    repeats = request.args.get("responses") == "all"
    return render_template(
        "packs/insights.html",
        page=service.insights(slug, request.args.get("edition") or None, repeats=repeats),
        own=owning.owns(player, slug),
        reasons=FLAG_REASONS,
        thanks=settling.THANKS,
        longest_thanks=settling.LONGEST_THANKS,
    )


@bp.post("/packs/<slug>/flags/<int:flag_id>/dismiss")
@for_authors
def dismiss_flag(player: Player, slug: str, flag_id: int) -> ResponseReturnValue:
    """Leave the question as it is, with a word of thanks to who flagged it."""
    owning.require_care(player, slug)
    settling.dismiss_flag(slug, flag_id, request.form.get("thanks", ""), now_ms(), player.id)
    flash("Dismissed. The player will read your thanks once.")
    return redirect(url_for("packs.show_insights", slug=slug), 303)


@bp.post("/packs/<slug>/items/<item_id>/mend")
@limited(UPLOADS)
@for_authors
def mend_item(player: Player, slug: str, item_id: str) -> ResponseReturnValue:
    """Open the question in the author's draft of the pack, which is begun if there is none."""
    if not owning.owns(player, slug):
        raise NotFound(owning.NO_SUCH_PAGE)
    public_id, is_there = settling.draft_to_mend(player.id, slug, item_id, now_ms())
    if is_there:
        return redirect(f"/drafts/{public_id}/items/{item_id}/edit", 303)
    flash("That question is not in your draft any more.")
    return redirect(f"/drafts/{public_id}", 303)


@bp.get("/packs/<slug>/results.csv")
@limited(EXPORTS)
@for_authors
def send_results(player: Player, slug: str) -> ResponseReturnValue:
    """Every answer in the finished rounds of the pack, for a spreadsheet."""
    owning.require_care(player, slug)
    response = Response(stream_with_context(result_sheet(slug)), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}.csv"'
    return response
