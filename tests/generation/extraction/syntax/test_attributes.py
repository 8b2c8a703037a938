"""Measures of what a thing has, seen in the parse: a subject with an owner, and one value as predicate."""

import pytest

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.extraction.attributes import attributes
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.syntax.attributes import measured
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.values import values
from tests.generation.extraction.syntax.trees import a_parse

REST = "is VBZ cop 4; 845 CD nummod 4; metres NNS ROOT 4; . . punct 4"


def told(rows: str) -> list[tuple[str, str, str]]:
    doc = a_parse(rows)
    text = f"The Skell Bridge\n\nThe Skell Bridge is a road bridge in Norway. {doc.text.strip()}"
    scene = Scene(document_of(text, "bridge"))
    line = scene.lines[-1]
    found = measured(
        Tree(doc, line.text), line, tuple(values(line.text)), Meanings(scene), attributes(load())
    )
    return [(c.subject.name, c.relation, str(c.value)) for c in found]


def test_a_measure_of_what_a_thing_has_is_a_measure_of_the_thing() -> None:
    rows = f"Its PRP$ nmod:poss 1; length NN nsubj 4; {REST}"

    assert told(rows) == [("Skell Bridge", "length", "845 metres")]


def test_a_measure_of_a_part_is_none() -> None:
    rows = (
        "Its PRP$ nmod:poss 1; span NN nsubj 4; is VBZ cop 4; 310 CD nummod 4; metres NNS ROOT 4; . . punct 4"
    )

    assert told(rows) == []
