"""Documents -> candidates: facts as the text puts them, before names are linked to entities."""

from quizapp.generation.extraction.candidate import Candidate, Extractor, Mention
from quizapp.generation.extraction.surface import surface

EXTRACTORS: tuple[Extractor, ...] = (surface,)

__all__ = ["EXTRACTORS", "Candidate", "Extractor", "Mention"]
