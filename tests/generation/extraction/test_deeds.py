import pytest

from quizapp.generation.extraction.deeds import (
    Deed,
    deed,
    is_of_one,
    is_telling,
    superlative,
)
from quizapp.generation.extraction.told import Told


def told(text: str, subject: str, verb: str, end: str = "") -> Told:
    """The clause of that subject and verb, up to the full stop or to where the given words end."""
    at = text.index(subject)
    start = text.index(verb, at + len(subject))
    until = text.index(end) + len(end) if end else text.rindex(".")
    return Told(0, (at, at + len(subject)), (start, start + len(verb)), until)


def normal(text: str, subject: str, verb: str) -> Deed | None:
    return deed(text, told(text, subject, verb))


@pytest.mark.parametrize(
    ("sentence", "verb", "scope", "year", "date"),
    [
        ("Ada Holm crossed Greenland on skis in 1888.", "crossed", "crossed Greenland on skis", "1888", ""),
        (
            "In May 1888 Ada Holm crossed Greenland on skis.",
            "crossed",
            "crossed Greenland on skis",
            "1888",
            "",
        ),
        (
            "On 3 May 1888 the Danish painter Ada Holm left Dunmere.",
            "left",
            "left Dunmere",
            "1888",
            "1888-05-03",
        ),
        (
            "Ada Holm left Dunmere in 1888 to look for her brother.",
            "left",
            "left Dunmere",
            "1888",
            "",
        ),
        ("Ada Holm left Dunmere, Skell, in 1888.", "left", "left Dunmere", "1888", ""),
        ("Ada Holm left Dunmere in 1888 with nine men.", "left", "left Dunmere", "1888", ""),
        ("Ada Holm sold Skell Ltd for £11 million in 1888.", "sold", "sold Skell Ltd", "1888", ""),
        (
            "Ada Holm then finally left Dunmere in 1888 and moved to Skell.",
            "left",
            "left Dunmere",
            "1888",
            "",
        ),
        ("Ada Holm first climbed Mount Skarn in 1888.", "climbed", "first climbed Mount Skarn", "1888", ""),
        (
            "Ada Holm was elected a Fellow of the Vale Society in 1888 and a Dame of Skell in 1890.",
            "was elected",
            "elected a Fellow of the Vale Society",
            "1888",
            "",
        ),
        ("Ada Holm was sold to Denmark in 1917.", "was sold", "sold to Denmark", "1917", ""),
        ("Ada Holm had crossed Greenland in 1888.", "had crossed", "crossed Greenland", "1888", ""),
        (
            "Ada Holm opened the museum in Ravnsholm in 1888.",
            "opened",
            "opened the museum in Ravnsholm",
            "1888",
            "",
        ),
        (
            "Ada Holm received her Ph.D. from the University of Skell in 1888.",
            "received",
            "received her Ph.D. from the University of Skell",
            "1888",
            "",
        ),
    ],
)
def test_a_verb_phrase_gets_its_normal_form(
    sentence: str, verb: str, scope: str, year: str, date: str
) -> None:
    found = normal(sentence, "Ada Holm", verb)

    assert found is not None
    assert (found.text, found.year, found.date) == (scope, year, date)
    assert is_telling(found)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Ada Holm left the ship in 1888.", "left"),
        ("Ada Holm left it in Dunmere in 1888.", "left"),
        ("Ada Holm sold her house in Dunmere in 1888.", "sold"),
        ("Ada Holm left Dunmere again in 1888.", "left"),
        ("Ada Holm gave her an honorary degree in 1888.", "gave"),
        ("Ada Holm left Dunmere by 1888.", "left"),
        ("Ada Holm left Dunmere in about 1888.", "left"),
        ("Ada Holm left Dunmere before moving to Skell in 1888.", "left"),
        ("Ada Holm ruled Dunmere from 1888 to 1890.", "ruled"),
        ("Ada Holm painted Dunmere in 1888 and in 1890.", "painted"),
        ("Ada Holm joined the Opera House in 1888.", "joined"),
        ("Ada Holm built a larger house in Skell in 1888.", "built"),
        ("Ada Holm crossed the corner of Pier (now Long) streets in 1888.", "crossed"),
        ("Ada Holm were sold to Denmark in 1888.", "were sold"),
        ("Ada Holm moved to escape Denmark in 1888.", "moved"),
        ("Ada Holm often crossed Greenland in 1888.", "crossed"),
    ],
)
def test_what_needs_its_text_or_has_no_one_time_is_refused(sentence: str, verb: str) -> None:
    assert normal(sentence, "Ada Holm", verb) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Holm visited Greenland in 1888.",
        "Ada Holm believed Otto Finch in 1888.",
        "Ada Holm resigned in 1888.",
        "Ada Holm planted trees in 1888.",
        "Ada Holm invented a machine in 1888.",
        "Ada Holm leaves Dunmere in 1888.",
        "Ada Holm reduced Dunmere in 1888.",
    ],
)
def test_what_happens_often_or_says_little_is_not_asked(sentence: str) -> None:
    found = normal(sentence, "Ada Holm", sentence.split()[2])

    assert found is None or not is_telling(found)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Ada Holm was ordained a priest in 1888.", "was ordained"),
        ("Ada Holm left the navy in 1888.", "left"),
        ("Ada Holm patented a steam plough in 1888.", "patented"),
        ("Ada Holm was elected to the senate for the Vale Party in 1888.", "was elected"),
        ("Ada Holm was made director of the Vale Museum in 1888.", "was made"),
    ],
)
def test_steps_of_a_life_are_asked(sentence: str, verb: str) -> None:
    found = normal(sentence, "Ada Holm", verb)

    assert found is not None
    assert is_telling(found)


@pytest.mark.parametrize(
    ("sentence", "of_one"),
    [
        ("Ada Holm bought the Golden Lantern in 1888.", True),
        ("Ada Holm received the Golden Lantern in 1888.", False),
        ("Ada Holm led the first crossing of Greenland.", True),
        ("Ada Holm left Dunmere in 1888.", False),
        ("Ada Holm crossed Greenland with Otto Finch in 1888.", False),
        ("Ada Holm crossed Greenland in 1888 with Otto Finch.", False),
        ("Ada Holm crossed Greenland in 1888.", True),
        ("Ada Holm received a medal in 1888.", False),
    ],
)
def test_who_did_it_is_asked_where_one_alone_can_have_done_it(sentence: str, of_one: bool) -> None:
    found = normal(sentence, "Ada Holm", sentence.split()[2])

    assert found is not None
    assert is_of_one(found) is of_one


@pytest.mark.parametrize(
    "predicate",
    [
        "the first woman to climb Mount Skarn",
        "the largest lake in Vardania",
        "the second largest city on Skell",
        "the most abundant element in the universe",
    ],
)
def test_superlatives_that_name_their_field_are_kept(predicate: str) -> None:
    assert superlative(f"X is {predicate}.", 5, 5 + len(predicate)) == predicate


@pytest.mark.parametrize(
    "predicate",
    [
        "the largest of them",
        "the best friend of Otto",
        "the first to arrive",
        "the oldest lake that Ada saw",
    ],
)
def test_superlatives_without_a_field_are_refused(predicate: str) -> None:
    assert superlative(f"X is {predicate}.", 5, 5 + len(predicate)) == ""


@pytest.mark.parametrize(
    ("sentence", "verb", "telling"),
    [
        ("Ada Holm married Otto Finch in 1888.", "married", True),
        ("Ada Holm won the Orn Prize in 1888.", "won", True),
        ("Ada Holm graduated from Ost College in 1888.", "graduated", True),
        ("Ada Holm won the Ost Marathon in 1888.", "won", False),
        ("Ada Holm married in 1888.", "married", False),
    ],
)
def test_weddings_degrees_and_prizes_come_once(sentence: str, verb: str, telling: bool) -> None:
    found = normal(sentence, "Ada Holm", verb)

    assert bool(found and is_telling(found)) is telling
