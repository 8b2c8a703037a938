"""Whom he, she and it mean: sentences about invented people and things."""

import pytest

from tests.generation.extraction.meant import name_of

LIFE = "Otto Holt was a Danish chemist, the son of a baker. He went to Ost. "


@pytest.mark.parametrize("title", ["Mount Belka", "A report"])
def test_it_means_what_the_sentence_before_is_about(title: str) -> None:
    text = "Mount Belka is a mountain in Skell, near the river Tellow. It rises to 4,506 metres."

    assert name_of("It", text, title=title) == "Mount Belka"


def test_it_may_mean_the_object_of_the_sentence_before() -> None:
    text = "The river Tellow borders Mount Belka, a mountain in Skell. It rises to 4,506 metres."

    assert name_of("It", text) is None


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("He", "Oren Falk worked with the poet Ivar Holt in Ost. He drew the bridge."),
        ("He", "Oren Falk met the poet Ivar Holt. He drew the bridge."),
        ("He", "Oren Falk came to Ost. In 1871 he saw Ivar Holt and Karl Finch. He drew the bridge."),
        ("he", "Oren Falk came to Ost. He left before he was sixty."),
        ("he", "Oren Falk came to Ost. His first work, for which he was paid, is lost."),
        ("He", "Oren Falk wrote for the poet Ivar Holt when Holt visited Skell in 1920. He drew the bridge."),
        ("He", "Upon hearing of the war, Falk left the service of Ivar Holt. He drew the bridge."),
        ("He", "At the wish of Ivar Holt, Falk and his wife came to Ost. He drew the bridge."),
        ("he", "Oren Falk came to Ost. Sailing from Skell with Ivar Holt, he drew a bridge."),
        ("He", "Oren Falk came to Ost. The town lies by the sea. He drew the bridge."),
    ],
)
def test_he_is_the_one_whom_the_title_names_if_others_are_only_objects(phrase: str, text: str) -> None:
    assert name_of(phrase, text, title="Oren Falk") == "Oren Falk"


@pytest.mark.parametrize(
    "text",
    [
        "Oren Falk lived in Ost, where his brother Otto kept a mill. He died in 1880.",
        "With five friends, among them Ivar Holt, he came to Ost. He drew the bridge.",
        "At ten he came to Ost, where his brother Ivar Holt lived. He drew the bridge.",
        "Oren Falk was succeeded by Ivar Holt. He drew the bridge.",
        "Oren Falk had a pupil, Ivar Holt, who painted. He drew the bridge.",
        "His father was a miller in Ost. He died in 1880.",
        "Upon hearing of the war, Ivar Holt left Ost with Falk. He drew the bridge.",
        "Oren Falk came to Ost, but Ivar Holt stayed. He drew the bridge.",
        "His brother Otto Falk was a painter. He died in Ost in 1950.",
        "Falk’s teacher Ivar Holt came to Ost. He drew the bridge.",
    ],
)
def test_he_is_nobody_certain_if_another_may_go_on(text: str) -> None:
    assert name_of("He", text, title="Oren Falk") is None


@pytest.mark.parametrize(
    ("phrase", "text", "name"),
    [
        ("The console", "The Marr Pad is a game console. The console weighs 220 grams.", "Marr Pad"),
        (
            "The building",
            "The Ost Observatory is old. The building was drawn by Ada Holt.",
            "Ost Observatory",
        ),
        ("The vessel", "The icebreaker Skua sailed in 1893. The vessel was built in Ost.", "Skua"),
        ("she", "The icebreaker Skua sailed in 1893. In 1901 she sank.", "Skua"),
        ("it", "The Ost Observatory is old. In 1901 it was sold.", "Ost Observatory"),
        ("it", "The Ost Museum had no rival when it was sold.", "Ost Museum"),
        ("The fire", "The Great Fire of Ost was in 1702. The fire lasted long.", "Great Fire of Ost"),
        ("It", "In 1871 the Ost Bridge was sold in Bruma. It weighs 220 tonnes.", "Ost Bridge"),
    ],
)
def test_a_wider_noun_or_it_means_the_only_fitting_thing(phrase: str, text: str, name: str) -> None:
    assert name_of(phrase, text, title=f"The {name}") == name


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holt studied in Ost. A letter to Clara Finch survives. She was elected a Fellow in 1902.",
        "Ada Holt studied in Ost. In 1900 the prize went to Clara Finch. She was elected a Fellow in 1902.",
        "Ada Holt studied in Ost. Clara Finch had praised her. She was elected a Fellow in 1902.",
    ],
)
@pytest.mark.parametrize("title", ["Ada Holt", "Ada Holt, the chemist of Ost"])
def test_she_is_nobody_named_in_passing_where_all_is_about_another(text: str, title: str) -> None:
    assert name_of("She", text, title) in (None, "Ada Holt")


def test_she_is_nobody_named_in_passing_where_another_is_named_most() -> None:
    text = (
        "Ada Holt was born in Ost. Ada Holt drew.\n\nHolt sailed. Holt wrote to Clara Finch in Bruma. "
        "The medal went to Clara Finch. She was elected a Fellow in 1902."
    )
    assert name_of("She", text, "The fog of the north") is None


def test_she_is_the_other_woman_who_is_the_subject() -> None:
    text = "Ada Holt studied in Ost. Clara Finch was a chemist. She died in 1902."
    assert name_of("She", text, "Ada Holt") == "Clara Finch"


@pytest.mark.parametrize(
    ("phrase", "text", "title"),
    [
        ("It", "Oren Falk sold the Ost Mill to the town.\n\nIt weighs 220 tonnes.", "The Ost Bridge"),
        ("It", "The fire began in Bruma. It lasted long.", "The Bruma fire"),
        ("The bridge", "The Bruma Bridge is near. The bridge weighs 220 tonnes.", "The Ost Bridge"),
    ],
)
def test_it_is_not_what_the_title_names_where_another_may_be_meant(
    phrase: str, text: str, title: str
) -> None:
    assert name_of(phrase, text, title) is None


@pytest.mark.parametrize(
    ("phrase", "text", "name"),
    [
        ("it", "The Ost Bridge is old. Built in 1871 by two brothers, it weighs 220 tonnes.", "Ost Bridge"),
        ("it", "The Ost Bridge is old. Opened in 1871, it weighs 220 tonnes.", "Ost Bridge"),
    ],
)
def test_it_is_the_subject_after_other_words(phrase: str, text: str, name: str) -> None:
    assert name_of(phrase, f"The Marr Pad is a game console.\n\n{text}", f"The {name}") == name


def test_he_is_not_whom_a_sentence_about_a_stranger_names_in_passing() -> None:
    text = (
        "Oren Marr built the mill with his son Ivo Marr. Marr, a grandson of King Alden III, had married "
        "Ruth Wills. He died in 1980."
    )

    assert name_of("He", text) is None


def test_a_pronoun_means_whom_all_is_about_where_nobody_else_is_spoken_of() -> None:
    text = "Born in Ost, the son of a merchant, he began early. In 1901 he left. He came back."

    assert name_of("He", text, "Otto Holt") == "Otto Holt"
    assert name_of("He", f"{LIFE}{text}", "Otto Holt") == "Otto Holt"
    assert name_of("He", "Karl Finch and Otto Holt met in Ost. He died in 1901.", "Otto Holt") is None


def test_a_wife_is_not_meant_by_he() -> None:
    assert name_of("he", f"{LIFE}He married Alvi Sprague, who died young. In May he left.", "Otto Holt") == (
        "Otto Holt"
    )


def test_it_goes_on_over_what_a_thing_is_said_to_be() -> None:
    text = "Completed in 1890, it is called a wonder of Norway and is a World Site. It was made by Otto Holt."

    assert name_of("It", f"The Corran Bridge is a bridge.\n\n{text}", "Corran Bridge") == "Corran Bridge"


def test_it_means_nothing_where_an_object_without_a_name_may_be_meant() -> None:
    text = "The Falk Museum owns a telescope. It was built in 1890."

    assert name_of("It", text, "The Falk Museum") is None


def test_whoever_merely_owns_something_is_no_rival_to_whom_all_is_about() -> None:
    text = f"{LIFE}As the League’s commissioner he left Ost. He was awarded a prize."

    assert name_of("He", text, "Otto Holt") == "Otto Holt"


@pytest.mark.parametrize(
    "text",
    [
        "Corran Bridge is a bridge. The bridge leads to Ost Tower, a tall keep. It was built in 1888.",
        "Corran Bridge is a bridge. The bridge has its own museum. It was founded in 1990.",
    ],
)
def test_it_is_nothing_certain_if_another_thing_may_go_on(text: str) -> None:
    assert name_of("It", text, "Corran Bridge") is None


def test_the_rival_of_whom_all_is_about_may_be_meant() -> None:
    assert name_of("He", f"{LIFE}Holt’s rival designed the hall. He won a prize.", "Otto Holt") is None


def test_it_is_nobody_who_is_described() -> None:
    text = "It is by the sculptor Ada Holt. The sculptor was born in Ost. It is made of bronze."

    assert name_of("It", text) is None


def test_he_goes_on_about_who_is_described() -> None:
    text = "The engineer Otto Holt came in 1871. The engineer was born in Ost. He drew the plan."

    assert name_of("He", text) == "Otto Holt"


def test_a_name_that_tells_which_clock_is_not_what_it_means() -> None:
    text = "Ost is a city in Norway. The Ost clock is a clock on a hall. It was built by Otto Holt."

    assert name_of("It", text, "Ost") is None


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("him", LIFE + "In 1901 Ivar Finch hired him as an engineer."),
        ("him", LIFE + "The Vale Society gave him a medal."),
        ("him", LIFE + "The poet Ivar Finch praised him, and he wrote back."),
    ],
)
def test_him_is_the_one_whom_all_is_about_if_another_acts(phrase: str, text: str) -> None:
    assert name_of(phrase, text, title="Otto Holt") == "Otto Holt"


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("him", LIFE + "Ivar Finch met Karl Falk and hired him."),
        ("him", LIFE + "Otto Holt shot him."),
        ("him", LIFE + "He saw him in Ost."),
        ("him", LIFE + "The captain knew Ivar Finch, who hired him."),
        ("him", LIFE + "His father hired him."),
        ("him", LIFE + "Ivar Finch came to Ost. The Vale Society gave him a medal."),
        ("her", "Ada Holt was a Danish chemist. The Vale Society published her papers."),
    ],
)
def test_him_and_her_are_nobody_certain_if_another_may_be_meant(phrase: str, text: str) -> None:
    assert name_of(phrase, text, title=text[:9]) is None


THROUGHOUT = (
    "The miller Otto Holt built a boat. Holt sold the boat in Ost, where he had many friends. Later Holt "
    "bought it back.\n\nIn 1901 Holt came to Tellow. Holt stayed.\n\nThere Holt met Ivar Finch.\n\n"
)


def test_he_is_the_one_of_whom_a_text_tells_throughout_whose_title_names_nobody() -> None:
    assert name_of("he", THROUGHOUT + "In 1903 he left.", title="A boat of glass") == "Otto Holt"


@pytest.mark.parametrize(
    "text",
    [
        "The poet Karl Falk wrote of a boat.\n\n" + THROUGHOUT,
        THROUGHOUT + "The painter Karl Falk drew it. Falk sold it. Falk wept.\n\n",
    ],
)
def test_he_is_nobody_certain_in_a_text_about_several(text: str) -> None:
    assert name_of("he", text + "In Ost it rained.\n\nIn 1903 he left.", title="A boat of glass") is None


@pytest.mark.parametrize(
    ("phrase", "text", "name"),
    [
        ("he", LIFE + "In 1871 he sold it to his brother; in 1874 he drew a bridge.", "Otto Holt"),
        ("he", "The baker Ivar Falk came. He met the king; in 1874 he died.", None),
        ("He", "The baker Ivar Falk came. He sold it to his brother. He died in 1874.", "Ivar Falk"),
        ("he", LIFE + "With Ivar Finch he sailed to Ost.", "Otto Holt"),
        ("He", LIFE + "It was given to Ivar Finch and Karl Falk. He died in 1874.", "Otto Holt"),
    ],
)
def test_he_goes_on_over_those_who_are_only_beside_him(phrase: str, text: str, name: str | None) -> None:
    line = text.rstrip(".")
    place = line.rindex(f"{phrase} ")

    assert place > 0
    assert name_of(phrase, text, title="Otto Holt" if text.startswith(LIFE) else "A report") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Otto Holt designed the Skell Bridge. It was opened in 1890.", "Skell Bridge"),
        ("In 1890 he founded the Ost Society. It was closed in 1901.", "Ost Society"),
        ("Otto Holt designed the Skell Bridge, which crosses a river. It was opened in 1890.", None),
        ("Otto Holt designed the Skell Bridge and a museum. It was opened in 1890.", None),
        ("The Ost Society founded the Skell Museum. It was closed in 1901.", None),
        ("The first of them was the Skell Bridge. It was opened in 1890.", "Skell Bridge"),
        ("The Skell Bridge connects Ost and Marrick. It was opened in 1890.", "Skell Bridge"),
    ],
)
def test_it_goes_on_about_what_somebody_made(text: str, name: str | None) -> None:
    assert name_of("It", text) == name


@pytest.mark.parametrize(
    ("phrase", "text", "name"),
    [
        ("She", "His daughter, Ada Holt, took over. She sold it in 1954.", "Ada Holt"),
        ("It", "Her first opera, “The Salt Road”, was a success. It was given in Ost.", "The Salt Road"),
        ("It", "His mother, Ada Holt, met a friend. It was given in Ost.", None),
    ],
)
def test_a_name_between_commas_is_whom_the_sentence_opens_with(
    phrase: str, text: str, name: str | None
) -> None:
    assert name_of(phrase, text) == name


def test_she_is_nobody_certain_after_one_who_is_hers() -> None:
    text = "Ada Holt was queen of Ost. Her chancellor, Sorrel Finch, made coins. In 1355 she left Ost."

    assert name_of("she", text, title="Ada Holt") is None
