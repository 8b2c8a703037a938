"""Several measures, counts of what is in a thing, and verbs that the parser takes for nouns."""

import pytest

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.extraction.attributes import attributes
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.syntax.dimensions import dimensions
from quizapp.generation.extraction.syntax.moments import moment_below
from quizapp.generation.extraction.syntax.there import there_are
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.verbless import give_verb
from quizapp.generation.extraction.values import values
from tests.generation.extraction.syntax.trees import a_parse


def scene_of(sentence: str) -> Scene:
    intro = "The Skell Bridge is a road bridge in Norway."
    return Scene(document_of(f"The Skell Bridge\n\n{intro} {sentence.strip()}", "bridge"))


def dimensions_in(rows: str) -> list[tuple[str, str, str]]:
    doc = a_parse(rows)
    scene = scene_of(doc.text)
    line = scene.lines[-1]
    found = dimensions(Tree(doc, line.text), line, values(line.text), Meanings(scene), attributes(load()))
    return [(c.relation, str(c.value), c.scope) for c in found]


def test_both_measures_are_said_of_one_subject() -> None:
    rows = (
        "It PRP nsubj 4; is VBZ cop 4; 845 CD nummod 3; metres NNS obl:unmarked 4; long JJ ROOT 4; "
        "and CC cc 8; 28 CD nummod 7; metres NNS obl:unmarked 8; wide JJ conj 4; . . punct 4"
    )

    assert dimensions_in(rows) == [("length", "845 metres", ""), ("width", "28 metres", "")]


def test_both_measures_are_said_of_one_part() -> None:
    rows = (
        "Its PRP$ nmod:poss 1; deck NN nsubj 5; is VBZ cop 5; 28 CD nummod 4; metres NNS obl:unmarked 5; "
        "wide JJ ROOT 5; and CC cc 9; 3 CD nummod 8; metres NNS obl:unmarked 9; thick JJ conj 5; . . punct 5"
    )

    assert dimensions_in(rows) == [
        ("part_measures", "28 metres", "deck is … wide"),
        ("part_measures", "3 metres", "deck is … thick"),
    ]


def test_a_measure_in_an_aside_is_said_of_the_noun_before_it() -> None:
    rows = (
        "The DT det 1; bridge NN nsubj:pass 8; , , punct 1; 845 CD nummod 4; metres NNS obl:unmarked 5; "
        "long RB amod 1; , , punct 1; was VBD aux:pass 8; opened VBN ROOT 8; in IN case 10; 1951 CD obl 8; "
        ". . punct 8"
    )

    assert dimensions_in(rows) == [("length", "845 metres", "")]


def test_what_there_is_in_a_thing_is_counted() -> None:
    doc = a_parse(
        "There EX expl 1; are VBP ROOT 1; 98 CD nummod 3; lamps NNS nsubj 1; on IN case 6; the DT det 6; "
        "bridge NN nmod 3; . . punct 1"
    )
    scene = scene_of(doc.text)
    line = scene.lines[-1]
    found = there_are(Tree(doc, line.text), line, values(line.text), Meanings(scene))

    assert [(c.subject.name, str(c.value), c.scope) for c in found] == [("Skell Bridge", "98", "has … lamps")]


def test_a_sentence_without_a_verb_gets_the_one_at_the_end_of_its_subject() -> None:
    doc = a_parse(
        "The DT det 2; lake NN compound 2; covers NNS ROOT 2; 90 CD nummod 4; acres NNS conj 2; . . punct 2"
    )

    give_verb(doc)

    assert [(w.tag_, w.dep_, w.head.i) for w in doc] == [
        ("DT", "det", 1),
        ("NN", "nsubj", 2),
        ("VBZ", "ROOT", 2),
        ("CD", "nummod", 4),
        ("NNS", "obj", 2),
        (".", "punct", 2),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "The DT det 2; garden NN compound 2; benches NNS ROOT 2; of IN case 4; oak NN nmod 2",
        "The DT det 2; town NN compound 2; walls NNS nsubj 4; are VBP cop 4; old JJ ROOT 4; . . punct 4",
    ],
)
def test_nouns_stay_nouns(rows: str) -> None:
    doc = a_parse(rows)

    give_verb(doc)

    assert not [w for w in doc if w.tag_ == "VBZ"]


def test_a_year_on_the_verb_dates_what_changes_with_time() -> None:
    rows = (
        "Skell NNP nsubj 1; had VBD ROOT 1; 900 CD nummod 3; inhabitants NNS obj 1; in IN case 5; "
        "2021 CD obl 1; . . punct 1"
    )
    tree = Tree(a_parse(rows), "")

    assert moment_below(tree, tree.words[1]) == "2021"
