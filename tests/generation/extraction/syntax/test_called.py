import pytest

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

from tests.generation.extraction.syntax.parsing import seen

pytestmark = pytest.mark.model

# So that the text is known to be English.
_PLAIN = "There was a house by the sea, and she had been there for a year when he came."


def of_names(*paragraphs: str) -> set[tuple[str, str, str]]:
    return {each for each in seen(*paragraphs, _PLAIN) if each[1] in ("name_means", "known_as")}


@pytest.mark.parametrize(
    ("sentence", "bearer", "meaning"),
    [
        (
            "It is set at “Casa Nova,” a tiny bar whose name, “New House,” is all that is new in it.",
            "Casa Nova",
            "New House",
        ),
        ("She founded Esperanza, whose name means “hope”.", "Esperanza", "hope"),
        ("The name Esperanza means hope.", "Esperanza", "hope"),
    ],
)
def test_what_a_name_means_is_seen(sentence: str, bearer: str, meaning: str) -> None:
    assert of_names(sentence) == {(bearer, "name_means", meaning)}


@pytest.mark.parametrize(
    "sentence",
    [
        "She founded Esperanza, whose name may mean “hope”.",
        "They meet at a bar whose name he forgets, “Casa Nova”.",
    ],
)
def test_what_a_name_may_mean_is_not_seen(sentence: str) -> None:
    assert of_names(sentence) == set()


def test_by_what_name_somebody_goes_is_seen() -> None:
    assert of_names("Nora becomes known as the Night Baker.") == {("Nora", "known_as", "the Night Baker")}


@pytest.mark.parametrize(
    "sentence", ["Nora is known as a baker.", "Nora may become known as the Night Baker."]
)
def test_what_is_no_name_or_not_so_yet_is_not_seen(sentence: str) -> None:
    assert of_names(sentence) == set()
