"""People called by their nation: by characters, and by parse with a tree written by hand."""

import pytest

pytest.importorskip("spacy")

from quizapp.generation.document import document_of
from quizapp.generation.extraction.compatriots import compatriots
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.syntax import compatriots as syntax
from quizapp.generation.extraction.syntax.tree import Tree
from tests.generation.extraction.syntax.trees import a_parse

Fact = tuple[str, str]


def told(sentence: str) -> set[Fact]:
    scene = Scene(document_of(f"Notes\n\n{sentence}", "notes"))
    meanings = Meanings(scene)
    return {
        (c.subject.name, str(getattr(c.value, "name", c.value)))
        for line in scene.lines
        for c in compatriots(line, meanings)
    }


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("The commander was the Norwegian Peter Holt.", ("Peter Holt", "Norway")),
        ("The shipowner Peter Holt, an Englishman, paid for it.", ("Peter Holt", "England")),
        ("Peter Holt was a Dane.", ("Peter Holt", "Denmark")),
        ("Peter Holt, a Swede from Lund, paid for it.", ("Peter Holt", "Sweden")),
    ],
)
def test_who_is_called_by_a_nation_comes_from_its_country(sentence: str, fact: Fact) -> None:
    assert told(sentence) == {fact}


@pytest.mark.parametrize(
    "sentence",
    [
        "The wife of Peter Holt, a Swede, paid for it.",
        "The Norwegian Skell Museum opened.",
        "Peter Holt was a Swede by marriage.",
        "Perhaps Peter Holt was a Dane.",
        "Anna Holt, Peter Holt, a Dane, left.",
    ],
)
def test_a_nation_said_of_another_or_in_another_sense_tells_nothing(sentence: str) -> None:
    assert told(sentence) == set()


@pytest.mark.parametrize(
    "rows",
    [
        "They PRP nsubj 1; met VBD ROOT 1; the DT det 4; Norwegian JJ amod 4; Peter NNP obj 1; "
        "Holt NNP flat 4; . . punct 1",
        "Peter NNP nsubj 6; Holt NNP flat 0; , , punct 4; an DT det 4; Norwegian NN appos 0; , , punct 0; "
        "left VBD ROOT 6; . . punct 6",
    ],
)
def test_the_parse_shows_a_nation_too(rows: str) -> None:
    doc = a_parse(rows)
    scene = Scene(document_of(f"Notes\n\n{doc.text}", "notes"))

    found = list(syntax.compatriots(Tree(doc, doc.text), scene.lines[-1], Meanings(scene)))

    assert [(c.subject.name, getattr(c.value, "name", "")) for c in found] == [("Peter Holt", "Norway")]


def test_a_nation_behind_another_name_is_no_news_of_the_first() -> None:
    doc = a_parse(
        "Peter NNP nsubj 9; Holt NNP flat 0; , , punct 4; and CC cc 4; Paul NNP conj 0; Roth NNP flat 4; "
        ", , punct 8; a DT det 8; Dane NN appos 0; left VBD ROOT 9; . . punct 9"
    )
    scene = Scene(document_of(f"Notes\n\n{doc.text}", "notes"))

    assert not list(syntax.compatriots(Tree(doc, doc.text), scene.lines[-1], Meanings(scene)))
