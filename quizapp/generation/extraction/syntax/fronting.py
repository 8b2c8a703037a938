"""Participles that open a sentence, hung on its verb: `Appointed professor in 1926, Holt was ...`.

The parser often takes such a participle for a name or an adjective, or hangs it on a noun beside it.
"""

from typing import TYPE_CHECKING

from quizapp.generation.extraction.syntax.verbs import is_participle_form
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FOLLOWING = vocabulary("by in on at from between to with for as under into after")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SUBJECTS = ("nsubj", "nsubj:pass")
_SUBORDINATING = ("WP", "WDT", "WP$", "WRB")
_JOINING = ("and", "but")
_LONGEST = 36


def fronted(doc: "Doc") -> None:
    """Hangs a participle that opens the sentence on the verb whose subject follows its comma."""
    for word in doc[:1]:
        is_second = len(doc) > 2 and (word.tag_ == "RB" or word.lower_ == "having")
        participle = doc[1] if is_second else word
        if _opens(doc, participle) and (found := _verb_after(doc, participle)):
            _hang(doc, participle, *found)


def _opens(doc: "Doc", word: "Token") -> bool:
    """Whether the word can be a participle, and what follows it is no noun of which it tells."""
    after = doc[word.i + 1] if word.i + 1 < len(doc) else None
    if after is None or not is_participle_form(word.lower_) or word.lower_.endswith("ing"):
        return False
    if word.tag_ in ("VBN", "VBD"):
        return True
    return after.lower_ in _FOLLOWING and word.tag_ in ("NNP", "JJ", "NN", "VB")


def _verb_after(doc: "Doc", participle: "Token") -> tuple[int, "Token"] | None:
    """The comma that closes the opening, and the verb of the sentence, whose subject follows."""
    for comma in doc[participle.i + 1 : _LONGEST]:
        if comma.tag_ in (*_FINITE, *_SUBORDINATING) and not _may_be_participle(comma):
            return None
        if comma.text != "," or comma.i + 2 >= len(doc) or doc[comma.i + 1].lower_ in _JOINING:
            continue
        for subject in doc[comma.i + 1 : comma.i + 14]:
            if subject.text == "," or subject.tag_ in _SUBORDINATING:
                break
            if subject.dep_ in _SUBJECTS and subject.head.i > subject.i:
                return comma.i, subject.head
    return None


def _may_be_participle(word: "Token") -> bool:
    return word.tag_ == "VBD" and is_participle_form(word.lower_)


def _hang(doc: "Doc", participle: "Token", comma: int, verb: "Token") -> None:
    opening = range(comma + 1)
    if verb.i in opening:
        return
    if verb.head.i in opening:
        verb.head, verb.dep_ = verb, "ROOT"
    participle.head, participle.dep_, participle.tag_ = verb, "advcl", "VBN"
    for word in doc[:comma]:
        if word == participle or (word.head.i in opening and word.head.i != word.i):
            continue
        word.head = participle
        if word.dep_ in ("ROOT", "nsubj", "nsubj:pass"):
            word.dep_ = "xcomp"
        elif word.dep_ == "nmod":
            word.dep_ = "obl"
    for word in doc[comma:]:
        if word.head == participle and word.dep_ != "punct":
            word.head = verb
    _join(doc, participle, comma)


def _join(doc: "Doc", participle: "Token", comma: int) -> None:
    """Joins a second participle to the first: `Built by Holt, and opened in 1901, it ...`."""
    for joining in doc[participle.i + 1 : comma - 1]:
        second = doc[joining.i + 1]
        if second.tag_ == "RB":
            second = doc[joining.i + 2]
        if joining.lower_ in ("and", ",") and second.i < comma and _is_second(doc, second):
            second.head, second.dep_, second.tag_ = participle, "conj", "VBN"
            joining.head, joining.dep_ = second, "punct" if joining.text == "," else "cc"


def _is_second(doc: "Doc", word: "Token") -> bool:
    follows = doc[word.i + 1].lower_ in _FOLLOWING
    return follows and word.tag_ in ("VBD", "VBN") and is_participle_form(word.lower_)
