"""Where the names are, in sentences whose names are annotated by Universal NER or by nobody.

What an annotation does not judge stays unjudged: the network is neither praised nor blamed there.
"""

from collections.abc import Sequence
from dataclasses import replace

from quizapp.generation.training.conllu import Name, Sentence, Token
from quizapp.generation.training.words import words

UNER_KINDS = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}


def with_uner_names(sentence: Sentence, labels: Sequence[tuple[str, str]]) -> Sentence:
    """The sentence with Universal NER's persons, organisations and places; it has no dates, events or works.

    Labels of another tokenisation are refused, by leaving the sentence without names.
    """
    if len(labels) != len(sentence.tokens):
        return sentence
    names = _spans_of([label for _, label in labels])
    return replace(sentence, names=names, unsure=unjudged(sentence, names))


def with_no_names(sentence: Sentence) -> Sentence:
    """The sentence saying only which of its tokens are in no name; nobody annotated the others."""
    return replace(sentence, names=(), unsure=unjudged(sentence, ()))


def unjudged(sentence: Sentence, names: Sequence[Name]) -> frozenset[int]:
    """The tokens outside `names` that may yet be in one."""
    named = {index for name in names for index in range(name.start, name.end)}
    return frozenset(
        index
        for index, token in enumerate(sentence.tokens)
        if index not in named and (_may_be_named(token) or (not names and _may_join(token)))
    )


def _may_be_named(token: Token) -> bool:
    return (
        token.upos in ("PROPN", "NUM") or token.form.lower() in words("calendar") or token.form[0].isupper()
    )


def _may_join(token: Token) -> bool:
    return token.upos == "PUNCT" or token.form.lower() in words("links")


def _spans_of(labels: Sequence[str]) -> tuple[Name, ...]:
    names: list[Name] = []
    for index, label in enumerate(labels):
        prefix, _, kind = label.partition("-")
        if kind not in UNER_KINDS:
            continue
        if prefix == "I" and names and names[-1].end == index and names[-1].kind == UNER_KINDS[kind]:
            names[-1] = replace(names[-1], end=index + 1)
        else:
            names.append(Name(index, index + 1, UNER_KINDS[kind]))
    return tuple(names)
