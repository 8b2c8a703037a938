"""What each step of the generator is worth: the figures with it and without it."""

from collections.abc import Mapping, Sequence
from typing import Any

from quizapp.generation.catalogue import load
from quizapp.generation.document import Document
from quizapp.generation.pipeline import Generated, Steps, make_pack
from quizapp.packs.lint import lint_pack
from tests.benchmarks.extraction import TODAY, Score, published_in, score, share, wanted_of
from tests.generation.gold import gold, written_documents
from tests.generation.likeness import Stated

# What is handed to make_pack beside the documents, by what the row says.
STEPS: Mapping[str, Mapping[str, Any]] = {
    "all steps": {},
    "without the screen": {"steps": Steps(screen=False)},
    "without the ranker": {"steps": Steps(ranker=False)},
    "without two witnesses": {"steps": Steps(two_witnesses=False)},
    "without the round trip": {"steps": Steps(round_trip=False)},
}


def run() -> str:
    """The table: facts and items of the six documents with gold, each read alone."""
    documents, wanted = written_documents(), wanted_of(gold())
    rows = [
        (name, [_made(documents[each], steps) for each in wanted], list(wanted.values()))
        for name, steps in STEPS.items()
    ]
    return "\n".join(
        (
            "without one step         facts  right  precision  recall  items  right  share  flaws",
            *(f"  {name:23}{_row(made, facts)}" for name, made, facts in rows),
        )
    )


def _made(document: Document, steps: Mapping[str, Any]) -> Generated:
    return make_pack([document], [], load(), TODAY, **steps)


def _row(made: Sequence[Generated], wanted: Sequence[Sequence[Stated]]) -> str:
    pairs = list(zip(made, wanted, strict=True))
    total = sum((score(published_in(one), facts) for one, facts in pairs), Score())
    items = sum(len(one.pack.items) for one in made)
    right = sum(_right_items(one, facts) for one, facts in pairs)
    return (
        f"{total.found:6}{total.right:7}{share(total.right, total.found):>11}"
        f"{share(total.recalled, total.wanted):>8}{items:7}{right:7}{share(right, items):>7}"
        f"{sum(map(_flaws, made)):7}"
    )


def _right_items(made: Generated, wanted: Sequence[Stated]) -> int:
    """How many items ask a fact of the gold."""
    stated = zip(made.pack.facts, published_in(made), strict=True)
    right = {fact.fact_id for fact, one in stated if any(one.means(other) for other in wanted)}
    return sum(item.fact_id in right for item in made.pack.items)


def _flaws(made: Generated) -> int:
    """How many blocking flaws the check of packs finds, an empty pack aside."""
    return sum(flaw.level == "error" and flaw.code != "no-items" for flaw in lint_pack(made.pack))
