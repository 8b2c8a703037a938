"""Items written, mended and removed in the browser; whoever comes later is shown both versions."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.domain.draft import Draft
from quizapp.domain.item import Item
from quizapp.errors import ChangedMeanwhile, Malformed
from quizapp.services import desk, mending, proofs
from quizapp.services.drafting import open_draft
from quizapp.services.mending import Words
from quizapp.services.offers import offers_for
from quizapp.services.players import Player
from quizapp.web.clock import now_ms
from quizapp.web.drafts.blueprint import bp, for_authors
from quizapp.web.drafts.desk import pile_asked_for
from quizapp.web.drafts.item_form import Claim, evidence_of, read_claim, read_words
from quizapp.web.drafts.judged import judged

NO_CLAIM = Claim("keep", "", "", "")
LABELS = {
    "stem": "Question",
    "key": "Right answer",
    "distractor-1": "Wrong option 1",
    "distractor-2": "Wrong option 2",
    "distractor-3": "Wrong option 3",
    "explanation": "Explanation",
}


@bp.get("/drafts/<public_id>/items/<item_id>/edit")
@for_authors
def edit_item(player: Player, public_id: str, item_id: str) -> ResponseReturnValue:
    """The form in which an item is mended."""
    draft = open_draft(player.id, public_id)
    item = desk.item_of(draft, item_id)
    offers = offers_for(draft, item) if "offers" in request.args else None
    return _form(draft, mending.words_of(item), item, offers=offers)


@bp.post("/drafts/<public_id>/items/<item_id>")
@for_authors
def save_item(player: Player, public_id: str, item_id: str) -> ResponseReturnValue:
    """Keep the item as it was written, unless it was changed in another window meanwhile."""
    form, words, claim = request.form, read_words(request.form), read_claim(request.form)
    draft = open_draft(player.id, public_id)
    item = draft.pack.item(item_id)
    try:
        evidence = evidence_of(claim, draft)
        after = mending.save_item(
            player.id,
            public_id,
            item_id,
            words,
            evidence,
            seen=form.get("seen", ""),
            was=form.get("was", ""),
            now_ms=now_ms(),
        )
    except ChangedMeanwhile as error:
        return _conflict(player, public_id, words, claim, item_id, error), 409
    except Malformed as error:
        return _form(draft, words, item, claim, str(error)), 400
    _say_saved(item, desk.item_of(after, item_id))
    return redirect(
        url_for("drafts.show_desk", public_id=public_id, show=pile_asked_for(), item=item_id), 303
    )


@bp.get("/drafts/<public_id>/new-item")
@for_authors
def write_item(player: Player, public_id: str) -> ResponseReturnValue:
    """The form for a new item."""
    return _form(open_draft(player.id, public_id), Words())


@bp.post("/drafts/<public_id>/new-item")
@for_authors
def add_item(player: Player, public_id: str) -> ResponseReturnValue:
    """Add an item written by hand."""
    words, claim = read_words(request.form), read_claim(request.form)
    draft = open_draft(player.id, public_id)
    try:
        evidence = evidence_of(claim, draft) or ()
        after, item = mending.add_item(player.id, public_id, words, evidence, now_ms=now_ms())
    except Malformed as error:
        return _form(draft, words, None, claim, str(error)), 400
    flash(f"Your question is in the draft, which has {len(after.pack.items)} now.")
    return redirect(url_for("drafts.show_desk", public_id=public_id, show="all", item=item.item_id), 303)


@bp.post("/drafts/<public_id>/items/<item_id>/remove")
@for_authors
def remove_item(player: Player, public_id: str, item_id: str) -> ResponseReturnValue:
    """Take the item out of the draft."""
    seen = request.form.get("seen", "")
    mending.remove_item(player.id, public_id, item_id, seen=seen, now_ms=now_ms())
    flash("The question is removed. Undo brings it back.")
    return redirect(url_for("drafts.show_desk", public_id=public_id), 303)


def _form(
    draft: Draft,
    words: Words,
    item: Item | None = None,
    claim: Claim = NO_CLAIM,
    refusal: str = "",
    offers: list[str] | None = None,
) -> str:
    is_blank = words == Words()
    return render_template(
        "drafts/item.html",
        **_written(draft, words, item, claim),
        judged=judged(Words(), draft) if is_blank else judged(words, draft),
        is_blank=is_blank,
        refusal=refusal,
        offers=offers,
    )


def _conflict(
    player: Player, public_id: str, words: Words, claim: Claim, item_id: str, error: ChangedMeanwhile
) -> str:
    """Both versions side by side, to choose from or to merge."""
    draft = open_draft(player.id, public_id)
    theirs = draft.pack.item(item_id)
    differing = _differing(words, mending.words_of(theirs)) if theirs else {}
    return render_template(
        "drafts/conflict.html",
        **_written(draft, words, theirs, claim),
        judged=judged(words, draft),
        told=str(error),
        theirs=theirs,
        differing=differing,
    )


def _written(draft: Draft, words: Words, item: Item | None, claim: Claim) -> dict[str, Any]:
    """What every form of an item needs."""
    new_key = words.key if item is None or not mending.has_same_key(words, item) else ""
    return {
        "draft": draft,
        "show": pile_asked_for(),
        "item": item,
        "words": words,
        "values": _by_field(words),
        "labels": LABELS,
        "claim": claim,
        "state": draft.state(item) if item else "",
        "seen": desk.fingerprint(item) if item else "",
        "documents": proofs.documents_to_cite(draft),
        "proofs": proofs.proofs_of(draft, item)[item.item_id] if item else (),
        "places": proofs.places_stating(draft, new_key),
        "key_changed": bool(item and new_key),
    }


def _by_field(words: Words) -> dict[str, str]:
    distractors = {f"distractor-{number}": text for number, text in enumerate(words.distractors, 1)}
    return {"stem": words.stem, "key": words.key, **distractors, "explanation": words.explanation}


def _differing(mine: Words, theirs: Words) -> dict[str, str]:
    """The texts of the other version, where they are not the same, by field."""
    others = _by_field(theirs) | {"difficulty": theirs.difficulty, "tags": ", ".join(theirs.tags)}
    ours = _by_field(mine) | {"difficulty": mine.difficulty, "tags": ", ".join(mine.tags)}
    return {field: text for field, text in others.items() if ours[field] != text}


def _say_saved(before: Item | None, after: Item) -> None:
    if before and not mending.has_same_key(mending.words_of(after), before):
        flash(
            f"Saved. The right answer is now “{after.key}” and no longer “{before.key}”: when the pack is "
            "published, you will be asked what that means for answers given so far."
        )
    elif before != after:
        flash("Saved.")
    else:
        flash("Accepted as it was.")
