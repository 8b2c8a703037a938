"""What a dated deed names, over invented sentences: the candidate follows from each reading of the deed."""

import pytest

from quizapp.generation.document import document_of
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.dated_objects import objects
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.scene import Scene

ABOUT_ADA = "Ada Quill was a Danish chemist. She loved the sea."


def named(scope: str, relation: str = "did_in_year") -> list[tuple[str, str, str, str]]:
    """Relation, name, class and scope that follow from what Ada Quill did in 1921."""
    was = "was " if relation == "was_done_in_year" else ""
    text = f"Ada Quill {was}{scope} in 1921."
    scene = Scene(document_of(f"Ada Quill, chemist\n\n{ABOUT_ADA}\n\n{text}", "file"))
    line = next(each for each in scene.lines if each.text == text)
    ada = scene.main or Mention("Ada Quill", "person")  # type: ignore[arg-type]
    dated = Candidate(ada, relation, "1921", line.paragraph, line.sentence, "deed", scope)
    return [
        (each.relation, each.value.name, each.value.kind, each.scope)
        for each in objects(dated, line, Meanings(scene))
        if not isinstance(each.value, str)
    ]


@pytest.mark.parametrize(
    ("scope", "relation", "expected"),
    [
        (
            "emigrated to the United States",
            "did_in_year",
            ("did_to", "United States", "country", "emigrated to … in 1921"),
        ),
        ("settled in Lyon", "did_in_year", ("did_to", "Lyon", "city", "settled in … in 1921")),
        (
            "received her doctorate in Chemistry from the University of Graz",
            "did_in_year",
            (
                "did_to",
                "University of Graz",
                "university",
                "received her doctorate in Chemistry from … in 1921",
            ),
        ),
        (
            "graduated from Marlow College in Ohio",
            "did_in_year",
            ("did_to", "Marlow College", "college", "graduated from … in 1921"),
        ),
        (
            "traded to the Boston Red Sox",
            "was_done_in_year",
            ("was_done_to", "Boston Red Sox", "baseball team", "traded to … in 1921"),
        ),
        (
            "received the Copley Medal",
            "did_in_year",
            ("did_object", "Copley Medal", "prize", "received … in 1921"),
        ),
    ],
)
def test_a_dated_deed_names_one_thing(scope: str, relation: str, expected: tuple[str, ...]) -> None:
    assert named(scope, relation) == [expected]


@pytest.mark.parametrize(
    "scope",
    [
        "visited Lyon",
        "lectured at the University of Graz",
        "moved to Lyon and Graz",
        "moved to Altmoor",
        "wrote a letter from Lyon",
        "received an honorary degree from the University of Graz",
        "founded Marlow College",
        "competed against the Boston Red Sox",
        "retired",
    ],
)
def test_what_may_be_true_of_several_or_is_of_no_kept_class_is_not_asked(scope: str) -> None:
    assert named(scope) == []


def test_only_dated_deeds_name_something() -> None:
    assert named("moved to Lyon", "did_until_year") == []
