"""Documents given to a draft, and drafts begun with them."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.errors import Malformed
from quizapp.services import documents, draft_shelf
from quizapp.services.making import ask_for_making
from quizapp.services.players import Player
from quizapp.web.accounts.limits import UPLOADS, limited
from quizapp.web.clock import now_ms
from quizapp.web.drafts.blueprint import bp, for_authors
from quizapp.web.drafts.uploads import LARGEST_BODY_BYTES, given_documents, takes_up_to


@bp.post("/drafts/from-documents")
@takes_up_to(LARGEST_BODY_BYTES)
@limited(UPLOADS)
@for_authors
def begin_from_documents(player: Player) -> ResponseReturnValue:
    """A draft with documents, from which questions are being made."""
    given = given_documents()
    documents.refuse_many(len(given))
    title = request.form.get("title", "")[: draft_shelf.LONGEST_TITLE]
    draft = draft_shelf.new_draft(player.id, title, now_ms())
    return _given(player, draft.public_id, given)


@bp.post("/drafts/<public_id>/documents")
@takes_up_to(LARGEST_BODY_BYTES)
@limited(UPLOADS)
@for_authors
def add_documents(player: Player, public_id: str) -> ResponseReturnValue:
    """More documents for the draft."""
    return _given(player, public_id, given_documents())


@bp.post("/drafts/<public_id>/documents/<int:row_id>/remove")
@for_authors
def remove_document(player: Player, public_id: str, row_id: int) -> ResponseReturnValue:
    """Take a document away."""
    documents.remove_document(player.id, public_id, row_id)
    flash("The document is removed. What was made from it stays.")
    return redirect(url_for("drafts.show_draft", public_id=public_id) + "#documents", 303)


def _given(player: Player, public_id: str, given: list[documents.Given]) -> ResponseReturnValue:
    documents.give_documents(player.id, public_id, given, now_ms())
    try:
        ask_for_making(player.id, public_id, now_ms())
    except Malformed:
        # None of them can be read: the list beside the form says why of each.
        flash("No document could be taken. The list says why.", "wrong")
    return redirect(url_for("drafts.show_draft", public_id=public_id), 303)
