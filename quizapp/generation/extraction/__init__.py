"""Documents -> candidates: facts as the text puts them, before names are linked to entities."""

from quizapp.generation.extraction.candidate import Candidate, Mention

__all__ = ["Candidate", "Mention"]
