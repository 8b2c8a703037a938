"""What short names and nouns mean that stand for a name: callings, kinds, what a text is about."""

import pytest

from quizapp.domain.fact import EntityType
from tests.generation.extraction.meant import ANY, meanings, meant, name_of


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("", "Marrick Observatory"),
        ("In Bruma people talked of it.", None),
        ("Another observatory burnt.", None),
    ],
)
def test_a_noun_is_short_for_the_only_name_that_ends_in_it(between: str, name: str | None) -> None:
    found = meanings(
        "Ada Holt is the engineer of the Marrick Observatory, an observatory in the hills.",
        f"{between} The brewer Oren Falk founded the observatory in 1899.".strip(),
    )
    line = found.scene.lines[-1]
    start = line.text.rindex("the observatory")

    mention = found.mention(line, start, start + len("the observatory"), ANY)

    assert (mention.name if mention else None) == name


@pytest.mark.parametrize("phrase", ["Eleanor", "Eleanor of Skarn"])
def test_a_first_name_and_a_place_are_one_name(phrase: str) -> None:
    text = "Eleanor of Skarn was crowned in Ost. There Eleanor wed the king of Tellow."

    assert name_of(phrase, text) == "Eleanor of Skarn"


def test_the_place_in_such_a_name_is_not_its_bearer() -> None:
    text = "Eleanor of Skarn was crowned in Ost. Later she left the town of Skarn for Ost."

    assert name_of("Skarn", text.replace("Eleanor of Skarn", "Eleanor of Skarn, a queen,")) == "Skarn"


@pytest.mark.parametrize(
    ("phrase", "text", "name"),
    [
        ("The writer", "The novelist Ada Holt came to Ost. The writer died in 1904.", "Ada Holt"),
        ("The young architect", "The architect was Otto Holt. The young architect came.", "Otto Holt"),
        ("The director", "It was directed by Ada Holt. The director died in 1904.", "Ada Holt"),
        ("The novel", "She wrote her novel The Salt Road. The novel was published in 1931.", "Salt Road"),
        ("The writer", "The novelist Ada Holt met the poet Otto Finch. The writer died.", None),
        ("The engineer", "The engineer Otto Holt met an engineer. The engineer died.", None),
    ],
)
def test_a_calling_means_the_one_who_was_named_with_it(phrase: str, text: str, name: str | None) -> None:
    assert name_of(phrase, text) == name


def test_a_text_says_what_bears_a_name_that_looks_otherwise() -> None:
    found = meant("Corran Castle", "Corran Castle is a film about a miller.", types=ANY)

    assert found is not None
    assert (found.type, found.kind) == (EntityType.WORK, "film")


def test_what_bears_a_number_and_a_surname_is_not_the_person() -> None:
    text = "Otto Falk drew maps. In 1971 the asteroid 512 Falk was found."

    assert name_of("the asteroid 512 Falk", text) != "Otto Falk"


@pytest.mark.parametrize(
    ("phrase", "text", "title", "name"),
    [
        ("It", "The marbled vole is a small rodent. It lives in Ost.", "The marbled vole", "marbled vole"),
        (
            "The animal",
            "The marbled vole is a rodent. The animal eats ferns.",
            "Marbled vole",
            "marbled vole",
        ),
        (
            "The Ost telescope",
            "The Ost telescope is a telescope in Norway.",
            "The Ost telescope",
            "Ost telescope",
        ),
        ("It", "The Ost telescope is a device. It was built in 1931.", "The Ost telescope", "Ost telescope"),
        ("It", "The old ferry is a boat on the Tellow. It was built in 1931.", "The old ferry", None),
    ],
)
def test_what_a_text_is_about_may_have_a_name_in_small_letters(
    phrase: str, text: str, title: str, name: str | None
) -> None:
    found = meant(phrase, text, title)

    assert (found.name if found else None) == name


def test_an_opera_is_not_called_after_whose_clock_it_tells_of() -> None:
    text = "Her opera, The Falk’s Clock, was given in Ost. The opera was a success."

    assert name_of("The opera", text) == "Falk’s Clock"


@pytest.mark.parametrize(
    ("phrase", "text", "title", "name"),
    [
        (
            "The light",
            "The Skell Light is a lighthouse. The light was lit in 1871.",
            "Skell Light",
            "Skell Light",
        ),
        ("The town", "He was born in Marrick. The town had a mill.", "A report", "Marrick"),
        ("The town", "He went from Marrick to Bruma. The town had a mill.", "A report", None),
        ("The novel", "Ada Holt wrote Holborn in 1931. The novel was a success.", "A report", "Holborn"),
        ("The island itself", "Skell is an island. The island itself is small.", "Skell", "Skell"),
        ("The bridge", "The bridge was old. The Skell Bridge came later.", "A report", None),
        (
            "The pie",
            "The eel pie is old. An eel pie is cheap. The pie is hot.",
            "The story of the eel pie",
            "eel pie",
        ),
    ],
)
def test_a_description_means_what_was_told_before(
    phrase: str, text: str, title: str, name: str | None
) -> None:
    assert name_of(phrase, text, title) == name


def test_a_thing_is_what_its_name_ends_in_and_what_it_is_called() -> None:
    text = "Kestrel Tower is an office building in Marrick. The tower was opened in 1965."

    assert name_of("The tower", text, title="Kestrel Tower") == "Kestrel Tower"


def test_the_film_is_the_one_in_the_title_with_its_article_or_without() -> None:
    text = "The Glass Road is a 1958 Danish film. The film was shot in Ost."

    assert name_of("The film", text, title="The Glass Road") == "Glass Road"


def test_the_company_is_no_union_of_states() -> None:
    text = "In 2019 the European Union listed the name. The company was led by Ada Quill."

    assert name_of("The company", text) is None


def test_it_is_the_work_of_somebody_that_a_sentence_opens_with() -> None:
    text = "Ada Quill lived in Ost. Her opera The Sea King was given in May. It was long."

    assert name_of("It", text) == "Sea King"


def test_an_article_with_a_capital_opens_a_title() -> None:
    text = "In 1871 Otto Falk painted The Burning of Ost."

    found = meant("The Burning of Ost", text, types=(EntityType.WORK,))

    assert found is not None
    assert found.name == "Burning of Ost"


def test_a_title_is_one_name_with_all_that_is_inside() -> None:
    text = "The Miller’s Moon is a novel by Ada Quill. Oren Falk wrote a song on The Miller’s Moon."

    assert name_of("The Miller’s Moon", text, title="The Miller’s Moon") == "Miller’s Moon"


def test_a_name_without_its_place_is_the_one_with_it() -> None:
    text = "The Orla Theatre of Marrick is old. In 1921 the Orla Theatre burned."

    assert name_of("the Orla Theatre", text) == "Orla Theatre of Marrick"


@pytest.mark.parametrize(
    ("phrase", "text", "name"),
    [
        ("The nephew", "It passed to her nephew, Ivar Holt. The nephew was a baker.", "Ivar Holt"),
        ("The nephew", "It passed to her nephew, Ivar Holt, and a nephew in Ost. The nephew came.", None),
        ("The former", "With her came Ada Finch and the hunter Karl Falk. The former died.", "Ada Finch"),
        ("The latter", "With her came Ada Finch and the hunter Karl Falk. The latter died.", "Karl Falk"),
        ("The latter", "Karl Falk saw Ada Finch and Ivar Holt. The latter died.", None),
    ],
)
def test_one_of_those_just_named_is_meant_by_what_they_are(phrase: str, text: str, name: str | None) -> None:
    assert name_of(phrase, text) == name


def test_a_surname_means_who_had_it_before_a_namesake_comes_up() -> None:
    text = "Otto Brandt was an engineer. Brandt’s son Erik Brandt was a poet."

    assert name_of("Brandt", text.replace("Erik Brandt", "Erik")) == "Otto Brandt"
    assert first_of("Brandt’s son", "Brandt", text) == "Otto Brandt"


def first_of(words: str, name: str, text: str) -> str | None:
    """What a name means where it opens these words."""
    found = meanings(text)
    line = [line for line in found.scene.lines if words in line.text][-1]
    start = line.text.index(words)
    mention = found.mention(line, start, start + len(name), ANY)
    return mention.name if mention else None


@pytest.mark.parametrize(
    ("phrase", "text", "kind"),
    [
        (
            "Eleanor of Skarn",
            "Eleanor of Skarn was queen of Tellow from 1149 until 1187. She wrote.",
            "queen",
        ),
        ("Otto Holt", "The organ builder Otto Holt came from Ost. He built much.", "organ builder"),
    ],
)
def test_people_are_called_what_they_were(phrase: str, text: str, kind: str) -> None:
    found = meant(phrase, text)

    assert found is not None
    assert (found.type, found.kind) == (EntityType.PERSON, kind)


def test_the_mark_of_a_machine_is_nobody() -> None:
    found = meant("Mark IV", "Deepwell Ltd sold many helmets. Its Mark IV helmet was heavy.")

    assert found is None or found.type is EntityType.THING
