"""The noun phrases around a word: it, what is coordinated with it, and what hangs on it by prepositions.

Where the parse cuts through a run of capitalised words the phrase is doubtful, and there is none.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.generation.extraction.syntax.bounds import (
    DAYS_AND_MONTHS,
    QUOTES,
    bounds,
    is_capitalised,
    is_name,
    is_one_name,
    is_relative,
    is_title,
    preposition_of,
)
from quizapp.generation.extraction.syntax.clause import Phrase
from quizapp.generation.extraction.syntax.proper import Run, run, text_of
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.verbs import noun_lemma
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = vocabulary("NOUN PROPN PRON NUM ADJ SYM X")
_NONE_OF_THEM = vocabulary("no neither nor not never few none nobody nothing any either hardly only")
_YEAR = re.compile(r"\d{4}")
_RELATIVE = vocabulary("who which whom whose what that")
_JOINING = ("and", "&", "both", "as")
_PARTS = vocabulary("amod appos compound conj flat nmod nmod:desc nmod:poss nmod:unmarked list dep")
_SIBLINGS = vocabulary("brothers sisters siblings twins")
_OPENING = ",(–—"
_CLOSING = ",.;:)–—!"
_NO_PARTS = ("VB", "VBD", "VBZ", "VBP", "MD", "TO")
_JOINED_TO = ("of", "and", "or", "with", "between")
_OPEN_COORDINATIONS = ("between", "among")


def phrases(tree: Tree, head: "Token", preposition: str = "") -> tuple[Phrase, ...]:
    """The phrase around the word and those coordinated with it; none where one of them is doubtful."""
    if preposition in _OPEN_COORDINATIONS:
        found = [phrase(tree, head, preposition, whole=True)]
    else:
        heads = coordinated(tree, head)
        found = [
            phrase(tree, _named(tree, one), preposition and (preposition_of(tree, one) or preposition))
            for one in heads
        ]
        if preposition and heads and heads[0] != head:
            found = [one and replace(one, preposition=preposition) for one in found]
        if _siblings(tree, head) and found[-1] and found[0]:
            found[0] = replace(found[0], surname=found[-1].text.rpartition(" ")[2])
    return tuple(one for one in found if one) if all(found) else ()


def phrase(tree: Tree, head: "Token", preposition: str = "", whole: bool = False) -> Phrase | None:
    """The phrase around that one word, with all that is coordinated with it if it is to be `whole`."""
    if not _is_nominal(tree, head):
        return None
    first, last = _quoted(tree, *bounds(tree, head, whole))
    if _is_doubtful(tree, head, first, last) or _names_nobody(tree, head) or _is_broken(tree, head, first):
        return None
    start, end = tree.words[first].idx, tree.words[last].idx + len(tree.words[last])
    return Phrase(start, end, tree.text[start:end], noun_lemma(head), preposition)


def coordinated(tree: Tree, head: "Token") -> list["Token"]:
    """The word and the nominals coordinated with it by `and`; nothing where `or` or `but` joins them."""
    if name := _name_of_several(tree, head):
        head = name
    heads = [head]
    for one in tree.of(head, "conj"):
        if (
            is_one_name(tree, head, one)
            or one.pos_ not in _NOMINAL
            or tree.has(one, "nsubj", "cop", "nsubj:pass")
        ):
            continue
        heads.append(one)
    joins = [cc for one in heads for cc in tree.of(one, "cc", "cc:preconj") if not _opens(tree, cc, head)]
    if any(cc.lower_ not in _JOINING for cc in joins):
        return []
    # "X plays A, and B plays C" is easily read as if A and B were played.
    if any(_may_be_a_verb(tree, one) for one in heads[1:]):
        return []
    if not joins and is_name(head):
        return heads[:1]  # of Leeds, Yorkshire the nearest
    is_pair_with_comma = len(heads) == 2 and any(tree.words[cc.i - 1].text == "," for cc in joins)
    return [] if is_pair_with_comma else heads


def _opens(tree: Tree, cc: "Token", head: "Token") -> bool:
    """Whether the conjunction joins the clause that the word opens, and no noun to another."""
    is_first = cc.i == 0 or tree.words[cc.i - 1].dep_ == "punct"
    return cc.dep_ == "cc" and cc.i < head.i and cc.lower_ == "but" and is_first


def hangers(tree: Tree, head: "Token") -> tuple[Phrase, ...]:
    """The prepositional phrases that hang on the word: `of Norway` on `the capital of Norway`."""
    found: list[Phrase] = []
    for below in tree.of(head, "nmod"):
        if below.i > head.i and (preposition := preposition_of(tree, below)):
            found += phrases(tree, below, preposition)
    return (*found, *genitives(tree, head))


def genitives(tree: Tree, head: "Token") -> tuple[Phrase, ...]:
    """Whose the word is, as a phrase behind `of`: `Norway` in `Norway's capital`, a name with `whose`."""
    owners = tree.of(head, "nmod:poss")
    if len(owners) != 1:
        return ()
    (whose,) = owners
    if tree.has(whose, "conj"):
        return ()
    if whose.lower_ == "whose":
        name = _antecedent(tree, whose)
    elif whose.tag_ == "PRP$":
        name = (whose.i, whose.i)
    else:
        name = run(tree, whose) if is_name(whose) else bounds(tree, whose)
    return (_genitive(tree, name),) if name else ()


def _genitive(tree: Tree, name: Run) -> Phrase:
    """The words as a phrase behind `of`, without the sign of the genitive."""
    first, last = name
    while last > first and tree.words[last].tag_ == "POS":
        last -= 1
    text = text_of(tree, (first, last))
    start = tree.words[first].idx
    return Phrase(start, start + len(text), text, tree.words[last].lower_, "of", genitive=True)


def _antecedent(tree: Tree, whose: "Token") -> Run | None:
    """The name right before `, whose`, where the relative clause hangs on it or on what describes it."""
    if whose.i < 2 or tree.words[whose.i - 1].text != ",":
        return None
    name = run(tree, tree.words[whose.i - 2])
    if name is None or (name[0] and tree.words[name[0] - 1].lower_ in _JOINED_TO):
        return None
    above = {word.i for word in tree.above(whose)}
    hangs = any(word.i in above or word.head.i in above for word in tree.words[name[0] : name[1] + 1])
    return name if hangs else None


def is_set_off(tree: Tree, word: "Token") -> bool:
    """Whether commas, brackets or the end of the sentence stand before and after what hangs on the word."""
    first, last = bounds(tree, word)[0], tree.right_edge(word)
    after = tree.words[last : last + 2]
    is_closed = len(after) == 1 or after[0].text in _CLOSING or after[1].text in _CLOSING
    return tree.words[first - 1].text in _OPENING and is_closed and not _goes_on_as_list(tree, last)


def _named(tree: Tree, head: "Token") -> "Token":
    """The name that stands beside a description: of `the premier, Joseph Cahill,` Cahill's."""
    names = [below for below in tree.of(head, "appos") if is_name(below)]
    if len(names) != 1 or head.tag_ != "NN" or tree.has(head, "conj") or tree.has(names[0], "conj"):
        return head
    return names[0] if is_set_off(tree, names[0]) else head


def _name_of_several(tree: Tree, head: "Token") -> "Token | None":
    """The name right after several descriptions of one, or after the description of several.

    `the engineer and poet Anna Holt`, `the engineers Anna Holt and Otto Finch`; but `the poets Karl and Otto
    Finch` stay together, because Karl's name may not be complete.
    """
    if siblings := _siblings(tree, head):
        return siblings[0]
    names = [below for below in tree.of(head, "appos") if is_title(head, below)]
    if len(names) != 1 or tree.words[tree.left_edge(names[0]) - 1].dep_ == "punct":
        return None
    others = tree.of(head, "conj")
    if others:
        return names[0] if all(one.i < names[0].i and not tree.has(one, "det") for one in others) else None
    if head.tag_ != "NNS" or not tree.has(names[0], "conj"):
        return None
    return names[0] if tree.has(names[0], "flat", "compound") else None


def _siblings(tree: Tree, head: "Token") -> list["Token"]:
    """The first names of two who share a surname: `the brothers Karl and Otto Finch`."""
    if head.lower_ not in _SIBLINGS:
        return []
    names = [below for below in tree.of(head, "appos", "flat") if is_name(below) and below.i > head.i]
    joined = [one for name in names[:1] for one in tree.of(name, "conj")]
    if len(names) != 1 or len(joined) != 1 or tree.has(names[0], "flat", "compound"):
        return []
    return [names[0], joined[0]] if tree.has(joined[0], "flat", "compound") else []


def _goes_on_as_list(tree: Tree, last: int) -> bool:
    """Whether a comma and `and` follow that join another noun, so that no aside has ended there."""
    after = tree.words[last + 1 : last + 3]
    if len(after) < 2 or after[0].text != "," or after[1].dep_ != "cc":
        return False
    joined = after[1].head
    return joined.dep_ != "conj" or not (joined.head.tag_.startswith("VB") or tree.has(joined.head, "cop"))


def _may_be_a_verb(tree: Tree, joined: "Token") -> bool:
    """Whether the phrase opens like a verb: `took the town and resumed work`."""
    first = tree.words[bounds(tree, joined)[0]]
    return first is not joined and first.tag_ in ("VBN", "VBD")


def _is_nominal(tree: Tree, head: "Token") -> bool:
    if head.is_space or head.tag_ == "PRP$":
        return False
    if head.pos_ == "ADJ" and any(det.lower_ in ("a", "an") for det in tree.of(head, "det")):
        return False
    if head.pos_ in _NOMINAL:
        return True
    return head.tag_ != "VBG" and tree.has(head, "case", "det", "nummod", "obl:unmarked")


def _quoted(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """The bounds moved so that both quotation marks are inside, or none."""
    marks = [word for word in tree.words[first : last + 1] if word.text in QUOTES and word.dep_ != "case"]
    if len(marks) % 2 == 0:
        return first, last
    if last + 1 < len(tree.words) and tree.words[last + 1].text in QUOTES:
        return first, last + 1
    return (first + 1, last) if marks[0].i == first < last else (first, last)


def _is_doubtful(tree: Tree, head: "Token", first: int, last: int) -> bool:
    """Whether the phrase ends in the middle of a run of capitalised words, or holds what is no phrase."""
    if any(_is_no_part(word) for word in tree.words[first : last + 1] if word is not head):
        return True
    if tree.words[first].pos_ in ("ADP", "CCONJ", "PUNCT") and tree.words[first].text not in QUOTES:
        return True
    if first > 1 and is_capitalised(tree.words[first]) and _may_be_cut(tree.words[first - 1]):
        return True
    after = tree.words[last + 1] if last + 1 < len(tree.words) else None
    return (
        after is not None
        and _may_be_cut(after)
        and (is_capitalised(tree.words[last]) or tree.words[last].text in QUOTES)
    )


def _is_no_part(word: "Token") -> bool:
    return word.is_space or is_relative(word) or word.tag_ in _NO_PARTS


def _may_be_cut(beside: "Token") -> bool:
    return is_capitalised(beside) and beside.text not in DAYS_AND_MONTHS and beside.i > 0


def _is_broken(tree: Tree, head: "Token", first: int) -> bool:
    """Whether a part of the phrase stands before it and is cut off, as by a comma."""
    return any(below.i < first and below.dep_ in _PARTS for below in tree.below(head))


def _names_nobody(tree: Tree, head: "Token") -> bool:
    """Whether the phrase denies what it names: `no architect`, `neither of them`."""
    if head.lower_ in _NONE_OF_THEM or head.lower_ in _RELATIVE:
        return True
    below = tree.of(head, "det", "advmod", "amod", "cc:preconj", "det:predet")
    words = {word.lower_ for word in below}
    if _YEAR.fullmatch(head.text):
        words.discard("only")
    return bool(words & _NONE_OF_THEM) and not words >= {"a", "few"}
