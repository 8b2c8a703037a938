"""The editions of a pack and its place on the shelf, for those who look after it."""

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from quizapp.services import editions
from quizapp.web.accounts.session import current_player
from quizapp.web.clock import now_ms
from quizapp.web.packs.blueprint import bp


@bp.get("/packs/<slug>/editions")
def show_editions(slug: str) -> str:
    """Every edition, and what changed in each."""
    return render_template("packs/editions.html", page=editions.editions_page(current_player(), slug))


@bp.post("/packs/<slug>/editions")
def restore_edition(slug: str) -> ResponseReturnValue:
    """Put an edition back on the shelf."""
    editions.restore(current_player(), slug, request.form.get("digest", ""), now_ms())
    flash("That edition is on the shelf again. Rounds that are open go on with the one they began with.")
    return redirect(f"/packs/{slug}/editions", 303)


@bp.post("/packs/<slug>/unlist")
def unlist_pack(slug: str) -> ResponseReturnValue:
    """Take the pack out of sight."""
    editions.unlist(current_player(), slug, now_ms())
    flash("The pack is unlisted. Its history and its boards stay.")
    return redirect(f"/packs/{slug}", 303)


@bp.post("/packs/<slug>/relist")
def relist_pack(slug: str) -> ResponseReturnValue:
    """Put the pack back in sight."""
    editions.relist(current_player(), slug, now_ms())
    flash("The pack is on the shelf again.")
    return redirect(f"/packs/{slug}", 303)


@bp.post("/packs/<slug>/feature")
def feature_pack(slug: str) -> ResponseReturnValue:
    """Let the first page begin with the pack, or no longer."""
    featured = request.form.get("featured") == "yes"
    editions.feature(current_player(), slug, now_ms(), featured=featured)
    flash("The first page begins with this pack now." if featured else "The pack is featured no more.")
    return redirect(f"/packs/{slug}", 303)
