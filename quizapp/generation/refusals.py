"""What was not made, and why: every step that drops something says so here."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quizapp.domain.fact import Side


@dataclass(frozen=True, slots=True)
class Refusal:
    """One question that was not made: the fact and side it would have asked, the reason, its matter."""

    reason: str
    fact_id: str
    side: Side
    about: str
    stem: str = ""


@dataclass(frozen=True, slots=True)
class Funnel:
    """How much came in at each step and how much went on to the next."""

    documents: int = 0
    passages: int = 0
    furniture: Mapping[str, int] = field(default_factory=dict)
    sentences: int = 0
    found: Mapping[str, int] = field(default_factory=dict)
    from_packs: int = 0
    facts: int = 0
    standing: int = 0
    disagreements: int = 0
    proposed: int = 0
    refused: Mapping[str, int] = field(default_factory=dict)
    by_hand: int = 0
    made: int = 0
    waiting: int = 0


def counted(reasons: Iterable[str]) -> dict[str, int]:
    """Each reason with how often it was given, the commonest first."""
    return dict(sorted(Counter(reasons).items(), key=lambda found: (-found[1], found[0])))
