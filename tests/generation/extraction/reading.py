"""Facts that the surface patterns find in a few sentences, as plain tuples."""

from quizapp.generation.document import document_of
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.surface import patterns

TITLE = "All about ‘Cold Harbour’"


def found(*paragraphs: str, title: str = TITLE) -> set[tuple[str, str, str]]:
    """Subject, relation and value of everything found in an article about the series ‘Cold Harbour’."""
    text = "\n\n".join((title, "The series is new. The series is quiet.", *paragraphs))
    scene = Scene(document_of(text, "file"))
    return {
        (c.subject.name, c.relation, c.value if isinstance(c.value, str) else c.value.name)
        for line in scene.lines
        for c in patterns(scene, line)
    }
