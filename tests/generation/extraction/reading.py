"""Facts that the surface patterns find in a few sentences, as plain tuples."""

from quizapp.generation.document import document_of
from quizapp.generation.extraction.candidate import Candidate
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.surface import patterns

Fact = tuple[str, str, str]

TITLE = "All about ‘Cold Harbour’"


def fact(candidate: Candidate) -> Fact:
    """Its subject, relation and value."""
    value = candidate.value
    return candidate.subject.name, candidate.relation, value if isinstance(value, str) else value.name


def found(*paragraphs: str, title: str = TITLE) -> set[Fact]:
    """Subject, relation and value of everything found in an article about the series ‘Cold Harbour’."""
    text = "\n\n".join((title, "The series is new. The series is quiet.", *paragraphs))
    scene = Scene(document_of(text, "file"))
    return {fact(candidate) for line in scene.lines for candidate in patterns(scene, line)}
