"""The reader: a document with its facts underlined, the facts beside it, and the decisions on them."""

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.domain.draft import Draft
from quizapp.errors import NotFound
from quizapp.services import facts
from quizapp.services.disputes import disputes_of, facts_in
from quizapp.services.draft_texts import texts_of
from quizapp.services.drafting import open_draft
from quizapp.services.players import Player
from quizapp.services.reader import reading_of, told_of
from quizapp.web.accounts.returning import safe_path
from quizapp.web.clock import now_ms
from quizapp.web.drafts.blueprint import bp, for_authors
from quizapp.web.problems import wants_json

VERDICTS = {"accept": "accepted", "reject": "rejected", "open": None}


@bp.get("/drafts/<public_id>/facts")
@for_authors
def show_facts(player: Player, public_id: str) -> ResponseReturnValue:
    """A document of the draft with its facts; without texts, the facts alone."""
    draft = open_draft(player.id, public_id)
    texts = texts_of(draft.draft_id)
    disputes = disputes_of(draft)
    disputed = facts_in(disputes)
    common = {"draft": draft, "disagreements": len(disputes), "texts": texts}
    wanted = request.args.get("document") or (texts[0].document_id if texts else "")
    stored = {text.document_id: text for text in texts}
    if wanted in stored:
        reading = reading_of(draft, stored[wanted], disputed)
        return render_template("drafts/facts/reader.html", text=stored[wanted], reading=reading, **common)
    if wanted and wanted != "others":
        raise NotFound("There is no such document in this draft.")
    others = [
        fact for fact in draft.pack.facts if all(place.document_id not in stored for place in fact.evidence)
    ]
    return render_template("drafts/facts/list.html", facts=tuple(told_of(draft, others, disputed)), **common)


@bp.post("/drafts/<public_id>/facts/<fact_id>/decision")
@for_authors
def decide_fact(player: Player, public_id: str, fact_id: str) -> ResponseReturnValue:
    """Accept or reject a fact, or open it again."""
    verdict = VERDICTS.get(request.form.get("verdict", ""), "unknown")
    if verdict == "unknown":
        raise NotFound("A fact can be accepted, rejected or opened again.")
    draft, words = facts.decide(player.id, public_id, fact_id, verdict, now_ms())  # type: ignore[arg-type]
    said = {"accepted": "Accepted", "rejected": "Rejected"}.get(verdict or "", "To be decided again")
    if wants_json():
        return jsonify(said=f"{said}: {words}", revision=draft.revision)
    flash(f"{said}: {words}")
    return redirect(back_to_fact(draft, fact_id, request.form.get("back")), 303)


def back_to_fact(draft: Draft, fact_id: str, back: str | None = None) -> str:
    """The page on which the fact is listed, at the fact."""
    path = safe_path(back, "")
    if not path:
        fact = facts.fact_of(draft, fact_id)
        stored = {text.document_id for text in texts_of(draft.draft_id)}
        cited = [place.document_id for place in fact.evidence if place.document_id in stored]
        where = cited[0] if cited else "others" if stored else None
        path = url_for("drafts.show_facts", public_id=draft.public_id, document=where)
    return f"{path}#{fact_id}"
