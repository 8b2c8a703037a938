"""Makers and parts of a thing that the clause leaves out, as the parse shows them."""

import pytest

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.parts import parts
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.syntax.clauses import clauses
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.unsaid import left_out
from quizapp.generation.extraction.values import values
from tests.generation.extraction.reading import Fact, fact
from tests.generation.extraction.syntax.trees import a_parse


def told(rows: str) -> list[Fact]:
    doc = a_parse(rows)
    text = f"The Salt Road\n\nThe Salt Road is a 1931 film about a miller. {doc.text.strip()}"
    scene = Scene(document_of(text, "film"))
    line = scene.lines[-1]
    said = clauses(Tree(doc, line.text), line)
    found = left_out(line, said, values(line.text), Meanings(scene), parts(load()))
    return [fact(c) for c in found]


def test_the_music_is_that_of_the_film_told_of() -> None:
    rows = (
        "The DT det 1; music NN nsubj:pass 3; was VBD aux:pass 3; composed VBN ROOT 3; by IN case 5; "
        "Otto NNP obl:agent 3; Holt NNP flat 5; . . punct 3"
    )

    assert told(rows) == [("Otto Holt", "composed_music_for", "Salt Road")]


def test_the_director_is_that_of_the_film_told_of() -> None:
    rows = "The DT det 1; director NN nsubj 3; was VBD cop 3; Otto NNP ROOT 3; Holt NNP flat 3; . . punct 3"

    assert told(rows) == [("Otto Holt", "directed", "Salt Road")]


def test_the_director_of_another_film_is_not_its_director() -> None:
    rows = (
        "The DT det 1; director NN nsubj 6; of IN case 4; another DT det 4; film NN nmod 1; was VBD cop 6; "
        "Otto NNP ROOT 6; Holt NNP flat 6; . . punct 6"
    )

    assert told(rows) == []
