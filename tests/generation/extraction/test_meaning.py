"""What noun phrases mean: sentences about invented people and places."""

import pytest

from quizapp.domain.fact import EntityType
from tests.generation.extraction.meant import ANY, meanings, meant, name_of

LIFE = "Otto Holt was a Danish chemist, the son of a baker. He went to Ost. "


@pytest.mark.parametrize(
    ("phrase", "text", "name", "type_", "kind"),
    [
        ("Tellow", "The barge reached the river Tellow in May.", "Tellow", "place", "river"),
        ("Marrick", "Marrick is a small port town in the north.", "Marrick", "place", "port town"),
        ("Skell", "They sailed to the island of Skell.", "Skell", "place", "island"),
        ("Bruma", "She was born in Bruma in 1871.", "Bruma", "place", ""),
        ("the architect Oren Falk", "It is by the architect Oren Falk.", "Oren Falk", "person", "architect"),
        ("Captain Ada Holt", "It was led by Captain Ada Holt.", "Ada Holt", "person", "captain"),
        ("Queen Velma", "The hall was opened by Queen Velma.", "Queen Velma", "person", "queen"),
        ("Otto Falk of Ost", "In 1871 Otto Falk of Ost won.", "Otto Falk", "person", ""),
        ("the Battle of Tellow", "He fell in the Battle of Tellow.", "Battle of Tellow", "event", "battle"),
        ("Fenwick & Sons", "The lens came from Fenwick & Sons.", "Fenwick & Sons", "organisation", "company"),
        ("The Larks", "The Larks were a Danish band formed in Ost.", "Larks", "organisation", "band"),
        ("“The Salt Road”", "She wrote the novel “The Salt Road”.", "The Salt Road", "work", "novel"),
        ("the film Parasite", "In May the film Parasite was released.", "Parasite", "work", "film"),
        ("the Terna", "The widow sold a house and bought a sloop, the Terna.", "Terna", "thing", "sloop"),
        ("the old ferry, the Gannet", "In May the old ferry, the Gannet, sank.", "Gannet", "thing", "ferry"),
        ("the Orn Prize in Law", "He won the Orn Prize in Law.", "Orn Prize in Law", "thing", "prize"),
        ("Northern Ireland", "They moved to Northern Ireland.", "Northern Ireland", "place", "country"),
        ("the Falk code", "Oren Falk made the Falk code in 1921.", "Falk code", "thing", "code"),
        ("Saudi Arabia", "Saudi Arabia sells oil.", "Saudi Arabia", "place", "country"),
        ("Italian Dora Mann", "In May the Italian Dora Mann won.", "Dora Mann", "person", ""),
        ("August Mann", "In 1871 August Mann won.", "August Mann", "person", ""),
        ("the Ora", "It sold the Ora, a folding camera that was made in Ost.", "Ora", "thing", "camera"),
        ("The Salt Road", "Falk gave Ost his opera The Salt Road in May.", "Salt Road", "work", "opera"),
        ("Low and High", "The play, entitled Low and High, is long.", "Low and High", "work", "play"),
        ("Wick & Co", "It merged with Wick & Co in May.", "Wick & Co", "organisation", "company"),
        ("St Orla’s Church", "It is St Orla’s Church in Ost.", "St Orla’s Church", "place", "church"),
        ("Miller’s Square", "Miller’s Square was laid out in 1798.", "Miller’s Square", "place", "square"),
        ("the Orla Opera", "In 1871 the Orla Opera closed.", "Orla Opera", "organisation", "opera"),
        ("the builder Kew & Co", "In May the builder Kew & Co won.", "Kew & Co", "organisation", "company"),
        ("Her ballet The Cat", "Her ballet The Cat was long.", "Cat", "work", "ballet"),
        ("Ost Film", "It was made by Ost Film.", "Ost Film", "organisation", "film"),
        ("Kelda", "Kelda was taken over by Wick & Co in 1971.", "Kelda", "organisation", ""),
        ("the 2008 Marr Games", "It was at the 2008 Marr Games.", "2008 Marr Games", "event", "games"),
    ],
)  # fmt: skip
def test_a_name_has_the_type_and_kind_that_the_text_gives(
    phrase: str, text: str, name: str, type_: str, kind: str
) -> None:
    found = meant(phrase, text)

    assert found is not None
    assert (found.name, found.type, found.kind) == (name, type_, kind)


@pytest.mark.parametrize(
    ("phrase", "text", "name"),
    [
        ("Falk", "The engineer Oren Falk came in 1871. Falk drew the bridge.", "Oren Falk"),
        ("He", "The engineer Oren Falk came in 1871. He drew the bridge.", "Oren Falk"),
        ("She", "Ada Holt married Otto Falk in 1871. She drew the bridge.", "Ada Holt"),
        ("her brother Otto Finch", "She left it to her brother Otto Finch.", "Otto Finch"),
        ("The bridge", "The Tellow Bridge is long. The bridge was opened in 1874.", "Tellow Bridge"),
        ("The ship", "The icebreaker Skua sailed in 1893. The ship was built in Ost.", "Skua"),
        ("Kiri Ltd itself", "Kiri Ltd itself was old.", "Kiri Ltd"),
        ("the barista Oren Falk", "In May the barista Oren Falk won.", "Oren Falk"),
        ("Its heir, the QR code", "The bars are old. Its heir, the QR code, was made in 1994.", "QR code"),
        ("Its younger relative", "The bars grew. Its younger relative, the QR code, came.", "QR code"),
        ("His brother", "In May Oren Falk came. His brother, Otto Falk, drew it.", "Otto Falk"),
        ("The WDO", "The World Dance Office (WDO) is old. The WDO moved.", "World Dance Office"),
        ("The Angara", "The Angara River rises here. The Angara is long.", "Angara River"),
        ("William the Bold", "In 1402 William the Bold died.", "William the Bold"),
    ],
)
def test_a_shorter_name_or_a_pronoun_means_the_one_it_can_mean(phrase: str, text: str, name: str) -> None:
    assert name_of(phrase, text) == name


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("He", "The engineer Oren Falk met the poet Ivar Holt. He drew the bridge."),
        ("He", "Oren Falk came in 1871. His father was a miller. He died in 1880."),
        ("he", "With the chemist Oren Falk he proposed a new lamp."),
        ("he", "Oren Falk, whom he had left in command, came home."),
        ("She", "Ada Holt came. The ferry was built in Ost. She is 62 metres long."),
        ("Falk", "Oren Falk met Ada Falk in 1871. Falk drew the bridge."),
        ("The bridge", "The Tellow Bridge is older than the Marr Bridge. The bridge was opened in 1874."),
        ("The second bridge", "The Tellow Bridge is long. The second bridge was opened in 1874."),
        (
            "The bridge",
            "The Tellow Bridge fell, and a new bridge was planned. The bridge was opened in 1874.",
        ),
        ("the Monument", "Fire broke out near the Monument in May."),
        ("the Duke of York", "In 1871 the Duke of York came."),
        ("a baker", "The house of a baker burned down in Marrick."),
        ("Norway's first minister", "Oren Falk was Norway's first minister in London."),
        ("the brothers Karl and Otto Finch", "It was founded by the brothers Karl and Otto Finch."),
        ("the French", "It was built by the French in May."),
        ("Construction", "Construction was slow. The construction of the dam cost much."),
        ("the director of Fenwick & Sons", "It is by the director of Fenwick & Sons."),
    ],
)
def test_what_might_be_another_or_has_no_name_means_nothing(phrase: str, text: str) -> None:
    assert name_of(phrase, text) is None


def test_only_the_types_that_are_allowed_are_meant() -> None:
    text = "Marrick is a small port town in the north."

    assert meant("Marrick", text, types=(EntityType.PERSON, EntityType.ORGANISATION)) is None


@pytest.mark.parametrize("type_", [EntityType.PLACE, EntityType.THING])
def test_what_is_built_may_be_asked_as_a_place_and_as_a_thing(type_: EntityType) -> None:
    found = meant("the Tellow Bridge", "He drew the Tellow Bridge.", types=(type_,))

    assert found and found.type is type_


def test_a_name_of_unknown_type_is_taken_only_where_one_type_is_allowed() -> None:
    text = "It was founded by Kiri Tovald in 1937."

    assert meant("Kiri Tovald", text) is None
    assert meant("Kiri Tovald", text, types=(EntityType.PERSON,)) is not None
    assert meant("Kiri Tovald", text, types=(EntityType.PLACE,)) is None


def test_a_document_may_be_about_a_thing_without_a_capital() -> None:
    text = "Argon is a gas. Most argon is made from air, and argon glows. Lamps hold argon."

    found = meant("argon", text, title="Argon, the idle gas")

    assert found is not None
    assert (found.name, found.type, found.kind) == ("argon", EntityType.THING, "gas")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Orpox is a disease of sheep. After two years orpox broke out again.", "orpox"),
        ("Orpox is a disease of sheep. After two years orpox broke out. They feared Orpox.", None),
        ("Few had heard of it. After two years orpox broke out again.", None),
    ],
)
def test_what_is_said_to_be_a_thing_and_has_a_capital_nowhere_inside_is_one(
    text: str, name: str | None
) -> None:
    found = meant("orpox", text, title="Orpox")

    assert (found.name if found else None) == name


def test_a_model_has_its_number_in_its_name_and_is_what_the_text_goes_on_to_call_it() -> None:
    text = "They showed the Belmar 4CV in 1948. The engine of the car was small. The car was built in Ost."

    found = meant("the Belmar 4CV", text, title="The Belmar 4CV")

    assert found is not None
    assert (found.name, found.type, found.kind) == ("Belmar 4CV", EntityType.THING, "car")
    assert meant("the Belmar 4CV", text, title="Cars and their makers") is None


def test_the_second_of_two_adjectives_ends_in_the_noun() -> None:
    text = "Orlo is a sweet, fortified wine made in Ost. A glass of orlo is poured. Then orlo is drunk."

    found = meant("orlo", text, title="Orlo")

    assert found is not None
    assert found.kind == "wine"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On 3 May 1628 the Skua set out on her maiden voyage.", "ship"),
        ("On her maiden voyage the Skua sank.", "ship"),
        ("On 3 May 1628 the Skua was shown to the king.", None),
        ("Skua took the yacht out on her maiden voyage.", None),
    ],
)
def test_what_has_a_maiden_voyage_is_a_ship(text: str, kind: str | None) -> None:
    found = meant("Skua", text)

    assert (found.kind if found else None) == kind


def test_a_machine_goes_by_the_end_of_its_name() -> None:
    text = "The Falk Merlin is an aircraft. The Merlin carries 120 passengers."

    assert name_of("The Merlin", text, "Falk Merlin") == "Falk Merlin"
    assert name_of("The Merlin", text, "Birds of the north") is None


def test_a_name_is_written_with_the_article_that_the_document_gives_it() -> None:
    assert [m.takes_the for m in meanings("They crossed the river Tellow.").named()] == [False]
    assert [m.takes_the for m in meanings("They saw the Tellow Tower.").named()] == [True]


def test_everything_of_known_type_is_named_once() -> None:
    found = meanings("The engineer Oren Falk was born in Marrick. Falk died in Marrick.").named()

    assert [(m.name, m.type) for m in found] == [
        ("Oren Falk", EntityType.PERSON),
        ("Marrick", EntityType.PLACE),
    ]


def test_a_first_name_by_which_a_text_calls_one_person_is_an_alias() -> None:
    alone = "Odile has a key, and Odile knows it. "
    one = meanings(f"{alone}The engineer Odile Falk was born in Marrick.").named()
    two = meanings(f"{alone}The engineer Odile Falk met the engineer Odile Brandt.").named()

    assert {m.name: m.aliases for m in one if " " in m.name} == {"Odile Falk": ("Odile",)}
    assert all("Odile" not in m.aliases for m in two)


def test_names_that_may_be_those_of_people_are_told_apart_from_those_that_are() -> None:
    found = meanings("On the wall hang Oren Falk, in a suit, and a map of Marrick.")

    assert [m.name for m in found.perhaps()] == ["Oren Falk"]
    assert found.named() == ()


def test_who_is_played_in_an_article_on_a_series_is_a_character() -> None:
    text = "“Cold Harbour” is a series by Ada Quill. Dan Ferro plays Tom Reed. Reed is a baker."
    only = (EntityType.CHARACTER,)

    found = meant("Tom Reed", text, title="The return of “Cold Harbour”", types=only)

    assert found is not None
    assert (found.name, found.type, found.within) == ("Tom Reed", EntityType.CHARACTER, "Cold Harbour")
    assert meant("Dan Ferro", text, title="The return of “Cold Harbour”", types=only) is None
    assert meant("Tom Reed", "Dan Ferro met Tom Reed in May.", types=only) is None


@pytest.mark.parametrize(
    ("phrase", "text", "title", "name"),
    [
        (
            "Ida Jane Holt",
            "Ida Jane Holt, known to all as Ada Holt, drew ships.\n\nAda Holt died in 1880.",
            "A report",
            "Ada Holt",
        ),
        (
            "Holt",
            "She was born Ida Jane Finch in Ost.\n\nHolt died in 1880. She drew.",
            "Ada Holt",
            "Ada Holt",
        ),
        ("Ida Finch", "Ada Holt was born Ida Finch in Ost. Ida Finch drew.", "Ada Holt", "Ada Holt"),
        ("Falk", "Captain Oren Falk sailed in 1871. Captain Falk died in 1880.", "A report", "Oren Falk"),
    ],
)
def test_a_person_may_have_two_names_where_the_text_says_so(
    phrase: str, text: str, title: str, name: str
) -> None:
    assert name_of(phrase, text, title) == name


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("Mrs Falk", "Oren Falk, the captain, sailed in 1871. His ship sank. Mrs Falk died in 1880."),
        ("the younger Falk", "Oren Falk sailed in 1871. In 1880 the younger Falk died."),
        ("Falk", "Oren Falk sailed in 1871. In 1880 Falk the elder died."),
    ],
)
def test_a_namesake_is_kept_apart(phrase: str, text: str) -> None:
    assert name_of(phrase, text.replace("Oren", "Peter"), "A report") is None


@pytest.mark.parametrize(
    ("phrase", "text", "title", "name"),
    [
        (
            "The observatory",
            "Few know who drew it.\n\nThe observatory was built in 1871. The observatory was sold.",
            "A brief history of Ost Hill Observatory",
            "Ost Hill Observatory",
        ),
        (
            "The film",
            "The film was shot in Ost. The film was short.\n\nThe film was lost.",
            "Skellatu: the ghost of the north",
            "Skellatu",
        ),
        ("She", "The Skua was launched in 1871. She was 80 metres long.", "SS Skua", "SS Skua"),
        ("It", "Lake Tellow lies near Ost. It is 90 metres deep.", "Lake Tellow", "Lake Tellow"),
        (
            "It",
            "The Ost Bridge was opened in 1871.\n\nIt weighs 220 tonnes.",
            "The Ost Bridge",
            "Ost Bridge",
        ),
        (
            "The bridge",
            "The Ost Bridge stands near the Bruma Bridge. The bridge weighs 220 tonnes.",
            "The Ost Bridge",
            "Ost Bridge",
        ),
    ],
)
def test_what_the_title_tells_of_is_meant_by_its_kind(phrase: str, text: str, title: str, name: str) -> None:
    assert name_of(phrase, text, title) == name


@pytest.mark.parametrize(
    ("phrase", "text", "name"),
    [
        ("The company", "Falk & Sons was founded in 1871. The company employs 200 people.", "Falk & Sons"),
        ("The steamer", "SS Skua was launched in 1871. The steamer weighed 220 tonnes.", "SS Skua"),
        ("The spread", "Marrite is a savoury spread. The spread was first sold in 1902.", "Marrite"),
        ("The volcano", "Mount Tellow is near Ost. The volcano is 900 metres high.", "Mount Tellow"),
    ],
)
def test_a_noun_that_can_be_said_of_a_thing_means_it(phrase: str, text: str, name: str) -> None:
    assert name_of(phrase, text) == name


def test_the_company_is_none_where_another_may_be_a_company() -> None:
    text = "Falk & Sons was founded in 1871. Later Marrex took it over. The company employs 200 people."
    assert name_of("The company", text) is None


def test_the_chemist_is_whoever_is_called_so() -> None:
    assert name_of("The chemist", f"{LIFE}The chemist died in 1970.", "Otto Holt") == "Otto Holt"
    assert name_of("The painter", f"{LIFE}The painter died in 1970.", "Otto Holt") is None
    rival = f"{LIFE}The chemist Karl Finch came to Ost. The chemist died in 1970."
    assert name_of("The chemist", rival, "Otto Holt") is None


def test_a_place_is_named_behind_what_it_is() -> None:
    text = "The village of Marrick has a church."

    assert name_of("The village of Marrick", text) == "Marrick"


def test_a_ruler_may_be_called_with_an_article() -> None:
    found = meant("The Emperor Karl V", "The Emperor Karl V was born in Ost.")

    assert found and found.type is EntityType.PERSON


def test_a_class_noun_right_behind_a_name_tells_what_bears_it() -> None:
    found = meant("Ordrup", "It hangs in the Ordrup museum. Ordrup is closed.")

    assert found and found.type is EntityType.ORGANISATION


def test_the_one_observatory_of_a_document_is_meant_wherever_it_is_spoken_of() -> None:
    text = (
        "Marr Observatory stands on a hill.\n\nThe observatory is old.\n\nI saw the observatory in May."
        "\n\nOren Falk founded the observatory in 1899."
    )

    assert name_of("the observatory", text, "An evening on a hill") == "Marr Observatory"
    another = f"{text}\n\nOst has an observatory too. Oren Falk left the observatory."
    assert name_of("the observatory", another, "An evening on a hill") is None


def test_a_surname_means_the_first_who_has_it_until_another_is_named() -> None:
    text = (
        "Marrick Hall was paid for by the brewer Oren Falk. Falk was born in Bruma. His brother Ivo Falk, "
        "an engineer, went to court. At last Falk won."
    )

    assert name_of_first("Falk", text, 1) == "Oren Falk"
    assert name_of_first("Falk", text, 3) is None


def name_of_first(phrase: str, text: str, sentence: int) -> str | None:
    found = meanings(text)
    line = found.scene.lines[sentence + 1]
    start = line.text.index(phrase)
    mention = found.mention(line, start, start + len(phrase), ANY)
    return mention.name if mention else None


@pytest.mark.parametrize(
    ("phrase", "text", "name"),
    [
        ("Jens Otto Holt", "Jens Otto Holt or Otto Holt (1860–1943) was a poet.", "Otto Holt"),
        ("Ida Lund", "Ida Lund (born 1986), known by her pseudonym Ada Quill, sings.", "Ada Quill"),
        ("Otto Holt", "Otto Jens Holt was a poet, the son of Otto Holt.", "Otto Holt"),
    ],
)
def test_an_assumed_or_shorter_name_is_the_same_person_and_a_father_is_not(
    phrase: str, text: str, name: str
) -> None:
    assert name_of(phrase, text, title={"Otto Holt": "Otto Jens Holt"}.get(phrase, name)) == name
