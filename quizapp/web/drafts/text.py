"""A draft as one text: edited in place, taken along as a file, and brought back as one."""

from flask import Response, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from quizapp.domain.comparison import Comparison
from quizapp.domain.draft import Draft
from quizapp.errors import ChangedMeanwhile, Malformed, PackError
from quizapp.services import draft_text
from quizapp.services.draft_text import Together
from quizapp.services.drafting import open_draft
from quizapp.services.players import Player
from quizapp.web.clock import now_ms
from quizapp.web.drafts.blueprint import bp, for_authors

# A form holds the text twice, as it was and as it is, and every sign of it may be sent as three.
_LARGEST_FORM = 6 * draft_text.LARGEST_TEXT + 10_000
_WITH_TEXT = {"drafts.save_text", "drafts.upload_text"}


@bp.url_value_preprocessor
def let_texts_in(endpoint: str | None, _values: object) -> None:
    """A pack may be longer than any other form. This comes before the form is read for its token."""
    if endpoint in _WITH_TEXT:
        request.max_content_length = request.max_form_memory_size = _LARGEST_FORM


@bp.get("/drafts/<public_id>/text")
@for_authors
def show_text(player: Player, public_id: str) -> ResponseReturnValue:
    """The text as it stands, with what the rubric finds in it."""
    draft = open_draft(player.id, public_id)
    text = draft_text.text_of_draft(draft)
    return _page(draft, text, text, findings=draft_text.findings_of_text(text))


@bp.get("/drafts/<public_id>/pack.yaml")
@for_authors
def download_text(player: Player, public_id: str) -> ResponseReturnValue:
    """The text as a file."""
    draft = open_draft(player.id, public_id)
    return Response(
        draft_text.text_of_draft(draft),
        mimetype="application/yaml",
        headers={"Content-Disposition": f'attachment; filename="{draft.pack.slug}.yaml"'},
    )


@bp.post("/drafts/<public_id>/text")
@for_authors
def save_text(player: Player, public_id: str) -> ResponseReturnValue:
    """Keep the text; one that cannot be read stays in the form, with its findings."""
    return _save(player, public_id, _lines(request.form.get("text", "")))


@bp.post("/drafts/<public_id>/pack.yaml")
@for_authors
def upload_text(player: Player, public_id: str) -> ResponseReturnValue:
    """A file in the place of the text, by the same rules."""
    given = request.files.get("pack")
    if given is None or not given.filename:
        raise Malformed("Choose a pack file first: it ends in .yaml.")
    content = given.read(draft_text.LARGEST_TEXT + 1)
    return _save(player, public_id, content)


def _save(player: Player, public_id: str, text: str | bytes) -> ResponseReturnValue:
    base = _lines(request.form.get("base", ""))
    try:
        _, changes = draft_text.save_text(player.id, public_id, text, base, now_ms(), _together())
    except PackError as error:
        draft = open_draft(player.id, public_id)
        refusal = "Not saved yet: the text cannot be read as it is. It is kept here; mend these lines."
        return _page(draft, _shown(text), base, findings=error.findings, refusal=refusal), 400
    except ChangedMeanwhile as error:
        draft = open_draft(player.id, public_id)
        return _page(draft, _shown(text), base, conflict=str(error), meeting=error.theirs), 409
    flash(_summary(changes))
    return redirect(f"/drafts/{public_id}/text", 303)


def _together() -> Together | None:
    favoured, theirs = request.form.get("favoured"), request.form.get("theirs", "")
    if favoured not in ("mine", "theirs"):
        return None
    return Together("mine" if favoured == "mine" else "theirs", theirs)


def _lines(text: str) -> str:
    """The text of a form field, whose lines end as in a letter."""
    return text.replace("\r\n", "\n")


def _shown(text: str | bytes) -> str:
    return text if isinstance(text, str) else text.decode("utf-8", "replace").replace("\0", "\ufffd")


def _summary(changes: Comparison) -> str:
    """What saving did, in a sentence."""
    counted = (
        (len(changes.added), "added"),
        (len(changes.removed), "removed"),
        (len(changes.reworded) + len(changes.rekeyed), "changed"),
    )
    told = [f"{number} {what}" for number, what in counted if number]
    if told:
        return f"Saved. Questions: {', '.join(told)}."
    return "Saved." if changes else "Saved; nothing was different."


def _page(draft: Draft, text: str, base: str, **told: object) -> str:
    return render_template("drafts/text.html", draft=draft, text=text, base=base, **told)
