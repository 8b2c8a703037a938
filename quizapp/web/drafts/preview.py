"""A draft looked at as its players will see it: the page of a round, with nothing kept."""

from types import SimpleNamespace
from urllib.parse import urlencode

from flask import jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue

from quizapp.errors import NoSuchOption
from quizapp.services.players import Player
from quizapp.services.previewing import PACE, Preview, preview
from quizapp.web.drafts.blueprint import bp, for_authors
from quizapp.web.problems import wants_json
from quizapp.web.rounds.sheet import is_short
from quizapp.web.rounds.words import NOTHING_TOLD, points_in_words, told, verdict_as_json
from quizapp.web.sessions import form_token


@bp.get("/drafts/<public_id>/preview")
@for_authors
def show_preview(player: Player, public_id: str) -> ResponseReturnValue:
    """An item as in a round; with an option in the address also what comes of choosing it."""
    item_id, option = request.args.get("item", ""), request.args.get("option")
    return _page(player, preview(player.id, public_id, item_id, option))


@bp.post("/drafts/<public_id>/preview/responses")
@for_authors
def choose_in_preview(player: Player, public_id: str) -> ResponseReturnValue:
    """What comes of a choice; it counts nowhere."""
    item_id, option = request.form.get("item", ""), request.form.get("option", "")
    verdict = preview(player.id, public_id, item_id, option).verdict
    if verdict is None:
        raise NoSuchOption("Choose one of the options A to D.")
    if wants_json():
        return jsonify(verdict_as_json(verdict))
    return redirect(f"{_address(public_id)}?{urlencode({'item': item_id, 'option': option})}", 303)


@bp.post("/drafts/<public_id>/preview/next")
@for_authors
def go_on_in_preview(player: Player, public_id: str) -> ResponseReturnValue:
    """The item after this one; after the last one, where the draft can be published."""
    page = preview(player.id, public_id, request.form.get("item", ""), None)
    if not page.next_id:
        return redirect(f"/drafts/{public_id}/publish", 303)
    return redirect(f"{_address(public_id)}?{urlencode({'item': page.next_id})}", 303)


def _address(public_id: str) -> str:
    return f"/drafts/{public_id}/preview"


def _page(player: Player, seen: Preview) -> str:
    verdict = seen.verdict
    page = SimpleNamespace(
        public_id=seen.draft.public_id,
        pack_title=seen.draft.pack.title,
        prompt=seen.prompt,
        verdict=verdict,
        pace=PACE,
        streak=verdict.streak if verdict else 0,
        is_last=not seen.next_id,
        closed=True,
    )
    return render_template(
        "rounds/round.html",
        page=page,
        preview={
            "address": _address(seen.draft.public_id),
            "draft": f"/drafts/{seen.draft.public_id}",
            "previous_id": seen.previous_id,
            "next_id": seen.next_id,
        },
        told=told(verdict) if verdict else NOTHING_TOLD,
        points=points_in_words(verdict.points if verdict else 0),
        token=form_token(),
        timed=False,
        time_up=False,
        short=is_short(seen.prompt),
        is_last=page.is_last,
        shortcuts=player.shortcuts,
        clock_shown=False,
    )
