"""Names that texts write in two ways, so that they may mean one thing or two: for a person to decide."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from quizapp.domain import fact as domain
from quizapp.domain.fact import Disagreement, Entity, Evidence, Fact
from quizapp.generation import spelling, titles
from quizapp.generation.co_mentions import sentences_naming
from quizapp.generation.document import Document


def spelt_apart(
    documents: Sequence[Document],
    references: Mapping[str, domain.Document],
    entities: Mapping[str, Entity],
    facts: Sequence[Fact],
) -> list[Disagreement]:
    """Disputes about names that the texts show, whether or not a fact is about the bearer."""
    names = {f"{each}\n{name}": (name,) for each, entity in entities.items() for name in entity.names}
    places: dict[str, dict[Evidence, None]] = defaultdict(dict)
    by_name: dict[str, dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for place, found in sentences_naming(documents, names):
        known_as = replace(place, document_id=references[place.document_id].document_id)
        for entity_id, name in sorted(each.split("\n", 1) for each in found):
            places[entity_id][known_as] = None
            by_name[entity_id][name].append(known_as)
    told = {each: tuple(found) for each, found in places.items()}
    return [
        *spelling.in_texts(entities, told),
        *spelling.in_casts(entities, facts, told),
        *titles.called_apart(entities, by_name),
    ]
