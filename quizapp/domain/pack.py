"""A titled, licensed set of facts and items, named by a digest of all that is in it."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property

from quizapp.domain.fact import Document, Entity, Fact
from quizapp.domain.item import Item
from quizapp.domain.text import shown
from quizapp.errors import Malformed

SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])")

# Younger than the first editions: databases hold digests of packs that do not use them, and these stay.
_YOUNGER = {"licence": "", "witnesses": 0}


@dataclass(frozen=True)
class Pack:
    """Everything that one pack file says. References inside it have been checked by whoever read it."""

    slug: str
    title: str
    language: str = "en"
    licence: str = ""
    attribution: str = ""
    description: str = ""
    topic: str = ""
    documents: tuple[Document, ...] = ()
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    items: tuple[Item, ...] = ()
    _items_by_id: Mapping[str, Item] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not SLUG.fullmatch(self.slug):
            raise Malformed(f"the slug {self.slug!r} is not 2 to 60 of a-z, 0-9 and inner hyphens")
        shown(self.title, "the title", 100)
        found = {item.item_id: item for item in self.items}
        if len(found) != len(self.items):
            raise Malformed("two items have the same id")
        object.__setattr__(self, "_items_by_id", found)

    def item(self, item_id: str) -> Item | None:
        """The item of that id, if the pack holds it."""
        return self._items_by_id.get(item_id)

    def document(self, document_id: str) -> Document | None:
        """The document of that id, if the pack names it."""
        return next((d for d in self.documents if d.document_id == document_id), None)

    def witnesses(self, item: Item) -> int:
        """How many independent readings state the fact that the item asks for; 0 where that is not known."""
        return self._witnesses.get(item.fact_id, 0)

    @cached_property
    def _witnesses(self) -> Mapping[str, int]:
        return {fact.fact_id: fact.witnesses for fact in self.facts}

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the whole content: the name of this edition, the same on every machine."""
        content = {
            name: [_content(part) for part in getattr(self, name)]
            for name in ("documents", "entities", "facts", "items")
        }
        heading = [
            *(self.slug, self.title, self.language, self.licence),
            *(self.attribution, self.description, self.topic),
        ]
        text = json.dumps([heading, content], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def _content(part: Document | Entity | Fact | Item) -> dict[str, object]:
    """What is in a part, younger fields only where something is in them."""
    return {
        name: value for name, value in asdict(part).items() if name not in _YOUNGER or value != _YOUNGER[name]
    }
