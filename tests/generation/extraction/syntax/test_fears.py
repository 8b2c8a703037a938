import pytest

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

from tests.generation.extraction.syntax.parsing import seen

pytestmark = pytest.mark.model


def of_fears(*paragraphs: str) -> set[tuple[str, str, str]]:
    return {each for each in seen(*paragraphs) if each[1] in ("has_phobia", "phobia_means")}


def test_who_has_a_fear_is_seen_beside_what_it_is_of() -> None:
    facts = of_fears("The story is about Nora, a woman with arachnophobia, the fear of spiders.")

    assert facts == {
        ("Nora", "has_phobia", "arachnophobia"),
        ("arachnophobia", "phobia_means", "spiders"),
    }


def test_a_verb_of_having_tells_who_has_a_fear() -> None:
    assert of_fears("Nora suffers from arachnophobia.") == {("Nora", "has_phobia", "arachnophobia")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nora may suffer from arachnophobia.",
        "Nora never suffers from arachnophobia.",
        "Nora spoke with arachnophobia experts.",
        "The doctor wrote about arachnophobia and the fear of his patients.",
    ],
)
def test_what_is_doubted_denied_or_of_another_is_not_seen(sentence: str) -> None:
    assert of_fears(sentence) == set()
