"""Whom a predicate is about: its own subject, one that it shares, or the noun that its clause hangs on."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.generation.extraction.made_by import OF_PEOPLE
from quizapp.generation.extraction.syntax.assertion import is_asserted
from quizapp.generation.extraction.syntax.bounds import bounds, is_name, is_relative, is_title, preposition_of
from quizapp.generation.extraction.syntax.clause import Phrase
from quizapp.generation.extraction.syntax.phrases import coordinated, is_set_off, phrase, phrases
from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.generation.extraction.syntax.verbs import (
    HELPERS,
    is_carried_out,
    is_finite,
    is_in_series,
    is_participle_form,
    is_set_off_participle,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_HANGING = ("parataxis", "advcl", "acl:relcl", "acl", "appos")
SUBJECTS = ("nsubj", "nsubj:pass")
_BEFORE_RELATIVE = ",-–—("
# `a bank in Leeds, which was founded`: either was.
_OF_EITHER = ("of", "in", "on", "at", "near", "outside")
_TIMES = ("after", "while", "when", "since")


def subjects(tree: Tree, word: "Token") -> tuple[Phrase, ...]:
    """The subjects of the predicate; none where the sentence does not make them plain."""
    own = tree.of(word, *SUBJECTS)
    if opened := _opened(tree, word, own):
        return opened
    if len(own) == 1 and is_set_off_participle(tree, word):
        return phrases(tree, own[0])
    if own:
        return _own(tree, word, own)
    if is_in_series(tree, word):
        return subjects(tree, word.head)
    if word.dep_ == "conj":
        return subjects(tree, word.head) if _shares_subject(tree, word) else ()
    if is_carried_out(tree, word):
        return subjects(tree, word.head)
    if word.tag_ not in ("VBN", "VBG"):
        return ()
    if word.dep_ == "acl" and not tree.has(word, "mark", "aux"):
        return phrases(tree, word.head) if _opens_before(tree, word) else antecedent(tree, word)
    if word.dep_ == "advcl" and _opens_sentence(tree, word):
        return subjects(tree, word.head)
    return ()


def opening_noun(tree: Tree, word: "Token") -> "Token | None":
    """The noun that opens the sentence, where the parser takes it for all and hangs the verb on it.

    So it reads `Anna Holt, who was born in Leeds, died young` and `The shipbuilder Otto Finch died in 1880`.
    """
    if word.dep_ not in _HANGING or not is_finite(tree, word):
        return None
    noun = word.head.head if word.head.dep_.startswith("acl") else word.head
    if noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN") or noun.i > word.i:
        return None
    if tree.has(noun, "cop", *SUBJECTS) or bounds(tree, noun)[0] > 0:
        return None
    opens_below = any(is_relative(below) or below.dep_ == "mark" for below in tree.below(word))
    is_whole = tree.has(word, "obj", "obl", "obl:agent", "xcomp", "cop") and tree.words[-1].text == "."
    return None if opens_below or not is_whole else noun


def _opened(tree: Tree, word: "Token", own: list["Token"]) -> tuple[Phrase, ...]:
    """The subject of a verb that hangs on the opening noun: that noun, or it and the name right after it."""
    noun = opening_noun(tree, word)
    if noun is None or len(own) > 1 or any(subject.i > word.i for subject in own):
        return ()
    if not own:
        return phrases(tree, noun) if _reads_on(tree, noun, first_of_verb(tree, word)) else ()
    if not is_misread_aside(tree, noun, own[0]):
        return _described(tree, noun, own[0])
    one = phrase(tree, noun)
    return (one,) if one else ()


def is_misread_aside(tree: Tree, noun: "Token", subject: "Token") -> bool:
    """Whether the verb's subject is an aside on the opening noun: `Otto Finch, the mayor, opened`."""
    first, last = bounds(tree, subject)[0], tree.right_edge(subject)
    before, after = tree.words[first - 1], tree.words[min(last + 1, len(tree.words) - 1)]
    is_closed = "," in (tree.words[last].text, after.text)
    return before.text == "," and is_name(noun) and first - 2 == bounds(tree, noun)[1] and is_closed


def first_of_verb(tree: Tree, word: "Token") -> "Token":
    """The first word of the verb with its auxiliaries."""
    return min([word, *tree.of(word, *HELPERS)], key=lambda t: t.i)


def _shares_subject(tree: Tree, word: "Token") -> bool:
    """Whether the predicate is coordinated in one run with its head: `skied, skated and sailed`."""
    later = [one for one in tree.of(word.head, "conj") if one.i >= word.i]
    is_opening = word.head.tag_ == word.tag_ == "VBN" and word.head.dep_ in ("acl", "advcl")
    if not is_opening and not any(tree.has(one, "cc") for one in later):
        return False
    return not any(between.text in ":;" for between in tree.words[word.head.i : word.i])


def antecedent(tree: Tree, word: "Token") -> tuple[Phrase, ...]:
    """The phrase that a relative clause or a participle tells of, where it can only be one."""
    while word.dep_ == "conj":
        word = word.head
    head, ends = _titles(tree, word.head)
    if made := _made_thing(tree, word):
        return made
    if _may_tell_of_another(tree, head, word):
        return ()
    is_several = head == ends and tree.has(head, "conj")
    if not word.dep_.startswith("acl") or head.i > word.i or is_several or head.dep_ == "conj":
        return ()
    last = bounds(tree, ends)[1]
    after = [t for t in tree.words[head.i + 1 : last + 1] if t.dep_ == "nmod"]
    if after and not (is_name(head) and all(is_name(t) for t in after)):
        return ()
    start = min([word.i, *(below.i for below in tree.below(word) if below.dep_ != "punct")])
    between = tree.words[last + 1 : start]
    if any(t.text not in _BEFORE_RELATIVE and t.dep_ != "case" for t in between):
        return ()
    return _bearer(tree, head) or phrases(tree, head)


def _titles(tree: Tree, head: "Token") -> tuple["Token", "Token"]:
    """Of `an actor and director` the first and the last, because one article makes them one."""
    first = head.head if head.dep_ == "conj" else head
    others = tree.of(first, "conj")
    if len(others) != 1 or first.dep_ != "appos" or not tree.has(first, "det"):
        return head, head
    is_one = first.tag_ == others[0].tag_ == "NN" and others[0].i == first.i + 2
    return (first, others[0]) if is_one else (head, head)


def _made_thing(tree: Tree, word: "Token") -> tuple[Phrase, ...]:
    """What a clause says who made it, and goes on about: `X is a novel by Ada Holt, published`."""
    head = word.head.head if word.head.dep_ == "appos" else word.head
    is_maker = head.dep_ == "nmod" and preposition_of(tree, head) == "by"
    noun = head.head if is_maker else head
    makers = [below for below in tree.of(noun, "nmod") if preposition_of(tree, below) == "by"]
    is_its = word.dep_ == "acl" and is_participle_form(word.lower_) and word.lower_ not in OF_PEOPLE
    if not is_its or len(makers) != 1 or noun.tag_ != "NN":
        return ()
    comma = tree.words[tree.left_edge(word)]
    comma = comma if comma.text == "," else tree.words[max(0, comma.i - 1)]
    between = [
        one for one in tree.words[makers[0].i : comma.i] if one.dep_ == "punct" or one.tag_[:2] == "VB"
    ]
    is_told = comma.text == "," and not between and tree.has(noun, "cop") and tree.has(noun, "det")
    return subjects(tree, noun) if is_told and is_asserted(tree, noun) else ()


def _bearer(tree: Tree, head: "Token") -> tuple[Phrase, ...]:
    """Whom a noun is said of: of `a firm` in `the Works, a firm founded by Otto Finch` the Works."""
    if head.tag_ != "NN" or not tree.has(head, "det"):
        return ()
    if tree.has(head, "cop"):
        return subjects(tree, head) if is_asserted(tree, head) else ()
    named = head.head
    if head.dep_ != "appos" or not is_name(named) or named.dep_ == "nmod" or tree.has(named, "conj"):
        return ()
    bearer = phrase(tree, named) if is_set_off(tree, head) else None
    return (bearer,) if bearer else ()


def _may_tell_of_another(tree: Tree, head: "Token", word: "Token") -> bool:
    """Whether the clause may belong to another word: to the panel in `a panel of architects headed by`."""
    if head.dep_ == "nmod" and (preposition_of(tree, head) in _OF_EITHER or is_name(head.head)):
        return True
    if word.dep_ == "acl:relcl" and _is_where(tree, head):
        return True
    if word.tag_ == "VBG" and word.dep_ == "acl":
        return is_name(head) or not tree.has(head, "det")
    if not is_name(head) or word.dep_ != "acl:relcl":
        return False
    # Without a comma a relative clause tells which of several, and a name has no several.
    first = tree.left_edge(word)
    is_set_off = any(t.text in _BEFORE_RELATIVE for t in tree.words[first - 1 : first + 1])
    return not is_set_off or (
        head.ent_type_ == "PLACE" and any(below.lower_ == "who" for below in tree.below(word))
    )


def _is_where(tree: Tree, head: "Token") -> bool:
    """Whether the name says where a described thing is, of which `which` may tell as well."""
    thing = head.head
    is_placed = head.dep_ == "nmod" and preposition_of(tree, head) in ("in", "on", "near", "at")
    return is_placed and thing.pos_ == "NOUN" and any(det.lower_ == "the" for det in tree.of(thing, "det"))


def _own(tree: Tree, word: "Token", own: list["Token"]) -> tuple[Phrase, ...]:
    verb = first_of_verb(tree, word)
    if own[-1].i > verb.i:
        return ()
    if is_relative(own[0]) or (word.dep_ == "acl:relcl" and own[0].lower_ == "that"):
        return antecedent(tree, word) if own[0].lower_ in ("who", "which", "that") else ()
    if not _reads_on(tree, own[0], verb):
        return ()
    if (
        own[0].lower_ == "it"
        and tree.has(word, "csubj", "csubj:pass", "ccomp", "advcl")
        and word.pos_ == "ADJ"
    ):
        return ()
    # A plural with `was` is a misread sentence.
    if own[0].tag_ == "NNS" and (verb.tag_ == "VBZ" or verb.lower_ == "was"):
        return ()
    if len(own) == 2 and is_misread_aside(tree, *own):
        return phrases(tree, own[0])
    return phrases(tree, own[0]) if len(own) == 1 else _described(tree, *own)


def _reads_on(tree: Tree, subject: "Token", verb: "Token") -> bool:
    """Whether the sentence runs from the subject to its verb: what stands between is closed on both sides."""
    heads = coordinated(tree, subject) or [subject]
    first, last = bounds(tree, heads[0])[0], bounds(tree, heads[-1])[1]
    if any(word.text in ":;" for word in tree.words[last + 1 : verb.i]):
        return False
    before = tree.words[first - 1] if first > 0 else None
    if before is not None and _leads_elsewhere(tree, before):
        return False
    return sum(word.text == "," for word in tree.words[last + 1 : verb.i]) % 2 == 0


def _leads_elsewhere(tree: Tree, before: "Token") -> bool:
    """Whether the word right before a subject shows that it is none: `of`, `them`, `all but`."""
    if before.lower_ == "but":
        return before.i > 0 and tree.words[before.i - 1].dep_ != "punct"
    if before.dep_ == "mark":
        return False
    is_pronoun = before.pos_ == "PRON" and not is_relative(before)
    return before.pos_ == "ADP" or is_pronoun or before.lower_ in ("or", "nor", "than")


def _described(tree: Tree, description: "Token", name: "Token", *more: "Token") -> tuple[Phrase, ...]:
    """`The architect Anna Holt`, of which the parser has made two subjects."""
    first, last = bounds(tree, description)
    between = tree.words[last + 1 : name.i]
    is_hyphened = bool(between) and between[0].text == "-" and is_name(name)
    if more or not (is_hyphened or (is_title(description, name) and last + 1 == bounds(tree, name)[0])):
        return ()
    start = tree.words[first].idx
    return tuple(
        replace(phrase, start=start, text=tree.text[start : phrase.end]) for phrase in phrases(tree, name)
    )


def _opens_before(tree: Tree, word: "Token") -> bool:
    """Whether the participle stands first, and only a comma parts it from its noun: `Born in Leeds, Holt`."""
    first = bounds(tree, word.head)[0]
    if word.i > 0 or word.head.dep_ not in SUBJECTS or first < 2:
        return False
    commas = [between.i for between in tree.words[1:first] if between.text == ","]
    return commas == [first - 1]


def _opens_sentence(tree: Tree, word: "Token") -> bool:
    """Whether a participle clause stands first and only a comma parts it from the subject of its head."""
    subject = next(iter(tree.of(word.head, *SUBJECTS)), None)
    if subject is None or word.i > subject.i or any(m.lower_ not in _TIMES for m in tree.of(word, "mark")):
        return False
    first = bounds(tree, subject)[0]
    if tree.words[first - 1].dep_ == "det":
        first -= 1
    return tree.words[first - 1].text == "," and first - 1 > word.i
