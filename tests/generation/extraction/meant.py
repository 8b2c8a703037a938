"""What a noun phrase of a small text means, for tests."""

from quizapp.domain.fact import EntityType
from quizapp.generation.document import document_of
from quizapp.generation.extraction.candidate import Mention
from quizapp.generation.extraction.meaning import Meanings
from quizapp.generation.extraction.scene import Scene

ANY = tuple(EntityType)


def meanings(*paragraphs: str, title: str = "A report") -> Meanings:
    return Meanings(Scene(document_of("\n\n".join((title, *paragraphs)), "file")))


def meant(
    phrase: str, text: str, title: str = "A report", types: tuple[EntityType, ...] = ANY
) -> Mention | None:
    """What a phrase means where it stands for the last time."""
    found = meanings(text, title=title)
    line = [line for line in found.scene.lines if phrase in line.text][-1]
    start = line.text.rindex(phrase)
    return found.mention(line, start, start + len(phrase), types)


def name_of(phrase: str, text: str, title: str = "A report") -> str | None:
    found = meant(phrase, text, title)
    return found.name if found else None
