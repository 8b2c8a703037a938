"""Playing in the browser. Every step is a form that works alone; the script sends the same forms."""

import math

from flask import Blueprint, Response, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue

from quizapp.errors import NotFound
from quizapp.services import playing
from quizapp.services.playing import RoundPage, Seat
from quizapp.web.accounts import limits
from quizapp.web.accounts.address import origin
from quizapp.web.accounts.session import current_player, current_seat, seat_or_new_guest
from quizapp.web.clock import now_ms
from quizapp.web.problems import JSON, wants_json
from quizapp.web.rounds.forms import read_note, read_reason, read_start
from quizapp.web.rounds.likes import likes, remember, remember_pace
from quizapp.web.rounds.sheet import Form, asking_page, is_short
from quizapp.web.rounds.words import (
    NOTHING_TOLD,
    points_in_words,
    same_length,
    told,
    told_result,
    written_as_json,
)
from quizapp.web.sessions import form_token

bp = Blueprint("rounds", __name__)


@bp.post("/rounds")
@limits.limited(limits.NEW_ROUNDS, limits.FIRST_ROUNDS)
def start_round() -> ResponseReturnValue:
    """Draw a round, for a new guest if need be, and go to its first question."""
    start = read_start(request.form)
    seat = seat_or_new_guest()
    at_ms = now_ms()
    public_id = playing.start_round(seat, start.slug, start.length, start.pace, at_ms, origin=origin(at_ms))
    if player := current_player():
        remember_pace(player, start.pace)
        remember(player)
    return redirect(f"/rounds/{public_id}", 303)


@bp.get("/rounds/<public_id>")
def show_round(public_id: str) -> ResponseReturnValue:
    """The item on screen, or its verdict; a round that is over shows its result."""
    page = playing.round_page(_seat(), public_id, now_ms())
    if page.closed and not (page.is_last and page.verdict):
        return redirect(f"/rounds/{public_id}/result", 303)
    return _on_screen(page)


@bp.post("/rounds/<public_id>/responses")
def respond(public_id: str) -> ResponseReturnValue:
    """Take a choice, or none when time is up; the script gets the verdict as JSON."""
    limits.answers.count()
    form = request.form
    verdict = playing.respond(_seat(), public_id, form.get("item", ""), form.get("option") or None, now_ms())
    if wants_json():
        return Response(written_as_json(verdict), content_type=JSON)
    return redirect(f"/rounds/{public_id}", 303)


@bp.post("/rounds/<public_id>/next")
def move_on(public_id: str) -> ResponseReturnValue:
    """Leave an item for the next."""
    limits.answers.count()
    playing.move_on(_seat(), public_id, request.form.get("item", ""), now_ms())
    return redirect(f"/rounds/{public_id}", 303)


@bp.post("/rounds/<public_id>/end")
def end_round(public_id: str) -> ResponseReturnValue:
    """Close the round before its last item."""
    playing.end_round(_seat(), public_id, now_ms())
    return redirect(f"/rounds/{public_id}/result", 303)


@bp.get("/rounds/<public_id>/result")
def show_result(public_id: str) -> ResponseReturnValue:
    """What the round came to, and every item of it once more."""
    page = playing.result_page(_seat(), public_id, now_ms())
    if not page.closed:
        return redirect(f"/rounds/{public_id}", 303)
    return render_template(
        "rounds/result.html",
        page=page,
        words=told_result(page),
        reviews=[
            (review, told(review.verdict) if review.verdict else NOTHING_TOLD) for review in page.reviews
        ],
        again_length=same_length(page),
        thanks="flagged" in request.args,
    )


@bp.post("/rounds/<public_id>/flags")
@limits.limited(limits.FLAGS)
def flag_item(public_id: str) -> ResponseReturnValue:
    """Note that something is wrong with a question."""
    form = request.form
    seat, reason, note = _seat(), read_reason(form), read_note(form)
    playing.flag_item(seat, public_id, form.get("item", ""), reason, note, now_ms())
    if wants_json():
        return jsonify(flagged=True)
    back = "/result" if form.get("from") == "result" else ""
    return redirect(f"/rounds/{public_id}{back}?flagged=1", 303)


def _seat() -> Seat:
    if seat := current_seat():
        return seat
    raise NotFound("That round belongs to somebody else, or this browser has forgotten who you are.")


def _on_screen(page: RoundPage) -> bytes | str:
    left_ms = 0 if page.deadline_ms is None else max(0, page.deadline_ms - page.now_ms)
    timed = page.deadline_ms is not None
    form = Form(timed, timed and not left_ms, is_short(page.prompt), page.is_last, *likes())
    if page.verdict is None and "flagged" not in request.args:
        return asking_page(page, form, form_token(), math.ceil(left_ms / 1000))
    return render_template(
        "rounds/round.html",
        page=page,
        told=told(page.verdict) if page.verdict else NOTHING_TOLD,
        points=points_in_words(page.points),
        token=form_token(),
        seconds_left=math.ceil(left_ms / 1000),
        thanks="flagged" in request.args,
        **form._asdict(),
    )
