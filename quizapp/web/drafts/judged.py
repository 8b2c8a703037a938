"""Words of an item as they are typed, judged: what is missing, and what the rubric says, by field."""

from typing import Any

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from quizapp.domain.draft import Draft
from quizapp.services import desk, mending, proofs
from quizapp.services.drafting import open_draft
from quizapp.services.judging import findings_of, segments
from quizapp.services.mending import Words
from quizapp.services.offers import offers_for
from quizapp.web.drafts.blueprint import bp, for_author_ids
from quizapp.web.drafts.item_form import read_words


@bp.post("/drafts/<public_id>/findings")
@for_author_ids
def judge_words(owner_id: int, public_id: str) -> ResponseReturnValue:
    """What would be found in the item as it stands in the form; nothing is saved."""
    draft = open_draft(owner_id, public_id)
    words = read_words(request.form)
    answer: dict[str, Any] = {"fields": judged(words, draft)}
    before = draft.pack.item(request.form.get("item", ""))
    if before is None or not mending.has_same_key(words, before):
        found = proofs.places_stating(draft, words.key)
        answer["places"] = [
            {"value": p.value, "title": p.title, "place": p.place, "quote": p.quote} for p in found
        ]
    return jsonify(answer)


@bp.get("/drafts/<public_id>/items/<item_id>/offers")
@for_author_ids
def offer_options(owner_id: int, public_id: str, item_id: str) -> ResponseReturnValue:
    """Other wrong options for the item."""
    draft = open_draft(owner_id, public_id)
    return jsonify(offers=offers_for(draft, desk.item_of(draft, item_id)))


def judged(words: Words, draft: Draft) -> dict[str, Any]:
    """For each field that something is said of: what keeps it from being saved, findings, marked words."""
    if words == Words():
        return {}
    told = mending.problems(words)
    if told:
        return {field: {"problem": text, "findings": [], "marked": []} for field, text in told.items()}
    item = mending.as_item(words)
    findings = findings_of(item, draft.pack.language)
    texts = segments(item, findings)
    fields: dict[str, Any] = {}
    for finding in findings:
        field = fields.setdefault(finding.field, {"problem": "", "findings": [], "marked": []})
        field["findings"].append({"what": finding.what, "mend": finding.mend, "level": finding.level})
        for mark in finding.marks:
            other = fields.setdefault(mark.field, {"problem": "", "findings": [], "marked": []})
            other["marked"] = texts[mark.field] if mark.spans else other["marked"]
    return fields
