"""Stating a fact oneself, and putting one differently."""

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from quizapp.domain.draft import Draft
from quizapp.domain.fact import EntityType, Evidence, Fact
from quizapp.errors import ChangedMeanwhile, NotFound
from quizapp.services import facts
from quizapp.services.draft_texts import StoredText, texts_of
from quizapp.services.drafting import open_draft
from quizapp.services.facts import FactRefused, Statement
from quizapp.services.players import Player
from quizapp.services.reader import place_in_words
from quizapp.services.relations import choices, in_words, relations, value_hint
from quizapp.web.clock import now_ms
from quizapp.web.drafts.blueprint import bp, for_authors
from quizapp.web.drafts.facts import back_to_fact

_LONGEST = 300
_FIELDS = ("subject", "relation", "value", "subject_type", "value_type", "scope", "as_of", "according_to")


@bp.get("/drafts/<public_id>/facts/new")
@for_authors
def show_new_fact(player: Player, public_id: str) -> ResponseReturnValue:
    """The form for a fact of one's own; the words that were selected are in it already."""
    draft = open_draft(player.id, public_id)
    return _form(draft, _asked(request.args), _sentences(draft, request.args.get("document"), request.args))


@bp.post("/drafts/<public_id>/facts")
@for_authors
def state_fact(player: Player, public_id: str) -> ResponseReturnValue:
    """State a fact."""
    statement = _asked(request.form)
    try:
        draft, fact = facts.state(player.id, public_id, statement, now_ms())
    except FactRefused as error:
        draft = open_draft(player.id, public_id)
        place = statement.evidence[0] if statement.evidence else None
        sentences = _sentences(draft, place.document_id if place else None, request.form)
        return _form(draft, statement, sentences, faults=error.faults), 400
    flash(f"Stated: {in_words(fact, draft.pack)} Questions are being made of it.")
    return redirect(back_to_fact(draft, fact.fact_id), 303)


@bp.get("/drafts/<public_id>/facts/<fact_id>/edit")
@for_authors
def show_fact(player: Player, public_id: str, fact_id: str) -> ResponseReturnValue:
    """The form for putting a fact differently."""
    draft = open_draft(player.id, public_id)
    fact = facts.fact_of(draft, fact_id)
    return _form(draft, facts.statement_of(fact, draft.pack), _own_places(draft, fact), fact)


@bp.post("/drafts/<public_id>/facts/<fact_id>/edit")
@for_authors
def amend_fact(player: Player, public_id: str, fact_id: str) -> ResponseReturnValue:
    """Put a fact differently; where it has changed since, nothing is written and both are shown."""
    statement, seen = _asked(request.form), request.form.get("seen", "")
    fact = facts.fact_of(open_draft(player.id, public_id), fact_id)
    try:
        draft, after = facts.amend(player.id, public_id, fact_id, seen, statement, now_ms())
    except (FactRefused, ChangedMeanwhile) as error:
        draft = open_draft(player.id, public_id)
        now = facts.fact_of(draft, fact_id)
        is_refused = isinstance(error, FactRefused)
        page = _form(
            draft,
            statement,
            _own_places(draft, fact),
            now,
            faults=error.faults if isinstance(error, FactRefused) else {},
            theirs="" if is_refused else in_words(now, draft.pack),
            seen=seen if is_refused else facts.mark(now),
        )
        return page, 400 if is_refused else 409
    flash(f"Saved: {in_words(after, draft.pack)}")
    return redirect(back_to_fact(draft, after.fact_id), 303)


def _form(
    draft: Draft,
    statement: Statement,
    sentences: list[tuple[str, str, str]],
    fact: Fact | None = None,
    *,
    faults: object = None,
    theirs: str = "",
    seen: str = "",
) -> str:
    relation = relations().get(statement.relation)
    return render_template(
        "drafts/facts/fact.html",
        draft=draft,
        statement=statement,
        chosen={_code(place) for place in statement.evidence},
        sentences=sentences,
        fact=fact,
        seen=seen or (facts.mark(fact) if fact else ""),
        words=in_words(fact, draft.pack) if fact else "",
        faults=faults or {},
        theirs=theirs,
        choices=choices(),
        hint=value_hint(relation) if relation else "",
        types=list(EntityType),
    )


def _asked(given: object) -> Statement:
    """The statement that a form or an address holds."""
    texts = {name: given.get(name, "").strip()[:_LONGEST] for name in _FIELDS}  # type: ignore[attr-defined]
    codes = given.getlist("sentence")[:20]  # type: ignore[attr-defined]
    places = tuple(place for code in codes if (place := _place(code)))
    return Statement(**texts, evidence=places)


def _sentences(draft: Draft, document_id: str | None, given: object) -> list[tuple[str, str, str]]:
    """The sentences to choose from: those of the paragraph, or of the whole document where none is named."""
    texts = texts_of(draft.draft_id)
    if not texts:
        return []
    text = next((each for each in texts if each.document_id == document_id), None)
    if text is None:
        if document_id:
            raise NotFound("There is no such document in this draft.")
        text = texts[0]
    paragraph = given.get("paragraph", "")  # type: ignore[attr-defined]
    number = int(paragraph) if paragraph.isdecimal() and len(paragraph) < 7 else None
    return [
        each
        for each in _every_sentence(text, draft)
        if number is None or each[0].split("|")[1] == str(number)
    ]


def _own_places(draft: Draft, fact: Fact) -> list[tuple[str, str, str]]:
    """Where the fact stands now, and the other sentences of these paragraphs."""
    texts = {text.document_id: text for text in texts_of(draft.draft_id)}
    found: dict[str, tuple[str, str, str]] = {}
    for place in fact.evidence:
        text = texts.get(place.document_id)
        passage = text.passage(place.paragraph) if text else None
        for sentence in passage.sentences if passage else ():
            near = Evidence(place.document_id, place.paragraph, sentence.number)
            found[_code(near)] = (_code(near), " ".join(sentence.text.split()), place_in_words(near, draft))
        found.setdefault(_code(place), (_code(place), "", place_in_words(place, draft)))
    return list(found.values())


def _every_sentence(text: StoredText, draft: Draft) -> list[tuple[str, str, str]]:
    found = []
    for passage in text.passages:
        for sentence in passage.sentences if passage.number not in text.furniture else ():
            place = Evidence(text.document_id, passage.number, sentence.number)
            found.append((_code(place), " ".join(sentence.text.split()), place_in_words(place, draft)))
    return found


def _code(place: Evidence) -> str:
    return f"{place.document_id}|{place.paragraph or ''}|{place.sentence or ''}"


def _place(code: str) -> Evidence | None:
    """The place that a form names so; None where it names none."""
    document_id, _, rest = code.partition("|")
    paragraph, _, sentence = rest.partition("|")
    numbers = [int(each) if each.isdecimal() and len(each) < 7 else None for each in (paragraph, sentence)]
    if not document_id or (numbers[0] is None and numbers[1] is not None) or 0 in numbers:
        return None
    return Evidence(document_id, *numbers)
