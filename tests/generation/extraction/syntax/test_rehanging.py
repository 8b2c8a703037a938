"""Parses put right: verbs behind asides, in rows and behind participles in front have their subjects."""

import pytest

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.syntax.clauses import clauses
from quizapp.generation.extraction.syntax.parse import parsed
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.language import load_language


def told(sentence: str) -> set[str]:
    """What the parse says, each clause as subject, voice and verb: `The club be found`."""
    line = Line(sentence, 1, 1)
    (doc,) = parsed([line], load_language())
    return {
        f"{subject.text} {'be ' if clause.passive else ''}{clause.verb}"
        for clause in clauses(Tree(doc, sentence), line)
        for subject in clause.subjects
        if not clause.apposition
    }


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("Quill, who came from an old family, lost her house in 1933.", "Quill lose"),
        ("Quill, whose pupils had left the town, sold the school and died of fever.", "Quill sell"),
        ("Quill, whose pupils had left the town, sold the school and died of fever.", "Quill die"),
        ("The mill, in which Bram Osei served, was bought by Ada Quill in 1902.", "The mill be buy"),
        ("The hall was opened in 1919, has ten rooms and teaches dancing.", "The hall have"),
        (
            "The ship was built by Ada Quill, painted by Bram Osei and sold by Cleo Varga.",
            "The ship be paint",
        ),
        ("She was born in Saltby in 1870, studied in Deepham and married a painter.", "She study"),
        ("She was born in Saltby in 1870, studied in Deepham and married a painter.", "She marry"),
        ("In April 1895 a storm struck the town, destroyed its houses and sank two boats.", "a storm sink"),
        ("Appointed judge in 1926, she was the first woman in the town to be one.", "she be appoint"),
        ("Awarded the Harbour Medal in 1949, she died in Deepham in 1968.", "she be award"),
    ],
)
def test_a_verb_has_its_subject_beyond_asides_and_other_verbs(sentence: str, clause: str) -> None:
    assert clause in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("Quill worked for a bank in Saltby, which was founded in 1880.", "Saltby be found"),
        ("The pier is near the highest hill in Norland, which is 90 metres high.", "Norland be"),
        ("Quill moved to Osei Hall, built by Cleo Varga and opened in 1890.", "Quill be build"),
        ("Osei met Quill, who had studied in Deepham and founded the bank.", "Osei found"),
        ("Quill planned to open a school, sell it and retire in 1902.", "Quill retire"),
    ],
)
def test_a_verb_that_may_belong_to_another_noun_stays_where_it_is(sentence: str, clause: str) -> None:
    assert clause not in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("Quill received the medal in 1884 and in 1901 sailed to Greenland.", "Quill sail"),
        ("Quill studied at Deepham, and in August 1799 entered the school of Otto Finch.", "Quill enter"),
        ("Quill was sent to Deepham, and on 3 May 1885 was elected mayor.", "Quill be elect"),
    ],
)
def test_a_verb_behind_and_with_a_time_has_the_subject_of_the_first(sentence: str, clause: str) -> None:
    assert clause in told(sentence)


def test_a_time_before_another_subject_joins_no_verb_to_the_first() -> None:
    assert "Quill sail" not in told("Quill left in 1884 and in 1901 the firm of Finch sailed to Greenland.")
