"""Offices of one word that the parser takes for verbs: `she was queen of Tellow`."""

from typing import TYPE_CHECKING

from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OFFICES = vocabulary("king queen emperor empress sultan tsar tsarina pope regent")
_BE = ("is", "was")


def give_office(doc: "Doc") -> None:
    """Makes a noun of an office between `was` and `of`, with its land and its copula hanging on it."""
    for word in doc[1:-1]:
        is_one = word.lower_ in _OFFICES and word.nbor(1).lower_ == "of"
        if is_one and word.nbor(-1).lower_ in _BE and word.nbor(-1).head == word:
            _put_right(word)


def _put_right(office: "Token") -> None:
    office.tag_, office.pos_ = "NN", "NOUN"
    office.nbor(-1).dep_ = "cop"
    for below in list(office.lefts):
        if below.dep_ == "nsubj:pass":
            below.dep_ = "nsubj"
    for below in list(office.rights):
        if below.dep_ == "obl" and any(case.i == office.i + 1 for case in below.lefts):
            below.dep_ = "nmod"
