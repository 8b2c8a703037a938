"""The details of a draft: its head, and the heads of its documents."""

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from quizapp.domain.draft import Draft
from quizapp.errors import ChangedMeanwhile
from quizapp.services.drafting import open_draft
from quizapp.services.heading import Head, head_of, mark_of, problems, save_head
from quizapp.services.players import Player
from quizapp.web.clock import now_ms
from quizapp.web.drafts.blueprint import bp, for_authors

# What an author may choose without knowing its code; any other can be typed.
LICENCES = (
    ("CC0-1.0", "CC0: anybody may do anything with it"),
    ("CC-BY-4.0", "CC BY: anybody may use it and names you"),
    ("CC-BY-SA-4.0", "CC BY-SA: the same, and passes it on under the same terms"),
)
_OTHER = "other"


@bp.get("/drafts/<public_id>/details")
@for_authors
def show_details(player: Player, public_id: str) -> ResponseReturnValue:
    """The form with what stands there now."""
    draft = open_draft(player.id, public_id)
    return _page(draft, head_of(draft.pack), {})


@bp.post("/drafts/<public_id>/details")
@for_authors
def save_details(player: Player, public_id: str) -> ResponseReturnValue:
    """Keep the details, or show beside each field what is wrong with it."""
    draft = open_draft(player.id, public_id)
    head = _read(draft)
    wrong = problems(draft.pack, head)
    if wrong:
        return _page(draft, head, wrong), 400
    try:
        save_head(player.id, public_id, head, request.form.get("mark", ""), now_ms())
    except ChangedMeanwhile as error:
        now = open_draft(player.id, public_id)
        theirs = head_of(now.pack)
        elsewhere = {name: text for name, text in theirs.items() if head.get(name) != text}
        return _page(now, {**theirs, **head}, {}, str(error), elsewhere), 409
    flash("The details are saved.")
    return redirect(f"/drafts/{public_id}/details", 303)


def _read(draft: Draft) -> Head:
    """What the form says, on one line each. A field that is not in the form stays as it is."""
    given = dict(head_of(draft.pack))
    for name in given:
        if name in request.form:
            given[name] = " ".join(request.form[name].split())
    if request.form.get("licence") == _OTHER:
        given["licence"] = " ".join(request.form.get("licence_words", "").split())
    return given


def _page(draft: Draft, head: Head, wrong: Head, conflict: str = "", elsewhere: Head | None = None) -> str:
    return render_template(
        "drafts/details.html",
        draft=draft,
        head=head,
        wrong=wrong,
        mark=mark_of(head_of(draft.pack)),
        licences=LICENCES,
        conflict=conflict,
        elsewhere=elsewhere or {},
    )
