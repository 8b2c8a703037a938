"""The texts that a draft was made from, cut into passages and sentences as evidence counts them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from quizapp.domain.fact import Evidence
from quizapp.packs.passage import Passage, Sentence, passages
from quizapp.store.draft_document import texts_of_draft
from quizapp.store.transaction import reading


@dataclass(frozen=True)
class StoredText:
    """One document as it was read; `furniture` says of passages what they are instead of the article."""

    document_id: str
    title: str
    text: str
    furniture: Mapping[int, str]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All its passages, furniture too."""
        return passages(self.text)

    def passage(self, number: int | None) -> Passage | None:
        """The passage of that number."""
        found = self.passages[number - 1 : number] if number else ()
        return found[0] if found else None

    def sentence(self, place: Evidence) -> Sentence | None:
        """The sentence in that place."""
        passage = self.passage(place.paragraph)
        found = passage.sentences[place.sentence - 1 : place.sentence] if passage and place.sentence else ()
        return found[0] if found else None


def texts_of(draft_id: int) -> list[StoredText]:
    """The documents of a draft that have been read."""
    with reading() as connection:
        rows = connection.execute(texts_of_draft, {"draft_id": draft_id}).all()
    return [
        StoredText(row.document_id, row.title, row.text, _furniture(row.furniture))
        for row in rows
        if row.document_id and row.text is not None
    ]


def quote(place: Evidence, texts: Iterable[StoredText]) -> str:
    """The sentence in that place, in one line; empty where its document is not stored."""
    text = next((each for each in texts if each.document_id == place.document_id), None)
    sentence = text.sentence(place) if text else None
    return " ".join(sentence.text.split()) if sentence else ""


def _furniture(kept: str) -> dict[int, str]:
    return {int(number): reason for number, reason in json.loads(kept or "{}").items()}
