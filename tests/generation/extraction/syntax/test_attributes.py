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


def told(rows: str) -> list[tuple[str, str, str, str]]:
    doc = a_parse(rows)
    text = f"The Skell Bridge\n\nThe Skell Bridge is a road bridge in Norway. {doc.text.strip()}"
    scene = Scene(document_of(text, "bridge"))
    line = scene.lines[-1]
    found = measured(
        Tree(doc, line.text), line, tuple(values(line.text)), Meanings(scene), attributes(load())
    )
    return [(c.subject.name, c.relation, str(c.value), c.scope) for c in found]


def test_a_measure_of_what_a_thing_has_is_a_measure_of_the_thing() -> None:
    rows = f"Its PRP$ nmod:poss 1; length NN nsubj 4; {REST}"

    assert told(rows) == [("Skell Bridge", "length", "845 metres", "")]


def test_a_measure_of_a_part_keeps_the_part() -> None:
    rows = (
        "Its PRP$ nmod:poss 2; two CD nummod 2; towers NNS nsubj 6; are VBP cop 6; 90 CD nummod 5; "
        "metres NNS obl:unmarked 6; high JJ ROOT 6; . . punct 6"
    )

    assert told(rows) == [("Skell Bridge", "part_measures", "90 metres", "towers are … high")]


def test_a_measure_with_a_name_keeps_the_name() -> None:
    rows = (
        "It PRP nsubj 1; has VBZ ROOT 1; an DT det 4; average JJ amod 4; clearance NN obj 1; of IN case 7; "
        "40 CD nummod 7; metres NNS nmod 4; . . punct 1"
    )

    assert told(rows) == [("Skell Bridge", "has_measure", "40 metres", "average clearance is …")]


def test_what_stands_beside_a_subject_with_its_measure_has_it() -> None:
    rows = (
        "With IN case 2; a DT det 2; length NN obl 11; of IN case 5; 845 CD nummod 5; metres NNS nmod 2; "
        ", , punct 2; it PRP nsubj 11; is VBZ cop 11; the DT det 11; longest JJS amod 11; bridge NN ROOT 11; "
        ". . punct 11"
    )

    assert told(rows) == [("Skell Bridge", "length", "845 metres", "")]


def test_a_measure_of_several_is_none() -> None:
    rows = (
        "Its PRP$ nmod:poss 1; span NN nsubj 6; and CC cc 3; roof NN conj 1; are VBP cop 6; 310 CD nummod 6; "
        "metres NNS ROOT 6; . . punct 6"
    )

    assert told(rows) == []
