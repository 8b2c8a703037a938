"""Names that the parser does not know, parsed as if it did."""

import pytest

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.spans import spans
from quizapp.generation.extraction.syntax.clauses import clauses
from quizapp.generation.extraction.syntax.parse import parsed
from quizapp.generation.extraction.syntax.standins import disguised
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.language import load_language

PERSON, PLACE = EntityType.PERSON, EntityType.PLACE


@pytest.mark.parametrize(
    ("text", "types", "shown"),
    [
        ("Inge Ostrand died in Sund.", (PERSON, PLACE), "John Johnson died in Iran."),
        ("Ostrand died in Sund.", (PERSON, None), "Johnson died in Bush."),
        ("The Sund Bridge was built by Ostra.", (None, None), "The Sund Bridge was built by Smith."),
        ("He wrote Les Oiseaux muets in 1871.", (None,), "He wrote Les Oiseaux muets in 1871."),
        ("IKA was sold by Klein-Ost in 1871.", (None, None), "IKA was sold by David-Lee in 1871."),
    ],
)
def test_a_stand_in_is_as_long_as_the_name(
    text: str, types: tuple[EntityType | None, ...], shown: str
) -> None:
    assert disguised(text, zip(spans(text), types, strict=True)) == shown


@pytest.mark.model
def test_a_strange_name_is_the_subject_of_its_sentence_and_keeps_its_words() -> None:
    line = Line("Inge Lehrmann died in Copenhagen on 21 February 1993.", 1, 1)

    (doc,) = parsed([line], load_language(), lambda _: [(span, PERSON) for span in spans(line.text)[:1]])

    (clause,) = clauses(Tree(doc, line.text), line)
    assert (clause.verb, [phrase.text for phrase in clause.subjects]) == ("die", ["Inge Lehrmann"])
    assert [word.text for word in doc][:2] == ["Inge", "Lehrmann"]
