"""Keys of published editions that turned out to be wrong, as the rows of the editions hold them."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import lru_cache

from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.domain.round import CorrectedKey
from quizapp.services.shelving import pack
from quizapp.store.published_pack import corrected_of_digest


@lru_cache(maxsize=512)
def corrected_keys(digest: str, corrections: int) -> Mapping[str, CorrectedKey]:  # noqa: ARG001
    """The corrected keys of that edition, by item. The number tells a later state from this one."""
    return keys_now(digest)


def keys_now(digest: str) -> Mapping[str, CorrectedKey]:
    """The corrected keys of that edition at this moment."""
    row = corrected_of_digest.read(digest=digest)
    return read_keys(row.corrected) if row else {}


def corrected_pack(digest: str) -> Pack:
    """The edition with its corrected keys in place, to go on from; what argued for the old ones is gone."""
    edition, keys = pack(digest), keys_now(digest)
    if not keys:
        return edition
    return replace(edition, items=tuple(_with_key(item, keys.get(item.item_id)) for item in edition.items))


def read_keys(text: str) -> dict[str, CorrectedKey]:
    """The corrected keys in the column of an edition."""
    return {item_id: CorrectedKey(**key) for item_id, key in json.loads(text).items()}


def written_keys(keys: Mapping[str, CorrectedKey]) -> str:
    """The corrected keys as the column of an edition holds them."""
    return json.dumps({item_id: asdict(key) for item_id, key in keys.items()}, ensure_ascii=False)


def _with_key(item: Item, key: CorrectedKey | None) -> Item:
    if key is None or key.text == item.key:
        return item
    wrong = [option for option in item.options if option != key.text]
    return replace(
        item,
        key=key.text,
        distractors=tuple(wrong[: len(item.distractors)]),
        explanation="",
        evidence=(),
        fact_id="",
        made=False,
    )
