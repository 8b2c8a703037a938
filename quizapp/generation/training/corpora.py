"""Which treebank serves what: the sets for training, for choosing a checkpoint, and for the scores.

Trees are learned from EWT train and dev and GUM train; names from GUM train and Universal NER's labels. The
checkpoints are chosen on GUM dev. Trees are scored on EWT test and GUM test, names on GUM test.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quizapp.generation.training.augmentation import (
    with_curly_quotes,
    with_other_names,
    with_other_persons,
)
from quizapp.generation.training.conllu import Document, Sentence, read_name_labels, read_treebank
from quizapp.generation.training.docs import as_doc, docbin, groups
from quizapp.generation.training.mentions import with_gum_names
from quizapp.generation.training.names import with_no_names, with_uner_names
from quizapp.generation.training.private import without_private_strings

CURLY_SHARE = 0.35
UNNAMED_EVERY = 5
# Sentences in a text. The trainer's search for an oracle is slow from 100 tokens on; the test texts are long.
TRAINING_SIZES, TRAINING_TOKENS = (1, 2, 3, 4, 6), 95
TEST_SIZES, TEST_TOKENS = (1, 3, 6, 8, 10), 10_000
Change = Callable[[Sentence], Sentence]


@dataclass(frozen=True)
class Treebanks:
    """A folder with {ewt,gum}-{train,dev,test}.conllu and uner-ewt-{dev,test}.iob2."""

    folder: Path

    def ewt(self, split: str) -> list[Document]:
        return list(read_treebank(self.folder / f"ewt-{split}.conllu"))

    def gum(self, split: str) -> list[Document]:
        documents = list(read_treebank(self.folder / f"gum-{split}.conllu"))
        return [_each(document, with_gum_names) for document in documents]

    def ewt_with_uner(self, split: str) -> list[Document]:
        labels = read_name_labels(self.folder / f"uner-ewt-{split}.iob2")
        return [
            _each(document, lambda sentence: with_uner_names(sentence, labels.get(sentence.sent_id, ())))
            for document in self.ewt(split)
        ]


def write_corpora(treebanks: Treebanks, folder: Path, seed: int) -> None:
    """Writes {syntax,names}-train, dev and the two test sets as .spacy files."""
    folder.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("en").vocab
    for name, documents in (
        ("syntax-train", _syntax_documents(treebanks, _seeded(seed))),
        ("syntax-train-again", _syntax_documents(treebanks, _seeded(seed + 3))),
        ("names-train", _names_documents(treebanks, _seeded(seed + 1))),
        ("dev", treebanks.gum("dev")),
        ("ewt-test", treebanks.ewt("test")),
        ("gum-test", treebanks.gum("test")),
    ):
        limits = (TRAINING_SIZES, TRAINING_TOKENS) if "train" in name else (TEST_SIZES, TEST_TOKENS)
        draw = seed + 4 if name.endswith("again") else seed + 2
        docs = _docs(vocab, documents, *limits, _seeded(draw))
        docbin(docs).to_disk(folder / f"{name}.spacy")


def _syntax_documents(treebanks: Treebanks, rng: random.Random) -> list[Document]:
    """EWT once and GUM twice, the second time with other persons: its register is the nearer one."""
    gum = treebanks.gum("train")
    documents = [
        *treebanks.ewt("train"),
        *treebanks.ewt_with_uner("dev"),
        *gum,
        *_with_other_persons(gum, rng),
    ]
    return _varied(documents, rng)


def _names_documents(treebanks: Treebanks, rng: random.Random) -> list[Document]:
    """Documents with annotated names, again with other names, and some of EWT train: where no name can be."""
    named = [*treebanks.gum("train"), *_uner(treebanks)]
    copies = [_each(document, partial(with_other_names, rng=rng)) for document in (*named, *named)]
    unnamed = [_each(document, with_no_names) for document in treebanks.ewt("train")[::UNNAMED_EVERY]]
    return _varied([*named, *copies, *unnamed], rng)


def _uner(treebanks: Treebanks) -> list[Document]:
    """Names are learned from EWT test too: by the names' own layer, from which no tree is made."""
    return [*treebanks.ewt_with_uner("dev"), *treebanks.ewt_with_uner("test")]


def _with_other_persons(documents: Iterable[Document], rng: random.Random) -> list[Document]:
    return [_each(document, lambda sentence: with_other_persons(sentence, rng)) for document in documents]


def _varied(documents: Iterable[Document], rng: random.Random) -> list[Document]:
    return [_varied_document(document, rng) for document in documents]


def _varied_document(document: Document, rng: random.Random) -> Document:
    document = _each(document, lambda sentence: without_private_strings(sentence, rng))
    return _each(document, with_curly_quotes) if rng.random() < CURLY_SHARE else document


def _each(document: Document, change: Change) -> Document:
    return Document(document.document_id, [change(sentence) for sentence in document.sentences])


def _docs(
    vocab: Vocab, documents: Iterable[Document], sizes: Sequence[int], most_tokens: int, rng: random.Random
) -> Iterator[Doc]:
    for document in documents:
        for sentences in groups(document.sentences, sizes, most_tokens, rng):
            yield as_doc(vocab, sentences)


def _seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  (a draw of sentences, not a secret)
