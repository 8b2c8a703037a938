"""Publishing in the browser: what stands in the way, what it would change, and the button."""

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from quizapp.errors import ChangedMeanwhile, Malformed
from quizapp.services.players import Player
from quizapp.services.publishing import outlook, publish, weighed
from quizapp.services.roles import HOW_TO_PUBLISH
from quizapp.web.accounts.limits import UPLOADS, limited
from quizapp.web.clock import now_ms
from quizapp.web.drafts.blueprint import bp, for_authors

_ANSWERS = {"yes": True, "no": False}


@bp.get("/drafts/<public_id>/publish")
@for_authors
def show_publish(player: Player, public_id: str) -> ResponseReturnValue:
    """What publishing would do."""
    return _page(player, public_id)


@bp.post("/drafts/<public_id>/publish")
@limited(UPLOADS)
@for_authors
def publish_draft(player: Player, public_id: str) -> ResponseReturnValue:
    """Put the draft on the shelf and go there; what forbids it is shown."""
    try:
        done = publish(player, public_id, request.form.get("seen", ""), _was_wrong(), now_ms())
    except ChangedMeanwhile as error:
        return _page(player, public_id, str(error)), 409
    except Malformed as error:
        return _page(player, public_id, str(error)), 400
    rejudged = f" {done.rejudged} past answers were judged again." if done.rejudged else ""
    flash(f"Published. Everybody can play it now.{rejudged}")
    return redirect(f"/packs/{done.slug}", 303)


def _was_wrong() -> dict[str, bool]:
    """Of each item whose key has changed, whether its author says that the old one was wrong."""
    prefix = "wrong-"
    return {
        name.removeprefix(prefix): _ANSWERS[value]
        for name, value in request.form.items()
        if name.startswith(prefix) and value in _ANSWERS
    }


def _page(player: Player, public_id: str, refusal: str = "") -> str:
    view = outlook(player, public_id)
    return render_template(
        "drafts/publish.html",
        draft=view.draft,
        view=view,
        weighed=weighed(view),
        refusal=refusal,
        how_to_publish=HOW_TO_PUBLISH,
        answers={name: value for name, value in request.form.items() if name.startswith("wrong-")},
    )
