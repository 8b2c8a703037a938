"""The verb of a clause: its lemma, its place, its tense and voice, and the verbs it shares helpers with."""

from functools import cache
from typing import TYPE_CHECKING

from quizapp.generation.extraction.syntax.tree import Tree
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

HELPERS = ("aux", "aux:pass", "cop")
# What these open did happen; of "helped to", "tried to", "wanted to" that is not said.
_CARRIED_OUT = vocabulary("go manage proceed continue")
_BEHIND_PARTICIPLES = ("by", "in", "on", "at", "from")
_FINITE = ("VBD", "VBZ", "VBP")


def verb_lemma(word: "Token") -> str:
    """The dictionary form of a verb; of two the one that the form is not itself, as `found` is of `find`."""
    return _verb_lemma(word.lower_, word.tag_)


def noun_lemma(word: "Token") -> str:
    """The singular of a common noun, any other word in small letters."""
    return _noun_lemma(word.lower_) if word.tag_ == "NNS" else word.lower_


def verb_group(tree: Tree, word: "Token") -> list["Token"]:
    """The words of the verb, left to right; of a copula those without the predicate."""
    own = [] if is_copular(tree, word) else [word]
    return sorted([*own, *tree.of(word, *HELPERS, "compound:prt")], key=lambda t: t.i)


def is_infinitive(tree: Tree, word: "Token") -> bool:
    """Whether `to` stands before the verb, whatever form the tagger sees in it."""
    return any(below.tag_ == "TO" for below in tree.below(word))


def infinitive_lemma(word: "Token") -> str:
    """The dictionary form of a verb that stands in its infinitive."""
    return _verb_lemma(word.lower_, "VB")


def is_copular(tree: Tree, word: "Token") -> bool:
    """Whether the word is the predicate of a copula."""
    return tree.has(word, "cop")


def is_finite(tree: Tree, word: "Token") -> bool:
    """Whether the predicate has a tense of its own, in itself or in an auxiliary."""
    return word.tag_ in _FINITE or any(
        helper.tag_ in _FINITE or helper.tag_ == "MD" for helper in tree.of(word, *HELPERS)
    )


def is_past(tree: Tree, word: "Token") -> bool:
    """Whether the verb tells of the past: a past tense, a perfect, or a past participle alone."""
    helpers = tree.of(word, *HELPERS)
    heads = sharing(tree, word)
    if not helpers and heads:
        return is_past(tree, heads[-1])
    if word.tag_ == "VBD" or any(h.tag_ == "VBD" or verb_lemma(h) == "have" for h in helpers):
        return True
    return word.tag_ == "VBN" and not helpers


def is_passive(tree: Tree, word: "Token") -> bool:
    """Whether the subject is what the verb is done to."""
    if is_set_off_participle(tree, word) or is_joined_participle(tree, word):
        return True
    if word.tag_ not in ("VBN", "VBD") or (is_infinitive(tree, word) and not tree.has(word, "aux:pass")):
        return False
    if tree.has(word, "aux:pass"):
        return True
    if word.tag_ != "VBN" or tree.has(word, "aux"):
        return False
    if word.dep_ == "conj":
        return is_passive(tree, word.head)
    return word.dep_ in ("acl", "advcl")


def is_set_off_participle(tree: Tree, word: "Token") -> bool:
    """Whether the parser takes it for the verb of the sentence: `The theatre, opened in 1906, seats`."""
    if word.tag_ not in ("VBD", "VBN") or tree.has(word, *HELPERS, "obj") or word.i < 2:
        return False
    subject = next(iter(tree.of(word, "nsubj", "nsubj:pass")), None)
    before, after = tree.words[word.i - 1], tree.words[word.i + 1 : word.i + 2]
    if subject is None or before.text != "," or not after or after[0].lower_ not in _BEHIND_PARTICIPLES:
        return False
    commas = [between for between in tree.words[subject.i : word.i] if between.text == ","]
    closes = any(later.text == "," for later in tree.words[word.i + 2 :])
    return commas == [before] and closes and is_participle_form(word.lower_)


def is_joined_participle(tree: Tree, word: "Token") -> bool:
    """Whether the parser takes it for a past although joined to a participle: `Built by X and opened in`."""
    head = word.head
    if word.tag_ != "VBD" or word.dep_ != "conj" or tree.has(word, *HELPERS, "obj", "nsubj", "nsubj:pass"):
        return False
    is_reduced = head.tag_ == "VBN" and head.dep_ in ("acl", "advcl") and not tree.has(head, *HELPERS)
    after = tree.words[word.i + 1 : word.i + 2]
    follows = bool(after) and after[0].lower_ in _BEHIND_PARTICIPLES
    return is_reduced and follows and is_participle_form(word.lower_)


def is_in_series(tree: Tree, word: "Token") -> bool:
    """Whether the verb is the middle one of `was designed by X, built by Y and opened by Z`."""
    head = word.head
    if (
        word.dep_ != "advcl"
        or word.i < head.i
        or word.tag_ not in ("VBN", "VBD")
        or not is_finite(tree, head)
    ):
        return False
    if tree.words[word.i + 1].lower_ == "by" and not tree.has(head, "aux:pass"):
        return False
    if tree.words[word.i - 1].text != "," or tree.has(word, "mark", "nsubj", "nsubj:pass", *HELPERS):
        return False
    commas = [between for between in tree.words[head.i : word.i] if between.text == ","]
    return len(commas) == 1 and any(tree.has(one, "cc") for one in tree.of(word, "conj"))


def sharing(tree: Tree, word: "Token") -> list["Token"]:
    """The predicates whose auxiliaries and negation hold for this one too: `was designed and built`."""
    found: list[Token] = []
    while (word.dep_ == "conj" and not is_finite(tree, word)) or is_carried_out(tree, word):
        word = word.head
        found.append(word)
    return found


def is_carried_out(tree: Tree, word: "Token") -> bool:
    """Whether the word is the infinitive in `went on to found`."""
    if word.dep_ not in ("xcomp", "advcl") or verb_lemma(word.head) not in _CARRIED_OUT:
        return False
    if not any(mark.lower_ == "to" for mark in tree.of(word, "mark")):
        return False
    return verb_lemma(word.head) != "go" or any(below.lower_ == "on" for below in tree.below(word.head))


@cache
def is_participle_form(form: str) -> bool:
    """Whether the word, in small letters, is a past participle of a verb."""
    from lemminflect import getInflection, getLemma

    return any(form in getInflection(lemma, "VBN") for lemma in getLemma(form, "VERB"))


@cache
def is_past_form(form: str) -> bool:
    """Whether the word, in small letters, is the past of a verb."""
    from lemminflect import getInflection, getLemma

    return any(form in getInflection(lemma, "VBD") for lemma in getLemma(form, "VERB"))


@cache
def is_verb_form(form: str) -> bool:
    """Whether the word, in small letters, can be a verb at all."""
    from lemminflect import getAllLemmas

    return not (known := getAllLemmas(form)) or bool({"VERB", "AUX"} & known.keys())


@cache
def _verb_lemma(form: str, tag: str) -> str:
    from lemminflect import getLemma

    lemmas = getLemma(form, "VERB") or (form,)
    if tag in ("VBD", "VBN"):
        return next((lemma for lemma in lemmas if lemma != form), lemmas[0])
    return form if form in lemmas else lemmas[0]


@cache
def _noun_lemma(form: str) -> str:
    from lemminflect import getLemma

    return next(iter(getLemma(form, "NOUN")), form)
