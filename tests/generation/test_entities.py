import pytest

from quizapp.domain.fact import EntityType, Evidence
from quizapp.generation.aliases import keys
from quizapp.generation.co_mentions import co_mentions
from quizapp.generation.document import document_of
from quizapp.generation.entities import Register, in_full, named_in_full, shared_titles
from quizapp.generation.extraction import Candidate, Mention
from tests.generation.stage import an_entity

PERSON, WORK, CHARACTER = EntityType.PERSON, EntityType.WORK, EntityType.CHARACTER


def a_candidate(subject: Mention, value: Mention) -> Candidate:
    return Candidate(subject, "directed", value, 1, 1, "test")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Park Min-seo", "Min-seo Park"),
        ("Park Min Seo", "Park Min-Seo"),
        ("Park Minseo", "Min-seo Park"),
        ("Shō Tanaka", "Sho Tanaka"),
        ("Dr. Ada Quill", "Ada Quill"),
        ("José Peña", "Jose Pena"),
    ],
)
def test_names_of_one_person_share_a_key(one: str, other: str) -> None:
    assert keys(one, PERSON) & keys(other, PERSON)


def test_names_that_are_merely_alike_share_none() -> None:
    assert not keys("Min-seo Park", PERSON) & keys("Min-soo Park", PERSON)


def test_titles_keep_their_order() -> None:
    assert not keys("Salt and Ice", WORK) & keys("Ice and Salt", WORK)


def test_mentions_of_one_person_become_one_entity_with_aliases() -> None:
    register = Register([])
    for name in ("Park Min-seo", "Min-seo Park", "Park Min-seo"):
        named = register.link(Mention(name, PERSON, "actor"))

    found = register.entities()[id(named)]

    assert (found.name, found.aliases, found.kind) == ("Park Min-seo", ("Min-seo Park",), "actor")
    assert len(register.entities()) == 1


def test_a_known_entity_keeps_its_id_and_name() -> None:
    register = Register([an_entity("Ada Quill", "person", "director")])

    named = register.link(Mention("Quill Ada", PERSON))

    assert register.entities()[id(named)].entity_id == "ada-quill"


def test_a_person_is_not_a_character_of_that_name() -> None:
    register = Register([])

    assert register.link(Mention("Ada Quill", PERSON)) is not register.link(Mention("Ada Quill", CHARACTER))


def test_a_film_and_a_series_of_one_title_are_two_works_where_one_document_has_both() -> None:
    film, series = Mention("Salt", WORK, "film"), Mention("Salt", WORK, "series")
    register = Register([], shared_titles([a_candidate(film, series)]))

    assert register.link(film) is not register.link(series)


def test_a_work_that_documents_class_differently_is_one_without_a_class() -> None:
    register = Register([])
    named = register.link(Mention("Salt", WORK, "film"))

    assert register.link(Mention("Salt", WORK, "series")) is named
    assert register.entities()[id(named)].kind == ""


def test_a_first_name_stands_for_the_one_full_name_in_its_document() -> None:
    full, lone = Mention("Tom Reed", CHARACTER), Mention("Tom", CHARACTER)
    ada = Mention("Ada Quill", PERSON)

    found = in_full([a_candidate(ada, full), a_candidate(ada, lone)])

    assert isinstance(found[1].value, Mention)
    assert (found[1].value.name, found[1].value.aliases) == ("Tom Reed", ("Tom",))


def test_a_first_name_of_two_people_stands_for_neither() -> None:
    ada = Mention("Ada Quill", PERSON)
    names = ("Tom Reed", "Tom Hart", "Tom")

    found = in_full([a_candidate(ada, Mention(name, CHARACTER)) for name in names])

    assert [c.value.name for c in found if isinstance(c.value, Mention)] == list(names)


def test_names_in_one_sentence_are_co_mentioned_whatever_their_order() -> None:
    document = document_of("Harbour\nQuill saw Salt. Osei stayed at home.", "file")

    found = co_mentions([document], {"a": ["Quill"], "b": ["Osei"], "s": ["Salt"]})

    assert found == {frozenset(("a", "s"))}


def test_a_document_names_people_in_full_or_not_at_all() -> None:
    named = [
        Mention("Tom Reed", PERSON),
        Mention("Reed", PERSON),
        Mention("Osei", PERSON),
        Mention("Salt", WORK),
    ]

    assert [mention.name for mention in named_in_full(named)] == ["Tom Reed", "Tom Reed", "Salt"]


def test_a_sentence_that_means_something_without_its_name_is_a_co_mention_too() -> None:
    document = document_of("Harbour\nShe saw Salt.", "file")

    found = co_mentions([document], {"s": ["Salt"]}, {Evidence("harbour", 2, 1): ["ada"]})

    assert found == {frozenset(("ada", "s"))}
