"""What a document is about: the work in its title, and when `the series` means that one."""

import pytest

from quizapp.domain.fact import EntityType
from quizapp.generation.document import document_of
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.scene import Line, Scene


def scene(*paragraphs: str, title: str) -> Scene:
    return Scene(document_of("\n\n".join((title, *paragraphs)), "file"))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("All about “Cold Harbour”", "It tells of the film Low Tide. Low Tide is good. Low Tide is long."),
        (
            "Cold Harbour: what critics say",
            "Critics like the drama Cold Harbour. The film Low Tide is better.",
        ),
        ("A night at the pier", "Cold Harbour is a new Danish series. Cold Harbour is slow."),
    ],
)
def test_a_document_is_about_the_work_in_its_title_or_the_one_it_names_most(title: str, text: str) -> None:
    main = scene(text, title=title).main

    assert main is not None
    assert main.name == "Cold Harbour"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Anna Holt", "Anna Holt was born in Leeds. She made the film Low Tide. Low Tide is long."),
        ("A night at the pier", "I like the film Low Tide and the series Northbound. Low Tide is long."),
        ("A night at the pier", "Holt is a screenwriter known for the series Northbound. Holt is here."),
    ],
)
def test_a_text_about_a_person_or_about_many_works_is_about_no_work(title: str, text: str) -> None:
    assert scene(text, title=title).main is None


def test_the_series_is_not_another_one_than_the_document_is_about() -> None:
    about = scene(
        "The drama “Cold Harbour” is new. The series is quiet.",
        "She is known for the series “Northbound”. The series was screened at the Gull Festival.",
        title="All about “Cold Harbour”",
    )

    assert Meanings(about).mention(about.lines[-1], 0, len("The series"), (EntityType.WORK,)) is None
    assert not about.is_of_main(about.lines[-1])


@pytest.mark.parametrize(
    ("before", "is_main"),
    [
        ("Cold Harbour is a new series.", True),
        ("It was made into a new series.", True),
        ("A television series with the same title followed.", False),
    ],
)
def test_it_is_not_the_main_work_once_another_was_introduced(before: str, is_main: bool) -> None:
    about = scene(
        f"The drama Cold Harbour is new. {before} It was directed by Anna Holt.", title="Cold Harbour"
    )

    assert about.is_of_main(about.lines[-1]) is is_main


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("He gave up his claim to Ost in 1529.", True),
        ("The storm claimed 36 lives.", True),
        ("The storm claimed the lives of 36 men.", True),
        ("He claimed to have built it.", False),
        ("His claim that he built it in 1529 is old.", False),
        ("Some claim it was built in 1529.", False),
    ],
)
def test_a_claim_given_up_and_lives_claimed_are_no_hearsay(text: str, plain: bool) -> None:
    assert Line(text, 1, 1).is_plain(0) is plain


@pytest.mark.parametrize(
    ("sentence", "is_plain"),
    [
        ("In May 1888 Ada Holm left Dunmere.", True),
        ("Ada Holm left Dunmere, and nearly all her friends came along.", True),
        ("Ada Holm left Dunmere, which was perhaps unwise.", True),
        ("Perhaps, as was her way, and without a word, Ada Holm left Dunmere.", False),
        ("Ada Holm was tired, but she almost left Dunmere.", False),
        ("Ada Holm may have left Dunmere.", False),
        ("Ada Holm left Dunmere and was nearly lost.", True),
        ("Ada Holm sat and nearly left Dunmere.", False),
        ("Ada Holm left Dunmere and was perhaps lost.", False),
        ("Having left Dunmere, Ada Holm is said to have died.", True),
        ("Ada Holm, who left Dunmere, is widely believed to have died.", True),
        ("Ada Holm is said to have left Dunmere.", False),
        ("It is believed, Ada Holm left Dunmere.", False),
        ("Ada Holm, it is believed, left Dunmere.", False),
        ("According to legend Ada Holm, who left Dunmere, is said to have died.", False),
        ("She was ill, and Ada Holm probably left Dunmere.", False),
    ],
)
def test_a_guess_touches_its_own_clause(sentence: str, is_plain: bool) -> None:
    assert Line(sentence, 1, 1).is_plain(sentence.index("left")) is is_plain


def test_the_numbers_of_notes_are_no_words_of_a_sentence() -> None:
    text = "Ada Holm\n\nAda Holm left Dunmere.[3] In June,[4] she came back."

    assert [line.text for line in Scene(document_of(text, "file")).lines][1:] == [
        "Ada Holm left Dunmere.",
        "In June, she came back.",
    ]


@pytest.mark.parametrize(
    ("sentence", "is_plain"),
    [
        ("Shown at Ost in 1948, the car left those who saw it in doubt.", False),
        ("When it left Ost in 1948, nobody knew whether it would come back.", True),
        ("It left Ost in 1948, if the records are right.", False),
        ("If the records are right, it left Ost in 1948.", False),
        ("She left Ost in 1948 and is said to have died in Skell.", True),
        ("She left Ost in 1948, and is credited with the bridge.", True),
        ("It is believed that she left Ost in 1948.", False),
        ("She left Ost in 1948, it is believed.", False),
        ("She left Ost in 1948, Ivar Holt claims.", False),
        ("She is believed to have been ill and left Ost in 1948.", False),
        ("According to Ivar Holt, she left Ost in 1948.", False),
        ("She left Ost in 1948, according to Ivar Holt.", False),
        ("She left Ost in 1948, a date that is disputed.", False),
    ],
)
def test_doubt_and_hearsay_touch_their_own_clause_and_what_follows(sentence: str, is_plain: bool) -> None:
    assert Line(sentence, 1, 1).is_plain(sentence.index("left")) is is_plain


def test_a_word_that_opens_a_sentence_is_no_first_name() -> None:
    assert scene("Despite Daniel's letters, Ada Holt stayed.", title="A life").full_names == {"Ada Holt"}
