"""What each kind of reading states of a document by itself, before names are linked to entities."""

from collections.abc import Mapping

from quizapp.domain.fact import Relation
from quizapp.generation.document import Document
from quizapp.generation.entities import in_full
from quizapp.generation.extraction.witnesses import Witnesses
from quizapp.generation.language import load_language
from tests.generation.likeness import Stated, found


def witnesses(document: Document, catalogue: Mapping[str, Relation]) -> dict[str, list[Stated]]:
    """The statements of the surface, of the syntax, of either and of both."""
    candidates = Witnesses(catalogue, load_language()).hear(document).candidates
    stated: dict[str, dict[Stated, None]] = {"surface": {}, "syntax": {}}
    for candidate in in_full(candidates):
        stated[candidate.witness][found(candidate, catalogue[candidate.relation])] = None
    surface, syntax = stated.values()
    return {
        "surface": list(surface),
        "syntax": list(syntax),
        "either": list(surface | syntax),
        "both": [one for one in surface if any(one.means(other) for other in syntax)],
    }
