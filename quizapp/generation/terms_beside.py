"""Terms, what names might mean, and days of a month, as wrong answers which no document mentions."""

import calendar
from collections.abc import Iterator, Sequence

from quizapp.domain.fact import Entity, Fact
from quizapp.generation import known_terms
from quizapp.generation.graph import Graph, overlap
from quizapp.generation.seeded import fraction
from quizapp.generation.stems import Stem
from quizapp.generation.wrong_answers import WrongAnswer, alikeness, plain

_OF_DAYS = frozenset({"streamed_from_day", "began_on_day", "ended_on_day"})


def terms_beside(
    key: Entity, stem: Stem, fact: Fact, graph: Graph, taken: Sequence[str]
) -> Iterator[WrongAnswer]:
    """Other terms of the key's class, of which no document has the name or the meaning."""
    for term, meaning in known_terms.of_class(key.kind).items():
        if overlap([term], [*taken, *key.names]) or overlap([meaning], [plain(stem.text)]):
            continue
        if not (graph.texts.naming([term]) or graph.texts.naming([meaning])):
            score = 1 + alikeness(term, key.name) + fraction(fact.fact_id, stem.side, term)
            yield WrongAnswer(term.capitalize(), (term,), score, 0.6)


def meanings_beside(fact: Fact, graph: Graph) -> list[str]:
    """What a name might mean whose meaning a fact tells; nothing where a document says the like of it."""
    if fact.relation != "name_means":
        return []
    return [each for each in known_terms.meanings_beside(fact.value) if not graph.texts.naming([each])]


def days_beside(fact: Fact, graph: Graph) -> list[str]:
    """Other days of the month on the same day of the week, for a fact that tells a day of the year."""
    if fact.relation not in _OF_DAYS:
        return []
    day, _, month = fact.value.partition(" ")
    # No day that only leap years have.
    last = 28 if month == "February" else calendar.monthrange(2001, list(calendar.month_name).index(month))[1]
    same = [each for each in range(1, last + 1) if each % 7 == int(day) % 7 and each != int(day)]
    return [f"{each} {month}" for each in same if not _is_told(f"{each}", month, graph)]


def _is_told(day: str, month: str, graph: Graph) -> bool:
    """Whether a document has that day, written either way."""
    return bool(graph.texts.naming([f"{day} {month}", f"{month} {day}"]))
