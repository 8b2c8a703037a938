"""Trains the two stages: syntax from one shared layer, then names from a copy of that layer.

Few sentences have their names annotated; starting from a layer that has learned all trees gives the names a
vocabulary, and a layer of their own leaves the trees untouched.
"""

from pathlib import Path

import spacy
from spacy import util
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train

from quizapp.generation.training.slimming import LEMMATIZER

HERE = Path(__file__).parent
SECOND_ROUND = {"max_steps": 2200, "eval_frequency": 550, "dropout": 0.3}
SECOND_RATE = 0.001


def trained_syntax(corpora: Path, output: Path, seed: int) -> tuple[Language, Language]:
    """The tagger, morphologizer, lemmatizer and parser after a first round, and as the mean of two rounds.

    The second round starts from the first one's weights, on other cuts and variations of the same sentences.
    """
    nlp = _prepared(HERE / "syntax.cfg", corpora / "syntax-train.spacy", corpora / "dev.spacy", seed)
    first = _best(nlp, output / "syntax-first")
    nlp = spacy.load(output / "syntax-first" / "model-best")
    lemmatizer = nlp.get_pipe(LEMMATIZER)
    # spaCy does not store which edit tree is which label, and would learn label 0 for every word.
    lemmatizer.tree2label = {tree: label for label, tree in enumerate(lemmatizer.labels)}  # type: ignore[attr-defined]
    nlp.config["paths"]["train"] = str(corpora / "syntax-train-again.spacy")
    nlp.config["training"] |= SECOND_ROUND
    nlp.config["training"]["optimizer"]["learn_rate"]["initial_rate"] = SECOND_RATE
    return first, mean(first, _best(nlp, output / "syntax"))


def mean(first: Language, second: Language) -> Language:
    """The second pipeline with the mean of both pipelines' weights, a little better than either."""
    for name in second.pipe_names:
        ours, theirs = (nlp.get_pipe(name).model.walk() for nlp in (second, first))  # type: ignore[attr-defined]
        for node, other in zip(ours, theirs, strict=True):
            for weight in filter(node.has_param, node.param_names):
                node.set_param(weight, (node.get_param(weight) + other.get_param(weight)) / 2)
    return second


def trained_names(syntax: Language, corpora: Path, output: Path, seed: int) -> Language:
    """The name finder at its best checkpoint."""
    nlp = _prepared(HERE / "names.cfg", corpora / "names-train.spacy", corpora / "dev.spacy", seed)
    layer = nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0]  # type: ignore[attr-defined]
    layer.from_bytes(syntax.get_pipe("tok2vec").model.to_bytes())  # type: ignore[attr-defined]
    return _best(nlp, output)


def joined(syntax: Language, names: Language) -> Language:
    """One pipeline that does both."""
    syntax.add_pipe("ner", source=names)
    return syntax


def _prepared(config: Path, training: Path, dev: Path, seed: int) -> Language:
    overrides = {"paths.train": str(training), "paths.dev": str(dev), "system.seed": seed}
    return init_nlp(util.load_config(config, overrides=overrides, interpolate=False))


def _best(nlp: Language, output: Path) -> Language:
    output.mkdir(parents=True, exist_ok=True)
    train(nlp, output)
    return spacy.load(output / "model-best")
