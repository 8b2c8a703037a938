"""What has happened under a name: where such a name ends, and how a text first speaks of its subject."""

import pytest

from tests.generation.extraction.meant import meant, name_of

FIRE = "On 3 May 1741 a fire broke out in a bakery of Ost. By noon the whole town knew of it."


@pytest.mark.parametrize(
    ("phrase", "text", "name", "kind"),
    [
        ("the Halden explosion", "He died in the Halden explosion.", "Halden explosion", "explosion"),
        ("the Brandt expedition", "In May the Brandt expedition left.", "Brandt expedition", "expedition"),
        ("the 1897 Ost earthquake", "It was strong. They fled from the 1897 Ost earthquake.",
         "1897 Ost earthquake", "earthquake"),
        ("the Marr mutiny", "They spoke of the Marr mutiny.", "Marr mutiny", "mutiny"),
    ],
)  # fmt: skip
def test_what_happened_is_named_by_its_place_and_a_small_noun(
    phrase: str, text: str, name: str, kind: str
) -> None:
    found = meant(phrase, text)

    assert found is not None
    assert (found.name, found.type, found.kind) == (name, "event", kind)


@pytest.mark.parametrize(
    "text",
    [
        "He drew the Halden explosion memorial.",
        "He wrote of a Halden explosion.",
        "They heard the French expedition.",
    ],
)
def test_a_noun_of_another_name_or_of_many_is_no_end_of_it(text: str) -> None:
    assert name_of("Halden explosion", text) is None if "Halden" in text else True
    assert name_of("the French expedition", text) is None if "French" in text else True


def test_a_fire_in_the_first_sentence_is_that_of_the_title() -> None:
    assert name_of("a fire", FIRE, title="The Great Fire of Ost") == "Great Fire of Ost"
    assert name_of("the fire", f"{FIRE} Then the fire went out.", title="The Great Fire of Ost") == (
        "Great Fire of Ost"
    )


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("The Great Fire of Ost", "A second fire came in June."),
        ("The Great Fire of Ost", "In 1902 all was rebuilt, and 1902 was a good year."),
        ("The 1800 Ost fire", ""),
        ("The Ost Fire Brigade", ""),
        ("The Great Flood of Ost", ""),
    ],
)
def test_a_fire_may_be_another_one(title: str, more: str) -> None:
    assert name_of("a fire", f"{FIRE} {more}".strip(), title=title) is None


@pytest.mark.parametrize(
    ("phrase", "text", "title", "name"),
    [
        ("The disaster", "It was cold. The disaster was long.", "The Ost explosion", "Ost explosion"),
        ("The conflict", "It was cold. The conflict was long.", "The Orn War", "Orn War"),
        ("The tournament", "The Orn Cup is a tournament. The tournament is old.", "The Orn Cup", "Orn Cup"),
        ("The team", "Orn Rovers Football Club is a club. The team won.", "Orn Rovers", "Orn Rovers"),
        ("The club", "The club lost to Ost Rovers 3–1. The club won.", "Orn Rovers", "Orn Rovers"),
    ],
)  # fmt: skip
def test_a_noun_stands_for_the_event_or_the_club_of_the_title(
    phrase: str, text: str, title: str, name: str
) -> None:
    assert name_of(phrase, text, title=title) == name
