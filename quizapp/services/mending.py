"""Items written, mended and removed by hand. What is mended by hand is no longer made anew."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from quizapp.domain.draft import Decision, Draft
from quizapp.domain.fact import Evidence
from quizapp.domain.item import (
    DISTRACTORS,
    LONGEST_EXPLANATION,
    LONGEST_OPTION,
    LONGEST_STEM,
    Difficulty,
    Item,
)
from quizapp.domain.pack import Pack
from quizapp.domain.text import folded, shown
from quizapp.errors import ChangedMeanwhile, Malformed
from quizapp.services.desk import fingerprint
from quizapp.services.drafting import Edit, change
from quizapp.services.proofs import documents_to_cite
from quizapp.services.triage import named

LONGEST_TAG = 40
MOST_TAGS = 12


@dataclass(frozen=True, slots=True)
class Words:
    """What an author has written for an item, not yet known to be sound."""

    stem: str = ""
    key: str = ""
    distractors: tuple[str, ...] = ("",) * DISTRACTORS
    explanation: str = ""
    difficulty: Difficulty = "medium"
    tags: tuple[str, ...] = ()


def words_of(item: Item) -> Words:
    """The item as its author would write it."""
    return Words(item.stem, item.key, item.distractors, item.explanation, item.difficulty, item.tags)


def problems(words: Words) -> Mapping[str, str]:
    """What keeps the words from being an item, by field; nothing where they are one."""
    told: dict[str, str] = {}
    distractors = {f"distractor-{n}": text for n, text in enumerate(words.distractors, 1)}
    options = {"key": words.key, **distractors}
    _tell(told, "stem", words.stem, "the question", LONGEST_STEM)
    for field, text in options.items():
        what = "the right answer" if field == "key" else "this wrong option"
        _tell(told, field, text, what, LONGEST_OPTION)
    if words.explanation:
        _tell(told, "explanation", words.explanation, "the explanation", LONGEST_EXPLANATION)
    first: dict[str, str] = {}
    for field, text in options.items():
        if text and first.setdefault(folded(text), field) != field:
            told.setdefault(field, "Two options read the same.")
    for tag in words.tags:
        _tell(told, "tags", tag, "a tag", LONGEST_TAG)
    if len(words.tags) > MOST_TAGS:
        told.setdefault("tags", f"At most {MOST_TAGS} tags fit.")
    return told


def as_item(words: Words, before: Item | None = None, evidence: tuple[Evidence, ...] | None = None) -> Item:
    """The item that the words are, in the place of the one before. Another key has to bring its evidence."""
    if told := problems(words):
        raise Malformed(next(iter(told.values())))
    new = Item(
        words.stem,
        words.key,
        words.distractors,
        words.explanation,
        evidence or (),
        difficulty=words.difficulty,
        tags=words.tags,
        item_id=before.item_id if before else "",
    )
    if before is None:
        return new
    if has_same_key(words, before):
        kept = before.evidence if evidence is None else evidence
        # Words alone that come back as they were leave the item as it was found.
        after = replace(new, evidence=kept, fact_id=before.fact_id, made=before.made)
        return after if after == before else replace(after, made=False)
    if evidence is None:
        raise Malformed(
            "You have changed the right answer. Say where the new one stands, or that you state it."
        )
    return new


def has_same_key(words: Words, before: Item) -> bool:
    """Whether the words leave the right answer what it was."""
    return folded(words.key) == folded(before.key)


def save_item(
    owner_id: int,
    public_id: str,
    item_id: str,
    words: Words,
    evidence: tuple[Evidence, ...] | None = None,
    *,
    seen: str,
    was: str = "",
    now_ms: int,
) -> Draft:
    """The draft with the item mended and accepted, unless somebody has changed it since it was `seen`."""

    def edit(draft: Draft) -> Edit:
        before = draft.pack.item(item_id)
        if before is None:
            raise ChangedMeanwhile("This question was removed in another window while you wrote.")
        if fingerprint(before) != seen and not _is_saved(words, evidence, before):
            raise ChangedMeanwhile("This question was changed in another window while you wrote.", before)
        if draft.state(before) == "rejected" and was not in ("", "rejected"):
            raise ChangedMeanwhile("This question was rejected in another window while you wrote.", before)
        after = as_item(words, before, evidence)
        items = tuple(after if item.item_id == item_id else item for item in draft.pack.items)
        what = f"Changed {named(after)}"
        if not has_same_key(words, before):
            what = f"Changed the right answer of {named(after)} from {before.key} to {after.key}"
        return Edit(what, _with_items(draft, items), {("item", item_id): Decision("accepted")})

    return change(owner_id, public_id, now_ms, edit)


def add_item(
    owner_id: int, public_id: str, words: Words, evidence: tuple[Evidence, ...], *, now_ms: int
) -> tuple[Draft, Item]:
    """The draft with a new item at its end, accepted, and that item."""
    new = as_item(words, None, evidence)

    def edit(draft: Draft) -> Edit:
        if draft.pack.item(new.item_id):
            raise Malformed("There is a question with this very text and answer already.")
        pack = _with_items(draft, (*draft.pack.items, new))
        return Edit(f"Wrote {named(new)}", pack, {("item", new.item_id): Decision("accepted")})

    return change(owner_id, public_id, now_ms, edit), new


def remove_item(owner_id: int, public_id: str, item_id: str, *, seen: str, now_ms: int) -> Draft:
    """The draft without the item, unless somebody has changed it since."""

    def edit(draft: Draft) -> Edit:
        before = draft.pack.item(item_id)
        if before is None:
            return Edit("Removed a question")
        if fingerprint(before) != seen:
            raise ChangedMeanwhile(
                "This question was changed in another window. Look at it once more.", before
            )
        items = tuple(item for item in draft.pack.items if item.item_id != item_id)
        pack = replace(draft.pack, items=items)
        return Edit(f"Removed {named(before)}", pack, {("item", item_id): None})

    return change(owner_id, public_id, now_ms, edit)


def _is_saved(words: Words, evidence: tuple[Evidence, ...] | None, item: Item) -> bool:
    """Whether the item is what was to be saved: sent a second time, because the first answer was lost."""
    return words_of(item) == words and evidence in (None, item.evidence)


def _with_items(draft: Draft, items: tuple[Item, ...]) -> Pack:
    """The pack with these items, and with every document that they point to."""
    named_ = {document.document_id for document in draft.pack.documents}
    cited = {place.document_id for item in items for place in item.evidence} - named_
    more = (
        [document for document in documents_to_cite(draft) if document.document_id in cited] if cited else []
    )
    return replace(draft.pack, items=items, documents=(*draft.pack.documents, *more))


def _tell(told: dict[str, str], field: str, text: str, what: str, longest: int) -> None:
    try:
        shown(text, what, longest)
    except Malformed as error:
        said = str(error)
        told.setdefault(field, f"{said[0].upper()}{said[1:]}.")
