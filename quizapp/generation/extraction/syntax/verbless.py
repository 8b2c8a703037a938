"""Verbs found again where the parser takes them for nouns: `The lake covers 90 hectares`."""

from typing import TYPE_CHECKING

from quizapp.generation import english

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE = ("det", "amod", "nummod", "nmod:poss", "compound", "flat")
_OBJECTS = ("conj", "nmod:unmarked", "nummod", "appos", "dep")


def give_verb(doc: "Doc") -> None:
    """Makes the word in -s that a sentence without a verb ends its subject with the verb of it."""
    for word in doc:
        if word.tag_ != "NNS" or not _is_verb(doc, word):
            continue
        noun = doc[word.i - 1]
        noun.head, noun.dep_ = word, "nsubj"
        for below in list(word.children):
            if below.i < noun.i and below.dep_ in _BEFORE:
                below.head = noun
            elif below.i > word.i:
                below.dep_ = _as_of_a_verb(below)
        word.tag_, word.pos_ = "VBZ", "VERB"


def _is_verb(doc: "Doc", word: "Token") -> bool:
    """Whether a lone subject stands before the word, which heads a clause and can be nothing but its verb."""
    noun = doc[word.i - 1] if word.i else None
    after = doc[word.i + 1] if word.i + 1 < len(doc) else None
    if noun is None or after is None or noun.head != word or noun.tag_ not in ("NN", "NNP"):
        return False
    if noun.dep_ != "compound" or not english.is_present(word.lower_) or not _has_article(noun, word):
        return False
    if any(
        below.dep_ in ("nsubj", "cop", "nsubj:pass", "case", "acl:relcl", "cc") for below in word.children
    ):
        return False
    is_counted = after.tag_ == "CD"
    if word.head.i == word.i:
        is_alone = not any(other.tag_ in ("VBZ", "VBD", "VBP", "MD") for other in doc)
        return is_alone and doc[-1].text == "." and (is_counted or after.tag_ in ("IN", "DT", "TO"))
    return is_counted and word.dep_ in ("conj", "parataxis")


def _has_article(noun: "Token", word: "Token") -> bool:
    """Whether the subject is a phrase of its own: a name, or opened by an article or an owner."""
    if noun.tag_ == "NNP":
        return True
    return any(below.dep_ in ("det", "nmod:poss") and below.i < noun.i for below in word.children)


def _as_of_a_verb(below: "Token") -> str:
    """How a word hangs on a verb that hung on it as on a noun."""
    if below.dep_ == "nmod":
        return "obl"
    has_link = any(each.dep_ in ("case", "cc") for each in below.children)
    return (
        "obj"
        if below.dep_ in _OBJECTS and below.tag_ in ("NN", "NNS", "NNP", "CD") and not has_link
        else below.dep_
    )
