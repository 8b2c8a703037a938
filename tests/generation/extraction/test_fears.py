import pytest

from tests.generation.extraction.reading import found


def of_fears(*paragraphs: str) -> set[tuple[str, str, str]]:
    return {each for each in found(*paragraphs) if each[1] in ("has_phobia", "phobia_means")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Here lives Nora, a shy woman with arachnophobia.",
        "Nora suffers from severe arachnophobia.",
        "Nora is battling arachnophobia.",
    ],
)
def test_who_has_a_fear_with_a_name_is_read(sentence: str) -> None:
    assert of_fears(sentence) == {("Nora", "has_phobia", "arachnophobia")}


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("It is arachnophobia, an intense fear of spiders that keeps her at home.", "spiders"),
        ("It is nyctophobia—the fear of the dark.", "the dark"),
        ("It is scopophobia, a fear of being stared at, which is rare.", "being stared at"),
        ("Cynophobia is the fear of dogs.", "dogs"),
    ],
)
def test_what_a_fear_is_of_is_read(sentence: str, thing: str) -> None:
    assert {value for _, relation, value in of_fears(sentence) if relation == "phobia_means"} == {thing}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nora may suffer from arachnophobia.",
        "Nora never suffers from arachnophobia.",
        "Reportedly Nora has arachnophobia.",
        "Nora, a woman with xenophobia, is alone.",
        "Nora, a woman whose sister has arachnophobia, is alone.",
        "Is arachnophobia the fear of spiders?",
    ],
)
def test_what_is_doubted_denied_of_another_or_no_fear_is_not_read(sentence: str) -> None:
    assert of_fears(sentence) == set()
