"""Parses put right where the parser is known to err and the words leave no doubt."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_MISREAD = ("advmod", "obl", "obl:unmarked", "dislocated", "vocative", "dep", "advcl", "parataxis")


def mended(doc: "Doc") -> "Doc":
    """The parse with `was elected president` on its verb, and `Holt, the mayor, opened` on the name."""
    for word in doc:
        if word.dep_ == "amod" and word.tag_ == "VBN" and word.head.pos_ == "NOUN" and word.head.i > word.i:
            below = {child.dep_ for child in word.children}
            if {"nsubj:pass", "aux:pass"} <= below:
                _turn(word, word.head)
        elif word.dep_.startswith("nsubj") and (name := _name_beside(word)) is not None:
            name.dep_, word.dep_ = word.dep_, "appos"
            word.head = name
    return doc


def _name_beside(noun: "Token") -> "Token | None":
    """The name that opens the sentence, where the subject is an aside on it: `Holt, the mayor, opened`."""
    comma = noun.left_edge.i - 1
    closing = noun.right_edge.i + (noun.right_edge.text != ",")
    doc = noun.doc
    if noun.pos_ != "NOUN" or comma < 1 or closing + 1 >= len(doc):
        return None
    if doc[comma].text != "," or doc[closing].text != ",":
        return None
    before = (word for word in noun.head.children if word.i < comma <= word.right_edge.i + 1)
    name = next((word for word in before if word.pos_ == "PROPN" and word.dep_ in _MISREAD), None)
    return name if name is not None and name.left_edge.i == doc[comma].sent.start else None


def _turn(verb: "Token", noun: "Token") -> None:
    """Makes the noun the complement of its verb, which takes over its place and its times."""
    verb.head = verb if noun.head.i == noun.i else noun.head
    verb.dep_ = noun.dep_
    for child in list(noun.children):
        if child.i > noun.i and (child.dep_ == "punct" or child.ent_type_ == "DATE"):
            child.head = verb
            if child.dep_ == "nmod":
                child.dep_ = "obl"
    noun.head = verb
    noun.dep_ = "xcomp"
