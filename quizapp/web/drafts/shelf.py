"""The author's shelf of drafts, and the ways to begin one."""

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.errors import PackError
from quizapp.services import documents, draft_shelf, making
from quizapp.services.drafting import history, open_draft, undo
from quizapp.services.players import Player
from quizapp.services.shelving import shelf_packs
from quizapp.web.accounts.limits import UPLOADS, limited
from quizapp.web.accounts.returning import safe_path
from quizapp.web.clock import now_ms
from quizapp.web.drafts.blueprint import bp, for_authors
from quizapp.web.drafts.uploads import takes_up_to
from quizapp.web.problems import wants_json

LONGEST_TITLE = 100


@bp.get("/drafts")
@for_authors
def show_shelf(player: Player) -> ResponseReturnValue:
    """The drafts of the player, and what a new one can be made from."""
    return _shelf(player)


@bp.post("/drafts")
@limited(UPLOADS)
@for_authors
def begin_draft(player: Player) -> ResponseReturnValue:
    """An empty draft."""
    title = request.form.get("title", "")[:LONGEST_TITLE]
    draft = draft_shelf.new_draft(player.id, title, now_ms())
    return redirect(url_for("drafts.show_draft", public_id=draft.public_id), 303)


@bp.post("/drafts/from-file")
@takes_up_to(draft_shelf.LARGEST_PACK_BYTES)
@limited(UPLOADS)
@for_authors
def begin_from_file(player: Player) -> ResponseReturnValue:
    """A draft from a pack file; what is wrong in it is listed, line by line."""
    given = request.files.get("pack")
    if given is None or not given.filename:
        return _shelf(player, refusal="Choose a pack file first: it ends in .yaml."), 400
    try:
        draft = draft_shelf.draft_from_text(player.id, given.read(), given.filename, now_ms())
    except PackError as error:
        return _shelf(player, findings=error.findings, refusal="The file cannot be used yet."), 400
    return redirect(url_for("drafts.show_draft", public_id=draft.public_id), 303)


@bp.post("/drafts/from-pack")
@limited(UPLOADS)
@for_authors
def begin_from_pack(player: Player) -> ResponseReturnValue:
    """A copy of a pack on the shelf."""
    draft = draft_shelf.draft_from_shelf(player.id, request.form.get("slug", ""), now_ms())
    return redirect(url_for("drafts.show_draft", public_id=draft.public_id), 303)


@bp.get("/drafts/<public_id>")
@for_authors
def show_draft(player: Player, public_id: str) -> ResponseReturnValue:
    """Where the draft stands and what to do next."""
    return render_template(
        "drafts/draft.html",
        draft=open_draft(player.id, public_id),
        changes=history(player.id, public_id, most=20),
        documents=documents.documents_of(player.id, public_id),
        making=making.making_of(player.id, public_id),
        now_ms=now_ms(),
    )


@bp.post("/drafts/<public_id>/undo")
@for_authors
def undo_change(player: Player, public_id: str) -> ResponseReturnValue:
    """Take the latest change back, whenever it was made."""
    draft, what = undo(player.id, public_id, now_ms())
    if wants_json():
        return jsonify(undone=what, revision=draft.revision)
    flash(f"Undone: {what}.")
    return redirect(safe_path(request.form.get("back"), f"/drafts/{public_id}"), 303)


@bp.post("/drafts/<public_id>/remove")
@for_authors
def remove_draft(player: Player, public_id: str) -> ResponseReturnValue:
    """Take the draft off the shelf."""
    draft_shelf.remove_draft(player.id, public_id, now_ms())
    flash("The draft is removed. Packs published from it stay.")
    return redirect(url_for("drafts.show_shelf"), 303)


def _shelf(player: Player, **told: object) -> str:
    return render_template(
        "drafts/shelf.html", drafts=draft_shelf.drafts_of(player.id), packs=shelf_packs(), **told
    )
