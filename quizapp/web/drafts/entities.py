"""The names of a draft: what each means, two made one, one parted into two."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.domain.draft import Draft
from quizapp.domain.entity_edits import entity_of, facts_about
from quizapp.domain.fact import Entity, EntityType
from quizapp.errors import ChangedMeanwhile, Malformed
from quizapp.services import entities
from quizapp.services.disputes import disputes_of
from quizapp.services.drafting import open_draft
from quizapp.services.players import Player
from quizapp.services.relations import in_words, relations
from quizapp.web.clock import now_ms
from quizapp.web.drafts.blueprint import bp, for_authors

_LONGEST = 300
_LONGEST_LIST = 5000


@bp.get("/drafts/<public_id>/entities")
@for_authors
def show_entities(player: Player, public_id: str) -> ResponseReturnValue:
    """The names that the draft speaks of."""
    draft = open_draft(player.id, public_id)
    query = request.args.get("q", "")[:_LONGEST].strip()
    return render_template(
        "drafts/facts/entities.html",
        draft=draft,
        named=entities.entities_of(draft, query),
        query=query,
        disagreements=len(disputes_of(draft)),
    )


@bp.get("/drafts/<public_id>/entities/<entity_id>")
@for_authors
def show_entity(player: Player, public_id: str, entity_id: str) -> ResponseReturnValue:
    """What one name means, and what can be done about it."""
    return _page(open_draft(player.id, public_id), entity_id)


@bp.post("/drafts/<public_id>/entities/<entity_id>")
@for_authors
def describe_entity(player: Player, public_id: str, entity_id: str) -> ResponseReturnValue:
    """Give it another name, type or kind."""
    draft = open_draft(player.id, public_id)
    given = request.form
    aliases = given.get("aliases", "")[:_LONGEST_LIST].splitlines()
    told = (
        given.get("name", "")[:_LONGEST],
        given.get("type", ""),
        given.get("kind", "")[:_LONGEST],
        aliases,
    )
    try:
        before = entity_of(draft.pack, entity_id)
        if given.get("seen") != entities.mark(before):
            raise ChangedMeanwhile(f"“{before.name}” was changed in another tab. Here is how it stands now.")
        entities.describe(player.id, public_id, entity_id, before, told, now_ms())
    except (Malformed, ChangedMeanwhile) as error:
        code = 409 if isinstance(error, ChangedMeanwhile) else 400
        return _page(draft, entity_id, told=told if code == 400 else None, refusal=str(error)), code
    flash("Saved. Questions that show it are being made anew.")
    return redirect(_address(public_id, entity_id), 303)


@bp.get("/drafts/<public_id>/entities/<entity_id>/merge")
@for_authors
def show_merge(player: Player, public_id: str, entity_id: str) -> ResponseReturnValue:
    """What would come of taking two for one, before anything is saved."""
    draft = open_draft(player.id, public_id)
    try:
        other = _called(draft, request.args.get("with", ""), entity_id)
        result = entities.merging(draft, entity_id, other.entity_id)
    except Malformed as error:
        return _page(draft, entity_id, refusal=str(error), merge_with=request.args.get("with", "")), 400
    return render_template(
        "drafts/facts/merge.html",
        draft=draft,
        entity=entity_of(draft.pack, entity_id),
        other=other,
        result=result,
        changed=[(in_words(b, draft.pack), in_words(a, result.pack)) for b, a in result.changed],
        united=[in_words(stays, result.pack) for _, stays in result.united],
        dropped=[in_words(fact, draft.pack) for fact in result.dropped],
        disagreements=len(disputes_of(draft)),
    )


@bp.post("/drafts/<public_id>/entities/<entity_id>/merge")
@for_authors
def merge_entities(player: Player, public_id: str, entity_id: str) -> ResponseReturnValue:
    """Take two for one."""
    gone, name = request.form.get("gone", ""), request.form.get("name", "")
    entities.merge(player.id, public_id, entity_id, gone, name, now_ms())
    flash(f"They are one now: {name}. Questions about it are being made anew.")
    return redirect(_address(public_id, entity_id), 303)


@bp.post("/drafts/<public_id>/entities/<entity_id>/split")
@for_authors
def split_entity(player: Player, public_id: str, entity_id: str) -> ResponseReturnValue:
    """Make a name an entity of its own, with the facts that belong to it."""
    given = request.form
    told = (
        given.get("new_name", "")[:_LONGEST],
        given.get("new_type", ""),
        given.get("new_kind", "")[:_LONGEST],
    )
    try:
        _, new_id = entities.part(player.id, public_id, entity_id, told, given.getlist("fact"), now_ms())
    except Malformed as error:
        draft = open_draft(player.id, public_id)
        return _page(draft, entity_id, refusal=str(error), parting=told, moved=given.getlist("fact")), 400
    flash(f"“{told[0].strip()}” is on its own now. Questions about both are being made anew.")
    return redirect(_address(public_id, new_id), 303)


def _page(draft: Draft, entity_id: str, **told: object) -> str:
    entity = entity_of(draft.pack, entity_id)
    about = facts_about(draft.pack, entity_id, relations())
    return render_template(
        "drafts/facts/entity.html",
        draft=draft,
        entity=entity,
        seen=entities.mark(entity),
        facts=[(fact, in_words(fact, draft.pack), draft.state_of_fact(fact)) for fact in about],
        others=sorted({e.name for e in draft.pack.entities if e.type == entity.type} - {entity.name}),
        types=list(EntityType),
        disagreements=len(disputes_of(draft)),
        **told,
    )


def _called(draft: Draft, name: str, entity_id: str) -> Entity:
    """The entity that the author means by that name; one of the same type is meant before others."""
    here = entity_of(draft.pack, entity_id)
    found = [e for e in entities.entities_called(draft, name) if e.entity_id != entity_id]
    if not found:
        raise Malformed(
            f"Nothing else in this draft is called “{name.strip()[:80]}”. Choose a name from the list."
        )
    return min(found, key=lambda each: each.type != here.type)


def _address(public_id: str, entity_id: str) -> str:
    return url_for("drafts.show_entity", public_id=public_id, entity_id=entity_id)
