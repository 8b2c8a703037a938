"""What the documents of a draft disagree about, and the author's word on it: one undo step each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from quizapp.domain.draft import Decision, Draft, Part
from quizapp.domain.entity_edits import Reshaped, merged
from quizapp.domain.fact import Disagreement, Evidence, Fact, by_id, content_id
from quizapp.domain.fact_edits import with_facts
from quizapp.errors import ChangedMeanwhile, Malformed
from quizapp.services.draft_texts import StoredText, quote, texts_of
from quizapp.services.drafting import Edit, change
from quizapp.services.facts import ACCEPTED, REJECTED
from quizapp.services.reader import place_in_words
from quizapp.services.relations import in_words, relations, shown_value, spoken
from quizapp.services.remaking import apart_part, ask_anew, standing_of

SETTLED_MEANWHILE = "This disagreement has been settled meanwhile, perhaps in another tab."


@dataclass(frozen=True, slots=True)
class Witness:
    """Where a document says it: the sentence, where its text is stored, and the place in words."""

    place: str
    quote: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that cannot all be true, with the facts that state it."""

    key: str
    value: str
    words: tuple[str, ...]
    fact_ids: tuple[str, ...]
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disagreement as an author settles it. `bearers`: the two things whose names are nearly one."""

    key: str
    kind: Literal["values", "spelling", "order"]
    about: str
    sides: tuple[Side, ...]
    can_keep_all: bool
    bearers: tuple[str, ...] = ()


def disputes_of(draft: Draft) -> list[Dispute]:
    """What is not settled yet."""
    from quizapp.generation.standing import disagreements

    found = disagreements(standing_of(draft), relations())
    texts = texts_of(draft.draft_id)
    return [_dispute(one, draft, texts) for one in found if not _is_settled(one)]


def facts_in(disputes: Iterable[Dispute]) -> frozenset[str]:
    """The ids of the facts that disputes are about."""
    return frozenset(each for one in disputes for side in one.sides for each in side.fact_ids)


def choose(owner_id: int, public_id: str, key: str, side_key: str, now_ms: int) -> Draft:
    """The draft in which that side holds and the others are rejected; of two spellings, the name to go by."""
    told: list[tuple[tuple[str, ...], tuple[str, ...]]] = []

    def edit(draft: Draft) -> Edit:
        dispute = _open(draft, key)
        chosen = next((side for side in dispute.sides if side.key == side_key), None)
        if chosen is None:
            raise ChangedMeanwhile(SETTLED_MEANWHILE)
        if dispute.kind == "spelling":
            reshaped, gone = _one_name(draft, dispute, chosen)
            told[:] = [(reshaped.fact_ids, gone)]
            return Edit(f"Said that both names are “{chosen.value}”", reshaped.pack)
        ids = tuple(each for side in dispute.sides for each in side.fact_ids)
        told[:] = [(ids, ())]
        return Edit(f"Chose “{chosen.value}” for {dispute.about}", decisions=_verdicts(ids, chosen.fact_ids))

    return _asked(change(owner_id, public_id, now_ms, edit), told, now_ms)


def keep_all(owner_id: int, public_id: str, key: str, now_ms: int) -> Draft:
    """The draft in which each side is one document's word; of two spellings, two things that are not one."""
    told: list[tuple[tuple[str, ...], tuple[str, ...]]] = []

    def edit(draft: Draft) -> Edit:
        dispute = _open(draft, key)
        facts = [fact for fact in draft.pack.facts if any(fact.fact_id in s.fact_ids for s in dispute.sides)]
        told[:] = [(tuple(fact.fact_id for fact in facts), ())]
        if dispute.kind == "spelling":
            names = " and ".join(f"“{side.value}”" for side in dispute.sides)
            return Edit(f"Said that {names} are two", decisions={apart_part(dispute.bearers): ACCEPTED})
        if not dispute.can_keep_all:
            raise Malformed("Both stand in the same document, so its word decides nothing. Choose one.")
        changed = {fact.fact_id: replace(fact, according_to=_source(fact)) for fact in facts}
        accepted: dict[Part, Decision | None] = {("fact", each): ACCEPTED for each in changed}
        return Edit(
            f"Kept what each document says of {dispute.about}", with_facts(draft.pack, changed), accepted
        )

    return _asked(change(owner_id, public_id, now_ms, edit), told, now_ms)


def _asked(draft: Draft, told: list[tuple[tuple[str, ...], tuple[str, ...]]], now_ms: int) -> Draft:
    for fact_ids, names in told:
        ask_anew(draft, fact_ids, names, now_ms)
    return draft


def _open(draft: Draft, key: str) -> Dispute:
    found = next((one for one in disputes_of(draft) if one.key == key), None)
    if found is None:
        raise ChangedMeanwhile(SETTLED_MEANWHILE)
    return found


def _is_settled(found: Disagreement) -> bool:
    return found.kind != "spelling" and all(fact.according_to for fact in found.facts)


def _dispute(found: Disagreement, draft: Draft, texts: list[StoredText]) -> Dispute:
    from quizapp.generation.standing import bearers

    sides = tuple(_side(label, facts, draft, texts) for label, facts in _sides(found, draft))
    sources = [{_source(fact) for fact in facts} for _, facts in _sides(found, draft)]
    apart = all(one.isdisjoint(other) for place, one in enumerate(sources) for other in sources[:place])
    return Dispute(
        content_id("dispute", found.kind, *sorted(side.key for side in sides)),
        found.kind,
        _about(found, draft),
        sides,
        found.kind == "spelling" or (apart and all(all(few) for few in sources)),
        tuple(sorted(bearers(found))) if found.kind == "spelling" else (),
    )


def _sides(found: Disagreement, draft: Draft) -> list[tuple[str, list[Fact]]]:
    """The facts by what they put against each other: values, or else whole lists, one of each document."""
    grouped: dict[tuple[str, ...], list[Fact]] = {}
    values = {fact.value for fact in found.facts}
    is_list = found.kind == "values" and _is_of_lists(found)
    for fact in found.facts:
        if is_list:
            key: tuple[str, ...] = tuple(sorted({place.document_id for place in fact.evidence}))
        elif found.kind == "order":
            key = (fact.fact_id,)
        else:
            key = (fact.value,) if len(values) > 1 else (fact.subject,)
        grouped.setdefault(key, []).append(fact)
    return [
        (", ".join(dict.fromkeys(_differing(f, found, draft) for f in few)), few) for few in grouped.values()
    ]


def _is_of_lists(found: Disagreement) -> bool:
    """Whether each document names all that stands there, so that whole lists are put against each other."""
    relation = relations()[found.relation]
    by_subject = len({fact.value for fact in found.facts}) == 1
    if by_subject:
        return relation.exhaustive_subject and not relation.single_subject
    return relation.exhaustive and not relation.single_valued


def _side(label: str, facts: list[Fact], draft: Draft, texts: list[StoredText]) -> Side:
    known = {fact.fact_id for fact in draft.pack.facts}
    return Side(
        content_id("side", *sorted(f"{fact.subject} {fact.value} {fact.fact_id}" for fact in facts)),
        label,
        tuple(in_words(fact, draft.pack) for fact in facts if fact.fact_id in known),
        tuple(fact.fact_id for fact in facts if fact.fact_id in known),
        tuple(
            Witness(place_in_words(place, draft), quote(place, texts), place)
            for place in dict.fromkeys(place for fact in facts for place in fact.evidence)
        ),
    )


def _about(found: Disagreement, draft: Draft) -> str:
    name = _name(found.subject, draft)
    if found.kind == "spelling":
        return "a name spelt in two ways"
    if found.kind == "order":
        return f"{name}: which comes first"
    if len({fact.value for fact in found.facts}) == 1:
        return f"{spoken(found.relation)} {shown_value(found.facts[0], draft.pack)}"
    return f"{name}: {spoken(found.relation)}"


def _differing(fact: Fact, found: Disagreement, draft: Draft) -> str:
    if found.kind == "order":
        return f"{spoken(fact.relation)} {shown_value(fact, draft.pack)}"
    if found.kind == "spelling":
        subjects = {one.subject for one in found.facts}
        return _name(fact.subject if len(subjects) > 1 else fact.value, draft)
    values = {one.value for one in found.facts}
    return shown_value(fact, draft.pack) if len(values) > 1 else _name(fact.subject, draft)


def _one_name(draft: Draft, dispute: Dispute, chosen: Side) -> tuple[Reshaped, tuple[str, ...]]:
    """The two bearers made one under the chosen name, and the name that is given up."""
    one, another = dispute.bearers
    names = {each: _name(each, draft) for each in (one, another)}
    kept = one if names[one] == chosen.value else another
    gone = another if kept == one else one
    return merged(draft.pack, kept, gone, chosen.value, relations()), (names[gone],)


def _verdicts(fact_ids: Iterable[str], chosen: Iterable[str]) -> dict[Part, Decision | None]:
    held = set(chosen)
    return {("fact", each): ACCEPTED if each in held else REJECTED for each in fact_ids}


def _source(fact: Fact) -> str:
    return fact.according_to or next((place.document_id for place in fact.evidence), "")


def _name(entity_id: str, draft: Draft) -> str:
    found = by_id(draft.pack.entities).get(entity_id)
    return found.name if found else entity_id
