"""Every way of asking in the catalogue: its stem, answered, is read as the fact that it asks."""

from collections.abc import Iterator

import pytest

from quizapp.domain.fact import Side
from quizapp.domain.item import Item
from quizapp.generation import catalogue, roundtrip, stems
from quizapp.generation.extraction.witnesses import Witnesses
from quizapp.generation.graph import Graph
from quizapp.generation.language import load_language
from quizapp.generation.ranking import Proposal
from tests.generation.told import facts

CATALOGUE = catalogue.load()
# Their phrases fit no frame: "on the soundtrack" would stand before the work.
OUT_OF_REACH = {"on_soundtrack_of", "official_language"}


def asked() -> Iterator[tuple[Proposal, Graph]]:
    sides: tuple[Side, ...] = ("subject", "value")
    for relation in CATALOGUE.values():
        for fact, entities in facts(relation) if relation.says else ():
            graph = Graph(CATALOGUE, {entity.entity_id: entity for entity in entities}, (fact,))
            for side in sides:
                if stem := stems.stem(fact, side, graph):
                    item = Item(stem.text, "Key", ("One", "Two", "Three"), "It is so.")
                    yield Proposal(item, fact, side, "", 1.0), graph


@pytest.mark.model
def test_what_a_relation_asks_is_what_its_frames_say() -> None:
    every = list(asked())
    reader = Witnesses(CATALOGUE, load_language())
    sentences = [
        (place, text, roundtrip.Known(list(graph.entities.values())))
        for place, (each, graph) in enumerate(every)
        for text in roundtrip.filled_in(each, graph)
    ]
    read = reader.again([(text, known) for _, text, known in sentences])

    back = {
        place
        for (place, _, _), found in zip(sentences, read, strict=True)
        if roundtrip.comes_back(every[place][0].fact, every[place][1], found)
    }
    lost = {
        (each.fact.relation, each.item.stem) for place, (each, _) in enumerate(every) if place not in back
    }

    assert len(every) > 500
    assert {relation for relation, _ in lost} <= OUT_OF_REACH, sorted(lost)
