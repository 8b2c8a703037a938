"""Lines through the real pipeline: in order, with every word in its place."""

import pytest

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.syntax.clauses import clauses
from quizapp.generation.extraction.syntax.parse import parsed
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.language import load_language


@pytest.mark.model
def test_words_keep_their_places_where_speech_is_blanked_out() -> None:
    line = Line(f"{' ' * 40} said Anna Holt, who founded the firm in 1871.", 1, 1)

    doc = next(parsed([line], load_language()))

    assert all(line.text[word.idx : word.idx + len(word)] == word.text for word in doc)


@pytest.mark.model
def test_lines_come_back_in_order_with_what_they_say() -> None:
    texts = (
        "In 1871 Anna Holt founded a firm in Leeds.",
        "The bridge was designed by Anna Holt and opened in June 1906.",
    )
    lines = [Line(text, 1, number) for number, text in enumerate(texts, 1)]

    found = [
        clauses(Tree(doc, line.text), line)
        for doc, line in zip(parsed(lines, load_language()), lines, strict=True)
    ]

    assert [[clause.verb for clause in of_line] for of_line in found] == [["found"], ["design", "open"]]
    assert [phrase.text for phrase in found[1][0].adjuncts] == ["Anna Holt"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("“The Long Road to Veldra” was directed by Otto Finch.", "“The Long Road to Veldra”"),
        (
            "The film “Where Nobody Sings,” made by Holt, was released in 1922.",
            "The film “Where Nobody Sings,",
        ),
        ("The film ‘Cold Harbour’ was directed by Otto Finch.", "The film ‘Cold Harbour’"),
    ],
)
def test_a_quoted_title_is_one_name(text: str, subject: str) -> None:
    line = Line(text, 1, 1)

    (*_, clause) = clauses(Tree(next(parsed([line], load_language())), line.text), line)

    assert [phrase.text for phrase in clause.subjects] == [subject]


@pytest.mark.model
def test_quoted_words_that_are_no_title_stay_as_they_are() -> None:
    line = Line("Anna Holt called it “A small and quiet miracle” in 1922.", 1, 1)

    doc = next(parsed([line], load_language()))

    assert doc.text == line.text


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject", "complement"),
    [
        ("Per Dahl was elected mayor of Oban in 1960.", "Per Dahl", "mayor of Oban"),
        (
            "Ramsay, the son of a baker, was appointed director of the Holberg Institute in 1950.",
            "Ramsay",
            "director of the Holberg Institute",
        ),
    ],
)
def test_who_is_chosen_for_a_post_is_read_with_it_and_with_the_year(
    text: str, subject: str, complement: str
) -> None:
    line = Line(text, 1, 1)

    found = clauses(Tree(next(parsed([line], load_language())), line.text), line)

    chosen = next(clause for clause in found if clause.passive)
    assert [phrase.text for phrase in chosen.subjects] == [subject]
    assert [phrase.text for phrase in chosen.objects] == [complement]
    assert text[-5:-1] in [phrase.text for phrase in chosen.adjuncts]
