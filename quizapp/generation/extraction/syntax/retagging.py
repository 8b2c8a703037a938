"""Tags put right where the words leave no doubt: names that are whole, and verbs that have a subject."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizapp.generation.extraction.syntax.verbs import is_past_form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "appos", "conj")
_STANDING = ("stands", "stood", "lies", "lay", "rises", "rose", "hangs", "hung", "sits", "sat")
_SUBJECTS = ("nsubj", "nsubj:pass")
_NAMED = ("PERSON", "ORG", "PLACE")


def retagged(doc: "Doc", words: Sequence["Token"]) -> None:
    """Puts right the tags and the names of a parse."""
    for word in words:
        if word.tag_ == "NNP" and word.text.islower():
            word.tag_, word.pos_ = "NN", "NOUN"
        elif word.tag_ == "VBN" and _is_finite(word):
            word.tag_ = "VBD"
        elif word.tag_ == "NNS" and word.dep_ in ("ROOT", "parataxis") and _is_present(word):
            word.tag_, word.pos_ = "VBZ", "VERB"
    for name in doc.ents:
        if name.label_ in _NAMED and len(name) > 1:
            _unite(list(name))
    for word in words:
        if word.lower_ in _STANDING and word.dep_ == "ROOT":
            _invert(word)
        if word.dep_ in _SUBJECTS:
            _put_right(word)
        if word.pos_ == "ADV" and word.is_title and word.dep_ in _ARGUMENTS and _has_surname(word):
            word.tag_, word.pos_ = "NNP", "PROPN"


def _is_finite(word: "Token") -> bool:
    """Whether a subject stands before the form and no auxiliary, as in `an earthquake struck the city`."""
    if any(below.dep_ in ("aux", "aux:pass", "nsubj:pass") for below in word.lefts):
        return False
    subject = next((below for below in word.lefts if below.dep_ == "nsubj"), None)
    follows = subject is not None and (subject.i == word.i - 1 or word.dep_ == "ROOT")
    return follows and is_past_form(word.lower_) and word.nbor(-1).text != ","


def _is_present(word: "Token") -> bool:
    """Whether the parser takes for a noun what has a subject: `the town of Saltby lies in`."""
    below = {one.dep_ for one in word.lefts}
    return "nsubj" in below and not below & {"det", "amod", "compound", "cop", "nmod:poss", "nummod"}


def _invert(verb: "Token") -> None:
    """Makes the noun behind the verb its subject, and what is said of that noun hang on it."""
    places = [below for below in verb.lefts if any(case.dep_ == "case" for case in below.lefts)]
    found = [below for below in verb.rights if below.dep_ == "obj"]
    if not places or len(found) != 1 or any(b.dep_ in _SUBJECTS and b not in places for b in verb.lefts):
        return
    for place in places:
        place.dep_ = "obl"
    found[0].dep_ = "nsubj"
    for word in verb.rights:
        if word.dep_ == "advcl" and word.tag_ == "VBN" and word.i > found[0].i:
            word.head, word.dep_ = found[0], "acl"


def _put_right(subject: "Token") -> None:
    """Puts right what cannot be a subject alone: the second of two, what has a preposition, a verb."""
    verb, before = subject.head, [below for below in subject.lefts if below.dep_ in ("case", "cc")]
    first = next((b for b in verb.lefts if b.dep_ == subject.dep_ and b.i < subject.i), None)
    if any(below.dep_ == "case" and below.i < subject.i and below.lower_ == "with" for below in before):
        subject.dep_ = "obl"
    elif first is not None and any(below.lower_ == "and" for below in before):
        if first.right_edge.i == subject.left_edge.i - 1:
            subject.head, subject.dep_ = first, "conj"
    elif subject.tag_ == "VBN" and any(below.dep_ in _SUBJECTS for below in subject.lefts):
        is_root = verb.head == verb
        subject.head, subject.dep_ = subject if is_root else verb.head, verb.dep_
        verb.head, verb.dep_ = subject, "conj"


def _unite(name: list["Token"]) -> None:
    """Hangs a name of several words together on the one of them that the sentence needs."""
    places = range(name[0].i, name[-1].i + 1)
    if any(word.tag_ in ("CD", "IN", "DT", "CC") for word in name):
        return
    outward = [word for word in name if word.head.i not in places]
    heads = [word for word in outward if word.dep_ in _ARGUMENTS]
    if len(outward) < 2 or len(heads) != 1 or any(name[0].i <= w.head.head.i <= name[-1].i for w in outward):
        return
    for word in outward:
        if word != heads[0]:
            word.head, word.dep_ = heads[0], "compound" if word.i < heads[0].i else "flat"


def _has_surname(word: "Token") -> bool:
    return any(below.dep_ == "flat" and below.pos_ == "PROPN" for below in word.rights)
