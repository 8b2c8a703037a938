"""What an author decides of facts: accepted, rejected, put differently, or stated by the author."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from quizapp.domain.draft import Decision, Draft, Outcome, Part
from quizapp.domain.fact import Document, Entity, EntityType, Evidence, Fact, by_id, content_id
from quizapp.domain.fact_edits import new_fact, twin_of, with_fact
from quizapp.domain.pack import Pack
from quizapp.domain.text import folded, shown
from quizapp.errors import ChangedMeanwhile, Malformed, NotFound, QuizError
from quizapp.packs.shape import LONGEST, PARTIAL_DATE
from quizapp.packs.slug import free_slug, slug
from quizapp.services.draft_texts import texts_of
from quizapp.services.drafting import Edit, change, open_draft
from quizapp.services.relations import fault, in_words, relations
from quizapp.services.remaking import ask_anew, standing_of

ACCEPTED, REJECTED = Decision("accepted"), Decision("rejected")
NO_SUCH_FACT = "That fact is no longer in the draft. Go back to the facts to see how it stands now."


class FactRefused(QuizError):
    """A fact cannot be stated so; `faults` say field by field how to mend it."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__("The fact cannot be kept yet.")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact as a person writes it down: names, not ids. The types say what a name is that is new."""

    subject: str
    relation: str
    value: str
    subject_type: str = ""
    value_type: str = ""
    scope: str = ""
    as_of: str = ""
    according_to: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass
class _Understood:
    """A statement understood so far: the entities that it needs anew, and what is wrong with it."""

    pack: Pack
    new: list[Entity] = field(default_factory=list)
    faults: dict[str, str] = field(default_factory=dict)


def decide(
    owner_id: int, public_id: str, fact_id: str, verdict: Outcome | None, now_ms: int
) -> tuple[Draft, str]:
    """The draft with that decision of a fact (None: to be decided again), and the fact in words."""
    fact = fact_of(open_draft(owner_id, public_id), fact_id)
    rivals = rivals_of(open_draft(owner_id, public_id), fact_id)

    def edit(draft: Draft) -> Edit:
        told = in_words(fact_of(draft, fact_id), draft.pack)
        verb = {"accepted": "Accepted", "rejected": "Rejected"}.get(verdict or "", "Opened again")
        decision = Decision(verdict) if verdict else None
        return Edit(f"{verb} the fact “{told}”", decisions={("fact", fact_id): decision})

    draft = change(owner_id, public_id, now_ms, edit)
    ask_anew(draft, (fact_id, *rivals), (), now_ms)
    return draft, in_words(fact, draft.pack)


def state(owner_id: int, public_id: str, statement: Statement, now_ms: int) -> tuple[Draft, Fact]:
    """The draft with the fact that the author states, and that fact."""
    kept: list[Fact] = []

    def edit(draft: Draft) -> Edit:
        said, new = understood(statement, draft)
        kept[:] = [new_fact(said, draft.pack)]
        pack = _documented(with_fact(draft.pack, kept[0], new), statement, draft)
        told = in_words(kept[0], pack)
        return Edit(f"Stated “{told}”", pack, {("fact", kept[0].fact_id): ACCEPTED})

    draft = change(owner_id, public_id, now_ms, edit)
    ask_anew(draft, (kept[0].fact_id, *rivals_of(draft, kept[0].fact_id)), (), now_ms)
    return draft, kept[0]


def amend(
    owner_id: int, public_id: str, fact_id: str, seen: str, statement: Statement, now_ms: int
) -> tuple[Draft, Fact]:
    """The draft with the fact put as the author now writes it; `seen` is the mark of how it was seen."""
    rivals = rivals_of(open_draft(owner_id, public_id), fact_id)
    kept: list[Fact] = []

    def edit(draft: Draft) -> Edit:
        before = fact_of(draft, fact_id)
        if mark(before) != seen:
            raise ChangedMeanwhile("This fact was changed in another tab or by somebody else.", before)
        said, new = understood(statement, draft)
        after = replace(said, fact_id=fact_id, ask=before.ask, note=before.note)
        if replace(before, witnesses=0) == after:
            return Edit("Nothing")
        kept[:] = [twin_of(after, draft.pack) or after]
        pack = _documented(with_fact(draft.pack, after, new), statement, draft)
        decisions: dict[Part, Decision | None] = {("fact", kept[0].fact_id): ACCEPTED}
        if kept[0].fact_id != fact_id:
            decisions["fact", fact_id] = None
        return Edit(f"Put “{in_words(before, draft.pack)}” differently", pack, decisions)

    draft = change(owner_id, public_id, now_ms, edit)
    after = kept[0] if kept else fact_of(draft, fact_id)
    if kept:
        ask_anew(draft, dict.fromkeys((after.fact_id, *rivals, *rivals_of(draft, after.fact_id))), (), now_ms)
    return draft, after


def fact_of(draft: Draft, fact_id: str) -> Fact:
    """The fact of that id."""
    found = next((fact for fact in draft.pack.facts if fact.fact_id == fact_id), None)
    if found is None:
        raise NotFound(NO_SUCH_FACT)
    return found


def rivals_of(draft: Draft, fact_id: str) -> tuple[str, ...]:
    """The ids of the facts that cannot be true together with that one."""
    from quizapp.generation.standing import disagreements

    found = disagreements(standing_of(draft), relations())
    ids = [[fact.fact_id for fact in one.facts] for one in found]
    known = {fact.fact_id for fact in draft.pack.facts}
    return tuple(each for few in ids if fact_id in few for each in few if each != fact_id and each in known)


def mark(fact: Fact) -> str:
    """A short name for the fact exactly as it stands, for telling later whether it has changed."""
    return content_id("seen", repr(fact))


def statement_of(fact: Fact, pack: Pack) -> Statement:
    """The fact as its author would write it down."""
    entities = by_id(pack.entities)
    subject = entities.get(fact.subject)
    relation = relations().get(fact.relation)
    value = None if relation and relation.literal else entities.get(fact.value)
    return Statement(
        subject.name if subject else fact.subject,
        fact.relation,
        value.name if value else fact.value,
        subject.type if subject else "",
        value.type if value else "",
        fact.scope,
        fact.as_of,
        fact.according_to,
        fact.evidence,
    )


def understood(statement: Statement, draft: Draft) -> tuple[Fact, list[Entity]]:
    """The fact of a statement, and the entities it needs that are new; FactRefused says what is wrong."""
    pack = draft.pack
    so_far = _Understood(pack)
    relation = relations().get(statement.relation)
    if relation is None:
        so_far.faults["relation"] = "Choose what is said from the list."
    subject = _entity(so_far, "subject", statement, relation.subject if relation else ())
    value = statement.value.strip()
    if relation is None or not relation.literal:
        value = _entity(so_far, "value", statement, relation.value if relation else ())
    elif not value:
        so_far.faults["value"] = "Write what is said of it."
    _check_rest(so_far, statement)
    _check_evidence(so_far, statement, draft)
    fact = Fact(
        subject,
        statement.relation,
        value,
        statement.evidence,
        " ".join(statement.scope.split()),
        statement.as_of.strip(),
        statement.according_to,
    )
    if not so_far.faults and (wrong := fault(fact, by_id((*pack.entities, *so_far.new)))):
        so_far.faults[wrong[0]] = wrong[1]
    if not so_far.faults and relation and not relation.literal and subject == value:
        so_far.faults["value"] = "A fact links two things, and these are one."
    if so_far.faults:
        raise FactRefused(so_far.faults)
    return fact, so_far.new


def _entity(so_far: _Understood, side: str, statement: Statement, types: Iterable[str]) -> str:
    """The id of the entity of that name; a new one where there is none, and the type says what it is."""
    name = " ".join((statement.subject if side == "subject" else statement.value).split())
    type_ = statement.subject_type if side == "subject" else statement.value_type
    if not name:
        so_far.faults[side] = "Write a name."
        return ""
    known = [one for one in (*so_far.pack.entities, *so_far.new) if _is_called(one, name)]
    known.sort(key=lambda one: (one.type not in types, one.type != type_, folded(one.name) != folded(name)))
    if known:
        return known[0].entity_id
    if type_ not in types:
        fitting = ", ".join(types) or "what it is"
        so_far.faults[side] = f"“{name}” is new to this draft. Say below what it is: {fitting}."
        return ""
    try:
        new = new_entity(name, EntityType(type_), so_far.pack, so_far.new)
    except Malformed as error:
        so_far.faults[side] = f"This cannot be a name: {error}."
        return ""
    so_far.new.append(new)
    return new.entity_id


def new_entity(name: str, type_: EntityType, pack: Pack, others: Iterable[Entity] = ()) -> Entity:
    """An entity of that name under an id of its own."""
    taken = {one.entity_id for one in (*pack.entities, *others)}
    return Entity(free_slug(slug(name) or content_id("e", folded(name)), taken), name, type_)


def _check_rest(so_far: _Understood, statement: Statement) -> None:
    for name, text in (("value", statement.value), ("scope", statement.scope)):
        words = " ".join(text.split())
        try:
            if words:
                shown(words, "this", LONGEST[name])
        except Malformed as error:
            so_far.faults[name] = f"This cannot be shown: {error}."
    as_of = statement.as_of.strip()
    if as_of and not _is_date(as_of):
        so_far.faults["as_of"] = "Write a date as year-month-day, such as 2026-05-01, or 2026-05, or 2026."
    if statement.according_to and so_far.pack.document(statement.according_to) is None:
        so_far.faults["according_to"] = "Choose one of the documents of this draft."


def _check_evidence(so_far: _Understood, statement: Statement, draft: Draft) -> None:
    """Where texts are stored, a new place must be a sentence of one of them."""
    texts = {text.document_id: text for text in texts_of(draft.draft_id)}
    known = {place for fact in draft.pack.facts for place in fact.evidence}
    if texts and not statement.evidence:
        so_far.faults["evidence"] = "Choose the sentence that states it."
    for place in statement.evidence:
        text = texts.get(place.document_id)
        if place not in known and (text is None or text.sentence(place) is None):
            so_far.faults["evidence"] = "There is no such sentence. Choose one of those below."


def _documented(pack: Pack, statement: Statement, draft: Draft) -> Pack:
    """The pack naming the documents that the statement points to."""
    cited = {place.document_id for place in statement.evidence}
    missing = [
        Document(text.document_id, text.title)
        for text in texts_of(draft.draft_id)
        if text.document_id in cited and pack.document(text.document_id) is None
    ]
    return replace(pack, documents=(*pack.documents, *missing))


def _is_date(text: str) -> bool:
    from quizapp.generation import literals

    return bool(PARTIAL_DATE.fullmatch(text)) and literals.is_well_formed("date", text)


def _is_called(entity: Entity, name: str) -> bool:
    return folded(name) in map(folded, entity.names)
