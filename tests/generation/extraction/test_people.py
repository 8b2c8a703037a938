from quizapp.generation.extraction.names import person, title, works
from tests.generation.extraction.reading import found


def test_titles_in_a_list_are_parted_with_their_kinds() -> None:
    listed = works("the television show Gull Road and the movies The Last Tern, K and 9 Bells.")

    films = [("The Last Tern", "film"), ("K", "film"), ("9 Bells", "film")]
    assert listed == [("Gull Road", "series"), *films]


def test_a_title_with_a_comma_stays_whole_where_its_halves_begin_alike() -> None:
    assert works("Like Water, Like Ice, Salt Road, and Tern") == [
        ("Like Water, Like Ice", ""),
        ("Salt Road", ""),
        ("Tern", ""),
    ]


def test_a_franchise_in_a_list_names_no_work() -> None:
    assert works("Salt Road, the Tern adaptations, and films such as Kelp") == [
        ("Salt Road", ""),
        ("Kelp", "film"),
    ]


def test_names_are_freed_of_what_stands_before_them() -> None:
    assert person("Director Ada Quill") == "Ada Quill"
    assert person("Meanwhile Nora", single=True) == "Nora"
    assert person("Port Sound Festival") is None
    assert person("Nora") is None


def test_titles_are_freed_of_quotes_and_hanging_words() -> None:
    assert title("‘Cold Harbour,’ a series") == "Cold Harbour"
    assert title("Salt Road on the pier") == "Salt Road"


def test_earlier_roles_are_found_by_name_and_by_pronoun() -> None:
    facts = found(
        "Ada Quill plays Nora Finch. The actress was seen in titles such as Salt Road and Tern. "
        "She is best known for starring in the movies Kelp and Low Tide."
    )

    assert {
        value for subject, relation, value in facts if (subject, relation) == ("Ada Quill", "appears_in")
    } == {
        "Salt Road",
        "Tern",
        "Kelp",
        "Low Tide",
    }


def test_being_seen_in_a_town_is_no_role() -> None:
    assert found("Ada Quill plays Nora Finch. She was seen in Port Sound.") == {
        ("Ada Quill", "plays", "Nora Finch")
    }


def test_a_partner_on_screen_appears_in_the_work_too() -> None:
    facts = found(
        "Ada Quill plays Nora. She is known for starring alongside Bram Osei in the 2013 drama Kelp."
    )

    assert ("Bram Osei", "appears_in", "Kelp") in facts


def test_works_that_a_director_is_known_for_are_not_roles() -> None:
    assert found("Bram Osei plays Tom. Ada Quill, a director known for Salt Road, likes him.") == {
        ("Bram Osei", "plays", "Tom")
    }


def test_where_people_come_from_is_read_off_their_trade() -> None:
    facts = found("French actress Ada Quill met Bram Osei, a renowned South Korean actor.")

    assert facts == {("Ada Quill", "comes_from", "France"), ("Bram Osei", "comes_from", "South Korea")}


def test_a_character_s_trade_is_read_off_an_apposition() -> None:
    facts = found("Ada Quill plays Nora Finch. Nora Finch, a brilliant therapist, sleeps.")

    assert ("Nora Finch", "works_as", "a therapist") in facts


def test_any_calling_tells_where_a_person_comes_from() -> None:
    facts = found("Ada Quill (1700 – 1782) was a Swiss mathematician. The German chemist Bram Osei left.")

    assert facts == {("Ada Quill", "comes_from", "Switzerland"), ("Bram Osei", "comes_from", "Germany")}


def test_where_somebody_born_elsewhere_comes_from_stays_open() -> None:
    assert not found("Ada Quill was a French-born American engineer.")
