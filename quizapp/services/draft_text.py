"""A draft as text: all of it but what was rejected. Whoever saves it later is told what changed meanwhile."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.domain.comparison import Comparison, compare
from quizapp.domain.draft import Decision, Draft, Part
from quizapp.domain.fact import Evidence
from quizapp.domain.pack import Pack
from quizapp.domain.three_way import Clash, Side, merge_packs
from quizapp.errors import ChangedMeanwhile, Malformed, PackError
from quizapp.packs.check import check_text
from quizapp.packs.findings import Finding
from quizapp.packs.reader import read_pack, survey
from quizapp.packs.source import LARGEST_BYTES
from quizapp.packs.writer import write_pack
from quizapp.services.drafting import Edit, change, open_draft

LARGEST_TEXT = LARGEST_BYTES
_NAME = "this text"


@dataclass(frozen=True, slots=True)
class Meeting:
    """What somebody else did meanwhile, and whether both changes go together."""

    changes: Comparison
    clashes: tuple[Clash, ...]
    fits: bool
    theirs: str


@dataclass(frozen=True, slots=True)
class Together:
    """The wish to bring both changes together: whose wins where both changed one part, as it was seen."""

    favoured: Side
    theirs: str


def shown_pack(draft: Draft) -> Pack:
    """The pack without what was rejected."""
    items = tuple(item for item in draft.pack.items if draft.state(item) != "rejected")
    facts = tuple(fact for fact in draft.pack.facts if draft.state_of_fact(fact) != "rejected")
    return replace(draft.pack, items=items, facts=facts)


def text_of_draft(draft: Draft) -> str:
    """The same as text."""
    return write_pack(shown_pack(draft))


def findings_of_text(text: str) -> tuple[Finding, ...]:
    """What the reader and the rubric find in the text, by line."""
    return check_text(text, _NAME)[1]


def save_text(
    owner_id: int, public_id: str, text: str | bytes, base: str, now_ms: int, together: Together | None = None
) -> tuple[Draft, Comparison]:
    """The draft with that text, and what it changed. `base` is the text that the author began with.

    A text that cannot be read is refused with its findings. Where the draft has changed since the base, both
    changes are brought together if the author wishes that; otherwise they are told what has changed.
    """
    mine, begun = read_pack(text, _NAME), _begun(base)
    theirs = shown_pack(open_draft(owner_id, public_id))
    wanted = mine if theirs == begun else _brought_together(begun, mine, theirs, together)

    def edit(now: Draft) -> Edit:
        if shown_pack(now) != theirs:
            raise ChangedMeanwhile(
                "The draft has just changed once more.", _meeting(begun, mine, shown_pack(now))
            )
        return Edit("Edited the text", _with_rejected(now, wanted), dict(_accepted(now, wanted)))

    return change(owner_id, public_id, now_ms, edit), compare(theirs, wanted)


def _begun(base: str) -> Pack:
    try:
        return read_pack(base, "the text as it was")
    except PackError:
        raise Malformed("This page is out of date. Copy your text, reload the page, and paste it.") from None


def _brought_together(begun: Pack, mine: Pack, theirs: Pack, together: Together | None) -> Pack:
    meeting = _meeting(begun, mine, theirs)
    if together is None or together.theirs != meeting.theirs:
        raise ChangedMeanwhile("The draft has changed since you opened its text.", meeting)
    merged = merge_packs(begun, mine, theirs, together.favoured).pack
    # A part that one of them took out may be what the other's new part rests on.
    reading = survey(write_pack(merged), "both texts together")
    if reading.pack is None:
        raise PackError("Both changes together make no pack; mend your text first.", reading.findings)
    return merged


def _meeting(begun: Pack, mine: Pack, theirs: Pack) -> Meeting:
    merge = merge_packs(begun, mine, theirs)
    return Meeting(compare(begun, theirs), merge.clashes, not merge.clashes, theirs.digest)


def _with_rejected(draft: Draft, wanted: Pack) -> Pack:
    """The pack with what was rejected still in it, as far as that has anything left to rest on."""
    documents = {document.document_id for document in wanted.documents}
    entities = {entity.entity_id for entity in wanted.entities}
    shown_facts = {fact.fact_id for fact in wanted.facts}

    def stands(evidence: tuple[Evidence, ...]) -> bool:
        return all(place.document_id in documents for place in evidence)

    facts = tuple(
        fact
        for fact in draft.pack.facts
        if draft.state_of_fact(fact) == "rejected"
        and fact.fact_id not in shown_facts
        and fact.subject in entities
        and fact.according_to in ("", *documents)
        and stands(fact.evidence)
    )
    known_facts = shown_facts | {fact.fact_id for fact in facts} | {""}
    items = tuple(
        item
        for item in draft.pack.items
        if draft.state(item) == "rejected"
        and wanted.item(item.item_id) is None
        and item.fact_id in known_facts
        and stands(item.evidence)
    )
    return replace(wanted, facts=wanted.facts + facts, items=wanted.items + items)


def _accepted(draft: Draft, wanted: Pack) -> Iterator[tuple[Part, Decision | None]]:
    """What is new in the text was written by the author, so nobody else need decide about it."""
    before = set(_parts(shown_pack(draft)))
    return ((part, Decision("accepted")) for part in _parts(wanted) if part not in before)


def _parts(pack: Pack) -> Iterator[Part]:
    yield from (("item", item.item_id) for item in pack.items)
    yield from (("fact", fact.fact_id) for fact in pack.facts)
