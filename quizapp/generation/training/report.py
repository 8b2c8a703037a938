"""What a packed pipeline is worth and what it costs: the figures of the model card."""

import resource
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import DocBin

from quizapp.generation.language import unpacked
from quizapp.generation.training.scores import by_relation, name_scores, tree_scores

TESTS = ("ewt-test", "gum-test")
RELATIONS = ("nsubj", "nsubj:pass", "obj", "obl:agent", "obl", "nmod", "appos", "acl:relcl", "conj", "flat")


def report(packed: Path, corpora: Path) -> dict[str, Any]:
    """Scores on both test sets, by relation and by kind of name, and what the pipeline costs."""
    started = time.perf_counter()
    nlp = unpacked(packed)
    load_s = time.perf_counter() - started
    found: dict[str, Any] = {
        "bytes": packed.stat().st_size,
        "load_s": round(load_s, 2),
        "words_a_second": _speed(nlp, corpora),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    gold = {test: list(DocBin().from_disk(corpora / f"{test}.spacy").get_docs(nlp.vocab)) for test in TESTS}
    found["trees"] = {test: tree_scores(nlp, docs) for test, docs in gold.items()}
    found["relations"] = {test: by_relation(nlp, docs, RELATIONS) for test, docs in gold.items()}
    found["names"] = {"gum-test": name_scores(nlp, gold["gum-test"])}
    return found


def lines(found: Mapping[str, Any]) -> list[str]:
    """The report for people, one figure or one table row a line."""
    text = [f"{name}: {found[name]}" for name in ("bytes", "load_s", "words_a_second", "peak_mb")]
    for what in ("trees", "relations", "names"):
        columns = found[what]
        text += ["", f"{what:20}" + "".join(f"{test:>12}" for test in columns)]
        rows = dict.fromkeys(row for column in columns.values() for row in column)
        text += [f"{row:20}" + "".join(f"{column[row]:12}" for column in columns.values()) for row in rows]
    return text


def _speed(nlp: Language, corpora: Path) -> int:
    texts = [doc.text for doc in DocBin().from_disk(corpora / "gum-test.spacy").get_docs(nlp.vocab)]
    started = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=32))
    return round(words / (time.perf_counter() - started))
