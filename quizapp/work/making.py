"""Makes questions from a draft's documents: read, and written down in one change of the draft."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from quizapp.domain.draft import Draft
from quizapp.domain.joining import joined
from quizapp.domain.making import READING_DOCUMENTS, READING_SENTENCES
from quizapp.domain.pack import Pack
from quizapp.errors import DocumentRefused, WorkDropped
from quizapp.services import documents, tasks
from quizapp.services.draft_shelf import entitled
from quizapp.services.drafting import Edit, change_by_id, open_draft_by_id
from quizapp.work.pulse import Pulse, now_ms
from quizapp.work.reading import read_unread

if TYPE_CHECKING:
    from quizapp.generation.document import Document
    from quizapp.generation.pipeline import Generated

NOTHING_TO_READ = "None of the documents can be read, so no question could be made. The list says why."
NOTHING_FOUND = (
    "No fact was found in the documents, so no question could be made. Give English texts that state facts "
    "in whole sentences."
)


def make(pulse: Pulse, model: str) -> str:
    """Read, make, and write down; what to say where nothing came of it."""
    draft_id = pulse.held.draft_id
    _read(pulse)
    read = documents.read_documents_of(draft_id)
    pulse.counts |= {"documents": len(read), "refused": documents.refused_count(draft_id)}
    pulse.counts["sentences"] = sum(len(passage.sentences) for each in read for passage in each.passages)
    pulse.tell(READING_SENTENCES, 0, pulse.counts["sentences"])
    if not read:
        return NOTHING_TO_READ
    generated = _generated(open_draft_by_id(draft_id), read, model, pulse)
    if not generated.whole.facts:
        return NOTHING_FOUND
    before: list[int] = []

    def edit(draft: Draft) -> Edit:
        # The author cannot call it off while the draft is held: either this is written down, or nothing is.
        if not tasks.is_held(pulse.held):
            raise WorkDropped("The work was called off.")
        before.append(len(draft.pack.items))
        return _edit(draft, generated, read)

    after = change_by_id(draft_id, now_ms(), edit)
    pulse.counts |= {
        "facts": generated.funnel.facts,
        "questions": len(after.pack.items) - before[-1],
        "disagreements": len(generated.disagreements),
    }
    return ""


def _read(pulse: Pulse) -> None:
    """Read what has not been read, one document after the other; each is kept at once."""
    unread = documents.unread_documents(pulse.held.draft_id)
    for number, each in enumerate(unread):
        pulse.tell(READING_DOCUMENTS, number, len(unread))
        try:
            text, furniture = read_unread(each, pulse.glance)
            documents.keep_reading(pulse.held.draft_id, each, text, furniture)
        except DocumentRefused as refusal:
            documents.refuse_document(each, refusal)


def _generated(draft: Draft, read: "list[Document]", model: str, pulse: Pulse) -> "Generated":
    # Imported here so that only a worker that has work loads what generation needs.
    from quizapp.generation import catalogue, pipeline

    relations = catalogue.load()
    # Items found before are found again; what was written by hand is asked already. A relation that the
    # program does not know makes no question.
    told = replace(
        draft.pack,
        facts=tuple(fact for fact in draft.pack.facts if fact.relation in relations),
        items=tuple(item for item in draft.pack.items if not item.made),
    )
    today = datetime.fromtimestamp(now_ms() / 1000, UTC).date()
    return pipeline.make_pack(read, [told], relations, today, progress=pulse.tell, model=model)


def _edit(draft: Draft, generated: "Generated", read: "list[Document]") -> Edit:
    ids = {document.document_id for document in read}
    pack = joined(draft, generated.whole, ids)
    new = len(pack.items) - len(draft.pack.items)
    what = f"Made {_counted(new, 'question')} from {_counted(len(read), 'document')}"
    return Edit(what, entitled(pack, read[0].title), worth=_worth(draft, pack, generated.worth))


def _worth(draft: Draft, pack: Pack, new: Mapping[str, float]) -> dict[str, float]:
    both = {**draft.worth, **new}
    return {item.item_id: both[item.item_id] for item in pack.items if item.item_id in both}


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
