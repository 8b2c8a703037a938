"""Works called by what they are, with the title behind a comma: whose they are and from which year."""

import pytest

from quizapp.generation import catalogue
from quizapp.generation.document import document_of
from quizapp.generation.extraction.witnesses import Witnesses
from quizapp.generation.language import load_language

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

_WITNESSES = Witnesses(catalogue.load(), load_language())
_ABOUT = ("wrote", "composed", "written_in_year", "published_in_year")
_WROTE = ("Anna Holt", "wrote", "Quiet Orchard")


def told(sentence: str) -> set[tuple[str, str, str]]:
    """What both readings say of works and their makers; titles without their articles."""
    found: dict[str, set[tuple[str, str, str]]] = {"surface": set(), "syntax": set()}
    text = f"Anna Holt\n\nAnna Holt lived in Leeds, where she was born. {sentence}"
    for candidate in _WITNESSES.hear(document_of(text, "file")).candidates:
        if candidate.relation in _ABOUT:
            value = candidate.value if isinstance(candidate.value, str) else candidate.value.name
            sides = candidate.subject.name.removeprefix("The "), value.removeprefix("The ")
            found[candidate.witness].add((sides[0], candidate.relation, sides[1]))
    return found["surface"] & found["syntax"]


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "Anna Holt wrote her first novel, The Quiet Orchard, in 1923.",
            {_WROTE, ("Quiet Orchard", "written_in_year", "1923")},
        ),
        (
            "Her first novel, The Quiet Orchard, appeared in 1923.",
            {_WROTE, ("Quiet Orchard", "published_in_year", "1923")},
        ),
        ("She was best known for her textbook Quiet Orchard, which many read.", {_WROTE}),
        (
            "She was best known for her cantata Quiet Orchard, which many heard.",
            {("Anna Holt", "composed", "Quiet Orchard")},
        ),
    ],
)
def test_a_title_behind_what_it_is_has_maker_and_year(
    sentence: str, facts: set[tuple[str, str, str]]
) -> None:
    assert told(sentence) == facts


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Holt perhaps wrote her first novel, The Quiet Orchard, in 1923.",
        "Anna Holt wrote to her first teacher, Peter Quill, in 1923.",
        "Her film Quiet Orchard was long.",
    ],
)
def test_doubts_people_and_films_have_no_author(sentence: str) -> None:
    assert not any(relation in ("wrote", "written_in_year") for _, relation, _ in told(sentence))
