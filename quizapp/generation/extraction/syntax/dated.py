"""Verbs joined behind a time: `left Leeds and in May 1871 moved to Bergen`, where the parser stumbles.

It hangs the time on `and`, or takes the month for who moved. Only words that leave no other reading are
moved: `and`, a preposition, a date with its year, and at once a verb in the past.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizapp.generation.extraction.syntax.bounds import DAYS_AND_MONTHS
from quizapp.generation.extraction.syntax.verbs import is_past_form

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINING = ("and", "but")
_OPENING = ("in", "on")
_IN_DATES = ("the", "early", "late", "spring", "summer", "autumn", "winter", "of")
_YEAR = re.compile(r"1\d\d\d|20\d\d")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_HELPERS = ("was", "had")
_PREDICATES = ("VERB", "AUX")
_LONGEST = 7


def joined_behind_times(doc: Sequence["Token"]) -> None:
    """Joins each verb behind `and in 1871` to the verb of the sentence, and hangs the time on it."""
    for word in doc[:-4]:
        if word.lower_ in _JOINING and (found := _date_behind(doc, word.i + 1)):
            verb = _verb_at(doc, found.stop)
            first = _before(doc, word) if verb is not None else None
            if verb is not None and first is not None:
                _join(doc, word, found, verb, first)


def _date_behind(doc: Sequence["Token"], at: int) -> range | None:
    """The places of the preposition and the date that begin there, with a comma before and behind them."""
    start = at + (doc[at].text == ",")
    if doc[start].lower_ not in _OPENING:
        return None
    for word in doc[start + 1 : start + _LONGEST]:
        if _YEAR.fullmatch(word.text):
            closes = word.i + 1 < len(doc) and doc[word.i + 1].text == ","
            return range(start, word.i + 1 + closes)
        if not (
            word.text in DAYS_AND_MONTHS or _DAY.fullmatch(word.text) or word.lower_ in (*_IN_DATES, ",")
        ):
            return None
    return None


def _verb_at(doc: Sequence["Token"], at: int) -> "Token | None":
    """The verb in the past that begins there, with its helper or without."""
    if at + 1 >= len(doc):
        return None
    helper, verb = doc[at], doc[at + 1]
    if helper.lower_ in _HELPERS:
        return verb if verb.tag_ in ("VBN", "VBD") else None
    return helper if helper.tag_ in ("VBD", "VBN") and is_past_form(helper.lower_) else None


def _before(doc: Sequence["Token"], joining: "Token") -> "Token | None":
    """The verb that the sentence has before the conjunction."""
    root = next((word for word in doc if word.dep_ == "ROOT"), None)
    if root is None or root.i > joining.i:
        return None
    return root if root.pos_ in _PREDICATES or any(each.dep_ == "cop" for each in root.children) else None


def _join(doc: Sequence["Token"], joining: "Token", date: range, verb: "Token", first: "Token") -> None:
    if verb.dep_ == "conj" and verb.head.i < joining.i and doc[date.start + 1].head == verb:
        first = verb.head
    above = next((word for word in doc[date.start + 1 : date.stop] if word.head.i not in date), None)
    for word in doc[joining.i + 1 : date.stop]:
        if word.text == ",":
            word.head, word.dep_ = verb, "punct"
        elif word is not above and word.head.i not in date:
            word.head = above if above is not None else verb
    verb.head, verb.dep_ = first, "conj"
    joining.head, joining.dep_ = verb, "cc"
    if above is not None:
        above.head, above.dep_ = verb, "obl"
        doc[date.start].head, doc[date.start].dep_ = above, "case"
    if doc[verb.i - 1].lower_ not in _HELPERS:
        verb.tag_ = "VBD"
