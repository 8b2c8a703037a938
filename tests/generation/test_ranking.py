import json
from pathlib import Path

import pytest

from quizapp.domain.item import Item
from quizapp.generation import training
from quizapp.generation.ranking import WEIGHTS, Proposal, features, scores
from tests.generation.stage import a_fact, a_graph

JUDGED = Path(training.__file__).with_name("judged.jsonl")
GRAPH = a_graph(a_fact())


def a_proposal(stem: str = "Who directed “Salt”?") -> Proposal:
    item = Item(stem, "Ada Quill", ("Bram Osei", "Cleo Varga", "Dan Ferro"), "Ada Quill did.")
    return Proposal(item, GRAPH.facts[0], "subject", "", 0.5)


def test_every_weight_is_that_of_a_feature() -> None:
    weights = json.loads(WEIGHTS.read_text(encoding="utf-8"))

    assert set(weights) - {"bias"} <= set(features(a_proposal(), GRAPH))


def test_a_score_is_a_share() -> None:
    assert 0 < scores(GRAPH)(a_proposal()) < 1


def test_what_was_judged_holds_verdicts_and_no_sentences() -> None:
    rows = [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]

    assert len(rows) >= 400
    assert all(isinstance(row["good"], bool) for row in rows)
    assert all(set(row) <= {"stem", "key", "good", "why", "features"} for row in rows)
    assert all(row.get("why") for row in rows if not row["good"])


def test_the_weights_are_those_that_the_verdicts_give() -> None:
    pytest.importorskip("sklearn")
    from quizapp.generation.training.ranker import fitted

    rows = [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]
    weights, told = fitted(rows)

    assert weights == json.loads(WEIGHTS.read_text(encoding="utf-8"))
    assert "1049 items judged" in told
