"""Trains our language pipeline from treebanks, packs it, and prints its scores.

    python -m quizapp.generation.training TREEBANKS_DIR OUT_DIR

OUT_DIR receives the corpora, the checkpoints, `pipeline.zip` and `scores.json`. About an hour on one core.
"""

import argparse
import json
import sys
from pathlib import Path

from quizapp.generation.model.weights import write_packed
from quizapp.generation.training.corpora import Treebanks, write_corpora
from quizapp.generation.training.report import lines, report
from quizapp.generation.training.slimming import slim_bytes
from quizapp.generation.training.trainer import joined, trained_names, trained_syntax

SEED = 1
META = {
    "name": "quizapp",
    "version": "1.0.0",
    "description": "Compact English pipeline: tags, morphology, lemmas, Universal Dependencies, names",
    "author": "The quizapp authors",
    "license": "CC BY-SA 4.0",
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m quizapp.generation.training", description=__doc__)
    parser.add_argument("treebanks", type=Path, help="folder of {ewt,gum}-*.conllu and uner-ewt-*.iob2")
    parser.add_argument(
        "output", type=Path, help="folder for corpora, checkpoints, pipeline.zip, scores.json"
    )
    arguments = parser.parse_args()
    make_model(Treebanks(arguments.treebanks), arguments.output)


def make_model(treebanks: Treebanks, output: Path) -> None:
    """Treebanks to `pipeline.zip` and its printed scores."""
    corpora, packed = output / "corpora", output / "pipeline.zip"
    write_corpora(treebanks, corpora, SEED)
    first, syntax = trained_syntax(corpora, output, SEED)
    names = trained_names(first, corpora, output / "names", SEED)
    write_packed(slim_bytes(joined(syntax, names), META), packed)
    found = report(packed, corpora)
    (output / "scores.json").write_text(json.dumps(found, indent=1), encoding="utf-8")
    sys.stdout.write("\n".join(lines(found)) + "\n")


if __name__ == "__main__":
    main()
