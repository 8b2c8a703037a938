"""Invented lives told in two documents; each test says what one of them says otherwise."""

import pytest

from quizapp.domain.fact import Entity, EntityType
from quizapp.generation.document import document_of
from quizapp.generation.entities import Register, in_full
from quizapp.generation.extraction import Candidate, Mention
from quizapp.generation.linking import Statement
from tests.generation.stage import CATALOGUE, an_entity

PERSON, WORK, PLACE = EntityType.PERSON, EntityType.WORK, EntityType.PLACE
THING, ORGANISATION = EntityType.THING, EntityType.ORGANISATION

Told = tuple[Mention, str, Mention | str]


def linked(*documents: list[Told], known: tuple[Entity, ...] = ()) -> list[Entity]:
    """The entities behind documents that each say some facts."""
    register = Register(known)
    statements = []
    for number, told in enumerate(documents, 1):
        candidates = [Candidate(subject, relation, value, 1, 1, "test") for subject, relation, value in told]
        for one in in_full(candidates):
            value = one.value if isinstance(one.value, str) else register.link(one.value, f"d{number}")
            subject = register.link(one.subject, f"d{number}")
            statements.append(Statement(subject, CATALOGUE[one.relation], value))
    return list(dict.fromkeys(register.entities(statements).values()))


def directed(name: str, play: str, kind: str = "") -> Told:
    return Mention(name, PERSON, kind), "directed", Mention(play, WORK)


def names(entities: list[Entity], type_: EntityType = PERSON) -> list[tuple[str, ...]]:
    return [tuple(sorted(entity.names)) for entity in entities if entity.type is type_]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ha-rin Moon", "Moon Ha-rin"),
        ("Jiří Čapka", "Jiri Capka"),
        ("Marie-Luce Arnaud", "Marie Luce Arnaud"),
        ("Tomas “Red” Lindahl", "Red Lindahl"),
    ],
)
def test_two_documents_that_write_one_name_in_two_ways_tell_of_one_person(one: str, other: str) -> None:
    found = linked([directed(one, "Salt")], [directed(other, "Nine Bells")])

    assert names(found) == [tuple(sorted((one, other)))]


def test_a_surname_or_first_name_is_the_person_of_its_document() -> None:
    found = linked(
        [directed("Ha-rin Moon", "Salt")],
        [directed("Moon Ha-rin", "Nine Bells"), directed("Moon", "Low Water")],
    )

    assert names(found) == [("Ha-rin Moon", "Moon", "Moon Ha-rin")]


def test_a_surname_alone_is_nobody_in_another_document() -> None:
    found = linked(
        [directed("Jan Čapka", "Salt"), directed("Čapka", "Salt")], [directed("Capka", "Low Water")]
    )

    assert len(names(found)) == 2


def test_brothers_with_their_surname_alone_in_two_documents_stay_two() -> None:
    found = linked(
        [directed("Jan Čapka", "Salt"), directed("Čapka", "Salt")],
        [directed("Ivo Čapka", "Salt"), directed("Čapka", "Salt")],
    )

    assert len(names(found)) == 2


def test_another_transliteration_is_the_same_person_where_a_fact_ties_the_two() -> None:
    tied = linked([directed("Yefim Sokolov", "Salt")], [directed("Efim Sokoloff", "Salt")])
    by_role = linked(
        [directed("Yefim Sokolov", "Salt", "pilot")], [directed("Efim Sokoloff", "Tern", "pilot")]
    )
    apart = linked([directed("Yefim Sokolov", "Salt")], [directed("Efim Sokoloff", "Nine Bells")])

    assert [len(names(found)) for found in (tied, by_role, apart)] == [1, 1, 2]


def test_initials_are_the_same_person_only_where_one_person_fits() -> None:
    fits = linked([directed("J. R. Osei", "Salt")], [directed("John Ronald Osei", "Salt")])
    both = linked(
        [directed("J. R. Osei", "Salt")],
        [directed("John Ronald Osei", "Salt"), directed("Jane Ruth Osei", "Salt")],
    )

    assert [len(names(found)) for found in (fits, both)] == [1, 3]


def test_spelling_that_is_merely_near_never_makes_one_of_two() -> None:
    assert len(names(linked([directed("Casper Hallow", "Salt")], [directed("Casper Hollow", "Salt")]))) == 2


def test_namesakes_whose_lives_cannot_be_one_stay_two() -> None:
    born = [
        (Mention("Ada Quill", PERSON), "born", "1801"),
        (Mention("Ada Quill", PERSON), "born", "1930"),
        (Mention("Ada Quill", PERSON), "born", "1803"),
    ]

    assert len(linked([born[0]], [born[1]])) == 2
    assert len(linked([born[0]], [born[2]])) == 1


def test_what_a_fact_ties_is_one_and_may_be_disputed() -> None:
    found = linked(
        [directed("Ada Quill", "Salt"), (Mention("Ada Quill", PERSON), "born", "1801")],
        [directed("Ada Quill", "Salt"), (Mention("Ada Quill", PERSON), "born", "1930")],
    )

    assert names(found) == [("Ada Quill",)]


def test_places_of_one_name_in_two_countries_stay_two() -> None:
    found = linked(
        [(Mention("Port Sound", PLACE), "capital", Mention("Tern", PLACE))],
        [(Mention("Port Sound", PLACE), "capital", Mention("Gull", PLACE))],
    )

    assert len(names(found, PLACE)) == 4


def test_a_thing_in_one_document_may_be_an_organisation_in_the_other() -> None:
    named = Register([])
    one = named.link(Mention("Tern Observatory", THING), "d1")
    other = named.link(Mention("The Tern Observatory", ORGANISATION), "d2")
    work = named.link(Mention("Tern Observatory", WORK), "d3")

    found = named.entities()

    assert found[id(one)] is found[id(other)] is not found[id(work)]
    assert found[id(one)].type is ORGANISATION


def test_the_type_is_one_that_every_fact_allows() -> None:
    found = linked(
        [(Mention("Far Isles", PLACE), "capital", Mention("Tern", PLACE))],
        [(Mention("Ada Quill", PERSON), "visited", Mention("Far Isles", THING))],
        [(Mention("Ada Quill", PERSON), "visited", Mention("Far Isles", THING))],
    )

    assert ("Far Isles",) in names(found, PLACE)
    assert not names(found, THING)


def test_first_letters_are_the_name_they_were_given_for() -> None:
    register = Register([])
    full = Mention("Tern Pilots Association", ORGANISATION, aliases=("TPA",))
    one = register.link(full, "d1")
    short = register.link(Mention("TPA", ORGANISATION), "d2")
    rival = register.link(Mention("Tall Poppy Alliance", ORGANISATION, aliases=("TPA",)), "d3")

    found = register.entities()

    assert found[id(one)] is found[id(short)] is not found[id(rival)]


def test_an_entity_of_a_pack_keeps_its_name_under_another_spelling() -> None:
    known = an_entity("Yefim Sokolov", "person", "pilot")

    found = linked([directed("Efim Sokolov", "Salt", "pilot")], known=(known,))

    assert found[0] is known
    assert names(found) == [("Yefim Sokolov",)]


def test_another_transliteration_is_the_same_person_beside_the_same_neighbour() -> None:
    guide = document_of("Guide\nYefim Sokolov came with Cleo Varga.", "guide")
    letter = document_of("Letter\nNobody but Efim Sokolov knew Cleo Varga.", "letter")
    people = {"guide": ("Yefim Sokolov", "Cleo Varga"), "letter": ("Efim Sokolov", "Cleo Varga")}
    register = Register([], documents=[guide, letter])
    for document, written in people.items():
        for name in written:
            register.link(Mention(name, PERSON), document)

    assert len(set(register.entities().values())) == 2


def cast(*others: str) -> list[Told]:
    return [directed(name, "Salt") for name in others]


SHARED = cast("Otto Lind", "Mara Finch", "Ivo Prell")


def test_documents_that_name_the_same_others_tie_two_spellings_of_a_name() -> None:
    found = linked(
        [directed("Fyodor Belin", "Tern"), *SHARED], [directed("Feodor Belin", "Nine Bells"), *SHARED]
    )
    apart = linked([directed("Fyodor Belin", "Tern"), *SHARED], [directed("Feodor Belin", "Nine Bells")])
    initials = linked(
        [directed("F. Belin", "Tern"), *SHARED], [directed("Franz Belin", "Nine Bells"), *SHARED]
    )

    assert [len(names(each)) for each in (found, apart, initials)] == [4, 5, 5]


def test_documents_on_one_subject_may_differ_about_a_birth_and_mean_one_person() -> None:
    def born(place: str) -> Told:
        return Mention("Ada Quill", PERSON), "born_in", Mention(place, PLACE)

    assert len(names(linked([born("Tern"), *SHARED], [born("Gull"), *SHARED]))) == 4
    assert len(names(linked([born("Tern")], [born("Gull")]))) == 2


def test_father_and_son_of_one_name_stay_two_whoever_is_named_beside_them() -> None:
    born = [(Mention("Ada Quill", PERSON), "born", year) for year in ("1801", "1830")]

    assert len(names(linked([born[0], *SHARED], [born[1], *SHARED]))) == 5
