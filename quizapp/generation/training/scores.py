"""How good a pipeline is on test sentences that it reads as raw text.

Tokens are compared by their place in the text. Two measures of trees are given: spaCy's scorer, which leaves
misaligned tokens out, and the stricter one of the CoNLL shared tasks, which counts them as wrong.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example

LABELS = {
    "tag_acc": "XPOS",
    "pos_acc": "UPOS",
    "morph_acc": "morphology",
    "lemma_acc": "lemma",
    "dep_uas": "UAS",
    "dep_las": "LAS",
    "sents_f": "sentences F",
}


def tree_scores(nlp: Language, gold: Sequence[Doc]) -> dict[str, float]:
    """Percentages for tags, lemmas, trees and sentence ends, by their usual short names."""
    pairs = _read_again(nlp, gold)
    found = Scorer(nlp).score([Example(predicted, doc) for predicted, doc in pairs])
    shares = {label: 100 * found[key] for key, label in LABELS.items() if found.get(key) is not None}
    shares["UAS strict"] = _f_score(pairs, partial(_arcs, labelled=False))
    shares["LAS strict"] = _f_score(pairs, _arcs)
    return {label: round(share, 1) for label, share in shares.items()}


def by_relation(nlp: Language, gold: Sequence[Doc], relations: Iterable[str]) -> dict[str, float]:
    """The strict labelled F of single relations."""
    pairs = _read_again(nlp, gold)
    return {relation: round(_f_score(pairs, partial(_arcs, relation=relation)), 1) for relation in relations}


def name_scores(nlp: Language, gold: Sequence[Doc]) -> dict[str, float]:
    """F of names with their kind, of their ends alone, and of each kind."""
    pairs = _read_again(nlp, gold)
    shares = {
        "with kind": _f_score(pairs, _names),
        "ends alone": _f_score(pairs, partial(_names, typed=False)),
    }
    for kind in sorted({name.label_ for doc in gold for name in doc.ents}):
        shares[kind] = _f_score(pairs, partial(_names, kind=kind))
    return {label: round(share, 1) for label, share in shares.items()}


def _read_again(nlp: Language, gold: Sequence[Doc]) -> list[tuple[Doc, Doc]]:
    return list(zip(nlp.pipe(doc.text for doc in gold), gold, strict=True))


def _f_score(pairs: Iterable[tuple[Doc, Doc]], parts: Callable[[Doc], set[tuple[object, ...]]]) -> float:
    """2 * right / (found + gold), as a percentage."""
    right = total = 0
    for predicted, gold in pairs:
        found, expected = parts(predicted), parts(gold)
        right += len(found & expected)
        total += len(found) + len(expected)
    return 200 * right / total if total else 0.0


def _arcs(doc: Doc, labelled: bool = True, relation: str | None = None) -> set[tuple[object, ...]]:
    return {
        (*_place(token), *_place(token.head), token.dep_ if labelled else "")
        for token in doc
        if not token.is_space and relation in (None, token.dep_)
    }


def _names(doc: Doc, typed: bool = True, kind: str | None = None) -> set[tuple[object, ...]]:
    return {
        (name.start_char, name.end_char, name.label_ if typed else "")
        for name in doc.ents
        if kind in (None, name.label_)
    }


def _place(token: Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token)
