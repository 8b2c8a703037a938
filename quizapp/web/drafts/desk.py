"""The desk in the browser: one item at a time, decided by a form that works alone or by the script."""

from typing import Any, cast

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.domain.draft import REASONS, Draft, State
from quizapp.domain.item import Item
from quizapp.errors import ChangedMeanwhile
from quizapp.services import desk, triage
from quizapp.services.desk import SHOWS, Show
from quizapp.services.drafting import open_draft
from quizapp.services.players import Player
from quizapp.web.accounts.session import current_player
from quizapp.web.clock import now_ms
from quizapp.web.drafts.blueprint import bp, for_author_ids, for_authors
from quizapp.web.drafts.card_words import told
from quizapp.web.problems import wants_json

MOST_CARDS = 20
PILES = {
    "open": "To decide",
    "accepted": "Accepted",
    "rejected": "Rejected",
    "findings": "With findings",
    "all": "All",
}


@bp.get("/drafts/<public_id>/items")
@for_authors
def show_desk(player: Player, public_id: str) -> ResponseReturnValue:
    """One item of a pile, and the list of the others."""
    return _desk(open_draft(player.id, public_id), pile_asked_for(), request.args.get("item", ""))


@bp.get("/drafts/<public_id>/cards")
@for_author_ids
def show_cards(owner_id: int, public_id: str) -> ResponseReturnValue:
    """Some items as they lie on the desk, for the script to have the next ones at hand."""
    draft = open_draft(owner_id, public_id)
    wanted = request.args.getlist("item")[:MOST_CARDS]
    items = [item for item in map(draft.pack.item, wanted) if item]
    return render_template(
        "drafts/cards.html", **_around(draft, pile_asked_for()), cards=_cards(draft, items)
    )


@bp.post("/drafts/<public_id>/items/<item_id>/decision")
@for_author_ids
def decide_item(owner_id: int, public_id: str, item_id: str) -> ResponseReturnValue:
    """Accept, reject or put back an item; the script gets the counts, the form goes on to the next item."""
    form = request.form
    rejected = "rejected" in form
    verdict = cast(State, "rejected" if rejected else form.get("verdict", ""))
    seen, was = form.get("seen", ""), form.get("was", "")
    show, after = pile_asked_for(), ""
    if not wants_json():
        after = _next(desk.pile(open_draft(owner_id, public_id), show), item_id)
    try:
        draft = triage.decide(
            owner_id,
            public_id,
            item_id,
            verdict,
            form.get("rejected", ""),
            seen=seen,
            was=was,
            now_ms=now_ms(),
        )
    except ChangedMeanwhile as error:
        return _changed(owner_id, public_id, item_id, show, error)
    if wants_json():
        return jsonify(revision=draft.revision, counts=draft.counts)
    return redirect(url_for("drafts.show_desk", public_id=public_id, show=show, item=after or None), 303)


@bp.post("/drafts/<public_id>/accept-good")
@for_authors
def accept_good(player: Player, public_id: str) -> ResponseReturnValue:
    """Accept all items that nothing speaks against."""
    _, count = triage.accept_good(player.id, public_id, now_ms())
    flash(f"{count} accepted. Undo takes all of them back at once.")
    return redirect(url_for("drafts.show_desk", public_id=public_id), 303)


@bp.get("/drafts/<public_id>/revision")
@for_author_ids
def show_revision(owner_id: int, public_id: str) -> ResponseReturnValue:
    """The number of the draft's latest change, for pages that ask whether they are still true."""
    return jsonify(revision=open_draft(owner_id, public_id).revision)


def _desk(draft: Draft, show: Show, item_id: str, told_: str = "") -> str:
    player = current_player()
    items = desk.pile(draft, show)
    chosen = draft.pack.item(item_id)
    # An item that has just been decided has left its pile, and can still be looked at.
    current = chosen or next(iter(items), None)
    if chosen and chosen not in items:
        items = [chosen, *items]
    place = items.index(current) if current else 0
    return render_template(
        "drafts/desk.html",
        **_around(draft, show),
        items=items,
        place=place,
        cards=_cards(draft, [current] if current else []),
        piles=desk.piles(draft),
        names=PILES,
        good=len(triage.good_items(draft)),
        shortcuts=bool(player and player.shortcuts),
        told=told_,
    )


def _around(draft: Draft, show: Show) -> dict[str, Any]:
    return {"draft": draft, "show": show, "reasons": REASONS}


def _cards(draft: Draft, items: list[Item]) -> list[dict[str, Any]]:
    return [told(card) for card in desk.cards(draft, items)]


def _changed(
    owner_id: int, public_id: str, item_id: str, show: Show, error: ChangedMeanwhile
) -> ResponseReturnValue:
    """The item as it stands now, to be decided anew."""
    draft = open_draft(owner_id, public_id)
    if not wants_json():
        return _desk(draft, show, item_id, str(error)), 409
    item = draft.pack.item(item_id)
    cards = _cards(draft, [item] if item else [])
    page = render_template("drafts/cards.html", **_around(draft, show), cards=cards)
    return jsonify(text=str(error), card=page, revision=draft.revision, counts=draft.counts), 409


def pile_asked_for() -> Show:
    """The pile that the page or the form was about."""
    wanted = request.values.get("show", "")
    return wanted if wanted in SHOWS else "open"


def _next(items: list[Item], item_id: str) -> str:
    ids = [item.item_id for item in items]
    if item_id not in ids:
        return ""
    place = ids.index(item_id)
    return next(iter(ids[place + 1 :] + ids[:place]), "")
