import pytest

from tests.generation.extraction.reading import found

TITLE = "The makers of Harrow Vale"


def origins(*paragraphs: str) -> set[tuple[str, str, str]]:
    return found(*paragraphs, title=TITLE)


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "The Vale Society was founded in 1871 by the engineer Karl Brask.",
            {("Vale Society", "founded_in_year", "1871"), ("Vale Society", "founded_by", "Karl Brask")},
        ),
        ("Vale Bank was established in Dunmere in 1880.", {("Vale Bank", "founded_in_year", "1880")}),
        (
            "It is run by Vale Lines, a small company founded in 1951 by two brothers.",
            {("Vale Lines", "founded_in_year", "1951")},
        ),
        ("The Gull Tunnel opened in 1889.", {("Gull Tunnel", "opened_in_year", "1889")}),
        (
            "The Obelisk, a pillar of grey stone, was finished in 1677.",
            {("Obelisk", "completed_in_year", "1677")},
        ),
        (
            "In 1891 Karl Brask, who was rich, founded Brask Motors in Dunmere.",
            {("Brask Motors", "founded_in_year", "1891"), ("Brask Motors", "founded_by", "Karl Brask")},
        ),
        (
            "Otto Finch discovered the Vale Comet in 1781, and he was glad.",
            {("Vale Comet", "discovered_by", "Otto Finch"), ("Vale Comet", "discovered_in_year", "1781")},
        ),
        (
            "The Long Bridge was designed by the architect Ada Holm.",
            {("Long Bridge", "designed_by", "Ada Holm")},
        ),
        ("Ada Holm wrote the novel “Salt” when she was young.", {("Ada Holm", "wrote", "Salt")}),
        ("Ada Holm painted the painting “Snow” before she left.", {("Ada Holm", "painted", "Snow")}),
        ("They loved the novel “Salt” (1871) and read on.", {("Salt", "published_in_year", "1871")}),
        ("He sang in the film “Gull” (1993) once.", {("Gull", "released_in_year", "1993")}),
        ("“Winter Light” was first published in 1875.", {("Winter Light", "published_in_year", "1875")}),
    ],
)  # fmt: skip
def test_makers_and_years_of_named_things_are_read(sentence: str, facts: set[tuple[str, str, str]]) -> None:
    assert origins(sentence) == facts


@pytest.mark.parametrize(
    "sentence",
    [
        "The Vale Society was probably founded in 1871.",
        "The Vale Society was not founded in 1871.",
        "The Vale Society was founded in about 1871.",
        "The Vale Society was founded in the 1870s.",
        "The Gull Tunnel was to be opened in 1889.",
        "The Gull Tunnel will be opened in 2031.",
        "Legend has it that the Gull Tunnel was opened in 1889.",
        "The Gull Tunnel opened in 1889 or 1890.",
        "The Second Vale War was finished in 1860.",
        "The doors of the Gull Tunnel were opened in 1889.",
        "The head of Vale Bank was founded in 1880.",
        "The Company was founded in 1880.",
        "It was founded in 1880, and the bank was founded in 1881.",
        "Vale Bank, a child of the fund founded in 1880, failed.",
        "The Long Bridge was designed by the Dunmere Council.",
        "The Long Bridge was designed by the firm Holm Finch.",
        "Holm Finch designed the Long Bridge. People loved it.",
        "The Long Bridge was designed by followers of Ada Holm.",
        "He discovered the Vale engine in 1880.",
        "Otto Finch discovered Saturn’s moon in 1880, and he was glad.",
        "Otto Finch was discovered in 1880. People loved Finch, and he sang.",
        "Ada Holm wrote “Dear Sir” when she was young.",
        "They loved the play “Salt” (1871) and went twice.",
    ],
)
def test_plans_guesses_and_nameless_things_are_left(sentence: str) -> None:
    assert origins(sentence) == set()
