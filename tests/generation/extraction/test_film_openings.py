"""What the first sentence about a film says of it: its year, its script and its camera."""

import pytest

from quizapp.generation import catalogue
from quizapp.generation.document import document_of
from quizapp.generation.extraction.witnesses import Witnesses
from quizapp.generation.language import load_language

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

_WITNESSES = Witnesses(catalogue.load(), load_language())
_CREDITS = ("directed", "photographed", "wrote_screenplay_of", "released_in_year")


def told(sentence: str) -> set[tuple[str, str]]:
    """Relation and the side that is not the film, as both readings find them."""
    found: dict[str, set[tuple[str, str]]] = {"surface": set(), "syntax": set()}
    text = f"The Long Tide\n\n{sentence} The film was long."
    for candidate in _WITNESSES.hear(document_of(text, "file")).candidates:
        if candidate.relation in _CREDITS:
            other = candidate.value if isinstance(candidate.value, str) else candidate.subject.name
            found[candidate.witness].add((candidate.relation, other))
    return found["surface"] & found["syntax"]


def test_a_film_of_a_year_has_director_script_and_camera() -> None:
    facts = told(
        "“The Long Tide” is a British film of 1949, directed by Anna Holt from a screenplay by Otto Finch "
        "and photographed in black and white by Peter Quill."
    )

    assert facts == {
        ("released_in_year", "1949"),
        ("directed", "Anna Holt"),
        ("wrote_screenplay_of", "Otto Finch"),
        ("photographed", "Peter Quill"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "“The Long Tide” is a British film about the winter of 1949.",
        "“The Long Tide” is not a British film of 1949.",
        "“The Long Tide” will be directed from a screenplay by Otto Finch.",
    ],
)
def test_other_years_and_plans_are_no_credits(sentence: str) -> None:
    assert told(sentence) == set()
