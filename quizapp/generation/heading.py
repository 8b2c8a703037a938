"""The head of a made pack: an input pack's own where there is one, else what the documents offer."""

from collections.abc import Sequence

from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.errors import Malformed
from quizapp.generation.document import Document, slug
from quizapp.generation.gathering import Gathered

_LONGEST_SLUG = 60
_LONGEST_TITLE = 100


def headed(
    documents: Sequence[Document],
    packs: Sequence[Pack],
    gathered: Gathered,
    title: str,
    items: Sequence[Item],
) -> Pack:
    """The pack with those items, under the first pack's head, the given title, or the first document's."""
    parts = {
        "documents": gathered.documents,
        "entities": tuple(gathered.entities.values()),
        "facts": gathered.facts,
        "items": tuple(items),
    }
    if packs:
        first = packs[0]
        return Pack(
            first.slug,
            title or first.title,
            first.language,
            first.licence,
            first.attribution,
            first.description,
            first.topic,
            **parts,  # type: ignore[arg-type]
        )
    named = title or documents[0].title[:_LONGEST_TITLE].strip()
    found = slug(named, _LONGEST_SLUG)
    if len(found) < 2:
        raise Malformed(f"the title {named!r} gives no file name; give another with --title")
    return Pack(found, named, **parts)  # type: ignore[arg-type]
