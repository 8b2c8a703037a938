"""Takes out of a trained pipeline every string that it does not need to run.

spaCy keeps each word it has seen, and the lemmatizer each edit it was shown. What stays: the labels, the
parts they are made of, and the edits that became labels.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import srsly
from spacy.language import Language
from spacy.strings import StringStore
from thinc.api import Config

from quizapp.generation.model import tokenizer

LEMMATIZER = "trainable_lemmatizer"
_NO_TREE = 2**32 - 1
_BRANCHES = ("prefix_tree", "suffix_tree")
_SPELLINGS = ("orig", "subst")


def slim_bytes(nlp: Language, meta: Mapping[str, str]) -> bytes:
    """The pipeline's bytes without unneeded strings, tokenizer rules (our code has them) and paths."""
    content = srsly.msgpack_loads(nlp.to_bytes(exclude=["tokenizer"]))
    content[LEMMATIZER], edits = _needed_edits(content[LEMMATIZER], nlp.vocab.strings)
    strings = sorted({*_label_strings(nlp), *edits})
    vocab = srsly.msgpack_loads(content["vocab"])
    content["vocab"] = srsly.msgpack_dumps({**vocab, "strings": srsly.json_dumps(strings)})
    content["config.cfg"] = _config_to_run(nlp).to_bytes()
    content["meta.json"] = srsly.json_dumps({"lang": "en", **meta}).encode()
    return bytes(srsly.msgpack_dumps(content))


def _config_to_run(nlp: Language) -> Config:
    """The configuration without its training half, and with our tokenizer."""
    config = nlp.config.interpolate()
    settings = {**config["nlp"], "tokenizer": {"@tokenizers": tokenizer.NAME}}
    return Config({"nlp": settings, "components": config["components"]})


def _label_strings(nlp: Language) -> Iterator[str]:
    """Every label, and the features and values inside a compound one ("Number=Sing|POS=NOUN")."""
    for _, component in nlp.pipeline:
        for label in getattr(component, "labels", ()):
            if isinstance(label, str):  # the lemmatizer's are numbers of edit trees
                yield from (label, *filter(None, re.split(r"[|=]", label)))


def _needed_edits(lemmatizer: bytes, strings: StringStore) -> tuple[bytes, set[str]]:
    """The lemmatizer's bytes with the edit trees of its labels alone, and the strings they spell."""
    content = srsly.msgpack_loads(lemmatizer)
    settings = srsly.json_loads(content["cfg"])
    trees = srsly.msgpack_loads(content["trees"])["trees"]
    kept: dict[int, int] = {}
    for label in settings["labels"]:
        for tree in _reachable(label, trees):
            kept.setdefault(tree, len(kept))
    content["trees"] = srsly.msgpack_dumps(
        {"trees": [_renumbered(trees[tree], kept.__getitem__) for tree in kept]}
    )
    content["cfg"] = srsly.json_dumps({**settings, "labels": [kept[label] for label in settings["labels"]]})
    spelled = {strings[trees[tree][key]] for tree in kept for key in _SPELLINGS if key in trees[tree]}
    return bytes(srsly.msgpack_dumps(content)), spelled


def _reachable(tree: int, trees: list[dict[str, Any]]) -> Iterator[int]:
    yield tree
    for branch in _BRANCHES:
        below = trees[tree].get(branch, _NO_TREE)
        if below != _NO_TREE:
            yield from _reachable(below, trees)


def _renumbered(tree: dict[str, Any], new: Callable[[int], int]) -> dict[str, Any]:
    return {
        key: new(value) if key in _BRANCHES and value != _NO_TREE else value for key, value in tree.items()
    }
