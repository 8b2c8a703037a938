"""Sentences as spaCy documents: what the network is shown."""

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from quizapp.generation.training.conllu import Sentence

# Marks of spelling and of register, not of grammar; they would only multiply the labels.
_UNUSED_FEATURES = ("ExtPos", "Typo", "Style", "Abbr", "Foreign", "NumForm", "CorrectForm", "ModernForm")


def docbin(docs: Iterable[Doc]) -> DocBin:
    """The documents in spaCy's corpus format."""
    return DocBin(docs=docs, store_user_data=False)


def groups(
    sentences: Sequence[Sentence], sizes: Sequence[int], most_tokens: int, rng: random.Random
) -> Iterator[Sequence[Sentence]]:
    """Runs of sentences of the given sizes, shorter where a run would pass `most_tokens`."""
    start = 0
    while start < len(sentences):
        wanted = sentences[start : start + rng.choice(sizes)]
        lengths = accumulate(len(sentence.tokens) for sentence in wanted)
        end = start + max(1, sum(length <= most_tokens for length in lengths))
        yield sentences[start:end]
        start = end


def as_doc(vocab: Vocab, sentences: Sequence[Sentence], names: bool = True, syntax: bool = True) -> Doc:
    """One document of all sentences; without `syntax` only its words and names are given."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    spaces = [token.space_after for token in tokens]
    offsets = _offsets(sentences)
    for offset, sentence in zip(offsets, sentences, strict=True):
        spaces[offset + len(sentence.tokens) - 1] = True
    words = [token.form for token in tokens]
    if not syntax:
        doc = Doc(vocab, words=words, spaces=spaces)
    else:
        heads = [
            offset + token.head for offset, s in zip(offsets, sentences, strict=True) for token in s.tokens
        ]
        doc = Doc(
            vocab,
            words=words,
            spaces=spaces,
            pos=[token.upos for token in tokens],
            tags=[token.xpos for token in tokens],
            morphs=[_features(token.feats) for token in tokens],
            lemmas=[token.lemma for token in tokens],
            heads=heads,
            deps=[
                "ROOT" if head == index else token.deprel
                for index, (token, head) in enumerate(zip(tokens, heads, strict=True))
            ],
        )
    if names:
        _set_names(doc, sentences, offsets)
    return doc


def _offsets(sentences: Sequence[Sentence]) -> list[int]:
    offsets = [0]
    for sentence in sentences[:-1]:
        offsets.append(offsets[-1] + len(sentence.tokens))
    return offsets


def _features(feats: str) -> str:
    return "|".join(part for part in feats.split("|") if part and not part.startswith(_UNUSED_FEATURES))


def _set_names(doc: Doc, sentences: Sequence[Sentence], offsets: Sequence[int]) -> None:
    named: list[Span] = []
    missing: list[Span] = []
    for offset, sentence in zip(offsets, sentences, strict=True):
        if sentence.names is None:
            missing.append(doc[offset : offset + len(sentence.tokens)])
            continue
        named += [
            Span(doc, offset + name.start, offset + name.end, label=name.kind) for name in sentence.names
        ]
        missing += [doc[offset + index : offset + index + 1] for index in sorted(sentence.unsure)]
    doc.set_ents(named, missing=missing, default="outside")
