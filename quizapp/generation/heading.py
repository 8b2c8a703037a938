"""The head of a made pack: an input pack's own where there is one, else what the documents offer."""

from collections.abc import Sequence

from quizapp.domain.fact import Fact
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.errors import Malformed
from quizapp.generation.document import Document
from quizapp.generation.gathering import Gathered
from quizapp.packs.slug import LONGEST_SLUG, slug

_LONGEST_TITLE = 100


def headed(
    documents: Sequence[Document],
    packs: Sequence[Pack],
    gathered: Gathered,
    title: str,
    items: Sequence[Item],
    facts: Sequence[Fact] | None = None,
) -> Pack:
    """The pack with those items and facts (without any: all), and the entities that these speak of.

    Its head is the first pack's, the given title, or the first document's.
    """
    kept = gathered.facts if facts is None else facts
    spoken_of = _spoken_of(kept, gathered)
    parts = {
        "documents": gathered.documents,
        "entities": tuple(gathered.entities[each] for each in gathered.entities if each in spoken_of),
        "facts": tuple(kept),
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
    found = slug(named, LONGEST_SLUG)
    if len(found) < 2:
        raise Malformed(f"the title {named!r} gives no file name; give another with --title")
    return Pack(found, named, **parts)  # type: ignore[arg-type]


def _spoken_of(facts: Sequence[Fact], gathered: Gathered) -> set[str]:
    """The ids of the entities in these facts, of those that came in packs, and of the wholes of both."""
    named = {each for fact in facts for each in (fact.subject, fact.value) if each in gathered.entities}
    named |= gathered.known
    return named | {gathered.entities[each].within for each in named}
