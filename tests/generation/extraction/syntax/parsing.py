"""What the parse-driven patterns find in a few sentences, as plain tuples."""

from quizapp.generation.document import document_of
from quizapp.generation.extraction.scene import Scene
from quizapp.generation.extraction.syntax.parse import parsed
from quizapp.generation.extraction.syntax.seen import Seen
from quizapp.generation.extraction.syntax.shapes import shapes
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.language import load_language
from tests.generation.extraction.reading import TITLE


def seen(*paragraphs: str, title: str = TITLE) -> set[tuple[str, str, str]]:
    """Subject, relation and value of everything found in an article about the series ‘Cold Harbour’."""
    text = "\n\n".join((title, "The series is new. The series is quiet.", *paragraphs))
    scene = Scene(document_of(text, "file"))
    return {
        (c.subject.name, c.relation, c.value if isinstance(c.value, str) else c.value.name)
        for line, doc in zip(scene.lines, parsed(scene.lines, load_language()), strict=True)
        for c in shapes(Seen(scene, line, Tree(doc, line.text)))
    }
