"""Where firms are at home: by characters here, by parse with a tree written by hand."""

import pytest

pytest.importorskip("spacy")

from quizapp.generation.document import document_of
from quizapp.generation.extraction.bases import at_home
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.syntax import bases
from quizapp.generation.extraction.syntax.tree import Tree
from tests.generation.extraction.reading import Fact, fact
from tests.generation.extraction.syntax.trees import a_parse


def told(sentence: str) -> set[Fact]:
    scene = Scene(document_of(f"Notes\n\n{sentence}", "notes"))
    meanings = Meanings(scene)
    return {fact(c) for line in scene.lines for c in at_home(line, meanings)}


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("It was made by the Berlin company Finch & Holt.", ("Finch & Holt", "headquartered_in", "Berlin")),
        ("She sold it to the Vienna film company Lumora.", ("Lumora", "headquartered_in", "Vienna")),
        (
            "It was bought by the Swiss publisher Holt & Roth.",
            ("Holt & Roth", "country_of_origin", "Switzerland"),
        ),
    ],
)
def test_a_firm_is_at_home_where_the_word_before_it_says(sentence: str, fact: Fact) -> None:
    assert told(sentence) == {fact}


@pytest.mark.parametrize(
    "sentence",
    [
        "It was made by the former Berlin company Finch & Holt.",
        "It was made for the Berlin painter Otto Finch.",
        "Perhaps it was made by the Berlin company Finch & Holt.",
    ],
)
def test_a_former_home_and_the_home_of_a_person_are_no_seats(sentence: str) -> None:
    assert told(sentence) == set()


def test_the_parse_shows_the_home_of_a_firm_too() -> None:
    rows = (
        "They PRP nsubj 1; sold VBD ROOT 1; it PRP obj 1; to IN case 6; the DT det 6; Berlin NNP compound 6; "
        "company NN obl 1; Finch NNP appos 6; & CC cc 9; Holt NNP conj 7; . . punct 1"
    )
    doc = a_parse(rows)
    scene = Scene(document_of(f"Notes\n\n{doc.text}", "notes"))

    found = list(bases.at_home(Tree(doc, doc.text), scene.lines[-1], Meanings(scene)))

    assert [fact(c) for c in found] == [("Finch & Holt", "headquartered_in", "Berlin")]
