"""Parses put right where the parser is known to err and the words leave no doubt."""

from typing import TYPE_CHECKING

from quizapp.generation.extraction.syntax.dated import joined_behind_times
from quizapp.generation.extraction.syntax.fronting import fronted
from quizapp.generation.extraction.syntax.posts import rehung_posts
from quizapp.generation.extraction.syntax.rehanging import rehung
from quizapp.generation.extraction.syntax.retagging import retagged
from quizapp.generation.extraction.syntax.ruling import give_office
from quizapp.generation.extraction.syntax.verbless import give_verb
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_LEARNT = vocabulary("studied studies studying trained learned learnt read")
_MISREAD = ("advmod", "obl", "obl:unmarked", "dislocated", "vocative", "dep", "advcl", "parataxis")


def mended(doc: "Doc") -> "Doc":
    """The parse with `was elected president` on its verb, `Holt, the mayor, opened` on the name."""
    words = list(doc)
    for word in words:
        if word.dep_ == "amod" and word.tag_ == "VBN" and word.head.pos_ == "NOUN" and word.head.i > word.i:
            below = {child.dep_ for child in word.children}
            if {"nsubj:pass", "aux:pass"} <= below:
                _turn(word, word.head)
        elif word.dep_.startswith("nsubj") and (name := _name_beside(word)) is not None:
            name.dep_, word.dep_ = word.dep_, "appos"
            word.head = name
        elif word.dep_ == "nmod" and word.pos_ == "PROPN" and _is_under(word) and _is_learnt(word.head):
            word.head, word.dep_ = word.head.head, "obl"
    give_office(doc)
    retagged(doc, words)
    give_verb(doc)
    fronted(doc)
    joined_behind_times(words)
    rehung(words)
    rehung_posts(words)
    return doc


def _is_under(name: "Token") -> bool:
    return any(child.lower_ == "under" and child.dep_ == "case" for child in name.children)


def _is_learnt(subject: "Token") -> bool:
    """Whether somebody learns it: in `studied law under Holt` it is not the law that is under somebody."""
    return subject.dep_ == "obj" and subject.head.lower_ in _LEARNT


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
