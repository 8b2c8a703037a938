"""A sheet for judging: every fact and every item made of some texts, beside the sentences they rest on.

    python -m tests.benchmarks.sheet FOLDER [--alone]

With --alone each text is read by itself, without it all are read together.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from quizapp.domain.fact import Evidence
from quizapp.generation.catalogue import load
from quizapp.generation.document import Document, read_documents
from quizapp.generation.pipeline import make_pack
from quizapp.packs.lint import lint_pack
from tests.benchmarks.extraction import TODAY


def sheet(documents: Sequence[Document]) -> Iterator[str]:
    """The facts, the items with their options (the key first), and what the check of packs says."""
    pack = make_pack(documents, [], load(), TODAY).pack
    names = {entity.entity_id: entity.name for entity in pack.entities}
    read = {document.document_id: document for document in documents}
    for number, fact in enumerate(pack.facts, 1):
        value = names.get(fact.value, fact.value)
        yield f"F{number} {names[fact.subject]} | {fact.relation} | {value} {fact.scope} (w{fact.witnesses})"
        yield from (f"     {_sentence(place, read)}" for place in fact.evidence)
    for number, item in enumerate(pack.items, 1):
        yield f"Q{number} {item.stem}  [{'; '.join(item.options)}]"
        yield from (f"     {_sentence(place, read)}" for place in item.evidence)
    yield from (f"{flaw.level}: {flaw.what}" for flaw in lint_pack(pack) if flaw.code != "no-items")


def _sentence(place: Evidence, read: dict[str, Document]) -> str:
    passages = {passage.number: passage for passage in read[place.document_id].passages}
    if place.paragraph is None or place.sentence is None:
        return place.document_id
    return passages[place.paragraph].sentences[place.sentence - 1].text


if __name__ == "__main__":
    texts = read_documents(sorted(Path(sys.argv[1]).glob("*.txt")))
    for together in [[text] for text in texts] if "--alone" in sys.argv else [texts]:
        print(f"== {', '.join(text.title for text in together)}")
        print("\n".join(sheet(together)))
