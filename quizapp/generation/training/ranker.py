"""Fits the weights of the ranking on items that people judged.

    python -m quizapp.generation.training.ranker sheet FOLDER JUDGED   proposals of texts, to be judged
    python -m quizapp.generation.training.ranker fit JUDGED            ranking.json, and how well it tells

JUDGED holds one JSON object a line: stem, key, features, and `good`: true where a reader would publish the
item as it stands, false where not (and `why`), null where nobody has said. The features are those of the
generator that proposed it. `judged.jsonl` beside this module holds 1049 items from more than 250 texts
and the three packs, judged one by one by strict readers. scikit-learn is needed here only: `pip install
quizapp[train]`.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from quizapp.generation.catalogue import load
from quizapp.generation.document import read_documents
from quizapp.generation.pipeline import Steps, proposed
from quizapp.generation.ranking import WEIGHTS, Proposal, features

# The pull of the weights towards zero, in scikit-learn's terms: some hundred items carry about twenty.
REGULARISATION = 0.3
FOLDS = 5
# Facts of several documents were judged in three packs only: it is those packs that the weight would tell.
_OF_FEW_PACKS = {"documents"}
_SEEN_ON = date(2026, 11, 21)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    sheet = commands.add_parser("sheet")
    sheet.add_argument("texts", type=Path)
    sheet.add_argument("judged", type=Path)
    commands.add_parser("fit").add_argument("judged", type=Path)
    given = parser.parse_args()
    if given.command == "sheet":
        rows = [row for path in sorted(given.texts.glob("*.txt")) for row in proposals_of(path)]
        given.judged.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    else:
        weights, told = fitted([json.loads(line) for line in given.judged.read_text("utf-8").splitlines()])
        WEIGHTS.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", "utf-8")
        sys.stdout.write(told + "\n")


def proposals_of(path: Path) -> Iterator[dict[str, Any]]:
    """Every proposal that one text gives, one witness or two, as a row that waits to be judged."""
    graph, tried = proposed(read_documents([path]), [], load(), _SEEN_ON, Steps(round_trip=False))
    for each in tried:
        if isinstance(each, Proposal):
            yield {
                "stem": each.item.stem,
                "key": each.item.key,
                "distractors": list(each.item.distractors),
                "sentence": " ".join(graph.texts.behind(each.fact)),
                "features": {name: round(value, 3) for name, value in features(each, graph).items()},
                "good": None,
            }


def fitted(rows: Sequence[dict[str, Any]]) -> tuple[dict[str, float], str]:
    """Weights by feature, with `bias`, and a line on how well they tell good items in held-out folds."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import StratifiedKFold, cross_val_predict

    judged = [row for row in rows if row["good"] is not None]
    names = sorted({name for row in judged for name in row["features"]} - _OF_FEW_PACKS)
    table = [[row["features"].get(name, 0.0) for name in names] for row in judged]
    good = [int(row["good"]) for row in judged]
    model = LogisticRegression(C=REGULARISATION, max_iter=1000, random_state=0)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    told = cross_val_predict(model, table, good, cv=folds, method="predict_proba")[:, 1]
    model.fit(table, good)
    weights = {name: round(float(weight), 3) for name, weight in zip(names, model.coef_[0], strict=True)}
    share, area = sum(good) / len(good), roc_auc_score(good, told)
    return (
        {**weights, "bias": round(float(model.intercept_[0]), 3)},
        f"{len(judged)} items judged, {share:.0%} good; area under the curve in {FOLDS} folds {area:.2f}",
    )


if __name__ == "__main__":
    main()
