import pytest

from tests.generation.extraction.reading import found

# So that the text is known to be English.
_PLAIN = "There was a house by the sea, and she had been there for a year when he came."


def of_names(*paragraphs: str) -> set[tuple[str, str, str]]:
    return {each for each in found(*paragraphs, _PLAIN) if each[1] in ("name_means", "known_as")}


@pytest.mark.parametrize(
    ("sentence", "bearer", "meaning"),
    [
        (
            "It is set at “Casa Nova,” a tiny bar whose name, “New House,” is all that is new in it.",
            "Casa Nova",
            "New House",
        ),
        ("She founded Esperanza, whose name means “hope”.", "Esperanza", "hope"),
        ("The name “Casa Nova” means “New House”.", "Casa Nova", "New House"),
        ("The name Casa Nova means New House.", "Casa Nova", "New House"),
    ],
)
def test_what_a_name_means_is_read(sentence: str, bearer: str, meaning: str) -> None:
    assert of_names(sentence) == {(bearer, "name_means", meaning)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Reportedly she founded Esperanza, whose name means “hope”.",
        "They meet at “Casa Nova,” a bar whose owner, “The Captain,” sleeps.",
        "She founded Esperanza, whose name may mean “hope”.",
        "The name “Casa Nova” does not mean “New House”.",
    ],
)
def test_what_a_name_may_or_does_not_mean_is_not_read(sentence: str) -> None:
    assert of_names(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Nora becomes known as the Night Baker.",
        "Here is Nora, a shy cook who becomes known as the Night Baker.",
        "Nora is known as the Night Baker, and sleeps by day.",
    ],
)
def test_by_what_name_somebody_goes_is_read(sentence: str) -> None:
    assert of_names(sentence) == {("Nora", "known_as", "the Night Baker")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nora is known as a baker.",
        "Nora will be known as the Night Baker.",
        "Nora is not known as the Night Baker.",
    ],
)
def test_what_is_no_name_or_not_so_yet_is_not_read(sentence: str) -> None:
    assert of_names(sentence) == set()
