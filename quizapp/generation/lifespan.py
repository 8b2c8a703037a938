"""Between which years something can have happened to a thing: after it began, before it ended."""

import re

from quizapp.domain.fact import Fact
from quizapp.generation import known_people, scopes
from quizapp.generation.graph import Graph
from quizapp.generation.near import Span

_BEGINNINGS = frozenset(
    {"born", "founded", "established", "created", "opened", "completed", "began", "started"}
)
_ENDINGS = frozenset(
    {"died", "dissolved", "closed", "abolished", "demolished", "destroyed", "ended", "killed"}
)
# Nobody does at five what a text tells of.
_YOUNGEST = 6


def lifespan(fact: Fact, graph: Graph) -> Span:
    """The first and the last year that the other facts about its subject leave open for a fact."""
    truth, told = year(fact.value), _first_word(fact)
    dated = [
        (_first_word(known), year(known.value))
        for known in graph.about(fact.subject)
        if known.subject == fact.subject
        and graph.relation(known).literal in ("year", "date")
        and not _tells_the_same(known, fact)
    ]
    others = [(word, at) for word, at in dated if word != told]
    if told in _BEGINNINGS:
        return None, min((at for _, at in others if at >= truth), default=None)
    if told in _ENDINGS:
        return max((at for _, at in others if at <= truth), default=None), None
    since = scopes.start(fact.scope)
    begun = [int(since) + 1] if since else []
    if famous := known_people.born(graph.called(fact.subject)):
        begun.append(famous + _YOUNGEST)
    begun += [at + _YOUNGEST * (word == "born") for word, at in others if word in _BEGINNINGS]
    ended = [at for word, at in others if word in _ENDINGS]
    return max((at for at in begun if at <= truth), default=None), min(
        (at for at in ended if at >= truth), default=None
    )


def is_within(value: str, span: Span) -> bool:
    """Whether a year or date lies in a span; the year of its ends does."""
    first, last = span
    return (first is None or year(value) >= first) and (last is None or year(value) <= last)


def year(value: str) -> int:
    """The year of a year or a date."""
    return int(re.match(r"-?\d+", value)[0])  # type: ignore[index]


def _tells_the_same(one: Fact, another: Fact) -> bool:
    """Whether two facts are of one year and one sentence, as two ways to tell one thing are."""
    return year(one.value) == year(another.value) and bool({*one.evidence} & {*another.evidence})


def _first_word(fact: Fact) -> str:
    return fact.relation.split("_")[0]
