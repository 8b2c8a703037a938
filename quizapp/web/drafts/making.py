"""The making of questions from documents: begun, watched and cancelled."""

from flask import jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.domain.making import (
    CHOOSING,
    MAKING_QUESTIONS,
    PROVING_QUESTIONS,
    READING_DOCUMENTS,
    READING_SENTENCES,
    Making,
)
from quizapp.services import making
from quizapp.services.players import Player
from quizapp.web.accounts.limits import UPLOADS, limited
from quizapp.web.clock import now_ms
from quizapp.web.drafts.blueprint import bp, for_authors
from quizapp.web.wording import count

_STEPS = {
    READING_DOCUMENTS: "Reading documents",
    READING_SENTENCES: "Reading sentences",
    MAKING_QUESTIONS: "Asking about facts",
    PROVING_QUESTIONS: "Proving questions",
    CHOOSING: "Choosing the best",
}


@bp.post("/drafts/<public_id>/making")
@limited(UPLOADS)
@for_authors
def begin_making(player: Player, public_id: str) -> ResponseReturnValue:
    """Have questions made from the documents of the draft."""
    making.ask_for_making(player.id, public_id, now_ms())
    return redirect(url_for("drafts.show_draft", public_id=public_id), 303)


@bp.post("/drafts/<public_id>/making/cancel")
@for_authors
def cancel_making(player: Player, public_id: str) -> ResponseReturnValue:
    """Call it off."""
    making.cancel_making(player.id, public_id, now_ms())
    return redirect(url_for("drafts.show_draft", public_id=public_id), 303)


@bp.get("/drafts/<public_id>/making")
@for_authors
def show_making(player: Player, public_id: str) -> ResponseReturnValue:
    """How far the latest making has come, for the script of the page."""
    latest = making.making_of(player.id, public_id)
    if latest is None:
        return jsonify(is_open=False)
    return jsonify(
        is_open=latest.is_open,
        share=latest.share,
        step=step_in_words(latest),
        found=render_template("drafts/_found.html", making=latest),
        is_waiting_long=is_waiting_long(latest, now_ms()),
    )


@bp.app_template_filter("step_in_words")
def step_in_words(latest: Making) -> str:
    """For example "Reading sentences: 40 of 222"."""
    if latest.state == "waiting":
        return "Waiting for its turn"
    step = _STEPS.get(latest.step, "Working")
    return f"{step}: {count(latest.done)} of {count(latest.total)}" if latest.total else step


@bp.app_template_test("waiting_long")
def is_waiting_long(latest: Making, now: int) -> bool:
    """Whether so much time has gone by that perhaps no worker is there."""
    return latest.state == "waiting" and now - latest.queued_at_ms > making.LONG_WAIT_MS
