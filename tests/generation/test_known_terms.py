from quizapp.generation import known_terms


def test_terms_of_a_class_have_meanings_of_their_own() -> None:
    phobias = known_terms.of_class("phobia")

    assert phobias["arachnophobia"] == "spiders"
    assert len(set(phobias.values())) == len(phobias)


def test_a_class_that_is_not_kept_has_no_terms() -> None:
    assert known_terms.of_class("meaning") == {}
    assert known_terms.of_class("") == {}


def test_a_name_might_mean_what_has_the_form_of_its_meaning() -> None:
    assert "The Sailor" in known_terms.meanings_beside("The Watchman")
    assert "The Watchman" not in known_terms.meanings_beside("The Watchman")


def test_nothing_stands_beside_a_meaning_of_another_form() -> None:
    assert known_terms.meanings_beside("house on the hill") == ()
    assert known_terms.meanings_beside("The Old Mill") == ()
