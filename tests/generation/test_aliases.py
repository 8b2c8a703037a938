import pytest

from quizapp.domain.fact import EntityType
from quizapp.generation.aliases import is_lone, is_short_for, keys, loose_keys, may_be_spellings, may_share

PERSON, WORK = EntityType.PERSON, EntityType.WORK
PLACE, ORGANISATION = EntityType.PLACE, EntityType.ORGANISATION


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [
        ("Tomas “Red” Lindahl", "Red Lindahl", PERSON),
        ("Tomas 'Red' Lindahl", "Tomas Lindahl", PERSON),
        ("Ruth (Birdie) O'Hanlon", "Birdie O’Hanlon", PERSON),
        ("Prof. Dr. Ada Quill, PhD", "Ada Quill", PERSON),
        ("Captain Bram Osei", "Bram Osei", PERSON),
        ("St Orla", "Saint Orla", PLACE),
        ("Mt. Tern", "Mount Tern", PLACE),
        ("Gull Island II", "Gull Island 2", WORK),
        ("The Nine Bells", "9 Bells", WORK),
        ("Harrow & Sons Ltd.", "Harrow and Sons", ORGANISATION),
        ("Tern Shipping Co.", "Tern Shipping Company", ORGANISATION),
        ("Port-Sound", "Portsound", PLACE),
    ],
)
def test_one_name_written_in_two_ways_shares_a_key(one: str, other: str, type_: EntityType) -> None:
    assert keys(one, type_) & keys(other, type_)


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [
        ("Ada Quill", "Ida Quill", PERSON),
        ("Bram Osei Jr.", "Bram Osei Sr.", PERSON),
        ("Mrs Osei", "Osei", PERSON),
        ("Lady Gull", "Gull", WORK),
        ("Harrow & Sons", "Harrow Works", ORGANISATION),
        ("Henry IV", "Henry V", PERSON),
    ],
)
def test_other_names_share_none(one: str, other: str, type_: EntityType) -> None:
    assert not keys(one, type_) & keys(other, type_)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yefim Sokolov", "Efim Sokoloff"),
        ("Dmitriy Kharin", "Dmitri Harin"),
        ("Stephan Khorsky", "Stefan Horski"),
        ("Shō Ōtani", "Shoo Outani"),
        ("Lee Min-seo", "Rhee Min-seo"),
        ("J. R. Osei", "John Ronald Osei"),
        ("Karl Mueller", "Karl Müller"),
        ("Fyodor Belin", "Feodor Belin"),
        ("Gennady Tsvelin", "Gennadi Zvelin"),
        ("Aleksandr Belin", "Alexander Belin"),
    ],
)
def test_other_letters_for_one_name_share_a_loose_key_only(one: str, other: str) -> None:
    assert not keys(one, PERSON) & keys(other, PERSON)
    assert loose_keys(one, PERSON) & loose_keys(other, PERSON)
    assert may_be_spellings(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J. R. Osei", "John Paul Osei"),
        ("J. Osei", "John Quill"),
        ("John Osei", "Joan Osei"),
        ("B. Osei Jr.", "Bram Osei Sr."),
        ("Casper Hallow", "Casper Hollow"),
    ],
)
def test_names_that_are_merely_alike_are_no_spellings_of_one(one: str, other: str) -> None:
    assert not may_be_spellings(one, other)


def test_places_and_works_have_no_loose_keys() -> None:
    assert loose_keys("Yekaterin Sound", PLACE) == set()


def test_a_name_of_one_word_or_a_title_and_a_surname_is_lone() -> None:
    assert is_lone("Osei", PERSON)
    assert is_lone("Mrs Osei", PERSON)
    assert not is_lone("Bram Osei", PERSON)
    assert not is_lone("Tern", PLACE)


def test_first_letters_stand_for_a_full_name() -> None:
    assert is_short_for("TPA", "Tern Pilots' Association")
    assert is_short_for("ToP", "Tern") is False
    assert is_short_for("BBC", "Tern Pilots' Association") is False


def test_a_name_inside_another_may_mean_the_same() -> None:
    assert may_share(["Záhor"], ["Jan Zahor"])
    assert not may_share(["Ivo Zahor"], ["Jan Zahor"])
