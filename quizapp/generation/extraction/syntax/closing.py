"""Asides that commas close, told by tags: relative clauses, participles and appositions behind a noun.

An aside on the noun that opens a clause ends before the finite verb of that noun; one further on ends only
where `and` or `but` goes on behind its comma. Where two commas might close it, there is none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 32
_RELATIVE = ("WP", "WDT", "WP$", "WRB")
_FINITE = ("VBD", "VBZ", "VBP")
_ADVERBS = ("RB", "RBR")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_NO_NOUN_PHRASE = ("VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB")


@dataclass(frozen=True, slots=True)
class Aside:
    """An aside from comma to comma, its own head, the noun it tells of, and the verb of that noun, if any."""

    start: int
    end: int
    head: "Token"
    label: str
    noun: "Token"
    verb: "Token | None"


def asides(doc: Sequence["Token"]) -> list[Aside]:
    """The closed asides of a sentence, left to right."""
    found: list[Aside] = []
    commas = [word.i for word in doc if word.text == ","]
    for comma in commas[:-1]:
        if (not found or comma >= found[-1].end) and (one := _aside(doc, comma)):
            found.append(one)
    return found


def is_predicate(word: "Token") -> bool:
    """Whether the word is a verb with a tense or a participle, or the predicate of a copula."""
    return word.tag_ in (*_FINITE, "VBN") or any(below.dep_ == "cop" for below in word.lefts)


def opens(verb: "Token") -> int:
    """The place of the first word of the verb with its auxiliaries."""
    helpers = [below.i for below in verb.lefts if below.dep_ in ("aux", "aux:pass", "cop")]
    return min([verb.i, *helpers])


def _aside(doc: Sequence["Token"], comma: int) -> Aside | None:
    label = _label(doc, comma)
    noun = _noun_before(doc, comma) if label else None
    if noun is None:
        return None
    of_subject = label != "" and _opens_clause(doc, noun, comma)
    closings = list(_closings(doc, comma, of_subject, label))
    if not closings or (label != "acl:relcl" and not of_subject):
        return None
    end, verb = closings[0]
    if len(closings) > 1 and _has_row(doc, verb.i, closings[-1][0]):
        return None
    head = _head(doc, comma + 1, end - 1, label)
    if head is None or noun.i in range(comma, end):
        return None
    return Aside(comma, end, head, label, noun, verb if of_subject else None)


def _label(doc: Sequence["Token"], comma: int) -> str:
    """How what follows the comma would hang on the noun before it; empty if it opens no aside."""
    following = doc[comma + 1 : comma + 4]
    if len(following) < 3:
        return ""
    first, second = following[0], following[1]
    if first.tag_ in _RELATIVE or (first.tag_ == "IN" and second.tag_ in ("WDT", "WP$", "WP")):
        return "acl:relcl"
    if first.tag_ == "VBN" or (first.tag_ in _ADVERBS and second.tag_ == "VBN"):
        return "acl"
    return "appos" if first.tag_ in ("DT", "PRP$") or first.lower_ in ("now", "then", "once") else ""


def _noun_before(doc: Sequence["Token"], comma: int) -> "Token | None":
    """The head of the noun phrase that ends before the comma."""
    word = doc[comma - 1] if comma else None
    if word is None or word.tag_ not in (*_NOUNS, "CD", "PRP", "VB", "RB", "NFP", "''"):
        return None
    first = _clause_start(doc, comma)
    while word.head.i != word.i and first <= word.head.i < comma:
        if word.dep_ in ("obl", "nmod", "obl:agent") and not _is_of(word):
            break
        word = word.head
    return word if word.pos_ in ("NOUN", "PROPN", "PRON") or word.ent_type_ else None


def _is_of(word: "Token") -> bool:
    return word.dep_ == "nmod"


def _clause_start(doc: Sequence["Token"], limit: int) -> int:
    """Where the clause begins in which the place stands, at the earliest."""
    for word in reversed(doc[:limit]):
        if word.text in (";", ":"):
            return word.i + 1
        if word.lower_ in ("and", "but", "while") and word.i and doc[word.i - 1].text == ",":
            return word.i + 1 if any(each.tag_ in _FINITE for each in doc[: word.i]) else 0
    return 0


def _opens_clause(doc: Sequence["Token"], noun: "Token", comma: int) -> bool:
    """Whether no verb and no preposition of its own stands before the noun."""
    start = _clause_start(doc, comma)
    if any(word.tag_ in _NO_NOUN_PHRASE for word in doc[start:comma]):
        return False
    return not any(below.dep_ == "case" and below.lower_ not in ("'s", "’s") for below in noun.lefts)


def _closings(doc: Sequence["Token"], comma: int, of_subject: bool, label: str) -> list[tuple[int, "Token"]]:
    """The commas that a finite verb without a subject follows, each with that verb."""
    found: list[tuple[int, Token]] = []
    for word in doc[comma + 2 : comma + _LONGEST]:
        if word.text in (";", ":", "(", ")"):
            break
        if word.text != ",":
            continue
        at = word.i + 1
        is_joined = at < len(doc) and doc[at].lower_ in ("and", "but")
        at += is_joined
        while at < len(doc) and doc[at].tag_ in _ADVERBS:
            at += 1
        if at < len(doc) and doc[at].tag_ in _FINITE and (of_subject or is_joined):
            found.append((word.i, _main(doc[at])))
        elif label != "acl:relcl" and not found:
            break
    return found


def _main(word: "Token") -> "Token":
    """The verb or predicate that an auxiliary helps."""
    return word.head if word.dep_ in ("aux", "aux:pass", "cop") and word.head.i > word.i else word


def _has_row(doc: Sequence["Token"], start: int, end: int) -> bool:
    """Whether `and` joins a verb between two closings, so that the aside may hold a row itself."""
    return any(
        word.lower_ == "and" and doc[word.i + 1].tag_ in (*_FINITE, "VBN") for word in doc[start : end - 1]
    )


def _head(doc: Sequence["Token"], first: int, last: int, label: str) -> "Token | None":
    """The word on which the rest of the aside hangs."""
    for word in doc[first : last + 1]:
        if label == "appos" and word.tag_ in _NOUNS and word.head.i not in range(first, word.i):
            if not (word.dep_ in ("compound", "nmod:poss", "amod") and word.head.i <= last):
                return word
        elif label == "acl" and word.tag_ == "VBN":
            return word
        elif label == "acl:relcl" and is_predicate(word) and word.dep_ != "amod":
            return _main(word)
    return None
