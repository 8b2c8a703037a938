"""How far the phrase around a word reaches, what opens it, and whether the word heads a name."""

from typing import TYPE_CHECKING

from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE_HEAD = vocabulary(
    "det det:predet amod compound nummod nmod:poss nmod:unmarked nmod:desc nmod advmod flat obl:unmarked"
)
_AFTER_HEAD = vocabulary("flat compound nmod:unmarked nmod:desc nummod fixed goeswith")
_ASIDES = vocabulary(
    "nowadays today now then later soon still also often usually specifically however thus indeed"
)
_ERAS = ("BC", "AD", "BCE", "CE")
QUOTES = "\"“”‘’'"
DAYS_AND_MONTHS = vocabulary(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)


def bounds(tree: Tree, head: "Token", whole: bool = False) -> tuple[int, int]:
    """The first and the last word of the phrase."""
    return _first(tree, head), _last(tree, head, whole)


def preposition_of(tree: Tree, head: "Token") -> str:
    """The preposition that opens the phrase, in small letters: `in`, `because of`, nothing."""
    cases = [case for case in tree.of(head, "case") if case.i < head.i]
    if not cases:
        # The parser sometimes hangs it on the first part of a name.
        parts = [part for part in tree.of(head, "compound", "flat") if part.i < head.i]
        cases = [case for part in parts[:1] for case in tree.of(part, "case") if case.i < part.i]
    words = [word for case in cases for word in (case, *tree.of(case, "fixed")) if word.pos_ != "PRON"]
    return " ".join(word.lower_ for word in sorted(words, key=lambda w: w.i))


def is_capitalised(word: "Token") -> bool:
    """Whether the word opens with a capital letter."""
    return word.text[:1].isupper()


def is_name(word: "Token") -> bool:
    """Whether the word heads a proper name."""
    if word.pos_ != "PROPN":
        return False
    if not is_capitalised(word):
        return word.i > 1 and word.nbor(-1).text == "-" and is_name(word.nbor(-2))
    # Every first word has a capital, and the tagger falls for it.
    return word.i > 0 or bool(word.ent_type_)


def is_title(description: "Token", name: "Token") -> bool:
    """Whether one word may describe what the other names, as in `the architect Anna Holt`."""
    return (
        name.ent_type_ != "DATE"
        and name.text not in _ERAS
        and description.pos_ == "NOUN"
        and is_name(name)
        and (not is_capitalised(description) or description.i == 0)
    )


def is_relative(word: "Token") -> bool:
    """Whether the word is a relative pronoun."""
    return "PronType=Rel" in str(word.morph)


def is_one_name(tree: Tree, head: "Token", other: "Token") -> bool:
    """Whether the recogniser of names sees one name that covers both words."""
    if any(cc.text == "&" for cc in tree.of(other, "cc")):
        return True
    if not head.ent_type_ or head.ent_type_ == "DATE":
        return False
    between = head.doc[min(head.i, other.i) + 1 : max(head.i, other.i) + 1]
    return all(word.ent_iob_ == "I" for word in between)


def _first(tree: Tree, head: "Token") -> int:
    first = head.i
    for below in reversed([b for b in tree.below(head) if b.i < head.i]):
        if below.dep_ == "punct" and (below.text in QUOTES or (below.text in "-–" and not below.whitespace_)):
            start = below.i
        elif below.lower_ in _ASIDES:
            break
        elif below.dep_ in _BEFORE_HEAD and not (below.dep_ == "nmod" and tree.has(below, "case")):
            start = tree.left_edge(below)
        else:
            break
        if tree.right_edge(below) != first - 1:
            break
        first = start
    while first < head.i and (tree.words[first].dep_ == "case" or tree.words[first].text == ","):
        first += 1
    return first


def _last(tree: Tree, head: "Token", whole: bool = False) -> int:
    last = head.i
    for below in tree.below(head):
        if below.i < head.i:
            continue
        if not _stays(tree, head, below, last, whole):
            break
        last = _reach(tree, below)
    return last


def _reach(tree: Tree, below: "Token") -> int:
    return (
        _last(tree, below, True)
        if below.dep_ in ("nmod", "conj", "appos", "flat")
        else tree.right_edge(below)
    )


def _stays(tree: Tree, head: "Token", below: "Token", last: int, whole: bool) -> bool:
    """Whether what hangs on the head, right after it, belongs to the phrase."""
    if tree.left_edge(below) != last + 1 or tree.words[last + 1].text == "(":
        return False
    if below.dep_ in _AFTER_HEAD:
        is_date_beside = below.text in DAYS_AND_MONTHS and head.ent_type_ != "DATE"
        return not tree.has(below, "det") and not is_date_beside
    if below.dep_ == "case":
        return below.lower_ in ("'s", "’s", "'", "’")
    if below.dep_ == "punct":
        return below.text in "-–"
    if below.dep_ == "appos":
        is_number = below.pos_ == "NUM" and head.pos_ == "NOUN"
        return (is_number or is_title(head, below)) and tree.words[last + 1].dep_ != "punct"
    if below.dep_ == "conj":
        return whole or is_one_name(tree, head, below)
    if below.dep_ != "nmod":
        return False
    if is_one_name(tree, head, below):
        return True
    if preposition_of(tree, below) != "of":
        return False
    if not is_name(head):
        return True
    return (is_name(below) or below.pos_ == "NUM") and head.ent_type_ != "PERSON"
