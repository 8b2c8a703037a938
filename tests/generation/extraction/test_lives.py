import pytest

from tests.generation.extraction.reading import found

WHO = "Mara Lindqvist"
ABOUT = "Mara Lindqvist, painter of ice"


def lives(*paragraphs: str, title: str = ABOUT) -> set[tuple[str, str, str]]:
    return found(*paragraphs, title=title)


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "The painter Mara Lindqvist (1815–1852) left her home early.",
            {("born_in_year", "1815"), ("died_in_year", "1852")},
        ),
        (
            "Mara Lindqvist (3 May 1815 – 9 June 1852) loved her ice.",
            {("born_in_year", "1815"), ("died_in_year", "1852")},
        ),
        ("There she met Mara Lindqvist (born 3 May 1970).", {("born_in_year", "1970")}),
        ("Mara Lindqvist was born in 1815. She was shy.", {("born_in_year", "1815")}),
        (
            "Mara Lindqvist was born on 3 May 1815 in the town of Visby. Her mother wove.",
            {("born_in_year", "1815"), ("born_in_place", "Visby")},
        ),
        (
            "Mara Lindqvist was born in Visby, Sweden, on May 3, 1815. Her mother wove.",
            {("born_in_year", "1815"), ("born_in_place", "Visby")},
        ),
        ("Lindqvist, who lived alone, died of a fever in 1852.", {("died_in_year", "1852")}),
        ("She died at Visby on 9 June 1852.", {("died_in_year", "1852")}),
        ("Lindqvist was killed in an avalanche in May 1852, with her dog.", {("died_in_year", "1852")}),
    ],
)  # fmt: skip
def test_the_years_and_places_of_a_life_are_read(sentence: str, facts: set[tuple[str, str]]) -> None:
    assert lives(sentence) == {(WHO, relation, value) for relation, value in facts}


@pytest.mark.parametrize(
    "sentence",
    [
        "Mara Lindqvist was probably born in 1815. She never knew.",
        "According to her diary, Mara Lindqvist was born in 1815.",
        "Mara Lindqvist was not born in 1815, as she liked to write.",
        "Mara Lindqvist was born in about 1815. She never knew.",
        "Mara Lindqvist was born in the 1810s. She never knew.",
        "Mara Lindqvist was born in 1815 or 1816. She never knew.",
        "Mara Lindqvist was born in 44 BC. She was old.",
        "Was Mara Lindqvist born in 1815? She never knew.",
        "Mara Lindqvist would have died in 1852 without her dog.",
        "The brother of Mara Lindqvist died in 1840. He was young.",
        "Her teacher met Otto Brask. She died in 1852.",
        "Mara Lindqvist was born in August, and she was loved.",
        "They died in 1852, and the ice with them.",
    ],
)
def test_guesses_hearsay_denials_and_others_give_no_life(sentence: str) -> None:
    assert lives(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "He fought in the Winter War (1618–1648).",
        "He knew the Blue Gull (1911–1914).",
        "Under King Otto Brask (1660–1685) he sold his boat.",
        "The club never forgot Bill Cole (1955–1974), and he never forgot it.",
        "Under manager Bill Cole (1935–1974) he played in goal.",
        "The Grand Jazz Club was born in 1925, and he played there.",
        "Port Ellery was born in 1625.",
    ],
)
def test_wars_clubs_towns_and_reigns_have_no_life(sentence: str) -> None:
    assert lives(sentence) == set()


def test_a_surname_that_two_people_bear_is_left() -> None:
    facts = lives("Ada Brask and Otto Brask sailed. Brask died in 1852, and he was missed.")

    assert facts == set()


def test_a_pronoun_needs_a_document_about_one_person() -> None:
    assert lives("She was born in 1815.", title="Ice and its painters") == set()
