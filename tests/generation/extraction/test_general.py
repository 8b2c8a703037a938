"""Both readings of the general route, over the same invented sentences."""

import pytest

from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.extraction import general
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.retelling import Taken, taken
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.syntax import general as parsed_general
from quizapp.generation.extraction.syntax.clauses import clauses
from quizapp.generation.extraction.syntax.parse import parsed
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.language import load_language

ABOUT_ADA = "Ada Holm was a Danish explorer. She loved the snow, and her maps were good."
NOTHING_TAKEN = Taken()


def surface(text: str, verbs: Taken = NOTHING_TAKEN) -> set[tuple[str, ...]]:
    scene = Scene(document_of(f"Ada Holm, explorer\n\n{ABOUT_ADA}\n\n{text}", "file"))
    meanings = Meanings(scene)
    return {
        (c.subject.name, c.relation, str(c.value), c.scope)
        for line in scene.lines
        for c in general.general(meanings, line, verbs)
    }


def syntax(text: str) -> set[tuple[str, ...]]:
    scene = Scene(document_of(f"Ada Holm, explorer\n\n{ABOUT_ADA}\n\n{text}", "file"))
    meanings = Meanings(scene)
    return {
        (c.subject.name, c.relation, str(c.value), c.scope)
        for line, doc in zip(scene.lines, parsed(scene.lines, load_language()), strict=True)
        for c in parsed_general.general(meanings, line, clauses(Tree(doc, line.text), line), NOTHING_TAKEN)
    }


SENTENCES = [
    ("Ada Holm left Dunmere in 1888.", {("Ada Holm", "did_in_year", "1888", "left Dunmere")}),
    (
        "In 1888 Holm moved to Greenland, where the summers are short.",
        {("Ada Holm", "did_in_year", "1888", "moved to Greenland")},
    ),
    (
        "Ada Holm was elected a Fellow of the Royal Society on 3 May 1901.",
        {("Ada Holm", "was_done_in_year", "1901", "elected a Fellow of the Royal Society")},
    ),
    (
        "Ada Holm led the first crossing of Greenland.",
        {("Ada Holm", "person_did", "led the first crossing of Greenland", "")},
    ),
    (
        "Ada Holm was the first person to climb Mount Skarn.",
        {("Ada Holm", "person_was_the", "the first person to climb Mount Skarn", "")},
    ),
    ("Ada Holm designed 51 churches.", {("Ada Holm", "count_of", "51", "designed … churches")}),
    ("Ada Holm was the first woman to climb Mount Skarn.", set()),
    ("Ada Holm left it in 1888.", set()),
    ("Ada Holm would have left Dunmere in 1888.", set()),
    ("Ada Holm is said to have left Dunmere in 1888.", set()),
    ("Ada Holm and Otto Finch left Dunmere in 1888.", set()),
]


@pytest.mark.parametrize(("sentence", "facts"), SENTENCES)
def test_deeds_are_read_by_characters(sentence: str, facts: set[tuple[str, ...]]) -> None:
    assert surface(sentence) == facts


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "facts"), SENTENCES)
def test_deeds_are_read_from_the_parse_in_the_same_words(sentence: str, facts: set[tuple[str, ...]]) -> None:
    assert syntax(sentence) == facts


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Ada Holm, who left Dunmere in 1888, wrote well.", ("did_in_year", "1888", "left Dunmere")),
        ("Ada Holm, sent to Dunmere in 1888, wrote well.", ("was_done_in_year", "1888", "sent to Dunmere")),
        (
            "Ada Holm left Dunmere in 1888 and sailed to Skell in 1889.",
            ("did_in_year", "1889", "sailed to Skell"),
        ),
        ("When the ice broke, Ada Holm left Dunmere in 1888.", ("did_in_year", "1888", "left Dunmere")),
    ],
)
def test_asides_and_second_verbs_are_read_by_characters(sentence: str, fact: tuple[str, ...]) -> None:
    assert ("Ada Holm", *fact) in surface(sentence)


def test_verbs_that_typed_relations_ask_about_are_left_to_them() -> None:
    verbs = taken(load())

    assert surface("Ada Holm founded the Vale Society in 1888.", verbs) == set()
    assert surface("Ada Holm left Dunmere in 1888.", verbs)
