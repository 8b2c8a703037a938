"""Both readings of the general route, over the same invented sentences."""

import pytest

from quizapp.generation.catalogue import load
from quizapp.generation.document import document_of
from quizapp.generation.extraction import general
from quizapp.generation.extraction.later_verbs import later_verbs
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
    (
        "Ada Holm had left Otto Finch, a miller from Skell, in 1888.",
        {("Ada Holm", "did_in_year", "1888", "left Otto Finch")},
    ),
    (
        "Ada Holm left Dunmere in 1888 and they forgot her.",
        {("Ada Holm", "did_in_year", "1888", "left Dunmere")},
    ),
    (
        "In 1888 the Vale Society awarded her the Long Medal.",
        {("Vale Society", "did_in_year", "1888", "awarded Ada Holm the Long Medal")},
    ),
    (
        "Ada Holm was made a knight of the Order of Skell in 1888.",
        {("Ada Holm", "was_done_in_year", "1888", "made a knight of the Order of Skell")},
    ),
    ("In 1888 Ada Holm ended her career.", {("Ada Holm", "did_in_year", "1888", "ended her career")}),
    (
        "Ada Holm qualified as a nurse there in 1888.",
        {("Ada Holm", "did_in_year", "1888", "qualified as a nurse")},
    ),
    (
        "On 3 May 1888, against the wish of Otto Finch, Holm left Dunmere.",
        {("Ada Holm", "did_in_year", "1888", "left Dunmere")},
    ),
    (
        "In May, 1888 Holm was elected a Fellow of the Vale Society.[12]",
        {("Ada Holm", "was_done_in_year", "1888", "elected a Fellow of the Vale Society")},
    ),
    (
        "[7] In 1888 Ada Holm entered the Long School, in Skell.",
        {("Ada Holm", "did_in_year", "1888", "entered the Long School")},
    ),
    (
        "Ada Holm received the Long Medal in 1884 and in May 1888 sailed to Greenland.",
        {
            ("Ada Holm", "did_in_year", "1884", "received the Long Medal"),
            ("Ada Holm", "did_in_year", "1888", "sailed to Greenland"),
        },
    ),
    (
        "In 1884 Ada Holm left Dunmere and in 1888 Otto Finch joined the Vale Society.",
        {
            ("Ada Holm", "did_in_year", "1884", "left Dunmere"),
            ("Otto Finch", "did_in_year", "1888", "joined the Vale Society"),
        },
    ),
    (
        "The Vale Society opened its London office in 1888.",
        {
            ("Vale Society", "did_in_year", "1888", "opened its London office"),
        },
    ),
    (
        "At the Long School, which had opened its doors to women only in 1888, Holm lost her way.",
        {("Long School", "did_in_year", "1888", "opened its doors to women")},
    ),
    (
        "In 1907 Ada Holm moved to Corbel in order to hear Ivar Finch.",
        {("Ada Holm", "did_in_year", "1907", "moved to Corbel")},
    ),
    (
        "In 1888 Ada Holm was admitted to the Accademia delle Arti del Disegno.",
        {("Ada Holm", "was_done_in_year", "1888", "admitted to the Accademia delle Arti del Disegno")},
    ),
    (
        "The Vale Society was granted a royal charter in 1888.",
        {("Vale Society", "was_done_in_year", "1888", "granted a royal charter")},
    ),
    (
        "Ada Holm set out for Greenland in 1888.",
        {("Ada Holm", "did_in_year", "1888", "set out for Greenland")},
    ),
    ("Ada Holm pointed a spyglass at Greenland in 1888.", set()),
    ("Ada Holm set an example in Greenland in 1888.", set()),
    (
        "In 1888 Ada Holm made her Danish stage debut opposite Otto Finch in the romantic comedy The Fox.",
        {("Ada Holm", "did_in_year", "1888", "made her Danish stage debut opposite Otto Finch")},
    ),
    (
        "In 1888 Ada Holm led the first crossing of the high plain of Skell by a woman in Greenland.",
        set(),
    ),
    (
        "In 1888 Ada Holm was awarded with the Long Medal.",
        {("Ada Holm", "was_done_in_year", "1888", "awarded the Long Medal")},
    ),
    ("In 1888 Ada Holm drove in Otto Finch.", set()),
    ("After her return, in 1888, Ada Holm left Dunmere.", set()),
    ("Ada Holm left Otto Finch and his brother Karl in 1888.", set()),
    ("Ada Holm took her own life in Dunmere in 1888.", set()),
    ("Ada Holm was abused by Otto Finch in 1888.", set()),
    (
        "Ada Holm was the first woman to climb Mount Skarn, in 1888.",
        {("Ada Holm", "person_was_the", "the first woman to climb Mount Skarn", "")},
    ),
    (
        "In 1888 Ada Holm became the first and only woman to climb Mount Skarn.",
        {("Ada Holm", "person_was_the", "the first woman to climb Mount Skarn", "")},
    ),
    ("Ada Holm was one of the first women to climb Mount Skarn.", set()),
    ("Ada Holm was perhaps the first woman to climb Mount Skarn.", set()),
    ("Ada Holm was the first queen to climb Mount Skarn.", set()),
    ("Ada Holm left it in 1888.", set()),
    ("The Vale Society published her memoirs in 1888.", set()),
    ("Ada Holm published his memoirs in 1888.", set()),
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
        (
            "Ada Holm was elected Lady of Skell in 1888 and received the Long Medal in 1889.",
            ("did_in_year", "1889", "received the Long Medal"),
        ),
        (
            "Ada Holm was elected Lady of Skell in 1888 and awarded the Long Medal in 1889.",
            ("was_done_in_year", "1889", "awarded the Long Medal"),
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


@pytest.mark.parametrize(
    ("sentence", "deed"),
    [
        ("Quill prepared at home, entered the Harbour School in 1901 and left it.", "Quill entered"),
        ("When Norland annexed Skell in 1938, Quill fled.", "Norland annexed"),
        ("Elected mayor of Saltby in 1901, Quill resigned.", "Quill Elected"),
    ],
)
def test_verbs_further_on_tell_of_the_subject_that_they_share(sentence: str, deed: str) -> None:
    told = [f"{sentence[slice(*one.subject)]} {sentence[slice(*one.verb)]}" for one in later_verbs(sentence)]

    assert deed in told
